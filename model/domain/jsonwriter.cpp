// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonwriter.h"

#include "model/domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <charconv>
#include <cmath>

namespace stagekeeper {

namespace {

template <typename Number>
void appendNumber(QByteArray &out, Number number)
{
    char buffer[32];
    const char *end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    out.append(buffer, end - buffer);
}

} // namespace

JsonWriter::JsonWriter(Form form)
    : m_form(form)
{
}

JsonWriter &JsonWriter::beginObject()
{
    return begin('{', '}', false);
}

JsonWriter &JsonWriter::endObject()
{
    return end();
}

JsonWriter &JsonWriter::beginArray(Form form)
{
    return begin('[', ']', form == Form::Compact);
}

JsonWriter &JsonWriter::endArray()
{
    return end();
}

JsonWriter &JsonWriter::key(QStringView name)
{
    beginValue();
    appendCanonicalText(m_out, name);
    m_out += m_form == Form::Indented ? ": " : ":";
    m_isAfterKey = true;
    return *this;
}

JsonWriter &JsonWriter::text(QStringView text)
{
    beginValue();
    appendCanonicalText(m_out, text);
    return *this;
}

JsonWriter &JsonWriter::textOrNull(QStringView value)
{
    return value.isEmpty() ? null() : text(value);
}

JsonWriter &JsonWriter::number(double number)
{
    if (std::isnan(number))
        return text(u"NaN");
    if (std::isinf(number))
        return text(number > 0 ? u"Infinity" : u"-Infinity");
    beginValue();
    appendNumber(m_out, number);
    return *this;
}

JsonWriter &JsonWriter::number(const std::optional<double> &value)
{
    return value ? number(*value) : null();
}

JsonWriter &JsonWriter::integer(qint64 number)
{
    beginValue();
    appendNumber(m_out, number);
    return *this;
}

JsonWriter &JsonWriter::integer(const std::optional<qint64> &value)
{
    return value ? integer(*value) : null();
}

JsonWriter &JsonWriter::boolean(bool value)
{
    beginValue();
    m_out += value ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::boolean(const std::optional<bool> &value)
{
    return value ? boolean(*value) : null();
}

JsonWriter &JsonWriter::null()
{
    beginValue();
    m_out += "null";
    return *this;
}

JsonWriter &JsonWriter::json(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return boolean(value.toBool());
    case QJsonValue::Double:
        // an integer that a double cannot hold is kept by QJsonValue, and must be kept here
        if (const qint64 exact = value.toInteger(); exact != 0 && double(exact) == value.toDouble())
            return integer(exact);
        return number(value.toDouble());
    case QJsonValue::String:
        return text(value.toString());
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            json(item);
        return endArray();
    }
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            key(member.key()).json(member.value());
        return endObject();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return null();
}

QByteArray JsonWriter::result() const
{
    return m_form == Form::Indented ? m_out + '\n' : m_out;
}

void JsonWriter::beginValue()
{
    if (m_isAfterKey || m_levels.isEmpty()) {
        m_isAfterKey = false;
        return;
    }
    Level &level = m_levels.last();
    if (!level.isEmpty)
        m_out += m_form == Form::Indented && level.isCompact ? ", " : ",";
    level.isEmpty = false;
    newLine();
}

void JsonWriter::newLine()
{
    if (m_form == Form::Indented && (m_levels.isEmpty() || !m_levels.last().isCompact))
        m_out.append('\n').append(QByteArray(2 * m_levels.size(), ' '));
}

JsonWriter &JsonWriter::begin(char open, char close, bool isCompact)
{
    beginValue();
    m_out += open;
    m_levels.append({close, isCompact || (!m_levels.isEmpty() && m_levels.last().isCompact)});
    return *this;
}

JsonWriter &JsonWriter::end()
{
    const Level level = m_levels.takeLast();
    if (!level.isEmpty && !level.isCompact)
        newLine();
    m_out += level.close;
    return *this;
}

} // namespace stagekeeper
