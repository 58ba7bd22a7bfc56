// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/chart.h"
#include "views/comparison/charts/comparednumbers.h"
#include "views/comparison/charts/scale.h"

#include <optional>

namespace stagekeeper {

/// Versions as lines across one axis for each number; up is better on all of them. Dragging along an axis chooses versions.
class ParallelChart final : public Chart
{
    Q_OBJECT

public:
    explicit ParallelChart(const Theme &theme, QWidget *parent = nullptr);

    void setNumbers(const ComparedNumbers &numbers);

    /// Versions within all brushes; all of them without a brush.
    [[nodiscard]] QList<int> chosen() const;
    /// Chooses what lies between two values of a row; equal values take the brush away.
    void setBrush(int row, double from, double to);

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;
    [[nodiscard]] bool isChanged() const override;
    void reset() override;

signals:
    void brushed(const QList<int> &versions);

protected:
    void layOut(const QRectF &area) override;
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_spots.size()); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] QPointF placeOfSpot(int index) const override;
    [[nodiscard]] int nextSpot(int from, Qt::Key key) const override;

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// One vertical axis; shares run upwards from 0 to 1.
    struct Axis {
        Scale scale;
        double x = 0;
        std::optional<std::pair<double, double>> brush; ///< in shares
    };
    struct Place {
        int version, axis;
    };

    void findSpots();
    void layOutNames(const QRectF &area);
    [[nodiscard]] double share(int axis, double value) const;
    [[nodiscard]] QPointF placeOf(int version, int axis) const; ///< NaN in y where there is no finite value
    [[nodiscard]] bool isChosen(int version) const;
    [[nodiscard]] int axisAt(const QPointF &at) const;
    [[nodiscard]] double shareAt(double y) const;
    void brush(int axis, double from, double to);
    void brushByKey(int to);
    void paintAxes(QPainter *painter) const;
    void paintBrushes(QPainter *painter) const;
    void paintLines(QPainter *painter) const;
    void paintVersion(QPainter *painter, int version, const QPen &pen, Marker marker, double side) const;
    void paintDensity(QPainter *painter) const;
    void paintNames(QPainter *painter) const;

    ComparedNumbers m_numbers;
    QList<Axis> m_axes;
    QList<Place> m_spots;
    QRectF m_plot;
    struct Name {
        int version;
        double y;
    };
    QList<Name> m_names;
    QStringList m_labels; ///< of the versions, when there are few enough to name
    double m_nameWidth = 0;
    int m_brushedAxis = -1; ///< while the mouse or the keyboard draws one
    double m_brushStart = 0;
};

} // namespace stagekeeper
