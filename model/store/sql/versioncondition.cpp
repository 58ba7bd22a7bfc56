// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versioncondition.h"

#include "model/domain/filterfields.h"
#include "model/domain/versionscheme.h"
#include "model/store/sql/versioncolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Field = FilterField::Kind;
using Operator = FilterNode::Operator;

const SqlCondition always {u"1"_s, {}, false};
const SqlCondition never {u"0"_s, {}, false};

SqlCondition rowCondition(const QString &text, const QVariantList &values = {})
{
    return {text, values, true};
}

SqlCondition onRow(SqlCondition condition)
{
    condition.readsRow = !condition.isAlways() && !condition.isNever();
    return condition;
}

SqlCondition either(const SqlCondition &a, const SqlCondition &b)
{
    if (a.isAlways() || b.isNever())
        return a;
    if (b.isAlways() || a.isNever())
        return b;
    return {u"("_s + a.text + u" OR "_s + b.text + u")"_s, a.values + b.values, a.readsRow || b.readsRow};
}

SqlCondition negated(const SqlCondition &condition)
{
    if (condition.isAlways() || condition.isNever())
        return condition.isAlways() ? never : always;
    return {u"("_s + condition.text + u") IS NOT TRUE"_s, condition.values, condition.readsRow};
}

SqlCondition joined(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    SqlCondition all = node.kind == Kind::And ? always : never;
    for (const FilterNode &child : node.children) {
        const SqlCondition condition = versionCondition(child, names, place);
        if (node.kind == Kind::And)
            all.require(condition);
        else
            all = either(all, condition);
    }
    if (node.kind == Kind::And && !all.isAlways() && !all.isNever())
        all.text = u"("_s + all.text + u")"_s;
    return all;
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

/// Numbers without NaN.
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
        return text.isEmpty() ? never : SqlCondition {column + u" = ?"_s, {text}, false};
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
    return hasNan(node) ? never : SqlCondition {column + comparisonText(node.op), numbersOf(node), false};
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
        return never;
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
        return never;
    return {u"EXISTS (SELECT 1 FROM "_s + rows + u" AND "_s + condition.text + u")"_s, condition.values, false};
}

/// Rows of which a version has any number, each compared by its `texts`.
SqlCondition anyOf(const FilterNode &node, const QString &rows, const QStringList &texts)
{
    const auto matching = [&](FilterNode wanted) {
        SqlCondition any = never;
        for (const QString &text : texts)
            any = either(any, textCondition(wanted, text));
        return exists(rows, any);
    };
    if (node.kind == Kind::Missing)
        return negated(exists(rows, always));
    if (node.kind == Kind::In || node.op != Operator::NotEqual)
        return matching(node);
    FilterNode equal = node;
    equal.op = Operator::Equal;
    SqlCondition condition = exists(rows, always);
    condition.require(negated(matching(equal)));
    return {u"("_s + condition.text + u")"_s, condition.values, false};
}

SqlCondition experimentCondition(const FilterNode &node)
{
    const SqlCondition id = textCondition(node, u"v.experiment_id"_s);
    const SqlCondition name = textCondition(node, u"v.experiment_name"_s);
    if (node.kind == Kind::Missing)
        return rowCondition(u"(v.experiment_id = '' AND v.experiment_name = '')"_s);
    if (node.kind == Kind::In || node.op != Operator::NotEqual)
        return onRow(either(id, name));
    return rowCondition(u"(v.experiment_id <> ? AND v.experiment_name <> ? AND v.experiment_id || v.experiment_name <> '')"_s,
                        {textOf(node), textOf(node)});
}

SqlCondition namedCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    const bool asksMissing = node.kind == Kind::Missing;
    if (place.absent == node.field)
        return asksMissing ? always : never;
    if (place.walked == node.field)
        return asksMissing ? never : namedValueCondition(node, u"s"_s);
    const NamedTable table = namedTable(node.field.kind);
    const QString rows = table.table + u" x WHERE x.version_id = "_s + place.id + u" AND x."_s + table.name + u" = ?"_s;
    SqlCondition found = exists(rows, asksMissing ? always : namedValueCondition(node, u"x"_s));
    if (!found.isNever())
        found.values.prepend(names.name(node.field.name));
    return asksMissing ? negated(found) : found;
}

