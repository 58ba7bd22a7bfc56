// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/reading.h"

#include "views/common/shapes.h"

#include <QPainter>

#include <cmath>

namespace stagekeeper {

namespace {

constexpr qsizetype mostRows = 9;
constexpr double away = 14;
constexpr double widest = 320;
constexpr double mostForValues = 0.7; ///< of the width

/// Above the spot and to its right; where there is no room, to its left or further down.
QRectF besides(const QPointF &spot, const QSizeF &size, const QRectF &bounds)
{
    QRectF box(QPointF(spot.x() + away, spot.y() - size.height() - away), size);
    if (box.right() > bounds.right())
        box.moveRight(spot.x() - away);
    box.moveLeft(std::round(qMax(bounds.left(), box.left())));
    box.moveTop(std::round(qBound(bounds.top(), box.top(), qMax(bounds.top(), bounds.bottom() - size.height()))));
    return box;
}

void paintText(QPainter *painter, const QRectF &rect, Qt::Alignment side, const QString &text, double room)
{
    const QString shown = QFontMetricsF(painter->font()).elidedText(text, Qt::ElideMiddle, room);
    painter->drawText(rect, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

} // namespace

void paintReading(QPainter *painter, const Theme &theme, const QRectF &bounds, const Chart::Spot &spot)
{
    const QFontMetricsF strong(theme.font(Theme::Face::Strong)), body(theme.font(Theme::Face::Body));
    const QString title = chartName(spot.reading.title);
    const auto rows = spot.reading.rows.first(qMin(mostRows, spot.reading.rows.size()));
    double names = 0, values = 0;
    for (const auto &[name, value] : rows) {
        names = qMax(names, body.horizontalAdvance(chartName(name)));
        values = qMax(values, body.horizontalAdvance(value));
    }
    const QRectF room = bounds.adjusted(measure::inside, measure::inside, -measure::inside, -measure::inside);
    const double most = qMin(widest, room.width()) - 2 * measure::cell;
    values = qMin(values, most * mostForValues);
    names = qMin(names, most - values - measure::cell);
    const double inner = qMax(qMin(strong.horizontalAdvance(title), most), names + measure::cell + values);
    const double line = body.height() + 2, lines = static_cast<double>(rows.size()) * line;
    const QSizeF size(std::ceil(inner + 2 * measure::cell), std::ceil(strong.height() + lines + 2 * measure::gap));
    const QRectF box = besides(spot.at, size, room);
    shapes::box(painter, box, measure::cardRadius, theme.color(Token::Raised), theme.color(Token::LineStrong));

    QRectF text(box.left() + measure::cell, box.top() + measure::gap, inner, strong.height());
    painter->setFont(theme.font(Theme::Face::Strong));
    painter->setPen(theme.color(Token::Text));
    paintText(painter, text, Qt::AlignLeft, title, inner);
    painter->setFont(theme.font(Theme::Face::Body));
    text = QRectF(text.left(), text.bottom() + 1, inner, line);
    for (const auto &[name, value] : rows) {
        painter->setPen(theme.color(Token::Text2));
        paintText(painter, text, Qt::AlignLeft, chartName(name), value.isEmpty() ? inner : names);
        painter->setPen(theme.color(Token::Text));
        paintText(painter, text, Qt::AlignRight, value, values);
        text.translate(0, line);
    }
}

} // namespace stagekeeper
