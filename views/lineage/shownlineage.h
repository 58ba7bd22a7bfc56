// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineagewalk.h"

#include <QSet>

namespace stagekeeper {

/// Which part of a lineage is shown.
struct LineageChoice {
    QList<int> focus; ///< where the depth is counted from; empty: everything
    LineageDirection direction = LineageDirection::Both;
    int depth = 6; ///< in edges; negative: any
    QSet<LineageKind> kinds {LineageKind::Version, LineageKind::Data, LineageKind::Experiment};
    QSet<QString> opened; ///< ids of nodes that are in no cluster
    bool isFolded = true;
    bool isOverview = false; ///< everything, whatever else is chosen
};

/// What is shown of a lineage, and what each node of it stands for.
struct ShownLineage {
    LineageGraph graph;
    QList<QList<int>> members; ///< for each node those of the whole lineage
    bool isCut = false; ///< there would be more, but it is too much to read

    /// The node that is or contains one of the whole lineage; -1: it is not shown.
    [[nodiscard]] int find(int node) const;
    [[nodiscard]] QList<int> find(const QList<int> &nodes) const;
};

/// Graphviz needs longer than a moment for more nodes than this.
inline constexpr int mostLaidOutWell = 1500;
/// How much of the surroundings is shown when all of it would be too much.
inline constexpr int neighbourhoodSize = 300;

[[nodiscard]] ShownLineage shownLineage(const LineageGraph &graph, const LineageChoice &choice);

} // namespace stagekeeper