SqlCondition parameterCondition(const FilterNode &node, const QString &row)
{
    const QString number = row + u".number"_s;
    const QString value = row + u".value"_s;
    if (node.kind == Kind::Compare && node.op == Operator::Contains)
        return containsCondition(parameterTextExpression(value), textOf(node));
    const bool isNumber = std::holds_alternative<double>(node.values.first());
    if (node.kind == Kind::Compare && isNumber && !hasNan(node) && node.op == Operator::NotEqual)
        return {u"("_s + number + u" IS NULL OR "_s + number + u" <> ?)"_s, numbersOf(node), false};
    if (node.kind == Kind::Compare && isNumber && !hasNan(node))
        return {number + comparisonText(node.op), numbersOf(node), false};
    if (node.kind == Kind::Compare && isNumber && node.op != Operator::Equal)
        return never;
    QVariantList spellings = hasNan(node) ? QVariantList {u"\"NaN\""_s} : QVariantList();
    for (const QVariant &text : textsOf(node, true))
        spellings += parameterSpellings(text.toString());
    if (node.kind == Kind::Compare && node.op == Operator::NotEqual)
        return {value + u" NOT IN (?, ?)"_s, spellings, false};
    return either(inCondition(number, numbersOf(node)), inCondition(value, spellings));
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
        return either(inCondition(value, numbersOf(node)), hasNan(node) ? nan : never);
    if (hasNan(node))
        return node.op == Operator::Equal ? nan : never;
    return {value + comparisonText(node.op), numbersOf(node), false};
}

} // namespace

void SqlCondition::require(const SqlCondition &other)
{
    if (isNever() || other.isAlways())
        return;
    if (isAlways() || other.isNever()) {
        *this = other;
        return;
    }
    text += u" AND "_s + other.text;
    values += other.values;
    readsRow = readsRow || other.readsRow;
}

SqlCondition inCondition(const QString &expression, const QVariantList &values)
{
    if (values.isEmpty())
        return never;
    return {expression + u" IN ("_s + QStringList(values.size(), u"?"_s).join(u", "_s) + u")"_s, values, false};
}

SqlCondition containsCondition(const QString &expression, const QString &text)
{
    QStringList needles {text, text.toLower(), text.toUpper()};
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; }))
        needles = QStringList {text};
    needles.removeDuplicates();
    SqlCondition any = never;
    for (QString needle : needles) {
        needle.replace(u"\\"_s, u"\\\\"_s).replace(u"%"_s, u"\\%"_s).replace(u"_"_s, u"\\_"_s);
        any = either(any, {expression + u" LIKE ? ESCAPE '\\'"_s, {QString(u"%"_s + needle + u"%"_s)}, false});
    }
    return any;
}

QVariantList parameterSpellings(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return {QString::fromUtf8(array.mid(1, array.size() - 2)), text};
}

SqlCondition createdCondition(const FilterNode &node, const QString &row)
{
    if (node.kind == Kind::Missing)
        return never;
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

SqlCondition namedValueCondition(const FilterNode &node, const QString &row)
{
    switch (node.field.kind) {
    case Field::Metric:
        return metricCondition(node, row + u".value"_s);
    case Field::Parameter:
        return parameterCondition(node, row);
    default:
        return tagCondition(node, row);
    }
}

SqlCondition versionCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place)
{
    if (node.kind == Kind::And || node.kind == Kind::Or)
        return joined(node, names, place);
    if (node.kind == Kind::Not)
        return negated(versionCondition(node.children.first(), names, place));
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
    const bool isOrder = node.kind == Kind::Compare && node.op != Operator::Equal && node.op != Operator::NotEqual
        && node.op != Operator::Contains;
    if (node.field.kind == Field::Version && isOrder)
        return orderedVersion(node);
    const FilterType type = filterType(node.field);
    const bool isNumber = type == FilterType::Number || type == FilterType::Truth;
    return onRow(isNumber ? numberCondition(node, column) : textCondition(node, column));
}

} // namespace stagekeeper
