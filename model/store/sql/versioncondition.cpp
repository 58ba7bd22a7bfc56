// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versioncondition.h"

#include "model/domain/filterfields.h"
#include "model/domain/versionscheme.h"
#include "model/store/sql/filtervaluelists.h"
#include "model/store/sql/namedcondition.h"
#include "model/store/sql/versioncolumns.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Field = FilterField::Kind;
using Operator = FilterNode::Operator;

SqlCondition rowCondition(const QString &text, const QVariantList &values = {})
{
    return {text, values, true};
}

SqlCondition onRow(SqlCondition condition)
{
    condition.readsRow = !condition.isAlways() && !condition.isNever();
    return condition;
}

/// AND binds tighter than OR, so only an OR inside an AND needs parentheses: SQLite's parser holds no more than 100 open ones.
SqlCondition joined(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    const bool isAnd = node.kind == Kind::And;
    SqlCondition all = isAnd ? SqlCondition() : SqlCondition::never();
    for (const FilterNode &child : node.children) {
        const SqlCondition condition = versionCondition(child, names, place);
        if (isAnd)
            all.require(child.kind == Kind::Or ? inParentheses(condition) : condition);
        else
            all = eitherCondition(all, condition);
    }
    return all;
}

/// A column or expression that holds '' where there is nothing.
SqlCondition textCondition(const FilterNode &node, const QString &column)
{
    if (node.kind == Kind::Missing)
        return {column + u" = ''"_s, {}, false};
    if (node.kind == Kind::In)
        return inCondition(column, textsOf(node, false));
    const QString text = textOf(node);
    SqlCondition present {column + u" <> ''"_s, {}, false};
    if (node.op == Operator::Contains)
        present.require(containsCondition(column, text));
    else if (node.op == Operator::NotEqual)
        present.require({column + u" <> ?"_s, {text}, false});
    else
        return text.isEmpty() ? SqlCondition::never() : SqlCondition {column + u" = ?"_s, {text}, false};
    return {u"("_s + present.text + u")"_s, present.values, false};
}

SqlCondition numberCondition(const FilterNode &node, const QString &column)
{
    if (node.kind == Kind::Missing)
        return {column + u" IS NULL"_s, {}, false};
    if (node.kind == Kind::In)
        return inCondition(column, numbersOf(node));
    if (const bool *truth = std::get_if<bool>(&node.values.first()))
        return {column + comparisonText(node.op), {*truth ? 1 : 0}, false};
    return hasNan(node) ? SqlCondition::never() : SqlCondition {column + comparisonText(node.op), numbersOf(node), false};
}

/// `deployed_at` is text as it came in; texts that are no times compare false.
SqlCondition deployedCondition(const FilterNode &node)
{
    if (node.kind == Kind::Missing)
        return rowCondition(u"v.deployed_at = ''"_s);
    const QString moment = std::get<QDateTime>(node.values.first()).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    return rowCondition(deployedExpression() + comparisonText(node.op), {moment});
}

SqlCondition orderedVersion(const FilterNode &node)
{
    return rowCondition(u"v.precedence"_s + comparisonText(node.op), {precedenceKey(textOf(node), {})});
}

SqlCondition idCondition(const FilterNode &node, const QString &column, const QString &table,
                         const std::function<qint64(const QString &)> &id)
{
    if (node.kind == Kind::Missing)
        return SqlCondition::never();
    QVariantList ids;
    for (const QVariant &text : textsOf(node, true))
        ids.append(id(text.toString()));
    if (node.kind == Kind::In)
        return onRow(inCondition(column, ids));
    if (node.op != Operator::Contains)
        return rowCondition(column + comparisonText(node.op), ids);
    const SqlCondition contains = containsCondition(u"name"_s, textOf(node));
    return rowCondition(column + u" IN (SELECT id FROM "_s + table + u" WHERE "_s + contains.text + u")"_s, contains.values);
}

