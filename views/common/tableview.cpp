// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tableview.h"

#include "views/common/tableheader.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace stagekeeper {

TableView::TableView(const Theme &theme, QWidget *parent) : QTableView(parent), m_theme(theme)
{
    setHorizontalHeader(new TableHeader(theme, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    setSortingEnabled(true);
    applyDensity();
    connect(&theme, &Theme::changed, this, &TableView::applyDensity);
}

void TableView::applyDensity()
{
    verticalHeader()->setMinimumSectionSize(m_theme.rowHeight());
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    viewport()->update();
}

void TableView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    const auto updateRow = [this](int changed) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), m_theme.rowHeight());
    };
    updateRow(m_hoverRow);
    updateRow(row);
    m_hoverRow = row;
    emit hoverRowChanged(row);
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setHoverRow(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave || event->type() == QEvent::Wheel)
        setHoverRow(-1);
    else if (event->type() == QEvent::MouseButtonDblClick && currentIndex().isValid())
        emit activatedRow(currentIndex());
    return QTableView::viewportEvent(event);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit activatedRow(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace stagekeeper
