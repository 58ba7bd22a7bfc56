// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonnumber.h"

#include <QLocale>
#include <QString>

#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

std::optional<QJsonValue> exactInteger(QByteArrayView token)
{
    qint64 exact = 0;
    if (std::from_chars(token.begin(), token.end(), exact).ec == std::errc())
        return QJsonValue(exact);
    double rounded = 0;
    if (std::from_chars(token.begin(), token.end(), rounded).ec != std::errc())
        return {};
    char digits[320]; // the largest double has 309
    const char *end = std::to_chars(digits, digits + sizeof digits, rounded, std::chars_format::fixed).ptr;
    return token == QByteArrayView(digits, end) ? std::optional(QJsonValue(rounded)) : std::nullopt;
}

} // namespace

std::optional<double> jsonNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QString text = value.toString();
    if (text == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity"_L1)
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity"_L1)
        return -std::numeric_limits<double>::infinity();
    return {};
}

std::optional<QJsonValue> exactJsonNumber(QByteArrayView token)
{
    const bool isInteger = !token.contains('.') && !token.contains('e') && !token.contains('E');
    if (isInteger)
        return exactInteger(token);
    double number = 0;
    const bool isInRange = std::from_chars(token.begin(), token.end(), number).ec == std::errc();
    return isInRange ? std::optional(QJsonValue(number)) : std::nullopt;
}

QString numberText(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace stagekeeper