SqlCondition exists(const QString &rows, const SqlCondition &condition)
{
    if (condition.isNever())
        return SqlCondition::never();
    return {u"EXISTS (SELECT 1 FROM "_s + rows + u" AND "_s + condition.text + u")"_s, condition.values, false};
}

/// Rows of which a version has any number, each compared by its `texts`.
SqlCondition anyOf(const FilterNode &node, const QString &rows, const QStringList &texts)
{
    const auto matching = [&](FilterNode wanted) {
        SqlCondition any = SqlCondition::never();
        for (const QString &text : texts)
            any = eitherCondition(any, textCondition(wanted, text));
        return exists(rows, inParentheses(any));
    };
    if (node.kind == Kind::Missing)
        return notCondition(exists(rows, SqlCondition()));
    if (node.kind == Kind::In || node.op != Operator::NotEqual)
        return matching(node);
    FilterNode equal = node;
    equal.op = Operator::Equal;
    SqlCondition condition = exists(rows, SqlCondition());
    condition.require(notCondition(matching(equal)));
    return {u"("_s + condition.text + u")"_s, condition.values, false};
}

SqlCondition experimentCondition(const FilterNode &node)
{
    const SqlCondition id = textCondition(node, u"v.experiment_id"_s);
    const SqlCondition name = textCondition(node, u"v.experiment_name"_s);
    if (node.kind == Kind::Missing)
        return rowCondition(u"(v.experiment_id = '' AND v.experiment_name = '')"_s);
    if (node.kind == Kind::In || node.op != Operator::NotEqual)
        return onRow(inParentheses(eitherCondition(id, name)));
    const QString present = u"v.experiment_id || v.experiment_name <> ''"_s;
    if (textOf(node).isEmpty())
        return rowCondition(present);
    return rowCondition(u"(v.experiment_id <> ? AND v.experiment_name <> ? AND "_s + present + u")"_s, {textOf(node), textOf(node)});
}

/// Only a finite or infinite number meets it.
bool needsNumber(const FilterNode &node)
{
    const bool isNotEqual = node.kind == Kind::Compare && node.op == Operator::NotEqual;
    const bool isText = node.field.kind == Field::Parameter && isNotEqual;
    const bool mayBeInfinite = node.field.kind == Field::Parameter && !(node.kind == Kind::Compare && isOrderOperator(node.op));
    const auto isNumber = [mayBeInfinite](const QVariant &number) { return !mayBeInfinite || std::isfinite(number.toDouble()); };
    const QVariantList numbers = numbersOf(node);
    return !isText && numbers.size() == node.values.size() && std::ranges::all_of(numbers, isNumber);
}

SqlCondition namedCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    const bool asksMissing = node.kind == Kind::Missing;
    if (place.walked == node.field && place.isWithoutNumber && !asksMissing && needsNumber(node))
        return SqlCondition::never();
    if (place.walked == node.field)
        return asksMissing ? SqlCondition::never() : namedValueCondition(node, place.row);
    if (place.driven == node.field)
        return asksMissing ? SqlCondition::never() : namedValueCondition(node, u"d"_s);
    const NamedTable table = namedTable(node.field.kind);
    const QString rows = table.table + u" x WHERE x.version_id = "_s + place.id + u" AND x."_s + table.name + u" = ?"_s;
    SqlCondition found = exists(rows, asksMissing ? SqlCondition() : namedValueCondition(node, u"x"_s));
    if (!found.isNever())
        found.values.prepend(names.name(node.field.name));
    return asksMissing ? notCondition(found) : found;
}

} // namespace

