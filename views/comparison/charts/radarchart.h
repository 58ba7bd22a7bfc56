// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/chart.h"
#include "views/comparison/charts/comparednumbers.h"

namespace stagekeeper {

/// Versions as outlines over one spoke for each number. On every spoke the rim is the best of the versions and the inner
/// ring the worst, so that shapes are compared and not sizes.
class RadarChart final : public Chart
{
    Q_OBJECT

public:
    static constexpr int mostSpokes = 8;

    explicit RadarChart(const Theme &theme, QWidget *parent = nullptr);

    void setNumbers(const ComparedNumbers &numbers); ///< the first of them that have a finite value
    /// How far out a version lies on a spoke, 0 for the worst and 1 for the best; NaN where it has no finite value.
    [[nodiscard]] double share(int row, int version) const;

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;

protected:
    void layOut(const QRectF &area) override;
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_spots.size()); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] QPointF placeOfSpot(int index) const override;
    [[nodiscard]] int nextSpot(int from, Qt::Key key) const override;

private:
    struct Place {
        int version, row;
    };

    [[nodiscard]] QPointF onSpoke(int row, double share) const;
    [[nodiscard]] QPointF direction(int row) const;
    void paintWeb(QPainter *painter) const;
    void paintNames(QPainter *painter) const;
    void paintVersion(QPainter *painter, int version, const QPen &pen, double side, bool filled) const;

    ComparedNumbers m_numbers;
    QList<std::pair<double, double>> m_ends; ///< worst and best of each row
    QList<Place> m_spots;
    QPointF m_center;
    double m_radius = 0;
};

} // namespace stagekeeper
