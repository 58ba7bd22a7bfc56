// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace stagekeeper {

/// Writes JSON with its members in the order in which they are given; QJsonObject would sort them. UTF-8, numbers in
/// their shortest form that reads back the same; what JSON has no number for is the text "NaN", "Infinity" or
/// "-Infinity".
class JsonWriter final
{
public:
    enum class Form {
        Compact, ///< one line without spaces
        Indented, ///< two spaces a level
    };

    explicit JsonWriter(Form form = Form::Compact);

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray(Form form = Form::Indented); ///< Compact: its content stays on one line
    JsonWriter &endArray();

    /// The name of the next member.
    JsonWriter &key(QStringView name);

    JsonWriter &text(QStringView text);
    JsonWriter &textOrNull(QStringView text); ///< null when empty
    JsonWriter &number(double number);
    JsonWriter &number(const std::optional<double> &number); ///< null when absent
    JsonWriter &integer(qint64 number);
    JsonWriter &integer(const std::optional<qint64> &number);
    JsonWriter &boolean(bool value);
    JsonWriter &boolean(const std::optional<bool> &value);
    JsonWriter &null();
    JsonWriter &json(const QJsonValue &value); ///< objects in the order of their keys

    /// What was written; with a line feed at the end when indented.
    [[nodiscard]] QByteArray result() const;

private:
    struct Level
    {
        char close;
        bool isCompact;
        bool isEmpty = true;
    };

    void beginValue();
    void newLine();
    JsonWriter &begin(char open, char close, bool isCompact);
    JsonWriter &end();

    Form m_form;
    QByteArray m_out;
    QList<Level> m_levels;
    bool m_isAfterKey = false;
};

} // namespace stagekeeper
