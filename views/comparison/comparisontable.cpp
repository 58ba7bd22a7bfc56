// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparisontable.h"

#include "model/items/comparisonmodel.h"
#include "model/items/roles.h"
#include "views/common/frozentable.h"
#include "views/common/plainlabel.h"
#include "views/common/tableheader.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int nameWidth = 176;
constexpr int nameAndStageWidth = 232;
constexpr int baselineWidth = 112;
constexpr int versionWidth = 148;
constexpr int longestTitle = 60; ///< letters that are measured
constexpr int widestName = 240; ///< of a version with its model and registry

} // namespace

ComparisonTable::ComparisonTable(const Theme &theme, ComparisonModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_table(new FrozenTable(theme, this)), m_delegate(new ComparisonDelegate(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    setFocusProxy(m_table);
    m_table->setModel(model);
    TableView *view = m_table->view();
    view->setObjectName(u"comparisonTable"_s);
    view->setAccessibleName(tr("Comparison"));
    view->horizontalHeader()->setStretchLastSection(false);
    for (TableView *table : {view, m_table->frozenView()}) {
        table->setItemDelegate(m_delegate);
        table->setSelectionBehavior(QAbstractItemView::SelectItems);
        table->setSelectionMode(QAbstractItemView::ContiguousSelection);
        table->horizontalHeader()->setSortIndicatorShown(false);
        static_cast<TableHeader *>(table->horizontalHeader())->setDetailsShown(true);
        connect(table, &QAbstractItemView::clicked, model, &ComparisonModel::toggle);
        table->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &position) { showMenu(table, position); });
        disconnect(table->horizontalHeader(), &QHeaderView::sectionPressed, table, nullptr); // a click chooses the baseline
        connect(table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int place) {
            if (const qsizetype version = m_model->versionAt(place); version >= 0 && !m_model->isTransposed())
                emit baselineChosen(version);
        });
    }
    connect(view, &TableView::activatedRow, this, &ComparisonTable::toggleCurrent);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparisonTable::currentChanged);
    connect(m_table, &FrozenTable::columnsMoved, this, &ComparisonTable::takeOrder);
    connect(model, &QAbstractItemModel::modelReset, this, &ComparisonTable::layOut);
    layOut();
}

void ComparisonTable::setShown(ComparisonDelegate::Shown shown)
{
    m_delegate->setShown(shown);
    m_table->view()->viewport()->update();
    m_table->frozenView()->viewport()->update();
}

qsizetype ComparisonTable::currentVersion() const
{
    const QModelIndex current = m_table->view()->currentIndex();
    return current.isValid() ? m_model->versionAt(m_model->isTransposed() ? current.row() : current.column()) : -1;
}

const ComparisonRow *ComparisonTable::currentRow() const
{
    return m_model->rowAt(m_table->view()->currentIndex());
}

void ComparisonTable::showVersion(int version)
{
    const bool isTransposed = m_model->isTransposed();
    const QModelIndex current = m_table->view()->currentIndex();
    for (int place = 0; place < (isTransposed ? m_model->rowCount() : m_model->columnCount()); ++place) {
        if (m_model->versionAt(place) != version)
            continue;
        const QModelIndex index = isTransposed ? m_model->index(place, qMax(0, current.column())) : m_model->index(qMax(0, current.row()), place);
        m_table->view()->setCurrentIndex(index);
        m_table->view()->scrollTo(index);
    }
}

void ComparisonTable::layOut()
{
    const bool isTransposed = m_model->isTransposed();
    m_table->setFrozenColumns(isTransposed ? 1 : 2);
    if (m_wasTransposed != isTransposed)
        m_table->view()->scrollTo(m_model->index(0, 0));
    m_wasTransposed = isTransposed;
    const QFontMetrics metrics(m_theme.font(Theme::Face::Strong));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int least = column == 0 ? (isTransposed ? nameAndStageWidth : nameWidth) : column == 1 && !isTransposed ? baselineWidth : versionWidth;
        const QString title = displayName(m_model->headerData(column, Qt::Horizontal).toString().left(longestTitle));
        const int wanted = column == 0 ? 0 : metrics.horizontalAdvance(title) + measure::margin + measure::cell;
        m_table->setColumnWidth(column, qBound(least, wanted, widestName));
    }
    const int columns = m_model->columnCount();
    for (TableView *table : {m_table->view(), m_table->frozenView()}) {
        table->clearSpans();
        for (int row = 0; row < m_model->rowCount() && columns > 1; ++row) {
            if (m_model->index(row, 0).data(HeadingRole).toBool())
                table->setSpan(row, 0, 1, columns);
        }
    }
}

void ComparisonTable::toggleCurrent()
{
    m_model->toggle(m_table->view()->currentIndex());
}

// The header has moved a column; the choice of versions is what keeps the order.
void ComparisonTable::takeOrder()
{
    if (m_model->isTransposed() || m_isRestoring)
        return;
    QHeaderView *header = m_table->view()->horizontalHeader();
    for (int visual = 1; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (logical == visual)
            continue;
        // the first that is out of place was moved here, or away from here
        const bool cameHere = header->visualIndex(visual) == visual + 1;
        const int column = cameHere ? logical : visual;
        const int after = header->visualIndex(column) + 1;
        const qsizetype before = after < header->count() ? m_model->versionAt(header->logicalIndex(after)) : -1;
        m_isRestoring = true;
        for (int i = 0; i < header->count(); ++i)
            header->moveSection(header->visualIndex(i), i);
        m_isRestoring = false;
        emit moved(m_model->versionAt(column), before);
        return;
    }
}

void ComparisonTable::showMenu(TableView *table, const QPoint &position)
{
    if (const QModelIndex cell = table->indexAt(position); cell.isValid())
        emit menuRequested(cell, table->viewport()->mapToGlobal(position));
}

} // namespace stagekeeper