SqlCondition createdCondition(const FilterNode &node, const QString &row)
{
    if (node.kind == Kind::Missing)
        return SqlCondition::never();
    const QString column = row + u".created_at"_s;
    const qint64 start = std::get<QDateTime>(node.values.first()).toMSecsSinceEpoch() * 1000;
    const qint64 end = start + 1000;
    switch (node.op) {
    case Operator::Less:
        return rowCondition(column + u" < ?"_s, {start});
    case Operator::LessOrEqual:
        return rowCondition(column + u" < ?"_s, {end});
    case Operator::Greater:
        return rowCondition(column + u" >= ?"_s, {end});
    case Operator::GreaterOrEqual:
        return rowCondition(column + u" >= ?"_s, {start});
    case Operator::NotEqual:
        return rowCondition(u"("_s + column + u" < ? OR "_s + column + u" >= ?)"_s, {start, end});
    case Operator::Equal:
    case Operator::Contains:
        break;
    }
    return rowCondition(u"("_s + column + u" >= ? AND "_s + column + u" < ?)"_s, {start, end});
}

Result<QueryNames> QueryNames::resolve(const VersionQuery &query, const SqlInteger &integer)
{
    QueryNames names;
    names.collect(FilterField(query.sort.field), {});
    if (query.filter)
        names.collect(*query.filter);
    for (const auto &[ids, table] : {std::pair(&names.m_names, u"names"_s), std::pair(&names.m_stages, u"stages"_s),
             std::pair(&names.m_models, u"models"_s)}) {
        for (auto id = ids->begin(); id != ids->end(); ++id) {
            const auto found = integer(u"SELECT id FROM "_s + table + u" WHERE name = ?"_s, {id.key()});
            if (!found)
                return failAs(found);
            id.value() = found->value_or(-1);
        }
    }
    return names;
}

void QueryNames::collect(const FilterField &field, const QStringList &values)
{
    if (!field.name.isEmpty())
        m_names.insert(field.name, -1);
    if (field.kind != Field::Stage && field.kind != Field::Model)
        return;
    for (const QString &value : values)
        (field.kind == Field::Stage ? m_stages : m_models).insert(value, -1);
}

void QueryNames::collect(const FilterNode &node)
{
    for (const FilterNode &child : node.children)
        collect(child);
    QStringList values;
    for (const QVariant &value : textsOf(node, true))
        values.append(value.toString());
    if (node.children.isEmpty())
        collect(node.field, values);
}

SqlCondition versionCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    if (node.kind == Kind::And || node.kind == Kind::Or)
        return joined(node, names, place);
    if (node.kind == Kind::Not)
        return notCondition(versionCondition(node.children.first(), names, place));
    if (place.absent == node.field)
        return node.kind == Kind::Missing ? SqlCondition() : SqlCondition::never();
    switch (node.field.kind) {
    case Field::Metric:
    case Field::Parameter:
    case Field::Tag:
        return namedCondition(node, names, place);
    case Field::Stage:
        return idCondition(node, u"v.stage_id"_s, u"stages"_s, [&](const QString &text) { return names.stage(text); });
    case Field::Model:
        return idCondition(node, u"v.model_id"_s, u"models"_s, [&](const QString &text) { return names.model(text); });
    case Field::CreatedAt:
        return createdCondition(node, u"v"_s);
    case Field::DeployedAt:
        return deployedCondition(node);
    case Field::Experiment:
        return experimentCondition(node);
    case Field::Alias:
        return anyOf(node, u"aliases x WHERE x.version_id = "_s + place.id, {u"x.alias"_s});
    case Field::DataSource:
        return anyOf(node, u"data_sources x WHERE x.version_id = "_s + place.id, {u"x.name"_s, u"x.digest"_s});
    case Field::Parent:
        return anyOf(node, u"parents x WHERE x.version_id = "_s + place.id,
            {u"x.parent_model || ':' || x.parent_version"_s, u"x.parent_model"_s, u"x.parent_version"_s});
    default:
        break;
    }
    const QString column = u"v."_s + versionColumn(node.field.kind);
    if (node.field.kind == Field::Version && node.kind == Kind::Compare && isOrderOperator(node.op))
        return orderedVersion(node);
    const FilterType type = filterType(node.field);
    const bool isNumber = type == FilterType::Number || type == FilterType::Truth;
    return onRow(isNumber ? numberCondition(node, column) : textCondition(node, column));
}

} // namespace stagekeeper
