// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metrichistory.h"

#include <cmath>

namespace stagekeeper {

namespace {

/// d2 of two values: the mean range of two values from a normal distribution, in standard deviations.
constexpr double meanRangeOfTwo = 1.128;
/// Of a normal distribution, 95 % lie within so many standard deviations.
constexpr double within95Percent = 1.96;

/// Mean and spread of what a history has measured.
struct Spread {
    double mean = 0;
    double sigma = 0;
};

std::optional<Spread> spreadOf(const QList<HistoryPoint> &points)
{
    double mean = 0, ranges = 0;
    qsizetype count = 0;
    std::optional<double> before;
    for (const HistoryPoint &point : points) {
        if (!point.value || !std::isfinite(*point.value))
            continue;
        const double value = *point.value;
        ++count;
        mean += (value - mean) / double(count); // a sum of large values could overflow
        if (before)
            ranges += (std::fabs(value - *before) - ranges) / double(count - 1);
        before = value;
    }
    if (count < 2 || !std::isfinite(ranges))
        return {};
    return Spread {mean, ranges / meanRangeOfTwo};
}

ControlLimits around(double middle, double distance)
{
    return {middle, middle - distance, middle + distance};
}

} // namespace

std::optional<ControlLimits> controlLimits(const QList<HistoryPoint> &points)
{
    const auto spread = spreadOf(points);
    return spread ? std::optional(around(spread->mean, 3 * spread->sigma)) : std::nullopt;
}

std::optional<ControlLimits> championBand(const MetricHistory &history)
{
    const auto spread = spreadOf(history.points);
    if (!spread || history.champion < 0)
        return {};
    const auto value = history.points.at(history.champion).value;
    if (!value || !std::isfinite(*value))
        return {};
    return around(*value, within95Percent * spread->sigma);
}

} // namespace stagekeeper
