// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <array>
#include <optional>

namespace stagekeeper {

enum class MetricDirection { Unknown, HigherIsBetter, LowerIsBetter };

/// The direction that a metric of this name usually has: "accuracy" up, "log_loss" down; Unknown for names like
/// "holdout_rows" that say nothing about quality.
[[nodiscard]] MetricDirection usualDirection(const QString &metricName);

/// Whether a metric of this name says what a model costs (time, memory, size) rather than how good it is.
[[nodiscard]] bool measuresCost(const QString &metricName);

/// Decimals for all values of one metric: enough to show three digits of what lies between `low` and `high`, 2 to 6; 4 when
/// they do not differ.
[[nodiscard]] int decimalsOfSpread(double low, double high);

/// How the finite values of one metric spread over the versions of one model.
struct MetricSummary {
    QString name;
    MetricDirection direction = MetricDirection::Unknown;
    qint64 count = 0; ///< versions that have a value, NaN and infinities included
    std::optional<double> minimum, maximum; ///< of finite values
    /// Thresholds of the best 50, 32, 18 and 7 % of the values (looks.md, heat 1-4); empty when the direction is unknown.
    std::optional<std::array<double, 4>> heat;
    int decimals = 4; ///< enough for three digits of the spread between the 5th and 95th percentile, 2 to 6; 0 for counts
};

} // namespace stagekeeper
