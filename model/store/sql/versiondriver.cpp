// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versiondriver.h"

#include "model/domain/filterfields.h"
#include "model/store/sql/filtervaluelists.h"
#include "model/store/sql/namedcondition.h"
#include "model/store/sql/versioncolumns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Field = FilterField::Kind;
using Operator = FilterNode::Operator;

bool isPresence(const FilterNode &node)
{
    return node.kind == Kind::Not && node.children.first().kind == Kind::Missing;
}

bool isOneOf(const FilterNode &node)
{
    return node.kind == Kind::In || (node.kind == Kind::Compare && node.op == Operator::Equal);
}

bool isRange(const FilterNode &node)
{
    return isOneOf(node) || (node.kind == Kind::Compare && isOrderOperator(node.op));
}

bool isTextNumber(const QVariant &text)
{
    bool isNumber = false;
    (void)text.toString().toDouble(&isNumber);
    return isNumber;
}

using Drivers = QList<VersionDriver>;

SqlCondition ofModel(const QString &row, ModelId model)
{
    if (model.isValid())
        return {row + u".model_id = ?"_s, {model.value}, false};
    return {row + u".model_id IN (SELECT id FROM models)"_s, {}, false};
}

VersionDriver sideDriver(const FilterField &field, const QString &from, ModelId model)
{
    return {field, from, {}, ofModel(u"d"_s, model), u"d.version_id"_s, false};
}

VersionDriver rowDriver(const FilterField &field, const QString &index, ModelId model)
{
    const QString from = u"versions v"_s + (index.isEmpty() ? QString() : QString(u" INDEXED BY "_s + index));
    return {field, from, {}, ofModel(u"v"_s, model), u"v.id"_s, true};
}

Drivers namedDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model, const QueryNames &names)
{
    const NamedTable table = namedTable(field.kind);
    const SqlCondition ofName {u"d."_s + table.name + u" = ?"_s, {names.name(field.name)}, false};
    VersionDriver ranged = sideDriver(field, table.table + u" d INDEXED BY "_s + table.index, model);
    ranged.where.require(ofName);
    Drivers drivers;
    bool isUseful = false;
    for (const FilterNode &node : nodes) {
        const bool isText = isOneOf(node) && !node.values.isEmpty() && textsOf(node, true).size() == node.values.size();
        if (field.kind == Field::Parameter && isText && !std::ranges::any_of(textsOf(node, true), isTextNumber)) {
            VersionDriver texts = sideDriver(field, u"params d INDEXED BY params_value"_s, model);
            texts.where.require(ofName);
            texts.where.require({u"d.number IS NULL"_s, {}, false});
            texts.where.require(namedValueCondition(node, u"d"_s));
            texts.isInOrderOfIds = true;
            drivers.append(texts);
        } else if (field.kind == Field::Tag && isOneOf(node) && !textsOf(node, true).contains(u""_s)) {
            ranged.where.require(inCondition(u"d.value"_s, textsOf(node, true)));
            ranged.isInOrderOfIds = isUseful = true;
        } else if (field.kind != Field::Tag && isRange(node) && numbersOf(node).size() == node.values.size()) {
            ranged.where.require(namedValueCondition(node, u"d"_s));
            isUseful = true;
        } else if (isPresence(node)) {
            isUseful = true;
        }
    }
    return isUseful ? drivers + Drivers {ranged} : drivers;
}

Drivers columnDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model)
{
    const bool isVersion = field.kind == Field::Version;
    if (!isVersion && (!model.isValid() || columnIndex(field.kind).isEmpty()))
        return {};
    VersionDriver driver = rowDriver(field, columnIndex(field.kind), model);
    const QString column = u"v."_s + versionColumn(field.kind);
    bool isUseful = false;
    for (const FilterNode &node : nodes) {
        const bool isNumber = isRange(node) && numbersOf(node).size() == node.values.size();
        const bool isText = isOneOf(node) && textsOf(node, true).size() == node.values.size();
        if (isNumber && node.kind == Kind::Compare)
            driver.where.require({column + comparisonText(node.op), numbersOf(node), false});
        else if (isNumber || isText)
            driver.where.require(inCondition(column, isNumber ? numbersOf(node) : textsOf(node, true)));
        isUseful = isUseful || isNumber || isText;
    }
    return isUseful ? Drivers {driver} : Drivers();
}

Drivers createdDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model)
{
    SqlCondition range;
    for (const FilterNode &node : nodes) {
        if (isRange(node))
            range.require(createdCondition(node, u"v"_s));
    }
    if (range.isAlways())
        return {};
    VersionDriver driver = rowDriver(field, model.isValid() ? u"versions_created"_s : u"versions_all_created"_s, model);
    driver.where = model.isValid() ? driver.where : SqlCondition();
    driver.where.require(range);
    return {driver};
}

Drivers stageDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model, const QueryNames &names)
{
    Drivers drivers;
    for (const FilterNode &node : nodes) {
        if (!isOneOf(node) || !model.isValid())
            continue;
        QVariantList ids;
        for (const QVariant &stage : textsOf(node, true))
            ids.append(names.stage(stage.toString()));
        VersionDriver driver = rowDriver(field, u"versions_stage_created"_s, model);
        driver.where.require(inCondition(u"v.stage_id"_s, ids));
        drivers.append(driver);
    }
    return drivers;
}

/// A version may have several aliases.
Drivers aliasDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model)
{
    Drivers drivers;
    for (const FilterNode &node : nodes) {
        if (!isOneOf(node) && !isPresence(node))
            continue;
        SqlCondition where = ofModel(u"a"_s, model);
        if (isOneOf(node))
            where.require(inCondition(u"a.alias"_s, textsOf(node, true)));
        drivers.append({field, u"(SELECT DISTINCT a.version_id FROM aliases a WHERE "_s + where.text + u") d"_s, where.values,
            SqlCondition(), u"d.version_id"_s, false});
    }
    return drivers;
}

} // namespace

std::optional<FilterField> indexedField(const FilterNode &node)
{
    if (node.kind == Kind::Compare || node.kind == Kind::In)
        return node.field;
    return isPresence(node) ? std::optional(node.children.first().field) : std::nullopt;
}

QList<FilterNode> conditionsOn(const FilterField &field, const QList<FilterNode> &conditions)
{
    QList<FilterNode> found;
    std::ranges::copy_if(conditions, std::back_inserter(found), [&](const FilterNode &node) { return indexedField(node) == field; });
    return found;
}

QList<VersionDriver> versionDrivers(const QList<FilterNode> &conditions, ModelId model, const QueryNames &names)
{
    QList<std::pair<FilterField, QList<FilterNode>>> byField;
    for (const FilterNode &node : conditions) {
        const std::optional<FilterField> field = indexedField(node);
        if (!field)
            continue;
        const auto known = std::ranges::find(byField, *field, &std::pair<FilterField, QList<FilterNode>>::first);
        if (known == byField.end())
            byField.append({*field, {node}});
        else
            known->second.append(node);
    }
    Drivers drivers;
    for (const auto &[field, nodes] : std::as_const(byField)) {
        if (!field.name.isEmpty())
            drivers += namedDrivers(field, nodes, model, names);
        else if (field.kind == Field::CreatedAt)
            drivers += createdDrivers(field, nodes, model);
        else if (field.kind == Field::Stage)
            drivers += stageDrivers(field, nodes, model, names);
        else if (field.kind == Field::Alias)
            drivers += aliasDrivers(field, nodes, model);
        else
            drivers += columnDrivers(field, nodes, model);
    }
    return drivers;
}

} // namespace stagekeeper
