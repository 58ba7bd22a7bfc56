// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/versiondriver.h"
#include "model/store/sql/versionorder.h"

namespace stagekeeper {

/// What there is to choose from.
struct VersionChoice {
    VersionOrder order;
    QList<FilterNode> conditions; ///< all must hold
    VersionQuery query;
    qint64 limit = -1;
    qint64 versions = 0; ///< that could be walked
    std::optional<VersionDriver> stageWalk; ///< the order's walk, to be counted, when it keeps to a stage
};

/// The condition to start from, or nothing: walk in the order of the sort. Counts a few entries of each index, at most about
/// as many as take a twentieth of the time that the answer will take.
[[nodiscard]] Result<std::optional<VersionDriver>> chooseDriver(const VersionChoice &choice, const QueryNames &names,
                                                                const SqlInteger &integer);

} // namespace stagekeeper
