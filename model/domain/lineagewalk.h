// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineage.h"

namespace stagekeeper {

enum class LineageDirection { Ancestors, Descendants, Both };

/// A node that a walk reached, and how many edges away it is at least.
struct LineageStep {
    int node = 0;
    int depth = 0;
    friend bool operator==(const LineageStep &, const LineageStep &) = default;
};

/// What a walk may list. It goes through nodes of other kinds without listing them.
struct LineageLimits {
    int depth = -1; ///< in edges; negative: any
    QList<LineageKind> kinds; ///< empty: all
};

/// What can be reached from `starts` along the edges, nearest first, without the starts. None of the functions here
/// recurses, and all of them end on cycles.
[[nodiscard]] QList<LineageStep> lineageClosure(const LineageGraph &graph, const QList<int> &starts, LineageDirection direction,
                                                const LineageLimits &limits = {});

/// A shortest way along the edges, both ends included; empty when there is none.
[[nodiscard]] QList<int> lineagePath(const LineageGraph &graph, int from, int to);

/// The way that an edge between two nodes would close to a cycle: from `to` down to `from`. Empty: it may be added.
[[nodiscard]] QList<int> lineageCycle(const LineageGraph &graph, int from, int to);

/// The `maximum` nodes nearest to `starts`, which come first, whichever way the edges point.
[[nodiscard]] QList<int> lineageNeighbourhood(const LineageGraph &graph, const QList<int> &starts, int maximum);

/// For every node a level that is greater than those of all nodes before it: the longest way from the roots, but roots
/// stand just above the first node that needs them. On a cycle the edges that close it are not counted.
[[nodiscard]] QList<int> lineageLevels(const LineageGraph &graph);

} // namespace stagekeeper
