// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QPointF>
#include <QSizeF>

#include <utility>

namespace stagekeeper {

/// What is to be arranged from top to bottom: boxes and who points to whom. Lengths are in pixels.
struct LayoutRequest {
    QList<QSizeF> nodes;
    QList<std::pair<int, int>> edges; ///< indices of nodes: from the upper to the lower one
    double nodeGap = 36; ///< between boxes side by side
    double layerGap = 44; ///< between boxes above each other

    friend bool operator==(const LayoutRequest &, const LayoutRequest &) = default;
};

/// Where everything goes, y downwards. Both lists are in the order of the request.
struct Layout {
    QSizeF size;
    QList<QPointF> centres; ///< of the nodes
    QList<QList<QPointF>> curves; ///< of the edges: a start and three Bézier points a piece, from border to border

    friend bool operator==(const Layout &, const Layout &) = default;
};

} // namespace stagekeeper
