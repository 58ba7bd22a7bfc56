// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/layout/layout.h"
#include "views/lineage/nodepainting.h"

#include <QGraphicsScene>
#include <QSet>

namespace stagekeeper {

class EdgeItem;
class NodeItem;

/// A lineage with its layout: an item for each node and edge, a path that is lit, and what is selected.
class LineageScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit LineageScene(const Theme &theme, QObject *parent = nullptr);

    /// What the layout is asked for.
    [[nodiscard]] static LayoutRequest layoutRequest(const LineageGraph &graph, const QList<nodes::Face> &faces);
    void setGraph(const LineageGraph &graph, const QList<nodes::Face> &faces, const Layout &layout);

    [[nodiscard]] const LineageGraph &graph() const { return m_graph; }
    [[nodiscard]] NodeItem *item(int node) const { return m_nodes.value(node, nullptr); }
    [[nodiscard]] const QList<NodeItem *> &items() const { return m_nodes; }

    /// Lights these nodes and the edges between them; the rest goes back. Nothing given: no light, nothing goes back.
    void setLit(const QSet<int> &nodes);
    [[nodiscard]] bool isAnyLit() const { return m_isAnyLit; }

    [[nodiscard]] QList<int> selectedNodes() const;
    void selectNodes(const QList<int> &nodes);
    /// The node that the keyboard goes on from: the first selected one, or none (-1).
    [[nodiscard]] int current() const;
    /// The node to go to from the current one: along an edge up or down, else beside it. -1: there is none.
    [[nodiscard]] int next(Qt::Key key) const;
    [[nodiscard]] QRectF rectOf(const QList<int> &nodes) const;

signals:
    void activated(int node); ///< by Enter or a double click

protected:
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    const Theme &m_theme;
    LineageGraph m_graph;
    QList<NodeItem *> m_nodes;
    QList<EdgeItem *> m_edges;
    bool m_isAnyLit = false;
};

} // namespace stagekeeper
