// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/versiontablemodel.h"

#include "model/items/roles.h"

#include <algorithm>

namespace stagekeeper {

namespace {

// on the registry's queue: what is on the screen before what is below it, judgement of the numbers last
constexpr int firstRowsPriority = 3;
constexpr int rowsPriority = 2;
constexpr int factsPriority = -1;

struct FirstRows {
    QList<qint64> ids;
    QList<VersionSummary> versions;
};

QList<qint64> plainIds(const QList<VersionId> &ids)
{
    QList<qint64> plain;
    plain.reserve(ids.size());
    for (const VersionId id : ids)
        plain.append(id.value);
    return plain;
}

Result<FirstRows> readFirst(Stores &stores, const VersionQuery &query)
{
    const auto ids = stores.versions->ids(query, PagedTableModel::firstRows);
    if (!ids)
        return failAs(ids);
    const auto versions = stores.versions->summaries(ids->first(std::min<qsizetype>(ids->size(), PagedTableModel::blockSize)));
    if (!versions)
        return failAs(versions);
    return FirstRows {plainIds(*ids), *versions};
}

Result<QList<qint64>> readAll(Stores &stores, const VersionQuery &query)
{
    const auto ids = stores.versions->ids(query);
    if (!ids)
        return failAs(ids);
    return plainIds(*ids);
}

// the first click on a header shows the best or the newest
bool startsDescending(const VersionColumn &column)
{
    using Kind = FilterField::Kind;
    if (!column.sortField)
        return false;
    const Kind kind = column.sortField->kind;
    if (kind == Kind::Metric)
        return !column.headerExtra(LowerIsBetterRole).toBool();
    return kind == Kind::Version || kind == Kind::CreatedAt;
}

Result<QList<VersionSummary>> readRows(Stores &stores, const QList<qint64> &plain)
{
    QList<VersionId> ids;
    ids.reserve(plain.size());
    for (const qint64 id : plain)
        ids.append(VersionId {id});
    return stores.versions->summaries(ids);
}

} // namespace

VersionTableModel::VersionTableModel(QObject *parent) : PagedTableModel(parent) { }

VersionTableModel::~VersionTableModel() = default;

void VersionTableModel::setSource(Registry *registry, ModelId model)
{
    if (registry == m_registry && model == m_query.model && state() != State::Idle)
        return;
    if (m_registry)
        m_registry->disconnect(this);
    m_registry = registry;
    m_query.model = model;
    m_facts = std::make_shared<ModelFacts>();
    m_rows.clear();
    clear();
    if (!registry)
        return;
    connect(registry, &Registry::changed, this, &VersionTableModel::registryChanged);
    connect(registry, &QObject::destroyed, this, [this] {
        m_rows.clear();
        clear();
    });
    restart();
    loadFacts();
}

void VersionTableModel::setQuery(const Filter &filter, const SortKey &sort)
{
    VersionQuery query = m_query;
    query.filter = filter;
    query.sort = sort;
    if (query == m_query)
        return;
    m_query = query;
    emit queryChanged();
    if (m_registry)
        restart();
}

void VersionTableModel::setColumns(const QStringList &keys)
{
    QStringList known = keys;
    known.removeDuplicates();
    known.removeIf([this](const QString &key) { return !versionColumn(key, m_facts); });
    m_suggestColumns = known.isEmpty();
    if (m_suggestColumns) {
        if (m_registry)
            restart(); // they are chosen from the first rows
    } else if (known != columnKeys()) {
        beginResetModel();
        buildColumns(known);
        endResetModel();
        emit columnsChanged();
        emit idsReplaced();
    }
}

void VersionTableModel::buildColumns(const QStringList &keys)
{
    m_columns.clear();
    for (const QString &key : keys) {
        if (auto column = versionColumn(key, m_facts))
            m_columns.append(std::move(*column));
    }
}

QStringList VersionTableModel::columnKeys() const
{
    QStringList keys;
    for (const VersionColumn &column : m_columns)
        keys.append(column.key);
    return keys;
}

int VersionTableModel::columnOf(const QString &key) const
{
    const auto found = std::ranges::find(m_columns, key, &VersionColumn::key);
    return found == m_columns.cend() ? -1 : static_cast<int>(found - m_columns.cbegin());
}

std::optional<VersionSummary> VersionTableModel::summary(int row) const
{
    const CachedRow *cached = m_rows.object(idAt(row));
    return cached && !cached->isGone ? std::optional(cached->version) : std::nullopt;
}

int VersionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant VersionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qint64 id = idAt(index.row());
    if (role == IdRole)
        return id;
    const CachedRow *cached = m_rows.object(id);
    if (!cached || cached->epoch != m_epoch)
        want(index.row());
    if (role == LoadingRole)
        return cached == nullptr;
    if (!cached || cached->isGone)
        return {};
    const VersionColumn &column = m_columns.at(index.column());
    if (role == Qt::DisplayRole)
        return column.value(cached->version);
    if (role == Qt::TextAlignmentRole)
        return int(column.alignment | Qt::AlignVCenter);
    if (role == StageKindRole && m_registry) {
        const auto stage = m_registry->lifecycle().find(cached->version.stage);
        return static_cast<int>(stage ? stage->kind : StageKind::Initial);
    }
    return column.extra ? column.extra(cached->version, role) : QVariant();
}

