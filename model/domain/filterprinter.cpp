// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterprinter.h"

#include "model/domain/filterfields.h"
#include "model/domain/filterlexer.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;

QString numberText(double number)
{
    if (std::isnan(number))
        return u"nan"_s;
    if (std::isinf(number))
        return number < 0 ? u"-inf"_s : u"inf"_s;
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString momentText(const QDateTime &moment)
{
    const QDateTime utc = moment.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QString valueText(const FilterValue &value)
{
    if (const double *number = std::get_if<double>(&value))
        return numberText(*number);
    if (const QString *text = std::get_if<QString>(&value))
        return quotedFilterText(*text);
    if (const bool *truth = std::get_if<bool>(&value))
        return *truth ? u"true"_s : u"false"_s;
    return momentText(std::get<QDateTime>(value));
}

QString operatorText(FilterNode::Operator op)
{
    switch (op) {
    case FilterNode::Operator::Equal:
        return u"="_s;
    case FilterNode::Operator::NotEqual:
        return u"!="_s;
    case FilterNode::Operator::Less:
        return u"<"_s;
    case FilterNode::Operator::LessOrEqual:
        return u"<="_s;
    case FilterNode::Operator::Greater:
        return u">"_s;
    case FilterNode::Operator::GreaterOrEqual:
        return u">="_s;
    case FilterNode::Operator::Contains:
        break;
    }
    return u"~"_s;
}

QString listText(const QList<FilterValue> &values)
{
    QStringList texts;
    for (const FilterValue &value : values)
        texts.append(valueText(value));
    return u"("_s + texts.join(u", "_s) + u")"_s;
}

/// `x not in (...)` reads as: x has a value, and none of these.
bool isNotIn(const FilterNode &node)
{
    if (node.kind != Kind::And || node.children.size() != 2)
        return false;
    const FilterNode &in = node.children.first();
    const FilterNode &present = node.children.last();
    return in.kind == Kind::Not && in.children.size() == 1 && in.children.first().kind == Kind::In
        && present.kind == Kind::Not && present.children.size() == 1 && present.children.first().kind == Kind::Missing
        && in.children.first().field == present.children.first().field;
}

QString nodeText(const FilterNode &node);

QString childText(const FilterNode &child, bool isOfOr)
{
    const bool isGroup = (child.kind == Kind::And && !isOfOr && !isNotIn(child)) || child.kind == Kind::Or;
    return isGroup ? u"("_s + nodeText(child) + u")"_s : nodeText(child);
}

QString joined(const FilterNode &node)
{
    if (isNotIn(node)) {
        const FilterNode &in = node.children.first().children.first();
        return filterFieldText(in.field) + u" not in "_s + listText(in.values);
    }
    const bool isOr = node.kind == Kind::Or;
    QStringList texts;
    for (const FilterNode &child : node.children)
        texts.append(childText(child, isOr));
    return texts.join(isOr ? u" or "_s : u" and "_s);
}

QString nodeText(const FilterNode &node)
{
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        return joined(node);
    case Kind::Not:
        if (node.children.first().kind == Kind::Missing)
            return filterFieldText(node.children.first().field) + u" is not missing"_s;
        return u"not "_s + childText(node.children.first(), false);
    case Kind::Compare:
        return filterFieldText(node.field) + u" "_s + operatorText(node.op) + u" "_s + valueText(node.values.first());
    case Kind::In:
        return filterFieldText(node.field) + u" in "_s + listText(node.values);
    case Kind::Missing:
        break;
    }
    return filterFieldText(node.field) + u" is missing"_s;
}

} // namespace

QString printFilter(const Filter &filter)
{
    return filter ? nodeText(*filter) : QString();
}

} // namespace stagekeeper
