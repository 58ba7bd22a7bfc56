// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QLocale>

#include <optional>

namespace stagekeeper {

/// From the lowest to the highest of some numbers; empty until one was added.
struct Extent {
    double low = 0, high = 0;
    bool isEmpty = true;

    void add(double value); ///< NaN and infinities are left out
    void add(const Extent &other);
    bool operator==(const Extent &) const = default;
};

/// Where a value lies between the two ends of an axis. It stays exact where the difference of the ends is more than a
/// number can hold, and gives a constant some room around it.
class Scale final
{
public:
    enum class Kind { Linear, Logarithmic };

    Scale() = default;
    explicit Scale(const Extent &extent, Kind kind = Kind::Linear);

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] Kind kind() const { return m_kind; }

    [[nodiscard]] bool holds(double value) const; ///< false for what is not finite, and on a logarithmic axis not positive
    [[nodiscard]] double fraction(double value) const; ///< 0 at the low end, 1 at the high end, beyond for what is outside
    [[nodiscard]] double value(double fraction) const;
    [[nodiscard]] Scale part(double from, double to) const; ///< between two fractions
    [[nodiscard]] Scale widened(double share) const; ///< by a share of its length at both ends
    [[nodiscard]] Scale rounded(int about) const; ///< to the ticks around its ends

    /// Round numbers within the axis, about so many.
    [[nodiscard]] QList<double> ticks(int about) const;
    /// A tick in as few digits as tell it from its neighbours.
    [[nodiscard]] QString tickText(double tick, int about, const QLocale &locale) const;

private:
    [[nodiscard]] double step(int about) const;
    [[nodiscard]] QList<double> decades(int about) const;

    double m_low = 0, m_high = 1;
    Kind m_kind = Kind::Linear;
};

} // namespace stagekeeper
