// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionorder.h"

#include "model/domain/filterfields.h"
#include "model/store/sql/versioncolumns.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterField::Kind;

/// "v.a, v.b" with the direction behind each.
QString ordered(const QStringList &columns, bool descending)
{
    QStringList texts;
    for (const QString &column : columns)
        texts.append(column + (descending ? u" DESC"_s : u" ASC"_s));
    return texts.join(u", "_s);
}

class Order
{
public:
    Order(const VersionQuery &query, const QueryNames &names) : m_query(query), m_names(names) { }

    VersionWalk byColumns(const QString &index, const QStringList &columns) const
    {
        VersionWalk walk;
        walk.from = u"versions v"_s + (index.isEmpty() ? QString() : QString(u" INDEXED BY "_s + index));
        if (m_query.model.isValid())
            walk.where = {u"v.model_id = ?"_s, {m_query.model.value}, false};
        walk.drivenWhere = walk.where;
        walk.order = ordered(columns, m_query.sort.descending);
        return walk;
    }

    VersionWalk with(VersionWalk walk, const QString &condition, const QVariantList &values = {}) const
    {
        walk.where.require({condition, values, false});
        walk.drivenWhere.require({condition, values, false});
        return walk;
    }

    /// All models: by the model's name first.
    VersionWalk byModel(const QString &index, const QStringList &columns) const
    {
        VersionWalk walk = byColumns(index, QStringList(u"m.name"_s) + columns);
        walk.drivenFrom = u" CROSS JOIN models m"_s;
        walk.from = u"models m CROSS JOIN "_s + walk.from;
        return with(walk, u"v.model_id = m.id"_s);
    }

    QList<VersionWalk> byIndexedColumn(Kind kind) const
    {
        const QString column = u"v."_s + versionColumn(kind);
        const VersionWalk walk = byColumns(columnIndex(kind), {column, u"v.id"_s});
        VersionWalk rest = byColumns(columnIndex(kind), {u"v.id"_s});
        rest.place.absent = FilterField {kind, {}};
        const bool isText = filterType({kind, {}}) == FilterType::Text;
        return {with(walk, column + (isText ? u" > ''"_s : u" IS NOT NULL"_s)),
            with(rest, column + (isText ? u" = ''"_s : u" IS NULL"_s))};
    }

    /// Without an index: sorted by SQLite each time.
    VersionWalk byExpression(const QString &expression) const
    {
        VersionWalk walk = byColumns(m_query.model.isValid() ? u"versions_model"_s : QString(), {});
        walk.isIndexed = false;
        walk.order = u"("_s + expression + u") IS NULL, "_s + ordered({expression, u"v.id"_s}, m_query.sort.descending);
        return walk;
    }

    QList<VersionWalk> byNamedValue() const
    {
        const FilterField &field = m_query.sort.field;
        const NamedTable table = namedTable(field.kind);
        const QString value = u"s."_s + table.value;
        QList<VersionWalk> walks {named(table, table.index, value + u" IS NOT NULL"_s, {value})};
        if (field.kind == Kind::Parameter)
            walks.append(named(table, u"params_value"_s, u"s.number IS NULL"_s, {u"s.value"_s}));
        else
            walks.append(named(table, table.index, value + u" IS NULL"_s, {}));
        walks.last().place.row = u"+s"_s;
        walks.last().place.isWithoutNumber = true;
        VersionWalk missing = with(byColumns(byId(), {u"v.id"_s}),
            u"NOT EXISTS (SELECT 1 FROM "_s + table.table + u" x WHERE x.version_id = v.id AND x."_s + table.name + u" = ?)"_s,
            {m_names.name(field.name)});
        missing.place.absent = field;
        walks.append(missing);
        return walks;
    }

    /// All of byNamedValue() as one sort.
    VersionWalk byNamedValueTogether() const
    {
        const FilterField &field = m_query.sort.field;
        const NamedTable table = namedTable(field.kind);
        VersionWalk walk = byColumns({}, {});
        walk.drivenFrom = u" LEFT JOIN "_s + table.table + u" s ON s.version_id = v.id AND s."_s + table.name + u" = ?"_s;
        walk.drivenValues = QVariantList {m_names.name(field.name)};
        QStringList columns {u"s."_s + table.value};
        if (field.kind == Kind::Parameter)
            columns.append(u"CASE WHEN s.number IS NULL THEN s.value END"_s);
        walk.order = u"s.version_id IS NULL, s."_s + table.value + u" IS NULL, "_s
            + ordered(columns + QStringList(u"v.id"_s), m_query.sort.descending);
        return walk;
    }

