// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/pareto.h"
#include "model/domain/versionquery.h"

namespace stagekeeper {

struct Stores;

/// The versions of a model that have all of some metrics, the newest first.
struct MeasuredVersions {
    QList<VersionId> versions;
    QList<MeasuredMetric> metrics; ///< as they were asked for, with the directions that hold in the registry
};

/// Reads `metrics` of the versions of a model that fit `filter` and have all of them. NotFound when there is none. The best
/// of them are found with bestOf() and paretoFront().
[[nodiscard]] Result<MeasuredVersions> measuredVersions(Stores &stores, ModelId model, const Filter &filter, const QStringList &metrics);

} // namespace stagekeeper
