// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineage.h"

#include <QSet>

namespace stagekeeper {

/// More like nodes than this on one level fold into a cluster.
inline constexpr int lineageFoldLimit = 5;

/// A graph in which clusters stand for many like nodes. Opening one means to fold again with its members in `keep`.
struct LineageFold {
    LineageGraph graph; ///< a cluster has count > 1 and the id "fold:" + the id of its first member
    QList<QList<int>> members; ///< for each node of `graph` the nodes of the unfolded graph it stands for
};

/// Folds nodes of one level, kind and model into one node where they are more than `limit`; those in `keep` stay. Edges
/// between the same two nodes become one for each relation. What had no cycle has none afterwards.
[[nodiscard]] LineageFold foldLineage(const LineageGraph &graph, const QSet<int> &keep = {}, int limit = lineageFoldLimit);

} // namespace stagekeeper
