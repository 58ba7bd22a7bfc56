// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/lineage/nodepainting.h"

#include <QGraphicsItem>

namespace stagekeeper {

/// A node in the scene; its position is its centre.
class NodeItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    NodeItem(int index, nodes::Face face, const Theme &theme);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const nodes::Face &face() const { return m_face; }
    [[nodiscard]] QRectF box() const; ///< without ring and the box behind, around the position
    [[nodiscard]] bool isLit() const { return m_isLit; }
    void setLit(bool lit);

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    int m_index;
    nodes::Face m_face;
    const Theme &m_theme;
    bool m_isLit = true;
};

} // namespace stagekeeper
