// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/frozentable.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace stagekeeper {

FrozenTable::FrozenTable(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_view(new TableView(theme, this)), m_frozen(new TableView(theme, m_view))
{
    m_frozen->setObjectName(u"frozenColumn"_s);
    m_frozen->setFocusProxy(m_view);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollMode(m_view->verticalScrollMode());
    setFocusProxy(m_view);
    for (TableView *table : {m_view, m_frozen}) {
        table->setSortingEnabled(false); // sorting is a query; the header only says which
        table->horizontalHeader()->setSectionsClickable(true);
        table->horizontalHeader()->setSortIndicatorShown(true);
        connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
                [this, table](int column, Qt::SortOrder order) { sortIndicatorMoved(table, column, order); });
        connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this, table](int column, int, int width) {
            const QHeaderView *header = table->horizontalHeader();
            const bool isStretched = table == m_view && header->visualIndex(column) == header->count() - 1;
            if (!m_isSetting && !isStretched && width > 0) // hiding a column resizes it to nothing
                emit columnResized(column, width);
            if (column < m_frozenColumns)
                placeFrozen();
        });
    }
    m_view->horizontalHeader()->setFirstSectionMovable(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_frozen->horizontalHeader()->setSectionsMovable(false);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionMoved, this, &FrozenTable::columnsMoved);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, m_view->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_view, &TableView::hoverRowChanged, m_frozen, &TableView::setHoverRow);
    connect(m_frozen, &TableView::hoverRowChanged, m_view, &TableView::setHoverRow);
    connect(m_frozen, &TableView::activatedRow, m_view, &TableView::activatedRow);
    m_view->viewport()->installEventFilter(this);
}

void FrozenTable::setModel(QAbstractItemModel *model)
{
    m_view->setModel(model);
    m_frozen->setModel(model);
    m_frozen->setSelectionModel(m_view->selectionModel());
    connect(m_view->selectionModel(), &QItemSelectionModel::currentColumnChanged, this, &FrozenTable::uncover);
    connect(model, &QAbstractItemModel::modelReset, this, &FrozenTable::hideOthers);
    hideOthers();
}

void FrozenTable::setFrozenColumns(int columns)
{
    m_frozenColumns = columns;
    if (m_frozen->model())
        hideOthers();
}

void FrozenTable::setDelegate(int column, QAbstractItemDelegate *delegate)
{
    m_view->setItemDelegateForColumn(column, delegate);
    if (column < m_frozenColumns)
        m_frozen->setItemDelegateForColumn(column, delegate);
}

void FrozenTable::setColumnWidth(int column, int width)
{
    m_isSetting = true;
    m_view->setColumnWidth(column, width);
    if (column < m_frozenColumns)
        m_frozen->setColumnWidth(column, width);
    m_isSetting = false;
    placeFrozen();
}

void FrozenTable::showSorting(int column, Qt::SortOrder order)
{
    for (TableView *table : {m_view, m_frozen}) {
        const QSignalBlocker blocker(table->horizontalHeader());
        table->horizontalHeader()->setSortIndicator(column, order);
        table->horizontalHeader()->viewport()->update();
    }
}

void FrozenTable::sortIndicatorMoved(TableView *by, int column, Qt::SortOrder order)
{
    TableView *other = by == m_view ? m_frozen : m_view;
    const QSignalBlocker blocker(other->horizontalHeader());
    other->horizontalHeader()->setSortIndicator(column, order);
    other->horizontalHeader()->viewport()->update();
    emit sortingChosen(column, order);
}

void FrozenTable::hideOthers()
{
    const int columns = m_frozen->model()->columnCount();
    for (int column = 0; column < columns; ++column)
        m_frozen->setColumnHidden(column, column >= m_frozenColumns);
    placeFrozen();
}

// What became current must not lie under the columns that stay.
void FrozenTable::uncover(const QModelIndex &current)
{
    if (!current.isValid() || current.column() < m_frozenColumns)
        return;
    QHeaderView *header = m_view->horizontalHeader();
    const int hidden = m_frozen->width() - header->sectionViewportPosition(current.column());
    if (hidden > 0)
        m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->value() - hidden);
}

void FrozenTable::placeFrozen()
{
    if (!m_view->model() || m_view->model()->columnCount() == 0) {
        m_frozen->hide();
        return;
    }
    const QSignalBlocker blocker(m_frozen->horizontalHeader());
    int width = 0;
    for (int column = 0; column < qMin(m_frozenColumns, m_view->model()->columnCount()); ++column) {
        m_frozen->setColumnWidth(column, m_view->columnWidth(column));
        width += m_view->columnWidth(column);
    }
    const QRect viewport = m_view->viewport()->geometry();
    const int header = m_view->horizontalHeader()->height();
    m_frozen->horizontalHeader()->setFixedHeight(header);
    const int left = layoutDirection() == Qt::RightToLeft ? viewport.right() + 1 - width : viewport.left();
    m_frozen->setGeometry(left, viewport.top() - header, width, viewport.height() + header);
    m_frozen->show();
    m_frozen->raise();
}

void FrozenTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_view->setGeometry(rect());
    placeFrozen();
}

bool FrozenTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeFrozen();
    return QWidget::eventFilter(watched, event);
}

} // namespace stagekeeper
