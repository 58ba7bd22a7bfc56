// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tableheader.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QFontMetrics>
#include <QPainter>

namespace stagekeeper {

namespace {

constexpr int sortMark = 12;

} // namespace

TableHeader::TableHeader(const Theme &theme, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setSectionsClickable(true);
    setStretchLastSection(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(48);
}

QString TableHeader::title(int logicalIndex) const
{
    return displayName(model()->headerData(logicalIndex, Qt::Horizontal).toString());
}

QString TableHeader::note(int logicalIndex) const
{
    const bool lowerIsBetter = model()->headerData(logicalIndex, Qt::Horizontal, LowerIsBetterRole).toBool();
    //: beside the title of a column of numbers of which the lowest is the best
    return lowerIsBetter ? tr("min") : QString();
}

bool TableHeader::isSortedBy(int logicalIndex) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.rowHeight()};
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QFontMetrics metrics(m_theme.font(Theme::Face::Small));
    const QString note = this->note(logicalIndex);
    int width = metrics.horizontalAdvance(title(logicalIndex)) + measure::gap + measure::margin + sortMark;
    if (!note.isEmpty())
        width += measure::inside + metrics.horizontalAdvance(note);
    return {width, sizeHint().height()};
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, m_theme.color(Token::Sunken));
    shapes::hairline(painter, rect, m_theme.color(Token::Line));

    const bool sorted = isSortedBy(logicalIndex);
    QFont font = m_theme.font(Theme::Face::Small);
    font.setWeight(sorted ? QFont::DemiBold : QFont::Medium);
    painter->setFont(font);
    const QFontMetrics metrics = painter->fontMetrics();

    const QString note = this->note(logicalIndex);
    const int noteWidth = note.isEmpty() ? 0 : measure::inside + metrics.horizontalAdvance(note);
    const int markWidth = sorted ? measure::inside + sortMark : 0;
    const int leading = visualIndex(logicalIndex) == 0 ? measure::margin : measure::gap;
    const QRect cell = rect.adjusted(leading, 0, -measure::gap, 0);
    const int titleWidth
        = qMin(metrics.horizontalAdvance(title(logicalIndex)), qMax(0, cell.width() - noteWidth - markWidth));
    const QVariant wanted = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool atRight = wanted.isValid() && (wanted.toInt() & Qt::AlignRight);
    const int left = atRight ? cell.right() + 1 - titleWidth - noteWidth - markWidth : cell.left();

    const auto visual = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect, QRect(x, rect.top(), width, rect.height() - 1));
    };
    painter->setPen(m_theme.color(sorted ? Token::Text : Token::Text2));
    celltext::paint(painter, visual(left, titleWidth), title(logicalIndex), Qt::AlignHCenter, Qt::ElideMiddle);
    if (!note.isEmpty()) {
        painter->setPen(m_theme.color(Token::Text3));
        celltext::paint(painter, visual(left + titleWidth + measure::inside, noteWidth - measure::inside), note,
                        Qt::AlignHCenter);
    }
    if (sorted)
        shapes::chevron(painter, visual(left + titleWidth + noteWidth + measure::inside, sortMark),
                        sortIndicatorOrder() == Qt::AscendingOrder ? shapes::Direction::Up : shapes::Direction::Down,
                        m_theme.color(Token::Text), 6);
    painter->restore();
}

} // namespace stagekeeper
