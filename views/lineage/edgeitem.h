// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace stagekeeper {

/// An edge with its arrowhead, which points at the later thing.
class EdgeItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    enum class Look { Curve, Line };

    /// The curve begins with a point and goes on with three Bézier points a piece.
    EdgeItem(const QList<QPointF> &curve, const Theme &theme, Look look = Look::Curve);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] bool isLit() const { return m_state == State::Lit; }

    enum class State { Normal, Lit, Dimmed };
    void setState(State state);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return {}; } // a click goes to the canvas
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Theme &m_theme;
    QPainterPath m_path;
    QPolygonF m_arrow;
    QLineF m_chord; ///< what is left of the curve far away
    QRectF m_bounds;
    Look m_look;
    State m_state = State::Normal;
};

} // namespace stagekeeper
