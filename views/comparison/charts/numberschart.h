// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/chart.h"
#include "views/comparison/charts/comparednumbers.h"

namespace stagekeeper {

/// The table behind every chart of versions side by side: a row for a version, a column for a number.
[[nodiscard]] ChartTable tableOf(const ComparedNumbers &numbers);
/// All numbers of one version.
[[nodiscard]] Chart::Reading readingOf(const ComparedNumbers &numbers, int version);
/// An entry for each version, with its line where `hasLine`.
[[nodiscard]] QList<LegendEntry> versionLegend(const QStringList &versions, bool hasLine);

} // namespace stagekeeper
