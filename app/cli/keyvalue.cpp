// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/keyvalue.h"

#include "model/domain/namerules.h"
#include "model/domain/strictjson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyValue)
};

std::optional<double> numberFrom(const QString &text)
{
    using Limits = std::numeric_limits<double>;
    const QString word = text.toLower();
    if (word == "nan"_L1)
        return Limits::quiet_NaN();
    if (word == "infinity"_L1 || word == "inf"_L1 || word == "+inf"_L1 || word == "+infinity"_L1)
        return Limits::infinity();
    if (word == "-infinity"_L1 || word == "-inf"_L1)
        return -Limits::infinity();
    static const QRegularExpression decimal(u"\\A[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\z"_s);
    bool isNumber = decimal.match(text).hasMatch();
    const double number = isNumber ? text.toDouble(&isNumber) : 0; // not a number either when it is out of range
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

KeyValue splitAtFirst(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return {text, {}};
    return {text.left(equals), text.sliced(equals + 1)};
}

Result<std::pair<QString, double>> metricFrom(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    const auto value = equals < 0 ? std::nullopt : numberFrom(text.sliced(equals + 1));
    if (!value)
        return fail(Error::Code::InvalidArgument,
                    Text::tr("--metric %1: NAME=NUMBER is expected, such as accuracy=0.95.").arg(visibleText(text)));
    return std::pair(text.left(equals), *value);
}

Result<std::pair<QString, QJsonValue>> parameterFrom(const QString &text)
{
    const auto [key, value] = splitAtFirst(text);
    if (!value)
        return fail(Error::Code::InvalidArgument,
                    Text::tr("--param %1: NAME=VALUE is expected, such as learning_rate=0.1.").arg(visibleText(text)));
    const auto json = parseStrictJson(value->toUtf8());
    return std::pair(key, json.value_or(QJsonValue(*value)));
}

ArtifactInput artifactFrom(const QString &text, bool copy)
{
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*://"_s);
    ArtifactInput input;
    input.copy = copy;
    QString place = text;
    if (text.contains(u'=') && !QFileInfo::exists(text) && !scheme.match(text).hasMatch()) {
        const KeyValue parts = splitAtFirst(text);
        input.name = parts.key;
        place = parts.value.value_or(QString());
    }
    const bool isUri = scheme.match(place).hasMatch() && !QFileInfo::exists(place);
    (isUri ? input.uri : input.path) = place;
    return input;
}

} // namespace stagekeeper
