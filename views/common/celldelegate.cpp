// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/celldelegate.h"

#include "model/items/roles.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/stylepainting.h"
#include "views/common/tableview.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace stagekeeper {

namespace {

bool isRowHovered(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (const auto *table = qobject_cast<const TableView *>(option.widget))
        return table->hoverRow() == index.row();
    return option.state.testFlag(QStyle::State_MouseOver);
}

bool selectsRows(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return view && view->selectionBehavior() == QAbstractItemView::SelectRows;
}

/// The first column starts at the page's margin.
int leadingPadding(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const TableView *>(option.widget);
    const bool first = table && table->horizontalHeader()->visualIndex(index.column()) == 0;
    return first ? measure::margin : measure::gap;
}

/// A bar where text will be; lengths vary so that it does not look like a table of equal values.
void paintPlaceholder(QPainter *painter, const QRect &rect, const Theme &theme, const QModelIndex &index)
{
    const int percent = 40 + (index.row() * 37 + index.column() * 53) % 35;
    const QRectF bar(rect.left(), rect.center().y() - 4, rect.width() * percent / 100.0, 8);
    shapes::box(painter, bar, 4, theme.color(Token::Line));
}

} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_MouseOver, isRowHovered(option, index));
    stylepainting::itemRow(m_theme, row, painter, option.widget);
    shapes::hairline(painter, option.rect, m_theme.color(Token::Line));

    const QRect content = QStyle::visualRect(
        option.direction, option.rect,
        option.rect.adjusted(leadingPadding(option, index), 0, -measure::gap, -1));
    painter->setFont(m_theme.font(Theme::Face::Body));
    painter->setPen(m_theme.color(Token::Text));
    if (index.data(LoadingRole).toBool()) {
        paintPlaceholder(painter, content, m_theme, index);
    } else {
        paintUnderlay(painter, option, index);
        paintContent(painter, content, option, index);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && !selectsRows(option.widget))
        shapes::focusRing(painter, option.rect.adjusted(0, 0, 0, -1), m_theme, measure::tagRadius);
    painter->restore();
}

void CellDelegate::paintUnderlay(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {leadingPadding(option, index) + contentWidth(index) + measure::gap, m_theme.rowHeight()};
}

QString CellDelegate::toolTip(const QModelIndex &index) const
{
    return displayLines(index.data(Qt::ToolTipRole).toString());
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(LoadingRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), toolTip(index), view, option.rect);
    return true;
}

} // namespace stagekeeper
