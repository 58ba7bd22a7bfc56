// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/metrichistory.h"

namespace stagekeeper {

struct Stores;

/// A metric over all versions of a model, with a marker wherever the log says that a version went live or ceased to be. One
/// that was live before counts as rolled back to. Only the newest 10,000 moves are looked at. NotFound when there is no
/// such model.
[[nodiscard]] Result<MetricHistory> readMetricHistory(Stores &stores, const QString &model, const QString &metric);

} // namespace stagekeeper
