// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/comparednumbers.h"
#include "views/comparison/charts/plotchart.h"

namespace stagekeeper {

/// Versions by two numbers. Where it is known what is better, those that no other version beats in both are filled and
/// joined by steps: the Pareto front.
class ScatterChart final : public PlotChart
{
    Q_OBJECT

public:
    explicit ScatterChart(const Theme &theme, QWidget *parent = nullptr);

    void setNumbers(const QStringList &versions, const NumberRow &x, const NumberRow &y);
    [[nodiscard]] const QList<int> &front() const { return m_front; } ///< versions, by ascending x

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;

protected:
    [[nodiscard]] Scale wholeX() const override;
    [[nodiscard]] Scale wholeY(const Scale &x) const override;
    [[nodiscard]] bool zoomsOnlyX() const override { return false; }
    [[nodiscard]] double bottomRoom() const override;
    [[nodiscard]] double topRoom() const override;
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_drawn.size()); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] QPointF placeOfSpot(int index) const override;
    [[nodiscard]] int nextSpot(int from, Qt::Key key) const override;

private:
    void findFront();
    void updateWords();
    [[nodiscard]] QPointF place(int version) const;
    [[nodiscard]] QPolygonF frontLine() const;
    void paintFront(QPainter *painter) const;
    void paintNames(QPainter *painter) const;
    void paintTitles(QPainter *painter) const;

    QStringList m_versions;
    NumberRow m_xRow, m_yRow;
    QList<int> m_drawn; ///< versions that have both numbers, by ascending x
    QList<int> m_front;
};

} // namespace stagekeeper
