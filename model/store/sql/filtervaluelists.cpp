// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/filtervaluelists.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

using Operator = FilterNode::Operator;

QString textOf(const FilterNode &node)
{
    const QString *text = std::get_if<QString>(&node.values.first());
    return text ? *text : QString();
}

QVariantList textsOf(const FilterNode &node, bool withEmpty)
{
    QVariantList texts;
    for (const FilterValue &value : node.values) {
        const QString *text = std::get_if<QString>(&value);
        if (text && (withEmpty || !text->isEmpty()))
            texts.append(*text);
    }
    return texts;
}

QVariantList numbersOf(const FilterNode &node)
{
    QVariantList numbers;
    for (const FilterValue &value : node.values) {
        const double *number = std::get_if<double>(&value);
        if (number && !std::isnan(*number))
            numbers.append(*number);
    }
    return numbers;
}

bool hasNan(const FilterNode &node)
{
    return std::ranges::any_of(node.values, [](const FilterValue &value) {
        const double *number = std::get_if<double>(&value);
        return number && std::isnan(*number);
    });
}

QString comparisonText(Operator op)
{
    switch (op) {
    case Operator::NotEqual:
        return u" <> ?"_s;
    case Operator::Less:
        return u" < ?"_s;
    case Operator::LessOrEqual:
        return u" <= ?"_s;
    case Operator::Greater:
        return u" > ?"_s;
    case Operator::GreaterOrEqual:
        return u" >= ?"_s;
    case Operator::Equal:
    case Operator::Contains:
        break;
    }
    return u" = ?"_s;
}

bool isOrderOperator(Operator op)
{
    return op == Operator::Less || op == Operator::LessOrEqual || op == Operator::Greater || op == Operator::GreaterOrEqual;
}

} // namespace stagekeeper
