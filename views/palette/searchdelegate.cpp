// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/palette/searchdelegate.h"

#include "model/items/roles.h"
#include "model/items/searchmodel.h"
#include "views/common/celltext.h"
#include "views/common/icons.h"
#include "views/common/matchtext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/tag.h"

#include <QPainter>

namespace stagekeeper {

namespace {

constexpr int rowHeight = 32;
constexpr int titleHeight = 28;
constexpr int edgeHeight = 16;

bool isTitle(const QModelIndex &index)
{
    return index.data(SearchModel::IsTitleRole).toBool();
}

} // namespace

SearchDelegate::SearchDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (isTitle(index)) {
        paintTitle(painter, option, index);
    } else {
        paintGround(painter, option);
        paintContent(painter, option, index);
    }
    painter->restore();
}

void SearchDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect = option.rect.adjusted(measure::cell, measure::inside, -measure::cell, 0);
    painter->setFont(m_theme.font(Theme::Face::Small));
    painter->setPen(m_theme.color(Token::Text3));
    celltext::paint(painter, rect, index.data().toString(), QStyle::visualAlignment(option.direction, Qt::AlignLeft));
}

void SearchDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QRect row = option.rect.adjusted(measure::inside, 0, -measure::inside, 0);
    if (option.state.testFlag(QStyle::State_Selected)) {
        shapes::box(painter, row, measure::tagRadius, m_theme.color(Token::Selected));
        const QRect edge(row.left(), row.center().y() - edgeHeight / 2, measure::focusRing, edgeHeight);
        painter->fillRect(QStyle::visualRect(option.direction, row, edge), m_theme.color(Token::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        shapes::box(painter, row, measure::tagRadius, m_theme.color(Token::Hover));
    }
}

void SearchDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rect = option.rect.adjusted(measure::cell, 0, -measure::cell, 0);
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    paintIcon(painter, visual({rect.left(), rect.center().y() - measure::icon / 2 + 1, measure::icon, measure::icon}),
              index.data(IconNameRole).toString(), m_theme.color(isCurrent ? Token::Accent : Token::Text2), option.direction);
    rect.setLeft(rect.left() + measure::icon + measure::gap);

    if (const QString key = index.data(SearchModel::ShortcutRole).toString(); !key.isEmpty()) {
        const int width = tagSize(m_theme, key).width();
        paintTag(painter, visual({rect.right() - width + 1, rect.top(), width, rect.height()}), key, m_theme);
        rect.setRight(rect.right() - width - measure::gap);
    }
    const int nameWidth = paintMatch(painter, visual(rect), index.data().toString(),
                                     index.data(SearchModel::PositionsRole).value<QList<int>>(), m_theme, option.direction);
    rect.setLeft(rect.left() + nameWidth + measure::cell);
    painter->setFont(m_theme.font(Theme::Face::Body));
    painter->setPen(m_theme.color(Token::Text3));
    if (rect.width() > measure::group)
        celltext::paint(painter, visual(rect), displayName(index.data(SearchModel::ContextRole).toString()),
                        QStyle::visualAlignment(option.direction, Qt::AlignLeft));
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int least = isTitle(index) ? titleHeight : rowHeight;
    return {option.rect.width(), qMax(least, QFontMetrics(m_theme.font(Theme::Face::Body)).height() + measure::gap)};
}

} // namespace stagekeeper
