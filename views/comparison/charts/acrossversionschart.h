// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/metrichistory.h"
#include "views/comparison/charts/plotchart.h"

#include <optional>

namespace stagekeeper {

/// One metric over all versions of a model, in their order.
struct MetricAcrossVersions {
    enum class Mark { Promoted, RolledBack };
    struct Point {
        QString version;
        std::optional<double> value; ///< nothing where it was not measured
        int compared = -1; ///< the version's place in the comparison, -1 when it is not there
        QList<Mark> marks;
        bool operator==(const Point &) const = default;
    };
    /// The champion's value, with the limits that others are read against.
    struct Champion {
        QString label; ///< said at the line: "champion 2.4.1, 95 % interval"
        double value = 0;
        std::optional<double> low, high;
        bool operator==(const Champion &) const = default;
    };

    QString metric;
    MetricDirection direction = MetricDirection::Unknown;
    QList<Point> points;
    std::optional<Champion> champion;
    std::optional<ControlLimits> control {}; ///< between which a process stays that does not change
    bool operator==(const MetricAcrossVersions &) const = default;
};

/// The history of a metric: its line, the band of the champion, and where versions were promoted and rolled back.
class AcrossVersionsChart final : public PlotChart
{
    Q_OBJECT

public:
    explicit AcrossVersionsChart(const Theme &theme, QWidget *parent = nullptr);

    void setHistory(const MetricAcrossVersions &history);

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;

protected:
    [[nodiscard]] Scale wholeX() const override;
    [[nodiscard]] Scale wholeY(const Scale &x) const override;
    [[nodiscard]] double topRoom() const override { return measure::cell; }
    [[nodiscard]] bool isXNumeric() const override { return false; }
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_drawn.size()); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] int spotAt(const QPointF &at) const override;

private:
    [[nodiscard]] QPointF place(int point) const;
    [[nodiscard]] bool arePointsApart() const;
    void paintBand(QPainter *painter) const;
    void paintControlLimits(QPainter *painter) const;
    [[nodiscard]] bool isBeyondLimits(int point) const;
    [[nodiscard]] QString noteText() const;
    void paintPoints(QPainter *painter) const;
    void paintEvents(QPainter *painter) const;
    void paintNames(QPainter *painter) const;
    void paintChampion(QPainter *painter) const;
    void paintChampionName(QPainter *painter) const;
    void updateWords();

    MetricAcrossVersions m_history;
    CurvePoints m_curve; ///< place and value, NaN where there is none
    QList<int> m_drawn; ///< points that have a finite value
    QList<int> m_compared; ///< those of them that are compared
    QList<int> m_marked; ///< points with promotions or rollbacks
    int m_decimals = 4;
};

} // namespace stagekeeper
