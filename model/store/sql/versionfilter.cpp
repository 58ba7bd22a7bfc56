// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionfilter.h"

#include "model/domain/filternormal.h"
#include "model/store/sql/idset.h"
#include "model/store/sql/versionchoice.h"
#include "model/store/sql/versionstatement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Field = FilterField::Kind;
using Operator = FilterNode::Operator;

class Planner
{
public:
    Planner(const VersionQuery &query, const SqlInteger &integer) : m_query(query), m_integer(integer) { }

    Result<> prepare()
    {
        Result<QueryNames> names = QueryNames::resolve(m_query, m_integer);
        if (!names)
            return failAs(names);
        m_names = *std::move(names);
        if (m_query.filter) {
            const FilterNode filter = normalFilter(*m_query.filter);
            m_conditions = filter.kind == Kind::And ? filter.children : QList<FilterNode> {filter};
        }
        if (!m_query.model.isValid()) {
            if (const auto model = takeOne(Field::Model))
                m_query.model.value = m_names.model(*model);
        }
        return {};
    }

    Result<VersionPlan> plan(qint64 limit)
    {
        VersionChoice choice;
        const std::optional<QString> stage = one(Field::Stage);
        choice.order = versionOrder(m_query, m_names, stage ? std::optional(m_names.stage(*stage)) : std::nullopt);
        if (choice.order.keepsToStage) {
            const QList<FilterNode> inStage {FilterNode {Kind::Compare, {}, {Field::Stage, {}}, Operator::Equal, {*stage}}};
            choice.stageWalk = versionDrivers(inStage, m_query.model, m_names).first();
            (void)takeOne(Field::Stage);
        }
        if (!m_conditions.isEmpty() || limit < 0) {
            const auto versions = countVersions();
            if (!versions)
                return failAs(versions);
            choice.versions = *versions;
        }
        choice.walked = conditionsOn(m_query.sort.field, m_conditions);
        std::ranges::copy_if(m_conditions, std::back_inserter(choice.others),
            [this](const FilterNode &node) { return indexedField(node) != m_query.sort.field; });
        choice.query = m_query;
        choice.limit = limit;
        const auto way = chooseWay(choice, m_names, m_integer);
        if (!way)
            return failAs(way);
        if (!way->gathered.isEmpty())
            return gathering(choice, way->gathered);
        VersionPlan plan;
        plan.total = m_query.filter || limit >= 0 ? -1 : choice.versions;
        plan.parts = parts(choice.order.walks, way->driver, m_conditions);
        if (way->driver && plan.parts.size() > 1 && choice.order.together)
            plan.parts = parts({*choice.order.together}, way->driver, m_conditions);
        for (SqlStatement &part : plan.parts) {
            if (limit < 0)
                break;
            part.sql += u" LIMIT ?"_s;
            part.values.append(limit);
        }
        return plan;
    }

    Result<SqlStatement> count()
    {
        VersionWalk walk;
        walk.from = u"versions v"_s;
        if (m_query.model.isValid())
            walk.where = {u"v.model_id = ?"_s, {m_query.model.value}, false};
        const auto part = versionStatement(walk, {}, m_conditions, m_names);
        if (!part)
            return SqlStatement {u"SELECT 0"_s, {}};
        return SqlStatement {u"SELECT count(*) FROM ("_s + part->sql + u")"_s, part->values};
    }

private:
    QList<SqlStatement> parts(const QList<VersionWalk> &walks, const std::optional<VersionDriver> &driver,
                              const QList<FilterNode> &conditions) const
    {
        QList<SqlStatement> parts;
        for (const VersionWalk &walk : walks) {
            if (const auto part = versionStatement(walk, driver, conditions, m_names))
                parts.append(*part);
        }
        return parts;
    }

    VersionPlan gathering(const VersionChoice &choice, const QList<VersionDriver> &drivers) const
    {
        VersionPlan plan;
        for (const VersionDriver &driver : drivers) {
            const auto set = versionSet(driver, conditionsOn(driver.field, choice.others), m_names);
            if (!set)
                return {};
            plan.sets.append(*set);
        }
        plan.parts = parts(choice.order.walks, {}, choice.walked);
        return plan;
    }

    /// The text that the filter asks one field to equal, when it must.
    std::optional<QString> one(Field kind) const
    {
        const auto found = std::ranges::find_if(m_conditions, [kind](const FilterNode &node) {
            return node.kind == Kind::Compare && node.field.kind == kind && node.op == Operator::Equal;
        });
        return found == m_conditions.end() ? std::nullopt : std::optional(std::get<QString>(found->values.first()));
    }

    std::optional<QString> takeOne(Field kind)
    {
        const std::optional<QString> text = one(kind);
        if (text) {
            m_conditions.removeOne(FilterNode {Kind::Compare, {}, {kind, {}}, Operator::Equal, {*text}});
        }
        return text;
    }

    Result<qint64> countVersions() const
    {
        const auto count = m_query.model.isValid()
            ? m_integer(u"SELECT versions FROM models WHERE id = ?"_s, {m_query.model.value})
            : m_integer(u"SELECT sum(versions) FROM models"_s, {});
        if (!count)
            return failAs(count);
        return count->value_or(0);
    }

    VersionQuery m_query;
    const SqlInteger &m_integer;
    QueryNames m_names;
    QList<FilterNode> m_conditions; ///< all of them must hold
};

} // namespace

Result<VersionPlan> planVersions(const VersionQuery &query, qint64 limit, const SqlInteger &integer)
{
    Planner planner(query, integer);
    if (const Result<> prepared = planner.prepare(); !prepared)
        return failAs(prepared);
    return planner.plan(limit);
}

Result<QList<qint64>> runVersionPlan(const VersionPlan &plan, qint64 limit, const SqlIntegers &integers)
{
    std::optional<IdSet> kept;
    for (const SqlStatement &statement : plan.sets) {
        IdSet both;
        const auto done = integers(statement, [&](qint64 id) {
            if (!kept || kept->contains(id))
                both.insert(id);
            return true;
        });
        if (!done)
            return failAs(done);
        kept = std::move(both);
    }
    const qint64 total = kept ? kept->size() : plan.total;
    const qint64 enough = limit < 0 || total < 0 ? std::max(limit, total) : std::min(limit, total);
    QList<qint64> ids;
    for (const SqlStatement &part : plan.parts) {
        if (enough >= 0 && ids.size() >= enough)
            break;
        const auto done = integers(part, [&](qint64 id) {
            if (!kept || kept->contains(id))
                ids.append(id);
            return enough < 0 || ids.size() < enough;
        });
        if (!done)
            return failAs(done);
    }
    return ids;
}

Result<SqlStatement> planVersionCount(const VersionQuery &query, const SqlInteger &integer)
{
    Planner planner(query, integer);
    if (const Result<> prepared = planner.prepare(); !prepared)
        return failAs(prepared);
    return planner.count();
}

} // namespace stagekeeper
