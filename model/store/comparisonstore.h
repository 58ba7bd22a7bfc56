// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/comparison.h"
#include "model/domain/ids.h"
#include "model/domain/metrichistory.h"
#include "model/domain/pareto.h"

namespace stagekeeper {

/// Many versions at once, read the way comparisons and charts look at them: metric by metric.
class ComparisonStore
{
public:
    virtual ~ComparisonStore() = default;

    /// Everything of these versions but metrics and curves, in their order. NotFound when one is gone.
    [[nodiscard]] virtual Result<QList<ModelVersion>> facts(const QList<VersionId> &ids) = 0;
    /// The metrics of these versions, with the directions that hold in this registry, in no particular order.
    [[nodiscard]] virtual Result<QList<ComparisonRow>> metrics(const QList<VersionId> &ids) = 0;
    /// One metric of these versions, with the direction that holds in this registry.
    [[nodiscard]] virtual Result<MeasuredMetric> values(const QList<VersionId> &ids, const QString &metric) = 0;
    /// One metric over all versions of a model, in the order in which they were registered.
    [[nodiscard]] virtual Result<MetricHistory> history(ModelId model, const QString &metric) = 0;
};

} // namespace stagekeeper
