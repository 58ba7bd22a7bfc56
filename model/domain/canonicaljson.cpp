// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stagekeeper {

namespace {

constexpr double largestExactInteger = 9007199254740992.0; // 2^53

void appendControl(QByteArray &out, char16_t unit)
{
    switch (unit) {
    case u'\b':
        out += "\\b";
        break;
    case u'\t':
        out += "\\t";
        break;
    case u'\n':
        out += "\\n";
        break;
    case u'\f':
        out += "\\f";
        break;
    case u'\r':
        out += "\\r";
        break;
    default:
        out += "\\u00";
        out += QByteArray::number(unit, 16).rightJustified(2, '0');
    }
}

void appendValue(QByteArray &out, const QJsonValue &value);

void appendArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        appendValue(out, array.at(i));
    }
    out += ']';
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    QStringList keys = object.keys();
    std::ranges::sort(keys); // QString compares code units, as RFC 8785 wants it
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        appendCanonicalText(out, keys.at(i));
        out += ':';
        appendValue(out, object.value(keys.at(i)));
    }
    out += '}';
}

void appendValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        appendCanonicalNumber(out, value.toDouble());
        break;
    case QJsonValue::String:
        appendCanonicalText(out, value.toString());
        break;
    case QJsonValue::Array:
        appendArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

void appendCanonicalText(QByteArray &out, QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    out += '"';
    const auto isPlain = [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; };
    if (std::ranges::all_of(bytes, isPlain)) { // nearly always
        out += bytes;
        out += '"';
        return;
    }
    for (const char c : bytes) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            appendControl(out, static_cast<unsigned char>(c));
        else
            out += c;
    }
    out += '"';
}

void appendCanonicalNumber(QByteArray &out, double value)
{
    if (std::isnan(value)) {
        out += "\"NaN\"";
    } else if (std::isinf(value)) {
        out += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    } else {
        const bool isInteger = value == std::trunc(value) && std::abs(value) <= largestExactInteger;
        char buffer[32];
        const auto end = isInteger ? std::to_chars(buffer, buffer + sizeof buffer, qint64(value)).ptr
                                   : std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        if (!isInteger)
            out += '"';
        out.append(buffer, end - buffer);
        if (!isInteger)
            out += '"';
    }
}

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendValue(out, value);
    return out;
}

} // namespace stagekeeper
