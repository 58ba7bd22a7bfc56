// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/stores.h"

#include <QList>

namespace stagekeeper {

/// What is known over all versions of one model: for columns, heat, decimals and completion.
struct ModelFacts {
    QList<MetricSummary> metrics;
    QList<NameCount> parameters, tags;

    /// The summary of this metric; a name that is not known gets the direction such names usually have.
    [[nodiscard]] MetricSummary metric(const QString &name) const;
};

/// Reads them; for a job on the registry's thread.
[[nodiscard]] Result<ModelFacts> readFacts(Stores &stores, ModelId model);

/// 0 for a value that is not marked, 1 to 4 for one among the best 50, 32, 18 and 7 % of its column.
[[nodiscard]] int heatLevel(const MetricSummary &summary, double value);

} // namespace stagekeeper