QVariant VersionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const VersionColumn &column = m_columns.at(section);
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == SortKeyRole)
        return column.key;
    if (role == Qt::InitialSortOrderRole)
        return startsDescending(column) ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (role == Qt::TextAlignmentRole)
        return int(column.alignment | Qt::AlignVCenter);
    return column.headerExtra ? column.headerExtra(role) : QVariant();
}

void VersionTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size() || !m_columns.at(column).sortField)
        return;
    setQuery(m_query.filter, SortKey {*m_columns.at(column).sortField, order == Qt::DescendingOrder});
}

void VersionTableModel::loadFirst(int generation)
{
    const auto job = [query = m_query](Stores &stores) { return readFirst(stores, query); };
    whenDone(m_registry->read(job, firstRowsPriority), this, [this, generation](const Result<FirstRows> &first) {
        if (!first) {
            loadFailed(generation, first.error());
            return;
        }
        if (!isCurrent(generation))
            return;
        remember(first->versions);
        if (m_suggestColumns && !first->versions.isEmpty()) {
            m_suggestColumns = false;
            beginResetModel();
            buildColumns(suggestedColumns(first->versions));
            endResetModel();
            emit columnsChanged();
        }
        firstArrived(generation, first->ids, first->ids.size() < firstRows);
    });
}

void VersionTableModel::loadAll(int generation)
{
    const auto job = [query = m_query](Stores &stores) { return readAll(stores, query); };
    whenDone(m_registry->read(job), this, [this, generation](const Result<QList<qint64>> &ids) {
        if (ids)
            allArrived(generation, *ids);
        else
            loadFailed(generation, ids.error());
    });
}

void VersionTableModel::loadRows(int generation, int block, const QList<qint64> &ids)
{
    const auto job = [ids](Stores &stores) { return readRows(stores, ids); };
    whenDone(m_registry->read(job, rowsPriority), this,
             [this, generation, block, ids](const Result<QList<VersionSummary>> &versions) {
                 if (!isCurrent(generation))
                     return;
                 if (!versions) {
                     loadFailed(generation, versions.error());
                     return;
                 }
                 for (const qint64 id : ids) // what is not among the answer is gone, and not asked for again
                     m_rows.insert(id, new CachedRow {{}, m_epoch, true});
                 remember(*versions);
                 rowsArrived(generation, block);
             });
}

bool VersionTableModel::isFresh(qint64 id) const
{
    const CachedRow *cached = m_rows.object(id);
    return cached && cached->epoch == m_epoch;
}

void VersionTableModel::remember(const QList<VersionSummary> &versions)
{
    for (const VersionSummary &version : versions)
        m_rows.insert(version.id.value, new CachedRow {version, m_epoch, false});
}

void VersionTableModel::registryChanged()
{
    ++m_epoch;
    refresh();
    loadFacts();
}

void VersionTableModel::loadFacts()
{
    const auto job = [model = m_query.model](Stores &stores) { return readFacts(stores, model); };
    whenDone(m_registry->read(job, factsPriority), this,
             [this, registry = m_registry, model = m_query.model](const Result<ModelFacts> &facts) {
                 if (facts && registry == m_registry && model == m_query.model)
                     takeFacts(*facts);
             });
}

void VersionTableModel::takeFacts(const ModelFacts &facts)
{
    m_facts = std::make_shared<ModelFacts>(facts);
    buildColumns(columnKeys()); // the same keys, now with heat and decimals
    if (!m_columns.isEmpty()) {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    emit factsChanged();
}

} // namespace stagekeeper
