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

class Driver
{
public:
    Driver(const QString &id, const QString &from, ModelId model) : m_id(id), m_from(from)
    {
        m_where = model.isValid() ? SqlCondition {u"d.model_id = ?"_s, {model.value}, false}
                                  : SqlCondition {u"d.model_id IN (SELECT id FROM models)"_s, {}, false};
    }

    void require(const SqlCondition &condition) { m_where.require(condition); }

    [[nodiscard]] SqlStatement statement() const
    {
        return {u"SELECT d."_s + m_id + u" FROM "_s + m_from + u" WHERE "_s + m_where.text, m_where.values};
    }

private:
    QString m_id, m_from;
    SqlCondition m_where;
};

using Drivers = QList<SqlStatement>;

Drivers namedDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model, const QueryNames &names)
{
    const NamedTable table = namedTable(field.kind);
    const SqlCondition ofName {u"d."_s + table.name + u" = ?"_s, {names.name(field.name)}, false};
    Driver ranged(u"version_id"_s, table.table + u" d INDEXED BY "_s + table.index, model);
    ranged.require(ofName);
    Drivers drivers;
    bool isUseful = false;
    for (const FilterNode &node : nodes) {
        const bool isText = isOneOf(node) && !node.values.isEmpty() && textsOf(node, true).size() == node.values.size();
        if (field.kind == Field::Parameter && isText && !std::ranges::any_of(textsOf(node, true), isTextNumber)) {
            Driver texts(u"version_id"_s, u"params d INDEXED BY params_value"_s, model);
            texts.require(ofName);
            texts.require({u"d.number IS NULL"_s, {}, false});
            texts.require(namedValueCondition(node, u"d"_s));
            drivers.append(texts.statement());
        } else if (field.kind == Field::Tag && isOneOf(node) && !textsOf(node, true).contains(u""_s)) {
            ranged.require(inCondition(u"d.value"_s, textsOf(node, true)));
            isUseful = true;
        } else if (field.kind != Field::Tag && isRange(node) && numbersOf(node).size() == node.values.size()) {
            ranged.require(namedValueCondition(node, u"d"_s));
            isUseful = true;
        } else if (isPresence(node)) {
            isUseful = true;
        }
    }
    return isUseful ? drivers + Drivers {ranged.statement()} : drivers;
}

Drivers columnDrivers(const FilterField &field, const QList<FilterNode> &nodes, ModelId model)
{
    const bool isVersion = field.kind == Field::Version;
    if (!isVersion && (!model.isValid() || columnIndex(field.kind).isEmpty()))
        return {};
    Driver driver(u"id"_s, u"versions d"_s + (isVersion ? QString() : QString(u" INDEXED BY "_s + columnIndex(field.kind))), model);
    const QString column = u"d."_s + versionColumn(field.kind);
    bool isUseful = false;
    for (const FilterNode &node : nodes) {
        const bool isNumber = isRange(node) && numbersOf(node).size() == node.values.size();
        const bool isText = isOneOf(node) && textsOf(node, true).size() == node.values.size();
        if (isNumber && node.kind == Kind::Compare)
            driver.require({column + comparisonText(node.op), numbersOf(node), false});
        else if (isNumber || isText)
            driver.require(inCondition(column, isNumber ? numbersOf(node) : textsOf(node, true)));
        isUseful = isUseful || isNumber || isText;
    }
    return isUseful ? Drivers {driver.statement()} : Drivers();
}

Drivers createdDrivers(const QList<FilterNode> &nodes, ModelId model)
{
    SqlCondition range;
    for (const FilterNode &node : nodes) {
        if (isRange(node))
            range.require(createdCondition(node, u"d"_s));
    }
    if (range.isAlways())
        return {};
    if (!model.isValid())
        return {{u"SELECT d.id FROM versions d INDEXED BY versions_all_created WHERE "_s + range.text, range.values}};
    Driver driver(u"id"_s, u"versions d INDEXED BY versions_created"_s, model);
    driver.require(range);
    return {driver.statement()};
}

Drivers stageDrivers(const QList<FilterNode> &nodes, ModelId model, const QueryNames &names)
{
    Drivers drivers;
    for (const FilterNode &node : nodes) {
        if (!isOneOf(node) || !model.isValid())
            continue;
        QVariantList ids;
        for (const QVariant &stage : textsOf(node, true))
            ids.append(names.stage(stage.toString()));
        Driver driver(u"id"_s, u"versions d INDEXED BY versions_stage_created"_s, model);
        driver.require(inCondition(u"d.stage_id"_s, ids));
        drivers.append(driver.statement());
    }
    return drivers;
}

Drivers aliasDrivers(const QList<FilterNode> &nodes, ModelId model)
{
    Drivers drivers;
    for (const FilterNode &node : nodes) {
        Driver driver(u"version_id"_s, u"aliases d"_s, model);
        if (isOneOf(node))
            driver.require(inCondition(u"d.alias"_s, textsOf(node, true)));
        else if (!isPresence(node))
            continue;
        drivers.append(driver.statement());
    }
    return drivers;
}

} // namespace

QList<SqlStatement> versionDrivers(const QList<FilterNode> &conditions, ModelId model, const QueryNames &names,
                                   const FilterField &except)
{
    QList<std::pair<FilterField, QList<FilterNode>>> byField;
    for (const FilterNode &node : conditions) {
        const bool isLeaf = node.kind == Kind::Compare || node.kind == Kind::In || isPresence(node);
        const FilterField field = node.kind == Kind::Not ? node.children.first().field : node.field;
        if (!isLeaf || field == except)
            continue;
        const auto known = std::ranges::find(byField, field, &std::pair<FilterField, QList<FilterNode>>::first);
        if (known == byField.end())
            byField.append({field, {node}});
        else
            known->second.append(node);
    }
    QList<SqlStatement> drivers;
    for (const auto &[field, nodes] : std::as_const(byField)) {
        if (!field.name.isEmpty())
            drivers += namedDrivers(field, nodes, model, names);
        else if (field.kind == Field::CreatedAt)
            drivers += createdDrivers(nodes, model);
        else if (field.kind == Field::Stage)
            drivers += stageDrivers(nodes, model, names);
        else if (field.kind == Field::Alias)
            drivers += aliasDrivers(nodes, model);
        else
            drivers += columnDrivers(field, nodes, model);
    }
    return drivers;
}

} // namespace stagekeeper
