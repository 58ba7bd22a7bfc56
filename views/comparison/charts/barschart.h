// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/comparednumbers.h"
#include "views/comparison/charts/plotchart.h"

namespace stagekeeper {

/// A group of bars for each number, a bar for each version, all from zero. Normalised, the longest bar of every group is 1,
/// so that numbers of different size can stand side by side.
class BarsChart final : public PlotChart
{
    Q_OBJECT

public:
    explicit BarsChart(const Theme &theme, QWidget *parent = nullptr);

    void setNumbers(const ComparedNumbers &numbers);
    void setNormalised(bool normalised);
    [[nodiscard]] bool isNormalised() const { return m_isNormalised; }

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;

protected:
    [[nodiscard]] Scale wholeX() const override;
    [[nodiscard]] Scale wholeY(const Scale &x) const override;
    [[nodiscard]] bool isXNumeric() const override { return false; }
    [[nodiscard]] double bottomRoom() const override;
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_bars.size()); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] int spotAt(const QPointF &at) const override;
    [[nodiscard]] int nextSpot(int from, Qt::Key key) const override;

private:
    struct Bar {
        int row, version;
        double height; ///< as drawn: the value, or its share of the group's largest
    };

    void findBars();
    void updateWords();
    [[nodiscard]] QRectF barRect(const Bar &bar) const;
    void paintBar(QPainter *painter, const Bar &bar) const;
    void paintNames(QPainter *painter) const;

    ComparedNumbers m_numbers;
    QList<Bar> m_bars; ///< those that have a finite value, group by group
    bool m_isNormalised = true;
};

} // namespace stagekeeper
