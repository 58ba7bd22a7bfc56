// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/metric.h"

namespace stagekeeper {

/// What `direction` of the table of names says of a metric; the usual direction of its name when nothing is stated.
[[nodiscard]] inline MetricDirection storedDirection(const QString &metric, const std::optional<qint64> &stated)
{
    if (!stated)
        return usualDirection(metric);
    return *stated > 0 ? MetricDirection::HigherIsBetter : *stated < 0 ? MetricDirection::LowerIsBetter : MetricDirection::Unknown;
}

} // namespace stagekeeper
