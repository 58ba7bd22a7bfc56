// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAccessibleWidget>

namespace stagekeeper {

class Chart;

/// A chart as a screen reader finds it: a chart whose value is what is read at the place the keyboard is at.
class ChartAccessible final : public QAccessibleWidget
{
public:
    explicit ChartAccessible(Chart *chart);

    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    /// Makes charts be found this way; harmless when called again.
    static void install();

private:
    [[nodiscard]] const Chart &chart() const;
};

} // namespace stagekeeper
