// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/keyvaluelines.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("KeyValueLines", text);
}

std::optional<double> numberFrom(const QString &text)
{
    const QString lower = text.toLower();
    if (lower == "nan"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (lower == "inf"_L1 || lower == "+inf"_L1 || lower == "-inf"_L1)
        return lower.startsWith(u'-') ? -std::numeric_limits<double>::infinity()
                                      : std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

Result<KeyValues> parseKeyValues(NameKind kind, const QString &text)
{
    KeyValues pairs;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype equals = line.indexOf(u'=');
        const QString name = line.left(equals).trimmed();
        if (const Result<> checked = checkName(kind, name); !checked)
            return fail(Error::Code::InvalidArgument, words("Line %1: %2").arg(number).arg(checked.error().message));
        for (const auto &[known, value] : pairs) {
            if (known == name)
                return fail(Error::Code::InvalidArgument, words("Line %1: \"%2\" is there twice.").arg(number).arg(name));
        }
        pairs.append({name, equals < 0 ? std::nullopt : std::optional(line.mid(equals + 1).trimmed())});
    }
    return pairs;
}

Result<QMap<QString, double>> parseMetrics(const QString &text)
{
    const auto pairs = parseKeyValues(NameKind::Metric, text);
    if (!pairs)
        return failAs(pairs);
    QMap<QString, double> metrics;
    for (const auto &[name, value] : *pairs) {
        const std::optional<double> number = numberFrom(value.value_or(QString()));
        if (!number)
            return fail(Error::Code::InvalidArgument,
                        words("\"%1\" needs a number, such as %1 = 0.98.").arg(name));
        metrics.insert(name, *number);
    }
    return metrics;
}

Result<QJsonObject> parseParameters(const QString &text)
{
    const auto pairs = parseKeyValues(NameKind::Parameter, text);
    if (!pairs)
        return failAs(pairs);
    QJsonObject parameters;
    for (const auto &[name, value] : *pairs) {
        const QByteArray wrapped = '[' + value.value_or(QString()).toUtf8() + ']';
        const QJsonArray json = QJsonDocument::fromJson(wrapped).array();
        parameters.insert(name, json.size() == 1 ? json.first() : QJsonValue(value.value_or(QString())));
    }
    return parameters;
}

} // namespace stagekeeper
