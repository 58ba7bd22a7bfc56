// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionfilter.h"

#include "model/domain/filternormal.h"
#include "model/store/sql/versioncondition.h"
#include "model/store/sql/versiondriver.h"
#include "model/store/sql/versionorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;
using Field = FilterField::Kind;
using Operator = FilterNode::Operator;

constexpr qint64 smallRegistry = 2000; ///< versions; fewer are walked without a thought
constexpr qint64 walkedPerDriven = 12; ///< index entries walked in the time of one version looked up and sorted
constexpr qint64 sampleSize = 64;
constexpr qint64 goodSample = 8; ///< hits among the sample with which walking is quick enough

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
        const std::optional<QString> stage = one(Field::Stage);
        const VersionOrder order
            = versionOrder(m_query, m_names, stage ? std::optional(m_names.stage(*stage)) : std::nullopt);
        if (order.keepsToStage)
            (void)takeOne(Field::Stage);
        const auto versions = countVersions();
        if (!versions)
            return failAs(versions);
        const auto driver = choose(order, limit, *versions);
        if (!driver)
            return failAs(driver);
        VersionPlan plan;
        plan.total = m_query.filter ? -1 : *versions;
        for (const VersionWalk &walk : order.walks) {
            std::optional<SqlStatement> part = statement(walk, *driver);
            if (!part)
                continue;
            if (limit >= 0) {
                part->sql += u" LIMIT ?"_s;
                part->values.append(limit);
            }
            plan.parts.append(*part);
        }
        return plan;
    }

    Result<SqlStatement> count()
    {
        VersionWalk walk;
        walk.from = u"versions v"_s;
        if (m_query.model.isValid())
            walk.where = {u"v.model_id = ?"_s, {m_query.model.value}, false};
        const auto part = statement(walk, {});
        if (!part)
            return SqlStatement {u"SELECT 0"_s, {}};
        return SqlStatement {u"SELECT count(*) FROM ("_s + part->sql + u")"_s, part->values};
    }

private:
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

    /// Which condition to start from, or none to walk in the order of the sort.
    Result<std::optional<SqlStatement>> choose(const VersionOrder &order, qint64 limit, qint64 versions) const
    {
        std::optional<SqlStatement> best;
        if (versions < smallRegistry)
            return best;
        const FilterField walked = m_query.sort.field;
        const QList<SqlStatement> drivers = versionDrivers(m_conditions, m_query.model, m_names, walked);
        qint64 least = versions / walkedPerDriven;
        if (limit >= 0 && !drivers.isEmpty()) {
            const Result<qint64> hits = sample(order.walks.first());
            if (!hits)
                return failAs(hits);
            if (*hits >= goodSample)
                return best;
            least = std::min(least, limit * sampleSize / (*hits > 0 ? *hits * 2 : 1));
        }
        for (const SqlStatement &driver : drivers) {
            const auto count = m_integer(u"SELECT count(*) FROM ("_s + driver.sql + u" LIMIT ?)"_s, driver.values + QVariantList {least});
            if (!count)
                return failAs(count);
            if (count->value_or(0) < least) {
                least = count->value_or(0);
                best = driver;
            }
        }
        return best;
    }

    /// How many of the first versions of a walk the filter lets through.
    Result<qint64> sample(const VersionWalk &walk) const
    {
        const SqlCondition condition = conditionAt({});
        if (condition.isNever())
            return sampleSize;
        const auto hits = m_integer(u"SELECT count(*) FROM (SELECT "_s + walk.place.id + u" AS id FROM "_s + walk.from + u" WHERE "_s
                + walk.where.text + u" ORDER BY "_s + walk.order + u" LIMIT "_s + QString::number(sampleSize)
                + u") w CROSS JOIN versions v ON v.id = w.id WHERE "_s + condition.text,
            walk.where.values + condition.values);
        if (!hits)
            return failAs(hits);
        return hits->value_or(0);
    }

    SqlCondition conditionAt(const ConditionPlace &place) const
    {
        SqlCondition all;
        for (const FilterNode &node : m_conditions) {
            const SqlCondition condition = versionCondition(node, m_names, place);
            all.require(node.kind == Kind::Or ? inParentheses(condition) : condition);
        }
        return all;
    }

    /// Nothing when the filter lets no version of this walk through.
    std::optional<SqlStatement> statement(const VersionWalk &walk, const std::optional<SqlStatement> &driver) const
    {
        const SqlCondition filter = conditionAt(walk.place);
        SqlCondition where = driver ? walk.drivenWhere : walk.where;
        if (driver)
            where.require({walk.place.id + u" IN ("_s + driver->sql + u")"_s, driver->values, false});
        where.require(filter);
        if (where.isNever())
            return {};
        QString from = driver ? walk.drivenFrom : walk.from;
        if (!walk.hasRow && filter.readsRow)
            from += u" CROSS JOIN versions v ON v.id = s.version_id"_s;
        const QString order = walk.order.isEmpty() ? QString() : QString(u" ORDER BY "_s + walk.order);
        return SqlStatement {u"SELECT "_s + walk.place.id + u" FROM "_s + from + u" WHERE "_s + where.text + order, where.values};
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

Result<SqlStatement> planVersionCount(const VersionQuery &query, const SqlInteger &integer)
{
    Planner planner(query, integer);
    if (const Result<> prepared = planner.prepare(); !prepared)
        return failAs(prepared);
    return planner.count();
}

} // namespace stagekeeper
