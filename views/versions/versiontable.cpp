// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/versiontable.h"

#include "model/domain/filterfields.h"
#include "model/items/roles.h"
#include "views/common/datedelegate.h"
#include "views/common/frozentable.h"
#include "views/common/metricdelegate.h"
#include "views/common/stagedelegate.h"
#include "views/common/textdelegate.h"
#include "views/common/versiondelegate.h"

#include <QBoxLayout>
#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int manyRows = 200'000; // beyond, a selection of many rows is not looked up again
constexpr qsizetype fewVersions = 32;
constexpr int headerRoom = 34; // padding and the mark of the sorting

} // namespace

VersionTable::VersionTable(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new VersionTableModel(this)), m_table(new FrozenTable(theme, this)),
      m_metrics(new MetricDelegate(theme, this)), m_text(new TextDelegate(theme, this)),
      m_versions(new VersionDelegate(theme, this)), m_stages(new StageDelegate(theme, this)),
      m_dates(new DateDelegate(theme, this)), m_numbers(new MetricDelegate(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->view()->setObjectName(u"versionTable"_s);
    m_table->view()->setAccessibleName(tr("Versions"));
    setFocusProxy(m_table);
    m_publish.setSingleShot(true);
    m_publish.setInterval(0);
    connect(&m_publish, &QTimer::timeout, this, &VersionTable::publishSelection);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_restoring)
            m_publish.start();
    });
    connect(m_model, &VersionTableModel::columnsChanged, this, &VersionTable::setUpColumns);
    connect(m_model, &PagedTableModel::idsReplaced, this, &VersionTable::restoreSelection);
    connect(m_table, &FrozenTable::sortingChosen, this, &VersionTable::sortBy);
    connect(m_table, &FrozenTable::columnsMoved, this, &VersionTable::stateChanged);
    connect(m_table->view(), &TableView::activatedRow, this, &VersionTable::activated);
    connect(m_table, &FrozenTable::columnResized, this, [this](int section, int width) {
        m_state.widths.insert(m_model->columnKeys().value(section), width);
        emit stateChanged();
    });
}

void VersionTable::showModel(Registry *registry, ModelId model, const TableViewState &state, const Filter &filter)
{
    m_state = state;
    m_wanted.clear();
    m_metrics->setHeatShown(state.isHeatShown);
    m_model->setSource(nullptr, {});
    m_model->setQuery(filter, state.sort);
    m_model->setColumns(state.columns);
    m_model->setSource(registry, model);
    setUpColumns();
}

void VersionTable::applyState(const TableViewState &state, const Filter &filter)
{
    m_state = state;
    setHeatShown(state.isHeatShown);
    if (!state.columns.isEmpty())
        m_model->setColumns(state.columns);
    m_model->setQuery(filter, state.sort);
    setUpColumns();
}

void VersionTable::setFilter(const Filter &filter)
{
    m_model->setQuery(filter, m_model->query().sort);
}

void VersionTable::setHeatShown(bool shown)
{
    m_state.isHeatShown = shown;
    m_metrics->setHeatShown(shown);
    m_table->view()->viewport()->update();
}

TableViewState VersionTable::state() const
{
    TableViewState state = m_state;
    state.sort = m_model->query().sort;
    const QStringList keys = m_model->columnKeys();
    const QHeaderView *header = m_table->view()->horizontalHeader();
    state.columns.clear();
    for (int visual = 0; visual < keys.size(); ++visual)
        state.columns.append(keys.value(header->logicalIndex(visual)));
    return state;
}

QAbstractItemDelegate *VersionTable::delegateFor(const QString &key) const
{
    if (key == "version"_L1)
        return m_versions;
    if (key == "stage"_L1)
        return m_stages;
    if (key == "created_at"_L1)
        return m_dates;
    if (key.startsWith("metrics."_L1))
        return m_metrics;
    return key == "model_size_mb"_L1 ? m_numbers : m_text;
}

