// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionstatement.h"

#include "model/store/sql/namedcondition.h"
#include "model/store/sql/versioncolumns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;

constexpr int maximumJoins = 16; ///< SQLite joins up to 64 tables, but thinks long about many

bool isPresence(const FilterNode &node)
{
    return node.kind == Kind::Not && node.children.first().kind == Kind::Missing;
}

const FilterNode &leafOf(const FilterNode &node)
{
    return node.kind == Kind::Not ? node.children.first() : node;
}

class Statement
{
public:
    Statement(const VersionWalk &walk, const std::optional<VersionDriver> &driver, const QueryNames &names)
        : m_place(walk.place), m_names(names), m_hasRow(walk.hasRow)
    {
        if (!driver) {
            m_tables = walk.from;
            m_where = walk.where;
            return;
        }
        m_tables = driver->from;
        m_values = driver->fromValues;
        m_where = driver->where;
        m_place.id = driver->id;
        if (!driver->field.name.isEmpty())
            m_place.driven = driver->field;
        m_hasRow = driver->hasRow();
        if (walk.hasRow && !m_hasRow)
            addRow();
        m_tables.append(walk.drivenFrom);
        m_values += walk.drivenValues;
        SqlCondition driven = walk.drivenWhere;
        driven.text.replace(u"%1"_s, m_place.id);
        m_where.require(driven);
    }

    void require(const QList<FilterNode> &conditions)
    {
        // What the row says is asked before what has to be looked up: it is mostly an equality, and lets less through.
        QList<FilterNode> lookups;
        for (const FilterNode &node : conditions) {
            const SqlCondition condition = versionCondition(node, m_names, m_place);
            if (!condition.readsRow) {
                lookups.append(node);
                continue;
            }
            if (!m_hasRow)
                addRow();
            m_where.require(node.kind == Kind::Or ? inParentheses(condition) : condition);
        }
        for (const FilterNode &node : std::as_const(lookups)) {
            if (isJoinable(node))
                join(node);
            else
                m_where.require(inParenthesesIfOr(node));
        }
    }

    std::optional<SqlStatement> finished(const QString &order) const
    {
        if (m_where.isNever())
            return {};
        const QString ordered = order.isEmpty() ? QString() : QString(u" ORDER BY "_s + order);
        return SqlStatement {u"SELECT "_s + m_place.id + u" AS id FROM "_s + m_tables + u" WHERE "_s + m_where.text
                + ordered,
            m_values + m_where.values};
    }

private:
    void addRow()
    {
        m_tables.append(u" CROSS JOIN versions v"_s);
        m_where.require({u"v.id = "_s + m_place.id, {}, false});
        m_place.id = u"v.id"_s;
        m_hasRow = true;
    }

    SqlCondition inParenthesesIfOr(const FilterNode &node) const
    {
        const SqlCondition condition = versionCondition(node, m_names, m_place);
        return node.kind == Kind::Or ? inParentheses(condition) : condition;
    }

    /// A metric, parameter or tag that must be there: joined by its primary key, which is quicker than EXISTS.
    [[nodiscard]] bool isJoinable(const FilterNode &node) const
    {
        const bool isLeaf = node.kind == Kind::Compare || node.kind == Kind::In || isPresence(node);
        const FilterField &field = leafOf(node).field;
        return isLeaf && !field.name.isEmpty() && field != m_place.walked && field != m_place.driven
            && field != m_place.absent && m_joins < maximumJoins;
    }

    void join(const FilterNode &node)
    {
        const FilterNode &leaf = leafOf(node);
        const NamedTable table = namedTable(leaf.field.kind);
        const QString row = u"j"_s + QString::number(m_joins++);
        m_tables.append(u" CROSS JOIN "_s + table.table + u' ' + row);
        m_where.require({row + u".version_id = "_s + m_place.id + u" AND "_s + row + u'.' + table.name + u" = ?"_s,
            {m_names.name(leaf.field.name)}, false});
        if (!isPresence(node))
            m_where.require(namedValueCondition(leaf, row));
    }

    QString m_tables;
    QVariantList m_values;
    SqlCondition m_where;
    ConditionPlace m_place;
    const QueryNames &m_names;
    bool m_hasRow;
    int m_joins = 0;
};

} // namespace

std::optional<SqlStatement> versionStatement(const VersionWalk &walk, const std::optional<VersionDriver> &driver,
                                             const QList<FilterNode> &conditions, const QueryNames &names)
{
    Statement statement(walk, driver, names);
    statement.require(conditions);
    return statement.finished(walk.order);
}

std::optional<SqlStatement> versionSet(const VersionDriver &driver, const QList<FilterNode> &conditions, const QueryNames &names)
{
    VersionWalk walk;
    walk.hasRow = false;
    return versionStatement(walk, driver, conditions, names);
}

} // namespace stagekeeper
