// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/comparison.h"

#include <QStringList>

namespace stagekeeper {

/// One number of every version, in the order of the versions; nothing where it is missing.
struct NumberRow {
    QString name;
    MetricDirection direction = MetricDirection::Unknown;
    QList<std::optional<double>> values;
    bool operator==(const NumberRow &) const = default;

    [[nodiscard]] double valueOf(int version) const; ///< NaN where it is missing
    [[nodiscard]] bool isLowerBetter() const { return direction == MetricDirection::LowerIsBetter; }
};

/// What charts of versions side by side draw.
struct ComparedNumbers {
    QStringList versions; ///< as they are called
    QList<NumberRow> rows;
    bool operator==(const ComparedNumbers &) const = default;
};

/// The rows of a comparison that hold numbers, metrics first.
[[nodiscard]] ComparedNumbers numbersOf(const Comparison &comparison, const QStringList &versions);
/// Those of the first rows whose finite values differ, at most so many; without any, the first rows.
[[nodiscard]] QList<NumberRow> tellingRows(const QList<NumberRow> &rows, qsizetype most);
/// The name of a row, with "min" where lower is better.
[[nodiscard]] QString rowTitle(const NumberRow &row);
/// "2 values are missing · 1 value is not finite"; empty when all of these are drawn.
[[nodiscard]] QString omissions(const QList<NumberRow> &rows, qsizetype versions);

} // namespace stagekeeper