    QList<VersionWalk> byAlias() const
    {
        VersionWalk walk;
        walk.from = u"(SELECT a.version_id, min(a.alias) AS alias FROM aliases a GROUP BY a.version_id) s CROSS JOIN versions v"_s;
        if (m_query.model.isValid())
            walk.where = {u"v.model_id = ?"_s, {m_query.model.value}, false};
        walk.order = ordered({u"s.alias"_s, u"v.id"_s}, m_query.sort.descending);
        return {with(walk, u"v.id = s.version_id"_s), with(byColumns(byId(), {u"v.id"_s}), u"NOT EXISTS (SELECT 1 FROM aliases x WHERE x.version_id = v.id)"_s)};
    }

    [[nodiscard]] QString byId() const { return m_query.model.isValid() ? u"versions_model"_s : QString(); }

private:
    VersionWalk named(const NamedTable &table, const QString &index, const QString &part, QStringList columns) const
    {
        VersionWalk walk;
        walk.hasRow = false;
        walk.place.id = u"s.version_id"_s;
        walk.place.walked = m_query.sort.field;
        walk.drivenFrom = u" CROSS JOIN "_s + table.table + u" s"_s;
        walk.from = table.table + u" s INDEXED BY "_s + index;
        const QVariantList model = m_query.model.isValid() ? QVariantList {m_query.model.value} : QVariantList();
        const QString ofModel = model.isEmpty() ? u"s.model_id IN (SELECT id FROM models)"_s : u"s.model_id = ?"_s;
        const SqlCondition ofName {u"s."_s + table.name + u" = ?"_s, {m_names.name(m_query.sort.field.name)}, false};
        walk.where = {ofModel, model, false};
        walk.drivenWhere = {u"s.version_id = %1"_s, {}, false};
        walk.where.require(ofName);
        walk.drivenWhere.require(ofName);
        walk.order = ordered(columns + QStringList(u"s.version_id"_s), m_query.sort.descending);
        return with(walk, part);
    }

    const VersionQuery &m_query;
    const QueryNames &m_names;
};

QString sortExpression(Kind kind)
{
    if (kind == Kind::DeployedAt)
        return deployedExpression();
    if (kind == Kind::Alias)
        return u"(SELECT min(x.alias) FROM aliases x WHERE x.version_id = v.id)"_s;
    if (kind == Kind::Experiment)
        return u"coalesce(nullif(v.experiment_name, ''), nullif(v.experiment_id, ''))"_s;
    if (kind == Kind::DataSource)
        return u"(SELECT min(x.name) FROM data_sources x WHERE x.version_id = v.id)"_s;
    if (kind == Kind::Parent)
        return u"(SELECT min(x.parent_model || ':' || x.parent_version) FROM parents x WHERE x.version_id = v.id)"_s;
    const QString column = u"v."_s + versionColumn(kind);
    return filterType({kind, {}}) == FilterType::Text ? QString(u"nullif("_s + column + u", '')"_s) : column;
}

} // namespace

VersionOrder versionOrder(const VersionQuery &query, const QueryNames &names, std::optional<qint64> stage)
{
    const Order order(query, names);
    const bool ofModel = query.model.isValid();
    const bool inStage = ofModel && stage;
    const auto perhapsInStage = [&](const QString &index, const QString &stageIndex, const QString &column) {
        const VersionWalk walk = order.byColumns(inStage ? stageIndex : index, {column, u"v.id"_s});
        return VersionOrder {{inStage ? order.with(walk, u"v.stage_id = ?"_s, {*stage}) : walk}, inStage, {}};
    };
    switch (query.sort.field.kind) {
    case Kind::Version:
        if (!ofModel)
            return {{order.byModel(u"versions_precedence"_s, {u"v.precedence"_s, u"v.id"_s})}, false, {}};
        return perhapsInStage(u"versions_precedence"_s, u"versions_stage_precedence"_s, u"v.precedence"_s);
    case Kind::CreatedAt:
        return perhapsInStage(ofModel ? u"versions_created"_s : u"versions_all_created"_s, u"versions_stage_created"_s,
            u"v.created_at"_s);
    case Kind::Stage:
        return {{order.byColumns(ofModel ? u"versions_stage_created"_s : QString(),
            {u"v.stage_id"_s, u"v.created_at"_s, u"v.id"_s})}, false, {}};
    case Kind::Model:
        return {{ofModel ? order.byColumns(order.byId(), {u"v.id"_s}) : order.byModel(u"versions_model"_s, {u"v.id"_s})}, false, {}};
    case Kind::Metric:
    case Kind::Parameter:
    case Kind::Tag:
        return {order.byNamedValue(), false, order.byNamedValueTogether()};
    case Kind::Alias:
        return {order.byAlias(), false, order.byExpression(sortExpression(Kind::Alias))};
    default:
        break;
    }
    if (ofModel && !columnIndex(query.sort.field.kind).isEmpty())
        return {order.byIndexedColumn(query.sort.field.kind), false, order.byExpression(sortExpression(query.sort.field.kind))};
    return {{order.byExpression(sortExpression(query.sort.field.kind))}, false, {}};
}

} // namespace stagekeeper
