// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/output.h"

#include "model/domain/namerules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDevice>

#include <algorithm>
#include <cwchar>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Output)
};
} // namespace

void Output::write(QIODevice &device, const QByteArray &bytes)
{
    const bool isWritten = device.write(bytes) == bytes.size();
    m_hasFailed = m_hasFailed || !isWritten;
}

void Output::line(const QString &text)
{
    if (!m_isJson)
        write(m_out, (visibleText(text) % u'\n').toUtf8());
}

void Output::lines(const QString &text)
{
    if (!m_isJson)
        write(m_out, (visibleText(text, true) % u'\n').toUtf8());
}

void Output::note(const QString &text)
{
    if (!m_isJson)
        write(m_err, (visibleText(text) % u'\n').toUtf8());
}

void Output::table(const QList<QStringList> &rows)
{
    QList<QStringList> shown;
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row) {
            cells += visibleText(cell);
            if (widths.size() < cells.size())
                widths += 0;
            widths[cells.size() - 1] = std::max(widths.at(cells.size() - 1), displayWidth(cells.last()));
        }
        shown += cells;
    }
    for (const QStringList &row : shown) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isLast = i + 1 == row.size();
            text += row.at(i) % (isLast ? QString() : QString(widths.at(i) - displayWidth(row.at(i)) + 2, u' '));
        }
        while (text.endsWith(u' '))
            text.chop(1);
        line(text);
    }
}

void Output::object(const std::function<void(JsonWriter &)> &writeMembers)
{
    if (!m_isJson)
        return;
    JsonWriter json(JsonWriter::Form::Indented);
    json.beginObject();
    writeMembers(json);
    json.endObject();
    write(m_out, json.result());
}

void Output::beginArray()
{
    if (m_isJson)
        write(m_out, "[");
    m_isFirstElement = true;
}

void Output::element(const std::function<void(JsonWriter &)> &writeMembers)
{
    if (!m_isJson)
        return;
    JsonWriter json(JsonWriter::Form::Compact);
    json.beginObject();
    writeMembers(json);
    json.endObject();
    write(m_out, (m_isFirstElement ? "\n" : ",\n") + json.result());
    m_isFirstElement = false;
}

void Output::endArray()
{
    if (m_isJson)
        write(m_out, m_isFirstElement ? "]\n" : "\n]\n");
}

void Output::raw(const QByteArray &bytes)
{
    write(m_out, bytes);
}

void Output::error(const Error &error)
{
    if (!m_isJson) {
        write(m_err, (u"stagekeeper-cli: "_s % visibleText(error.message) % u'\n').toUtf8());
        return;
    }
    JsonWriter json(JsonWriter::Form::Compact);
    json.beginObject().key(u"error"_s).beginObject();
    json.key(u"code"_s).text(codeName(error.code)).key(u"message"_s).text(error.message);
    json.key(u"detail"_s).text(error.detail);
    json.endObject().endObject();
    write(m_err, json.result() + '\n');
}

bool Output::flush()
{
    if (auto *file = qobject_cast<QFileDevice *>(&m_out))
        m_hasFailed = !file->flush() || m_hasFailed;
    if (auto *file = qobject_cast<QFileDevice *>(&m_err))
        m_hasFailed = !file->flush() || m_hasFailed;
    return !m_hasFailed;
}

qsizetype displayWidth(const QString &text)
{
    qsizetype width = 0;
    const QList<uint> codePoints = text.toUcs4();
    for (const uint c : codePoints)
        width += std::max(0, ::wcwidth(wchar_t(c)));
    return width;
}

void printReport(Output &out, const CheckReport &report, const QString &nothing)
{
    out.object([&](JsonWriter &json) {
        json.key(u"ok"_s).boolean(report.isOk()).key(u"checked"_s).integer(report.checked);
        json.key(u"problems"_s).beginArray();
        for (const Problem &problem : report.problems) {
            json.beginObject();
            json.key(u"kind"_s).text(problem.kind).key(u"where"_s).text(problem.where);
            json.key(u"detail"_s).text(problem.detail).endObject();
        }
        json.endArray();
    });
    for (const Problem &problem : report.problems)
        out.line(problem.kind % u"  "_s % problem.where % u"  "_s % problem.detail);
    if (report.checked == 0)
        out.line(nothing);
    else if (report.isOk())
        out.line(Text::tr("OK: %n checked, no problems.", nullptr, int(std::min<qint64>(report.checked, INT_MAX))));
    else
        out.line(Text::tr("%1 checked, problems: %2.")
                     .arg(QString::number(report.checked), QString::number(report.problems.size())));
}

QString shownTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

} // namespace stagekeeper
