// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/domain/auditevent.h"
#include "model/domain/jsonwriter.h"

#include <QStringList>

#include <functional>

class QIODevice;

namespace stagekeeper {

/// What a command says: text for people, or JSON for programs, on one stream, and errors on another. Text from data is
/// written with control, bidirectional and invisible characters made visible; JSON escapes what it must.
class Output final
{
public:
    Output(QIODevice &out, QIODevice &err) : m_out(out), m_err(err) { }

    void setJson(bool isJson) { m_isJson = isJson; }
    [[nodiscard]] bool isJson() const { return m_isJson; }

    /// One line for people; nothing with --json.
    void line(const QString &text);
    /// Several lines for people, such as a description.
    void lines(const QString &text);
    /// Columns that line up, for people; the first row is the header.
    void table(const QList<QStringList> &rows);
    /// A line on the error stream for people; nothing with --json.
    void note(const QString &text);

    /// The object that `write` writes between beginObject() and endObject(), on --json only.
    void object(const std::function<void(JsonWriter &)> &write);
    /// An array of objects, one a line, on --json only. It is not held in memory as a whole.
    void beginArray();
    void element(const std::function<void(JsonWriter &)> &write);
    void endArray();
    /// Bytes as they are, whatever the mode.
    void raw(const QByteArray &bytes);

    /// One line on the error stream, or {"error":...} with --json.
    void error(const Error &error);

    /// False when something that was said could not be written.
    [[nodiscard]] bool flush();

private:
    void write(QIODevice &device, const QByteArray &bytes);

    QIODevice &m_out;
    QIODevice &m_err;
    bool m_isJson = false;
    bool m_isFirstElement = true;
    bool m_hasFailed = false;
};

/// Cells of a terminal that the text fills, as the locale counts them.
[[nodiscard]] qsizetype displayWidth(const QString &text);

/// `{ok, checked, problems}` or the same for people, who read `nothing` when there was nothing to check.
void printReport(Output &out, const CheckReport &report, const QString &nothing);

/// A moment as it is printed to people: local time.
[[nodiscard]] QString shownTime(const QDateTime &time);

} // namespace stagekeeper
