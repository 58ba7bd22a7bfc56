// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/scale.h"

#include <QPolygonF>

namespace stagekeeper {

/// The points of a curve, x ascending. A y that is not finite is a gap.
struct CurvePoints {
    QList<double> x, y;
};

/// The part of a curve that lies in `x`, as lines of at most four points for each of `columns` pixel columns: first,
/// lowest, highest and last, so that the picture is the one of all points. A gap of a column or more parts two lines.
[[nodiscard]] QList<QPolygonF> decimated(const CurvePoints &curve, const Scale &x, int columns);

/// Lowest and highest y within `x`.
[[nodiscard]] Extent extentWithin(const CurvePoints &curve, const Scale &x);

/// Exponential moving average without the pull of its start: s(t) = (b s(t-1) + (1-b) y(t)), divided by 1 - b^t. Gaps stay.
[[nodiscard]] QList<double> smoothed(const QList<double> &values, double weight);

} // namespace stagekeeper
