// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonfields.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonFields)
};

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return Text::tr("a truth value");
    case QJsonValue::Double:
        return Text::tr("a number");
    case QJsonValue::String:
        return Text::tr("a text");
    case QJsonValue::Array:
        return Text::tr("a list");
    case QJsonValue::Object:
        return Text::tr("an object");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return Text::tr("nothing");
}

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    return number == none ? std::nullopt : std::optional(number);
}

} // namespace

JsonFields::JsonFields(QJsonObject object, QString where)
    : m_object(std::move(object))
    , m_where(std::move(where))
{
}

QString JsonFields::text(const QString &key)
{
    const QJsonValue found = take(key);
    if (!found.isNull() && !found.isString())
        wrongType(key, Text::tr("a text"), found);
    return found.toString();
}

std::optional<double> JsonFields::number(const QString &key)
{
    const QJsonValue found = take(key);
    const std::optional<double> number = jsonNumber(found);
    if (!found.isNull() && !number)
        wrongType(key, Text::tr("a number"), found);
    return number;
}

std::optional<qint64> JsonFields::integer(const QString &key)
{
    const QJsonValue found = take(key);
    const std::optional<qint64> number = exactInteger(found);
    if (!found.isNull() && !number)
        wrongType(key, Text::tr("a whole number"), found);
    return number;
}

std::optional<bool> JsonFields::boolean(const QString &key)
{
    const QJsonValue found = take(key);
    if (found.isBool())
        return found.toBool();
    if (!found.isNull())
        wrongType(key, Text::tr("true or false"), found);
    return {};
}

QStringList JsonFields::texts(const QString &key)
{
    QStringList texts;
    const QJsonArray found = array(key);
    for (const QJsonValue &item : found) {
        if (!item.isString())
            wrongType(u"%1[%2]"_s.arg(key).arg(texts.size()), Text::tr("a text"), item);
        texts.append(item.toString());
    }
    return texts;
}

QJsonObject JsonFields::object(const QString &key)
{
    const QJsonValue found = take(key);
    if (!found.isNull() && !found.isObject())
        wrongType(key, Text::tr("an object"), found);
    return found.toObject();
}

QJsonArray JsonFields::array(const QString &key)
{
    const QJsonValue found = take(key);
    if (!found.isNull() && !found.isArray())
        wrongType(key, Text::tr("a list"), found);
    return found.toArray();
}

QJsonValue JsonFields::value(const QString &key)
{
    return take(key);
}

QJsonObject JsonFields::rest() const
{
    QJsonObject rest;
    for (auto member = m_object.begin(); member != m_object.end(); ++member) {
        if (!m_taken.contains(member.key()))
            rest.insert(member.key(), member.value());
    }
    return rest;
}

QString JsonFields::path(const QString &key) const
{
    return m_where.isEmpty() ? key : QString(m_where % u'.' % key);
}

void JsonFields::addError(const QString &sentence)
{
    addError(Error{Error::Code::InvalidArgument, sentence, {}});
}

void JsonFields::addError(const Error &error)
{
    if (!m_error)
        m_error = error;
}

QJsonValue JsonFields::take(const QString &key)
{
    m_taken.insert(key);
    const QJsonValue found = m_object.value(key);
    return found.isUndefined() ? QJsonValue(QJsonValue::Null) : found;
}

void JsonFields::wrongType(const QString &key, const QString &expected, const QJsonValue &found)
{
    addError(Text::tr("\"%1\" must be %2, not %3.", "%1 is a key, %2 and %3 are types")
                 .arg(path(key), expected, typeName(found)));
}

} // namespace stagekeeper