int VersionTable::defaultWidth(int column) const
{
    const QString key = m_model->columnKeys().value(column);
    const QString title = m_model->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics header(m_theme.font(Theme::Face::Small));
    const int unit = QFontMetrics(m_theme.font(Theme::Face::Body)).horizontalAdvance(u'0');
    const bool saysMin = m_model->headerData(column, Qt::Horizontal, LowerIsBetterRole).toBool();
    const int forTitle = header.horizontalAdvance(title) + headerRoom + (saysMin ? header.horizontalAdvance(tr("min")) + 4 : 0);
    const int forValues = key == "version"_L1        ? unit * 22
        : key == "stage"_L1                          ? unit * 15
        : key == "created_at"_L1                     ? unit * 13
        : key.startsWith("metrics."_L1)              ? unit * 9 + 12
        : key.startsWith("params."_L1)               ? unit * 9
        : key == "description"_L1                    ? unit * 32
                                                     : unit * 15;
    return std::max(std::min(forTitle, unit * 24), forValues);
}

void VersionTable::setUpColumns()
{
    const QStringList keys = m_model->columnKeys();
    QHeaderView *header = m_table->view()->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) // the keys are in the order that is to be seen
        header->moveSection(header->visualIndex(visual), visual);
    for (int column = 0; column < keys.size(); ++column) {
        m_table->setDelegate(column, delegateFor(keys.at(column)));
        m_table->setColumnWidth(column, m_state.widths.value(keys.at(column), defaultWidth(column)));
    }
    showSorting();
}

void VersionTable::sortBy(int column, Qt::SortOrder order)
{
    m_model->sort(column, order);
    showSorting(); // a column that cannot be sorted by leaves the mark where it was
    emit stateChanged();
}

void VersionTable::showSorting()
{
    const SortKey sort = m_model->query().sort;
    m_table->showSorting(m_model->columnOf(filterFieldText(sort.field)),
                         sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QList<VersionId> VersionTable::selected() const
{
    QList<VersionId> versions;
    const QItemSelection selection = m_table->view()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.left() == 0 ? range.top() : range.bottom() + 1; row <= range.bottom(); ++row)
            versions.append(VersionId {m_model->idAt(row)});
    }
    return versions;
}

void VersionTable::select(const QList<VersionId> &versions)
{
    if (versions == m_wanted && versions == selected())
        return;
    m_wanted = versions;
    m_revealsWanted = true;
    restoreSelection();
}

QList<int> VersionTable::rowsOfWanted() const
{
    QList<int> rows;
    if (m_wanted.size() <= fewVersions) {
        for (const VersionId version : m_wanted) {
            if (const int row = m_model->rowOf(version.value); row >= 0)
                rows.append(row);
        }
    } else if (m_model->rowCount() <= manyRows) {
        const QSet<VersionId> wanted(m_wanted.cbegin(), m_wanted.cend());
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (wanted.contains(VersionId {m_model->idAt(row)}))
                rows.append(row);
        }
    }
    return rows;
}

void VersionTable::restoreSelection()
{
    if (m_model->columnCount() == 0)
        return;
    const QList<int> rows = rowsOfWanted();
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    QItemSelectionModel *model = m_table->view()->selectionModel();
    m_restoring = true;
    model->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!rows.isEmpty()) {
        const QModelIndex first = m_model->index(rows.first(), 0);
        if (!model->isSelected(model->currentIndex()) || model->currentIndex().row() != rows.first())
            model->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        if (std::exchange(m_revealsWanted, false))
            m_table->view()->scrollTo(first, QAbstractItemView::EnsureVisible);
    }
    m_restoring = false;
    m_publish.start();
}

void VersionTable::publishSelection()
{
    const QList<VersionId> now = selected();
    if (now.isEmpty() && !m_wanted.isEmpty() && (!m_model->isComplete() || m_revealsWanted))
        return; // what is wanted may still come
    m_wanted = now;
    emit selectionChanged();
}

} // namespace stagekeeper
