// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tableheader.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/stagebadge.h"

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
    const int row = m_theme.rowHeight();
    return {QHeaderView::sizeHint().width(), m_detailsShown ? row * 7 / 4 : row};
}

void TableHeader::setDetailsShown(bool shown)
{
    m_detailsShown = shown;
    updateGeometry();
}

// The name in the weight of the table's numbers, below it what it is: a stage with its glyph, or that it is the baseline.
void TableHeader::paintDetailed(QPainter *painter, const QRect &cell, int logicalIndex) const
{
    const QString detail = model()->headerData(logicalIndex, Qt::Horizontal, DetailRole).toString();
    const bool isBaseline = model()->headerData(logicalIndex, Qt::Horizontal, BaselineRole).toBool();
    const QVariant kind = model()->headerData(logicalIndex, Qt::Horizontal, StageKindRole);
    if (detail.isEmpty()) {
        const QString note = this->note(logicalIndex);
        const QString words = note.isEmpty() ? title(logicalIndex) : title(logicalIndex) + u' ' + note;
        painter->setFont(m_theme.font(Theme::Face::Small));
        painter->setPen(m_theme.color(Token::Text2));
        celltext::paint(painter, cell, words, logicalIndex == 0 ? Qt::AlignLeft : Qt::AlignRight, Qt::ElideMiddle);
        return;
    }
    const QRect upper(cell.left(), cell.top() + measure::inside, cell.width(), cell.height() / 2 - measure::inside);
    const QRect lower(cell.left(), cell.center().y(), cell.width(), cell.height() / 2 - measure::inside);
    painter->setFont(m_theme.font(Theme::Face::Strong));
    painter->setPen(m_theme.color(Token::Text));
    celltext::paint(painter, upper, title(logicalIndex), Qt::AlignRight, Qt::ElideMiddle);
    painter->setFont(m_theme.font(Theme::Face::Small));
    const QColor color = m_theme.color(isBaseline ? Token::Accent : Token::Text2);
    painter->setPen(color);
    constexpr int glyph = 8;
    const int width = qMin(painter->fontMetrics().horizontalAdvance(displayName(detail)), lower.width() - glyph - measure::inside);
    celltext::paint(painter, lower, displayName(detail), Qt::AlignRight);
    const QRectF mark(lower.right() - width - measure::inside - glyph, lower.center().y() - glyph / 2.0, glyph, glyph);
    if (kind.isValid())
        paintStageGlyph(painter, mark, static_cast<StageKind>(kind.toInt()), color);
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
    const bool isBaseline = model()->headerData(logicalIndex, Qt::Horizontal, BaselineRole).toBool();
    painter->fillRect(rect, m_theme.color(isBaseline ? Token::Selected : Token::Sunken));
    shapes::hairline(painter, rect, m_theme.color(Token::Line));
    if (m_detailsShown) {
        paintDetailed(painter, rect.adjusted(measure::margin, 0, -measure::gap, -1), logicalIndex);
        painter->restore();
        return;
    }

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
