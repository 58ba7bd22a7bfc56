// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/edgeitem.h"

#include "views/lineage/nodepainting.h"

#include <QLineF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace stagekeeper {

namespace {

constexpr double arrowLength = 8;
constexpr double arrowHalf = 3.75;

/// Where the curve comes from, seen from its end: points that lie on the end say nothing.
QPointF before(const QList<QPointF> &curve)
{
    for (qsizetype i = curve.size() - 1; i-- > 0;) {
        if (QLineF(curve.at(i), curve.last()).length() > 0.5)
            return curve.at(i);
    }
    return curve.last() - QPointF(0, 1);
}

} // namespace

EdgeItem::EdgeItem(const QList<QPointF> &curve, const Theme &theme, Look look)
    : m_theme(theme), m_chord(curve.first(), curve.last()), m_look(look)
{
    const QLineF direction = QLineF(curve.last(), before(curve)).unitVector();
    const QPointF back(direction.dx(), direction.dy());
    const QPointF side(-back.y(), back.x());
    const QPointF tip = curve.last();
    m_arrow = {tip, tip + back * arrowLength + side * arrowHalf, tip + back * arrowLength - side * arrowHalf};
    m_path.moveTo(curve.first());
    for (qsizetype i = 1; i + 2 < curve.size(); i += 3) {
        const bool isLast = i + 5 >= curve.size();
        const QPointF shortened = isLast ? back * (arrowLength - 1) : QPointF();
        m_path.cubicTo(curve.at(i), curve.at(i + 1), curve.at(i + 2) + shortened);
    }
    // A straight edge has bounds without a width, which intersect nothing: they are made wider.
    m_bounds = m_path.controlPointRect().united(m_arrow.boundingRect()).adjusted(-2, -2, 2, 2);
}

void EdgeItem::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    setZValue(state == State::Lit ? 0.5 : 0);
    update();
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool isFar = m_look == Look::Line || scale < nodes::plainScale; // where many lie close they must not cover everything
    const QColor color = m_theme.color(m_state == State::Lit ? Token::Accent : isFar ? Token::LineStrong : Token::Control);
    if (isFar) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(color, 0)); // as thin as can be
        painter->drawLine(m_chord);
    } else {
        painter->setOpacity(m_state == State::Dimmed ? nodes::dimmed : 1);
        painter->setRenderHint(QPainter::Antialiasing);
        const double width = (m_state == State::Lit ? 1.75 : 1.0) * std::max(1.0, nodes::secondLineScale / scale);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, width));
        painter->drawPath(m_path);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(m_arrow);
        painter->setOpacity(1);
    }
}

} // namespace stagekeeper
