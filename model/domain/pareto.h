// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/metric.h"

#include <QList>

#include <optional>

namespace stagekeeper {

/// One metric of several versions; nothing where it was not measured.
struct MeasuredMetric {
    QString name;
    MetricDirection direction = MetricDirection::Unknown; ///< higher counts as better when it is not known
    QList<std::optional<double>> values;
};

/// Index of the best value, the first one among equals; -1 when there is none. NaN is never the best.
[[nodiscard]] qsizetype bestOf(const MeasuredMetric &metric);

/// Indices of the versions for which no other is better in one of the metrics and at least as good in the other: the best
/// in `a` first, equal ones side by side. Versions without a number for both are left out.
[[nodiscard]] QList<qsizetype> paretoFront(const MeasuredMetric &a, const MeasuredMetric &b);

} // namespace stagekeeper
