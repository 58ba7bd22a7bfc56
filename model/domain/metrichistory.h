// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/metric.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace stagekeeper {

/// A version in the history of a metric.
struct HistoryPoint {
    QString version;
    QString stage;
    QDateTime createdAt; ///< UTC
    std::optional<double> value; ///< NaN where NaN was logged, absent where it was not measured
};

/// A version that began or ceased to be live.
struct HistoryMarker {
    enum class Kind { Promoted, RolledBack, Retired };
    Kind kind = Kind::Promoted;
    qsizetype point = -1; ///< of the version that went live, or ceased to be; -1: it is not in the registry any more
    QString version;
    QDateTime time; ///< when it happened, also where it was imported later
    QString actor;
};

/// Limits between which a process that does not change would stay.
struct ControlLimits {
    double mean = 0;
    double lower = 0;
    double upper = 0;
    friend bool operator==(const ControlLimits &, const ControlLimits &) = default;
};

/// A metric over the whole life of a model: its versions in the order in which they were registered.
struct MetricHistory {
    QString metric;
    MetricDirection direction = MetricDirection::Unknown;
    QList<HistoryPoint> points;
    QList<HistoryMarker> markers; ///< oldest first
    qsizetype champion = -1; ///< the newest version that is live now
};

/// Mean, and mean +- 3 sigma with sigma = mean moving range / 1.128: the chart for individual values (Shewhart's; see
/// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Values that are missing or not finite are left out. Nothing for
/// fewer than two values.
[[nodiscard]] std::optional<ControlLimits> controlLimits(const QList<HistoryPoint> &points);

/// Values around the champion's that are no real difference: +- 1.96 sigma of that chart. Nothing without limits, or when the
/// champion has no finite value.
[[nodiscard]] std::optional<ControlLimits> championBand(const MetricHistory &history);

} // namespace stagekeeper
