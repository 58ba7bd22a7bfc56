// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/nodeitem.h"

#include "views/common/shapes.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace stagekeeper {

namespace {

constexpr double ringGap = 2; ///< between the box and the ring round it
constexpr double ringRadius = 8;
constexpr double around = ringGap + measure::focusRing + 1;

} // namespace

NodeItem::NodeItem(int index, nodes::Face face, const Theme &theme) : m_index(index), m_face(std::move(face)), m_theme(theme)
{
    setFlag(ItemIsSelectable);
    setZValue(1); // above the edges
    setToolTip(m_face.title);
}

QRectF NodeItem::box() const
{
    return {-m_face.size.width() / 2, -m_face.size.height() / 2, m_face.size.width(), m_face.size.height()};
}

void NodeItem::setLit(bool lit)
{
    if (m_isLit == lit)
        return;
    m_isLit = lit;
    update();
}

QRectF NodeItem::boundingRect() const
{
    const double behind = m_face.isCluster ? nodes::clusterOffset : 0;
    return box().adjusted(-around, -around, around + behind, around + behind);
}

QPainterPath NodeItem::shape() const
{
    return nodes::shape(m_face.kind, box());
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (!m_isLit && scale >= nodes::plainScale) { // so that no edge shines through
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(nodes::shape(m_face.kind, box()), m_theme.color(Token::Sunken));
    }
    painter->setOpacity(m_isLit ? 1 : nodes::dimmed);
    nodes::paint(painter, box(), m_face, m_theme, scale);
    painter->setOpacity(1);
    if (!option->state.testFlag(QStyle::State_Selected))
        return;
    const double width = scale < nodes::secondLineScale ? measure::focusRing / scale * nodes::secondLineScale : measure::focusRing;
    shapes::box(painter, box().adjusted(-around, -around, around, around), ringRadius, {}, m_theme.color(Token::Focus), width);
}

} // namespace stagekeeper
