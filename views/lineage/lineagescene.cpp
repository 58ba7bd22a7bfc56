// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagescene.h"

#include "views/lineage/edgeitem.h"
#include "views/lineage/nodeitem.h"

#include <QGraphicsSceneMouseEvent>
#include <QLineF>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

namespace stagekeeper {

namespace {

constexpr double canvasMargin = 24;
constexpr qsizetype mostCurves = 20'000; ///< more take seconds to paint when all of them leave one node

} // namespace

LineageScene::LineageScene(const Theme &theme, QObject *parent) : QGraphicsScene(parent), m_theme(theme)
{
    setItemIndexMethod(NoIndex); // long edges are in every part of a tree: with 50,000 from one node it took a minute to build
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

LayoutRequest LineageScene::layoutRequest(const LineageGraph &graph, const QList<nodes::Face> &faces)
{
    LayoutRequest request;
    request.nodes.reserve(faces.size());
    for (const nodes::Face &face : faces) {
        const double behind = face.isCluster ? 2 * nodes::clusterOffset : 0;
        request.nodes.append(face.size + QSizeF(behind, 0));
    }
    request.edges.reserve(graph.edges().size());
    for (const LineageEdge &edge : graph.edges())
        request.edges.append({edge.from, edge.to});
    return request;
}

void LineageScene::setGraph(const LineageGraph &graph, const QList<nodes::Face> &faces, const Layout &layout)
{
    Q_ASSERT(faces.size() == graph.size() && layout.centres.size() == graph.size() && layout.curves.size() == graph.edges().size());
    const bool hadSelection = !selectedItems().isEmpty();
    {
        const QSignalBlocker blocker(this);
        clear();
        m_nodes.clear();
        m_edges.clear();
        m_graph = graph;
        m_isAnyLit = false;
        const auto look = layout.curves.size() > mostCurves ? EdgeItem::Look::Line : EdgeItem::Look::Curve;
        for (const QList<QPointF> &curve : layout.curves) {
            m_edges.append(new EdgeItem(curve, m_theme, look));
            addItem(m_edges.last());
        }
        for (int node = 0; node < graph.size(); ++node) {
            m_nodes.append(new NodeItem(node, faces.at(node), m_theme));
            m_nodes.last()->setPos(layout.centres.at(node));
            addItem(m_nodes.last());
        }
    }
    setSceneRect(QRectF(QPointF(), layout.size).adjusted(-canvasMargin, -canvasMargin, canvasMargin, canvasMargin));
    update();
    if (hadSelection)
        emit selectionChanged();
}

void LineageScene::setLit(const QSet<int> &nodes)
{
    m_isAnyLit = !nodes.isEmpty();
    for (NodeItem *item : std::as_const(m_nodes))
        item->setLit(!m_isAnyLit || nodes.contains(item->index()));
    for (qsizetype i = 0; i < m_edges.size(); ++i) {
        const LineageEdge &edge = m_graph.edges().at(i);
        const bool lit = nodes.contains(edge.from) && nodes.contains(edge.to);
        m_edges.at(i)->setState(lit ? EdgeItem::State::Lit : m_isAnyLit ? EdgeItem::State::Dimmed : EdgeItem::State::Normal);
    }
}

QList<int> LineageScene::selectedNodes() const
{
    QList<int> nodes;
    for (const QGraphicsItem *item : selectedItems())
        nodes.append(qgraphicsitem_cast<const NodeItem *>(item)->index());
    std::ranges::sort(nodes);
    return nodes;
}

void LineageScene::selectNodes(const QList<int> &nodes)
{
    if (nodes == selectedNodes())
        return;
    {
        const QSignalBlocker blocker(this);
        clearSelection();
        for (const int node : nodes) {
            if (NodeItem *found = item(node))
                found->setSelected(true);
        }
    }
    update();
    emit selectionChanged();
}

int LineageScene::current() const
{
    const QList<int> selected = selectedNodes();
    return selected.isEmpty() ? -1 : selected.first();
}

int LineageScene::next(Qt::Key key) const
{
    const int from = current();
    if (from < 0)
        return m_nodes.isEmpty() ? -1 : 0;
    const QPointF here = m_nodes.at(from)->pos();
    int best = -1;
    double least = std::numeric_limits<double>::max();
    const auto consider = [&](int node, double distance) {
        if (node != from && distance < least) {
            least = distance;
            best = node;
        }
    };
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        for (const int node : key == Qt::Key_Up ? m_graph.before(from) : m_graph.after(from))
            consider(node, QLineF(here, m_nodes.at(node)->pos()).length());
        return best;
    }
    const double side = key == Qt::Key_Left ? -1 : 1;
    for (const NodeItem *item : m_nodes) {
        const QPointF way = item->pos() - here;
        if (way.x() * side > 0 && std::abs(way.y()) < m_nodes.at(from)->face().size.height())
            consider(item->index(), way.x() * side);
    }
    return best;
}

QRectF LineageScene::rectOf(const QList<int> &nodes) const
{
    QRectF rect;
    for (const int node : nodes) {
        if (const NodeItem *found = item(node))
            rect = rect.united(found->sceneBoundingRect());
    }
    return rect;
}

void LineageScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    QGraphicsScene::mouseDoubleClickEvent(event);
    if (const auto *item = qgraphicsitem_cast<NodeItem *>(itemAt(event->scenePos(), {})))
        emit activated(item->index());
}

void LineageScene::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_theme.color(Token::Sunken));
}

} // namespace stagekeeper
