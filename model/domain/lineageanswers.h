// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineageid.h"
#include "model/domain/lineagewalk.h"

namespace stagekeeper {

/// The nodes that an id means: data without a digest or version means all data of that name.
[[nodiscard]] QList<int> lineageMatches(const LineageGraph &graph, const LineageId &id);

/// A thing that a version came from, and in what way what comes after it made use of it.
struct LineageReason {
    int node = 0;
    LineageRelation relation = LineageRelation::DerivedFrom;
    friend bool operator==(const LineageReason &, const LineageReason &) = default;
};

/// How a version came about, from its root: the line of first parents, and before each of them the data and experiments
/// that were not named before. The version itself is left out; its other ancestors are in lineageClosure().
[[nodiscard]] QList<LineageReason> lineageReasons(const LineageGraph &graph, int version);

/// What is affected when something is bad.
struct LineageReach {
    QList<LineageStep> versions; ///< all that descend from it, nearest first
    QList<int> live; ///< those of them that serve
};

[[nodiscard]] LineageReach lineageReach(const LineageGraph &graph, const QList<int> &sources);

/// The ancestries of two nodes side by side; each node belongs to its own ancestry. Nearest first.
struct LineageDiff {
    QList<int> common, onlyLeft, onlyRight;
};

[[nodiscard]] LineageDiff lineageDiff(const LineageGraph &graph, int left, int right);

} // namespace stagekeeper
