// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/shapes.h"

#include <QPainter>
#include <QPainterPath>

namespace stagekeeper::shapes {

namespace {

QPen roundPen(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line, double lineWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? lineWidth / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void focusRing(QPainter *painter, const QRect &rect, const Theme &theme, double radius)
{
    box(painter, rect, radius, {}, theme.color(Token::Focus), measure::focusRing);
}

void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color, double side)
{
    const double half = side / 2;
    const QPolygonF down {{-half, -half / 2}, {0, half / 2}, {half, -half / 2}};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    switch (direction) {
    case Direction::Down:
        break;
    case Direction::Up:
        painter->rotate(180);
        break;
    case Direction::Left:
        painter->rotate(90);
        break;
    case Direction::Right:
        painter->rotate(-90);
        break;
    }
    painter->setPen(roundPen(color, 1.5));
    painter->drawPolyline(down);
    painter->restore();
}

void tick(QPainter *painter, const QRectF &rect, const QColor &color)
{
    const QPointF corner = rect.topLeft();
    const double w = rect.width();
    const double h = rect.height();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(roundPen(color, 1.75));
    painter->drawPolyline(QPolygonF {corner + QPointF(w * 0.22, h * 0.52), corner + QPointF(w * 0.42, h * 0.71),
                                     corner + QPointF(w * 0.78, h * 0.30)});
    painter->restore();
}

void hairline(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
}

} // namespace stagekeeper::shapes
