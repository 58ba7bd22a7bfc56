// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/namedcondition.h"

#include "model/store/sql/filtervaluelists.h"
#include "model/store/sql/versioncolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Operator = FilterNode::Operator;

/// JSON has no NaN and no infinities; parameters hold their names instead.
QVariantList nonFiniteSpellings(const FilterNode &node)
{
    QVariantList spellings;
    for (const FilterValue &value : node.values) {
        const double *number = std::get_if<double>(&value);
        if (number && std::isnan(*number))
            spellings.append(u"\"NaN\""_s);
        else if (number && std::isinf(*number))
            spellings.append(*number < 0 ? u"\"-Infinity\""_s : u"\"Infinity\""_s);
    }
    return spellings;
}

SqlCondition parameterCondition(const FilterNode &node, const QString &row)
{
    const QString number = row + u".number"_s;
    const QString value = row + u".value"_s;
    if (node.kind == Kind::Compare && node.op == Operator::Contains)
        return containsCondition(parameterTextExpression(value), textOf(node));
    const double *numeric = node.kind == Kind::Compare ? std::get_if<double>(&node.values.first()) : nullptr;
    if (numeric && std::isnan(*numeric) && node.op != Operator::Equal)
        return SqlCondition::never();
    if (numeric && node.op == Operator::NotEqual)
        return {u"("_s + number + u" IS NULL OR "_s + number + u" <> ?)"_s, {*numeric}, false};
    if (numeric && (isOrderOperator(node.op) || std::isfinite(*numeric)))
        return {number + comparisonText(node.op), {*numeric}, false};
    QVariantList spellings = nonFiniteSpellings(node);
    for (const QVariant &text : textsOf(node, true))
        spellings += parameterSpellings(text.toString());
    if (node.kind == Kind::Compare && node.op == Operator::NotEqual)
        return {value + u" NOT IN (?, ?)"_s, spellings, false};
    return inParentheses(eitherCondition(inCondition(number, numbersOf(node)), inCondition(value, spellings)));
}

SqlCondition tagCondition(const FilterNode &node, const QString &row)
{
    const QString value = row + u".value"_s;
    const QString text = u"coalesce("_s + value + u", '')"_s;
    if (node.kind == Kind::In)
        return inCondition(text, textsOf(node, true));
    if (node.op == Operator::Contains)
        return containsCondition(text, textOf(node));
    const bool isPlain = node.op == Operator::Equal && !textOf(node).isEmpty();
    return {(isPlain ? value : text) + comparisonText(node.op), {textOf(node)}, false};
}

SqlCondition metricCondition(const FilterNode &node, const QString &value)
{
    const SqlCondition nan {value + u" IS NULL"_s, {}, false};
    if (node.kind == Kind::In)
        return inParentheses(eitherCondition(inCondition(value, numbersOf(node)), hasNan(node) ? nan : SqlCondition::never()));
    if (hasNan(node))
        return node.op == Operator::Equal ? nan : SqlCondition::never();
    return {value + comparisonText(node.op), numbersOf(node), false};
}

} // namespace

QVariantList parameterSpellings(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return {QString::fromUtf8(array.mid(1, array.size() - 2)), text};
}

SqlCondition namedValueCondition(const FilterNode &node, const QString &row)
{
    switch (node.field.kind) {
    case FilterField::Kind::Metric:
        return metricCondition(node, row + u".value"_s);
    case FilterField::Kind::Parameter:
        return parameterCondition(node, row);
    default:
        return tagCondition(node, row);
    }
}

} // namespace stagekeeper
