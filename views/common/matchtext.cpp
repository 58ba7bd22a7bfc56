// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/matchtext.h"

#include "views/common/plainlabel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace stagekeeper {

int paintMatch(QPainter *painter, const QRect &rect, const QString &text, const QList<int> &positions,
               const Theme &theme, Qt::LayoutDirection direction)
{
    const QString shown = displayName(text);
    const QFont plain = theme.font(Theme::Face::Body);
    painter->setPen(theme.color(Token::Text));
    QTextLayout layout(QFontMetrics(plain).elidedText(shown, Qt::ElideRight, rect.width()), plain);
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    if (shown == text) { // spelt-out characters would shift the positions
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        QList<QTextLayout::FormatRange> ranges;
        for (const int position : positions)
            ranges.append({position, 1, strong});
        layout.setFormats(ranges);
    }
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    return static_cast<int>(std::ceil(line.naturalTextWidth()));
}

} // namespace stagekeeper
