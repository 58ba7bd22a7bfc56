// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/chart.h"
#include "views/comparison/charts/decimation.h"
#include "views/comparison/charts/scale.h"

namespace stagekeeper {

/// A chart with an x and a y axis that can be looked at in part: the wheel zooms about the mouse, dragging moves, a double
/// click or Home shows all again.
class PlotChart : public Chart
{
    Q_OBJECT

public:
    using Chart::Chart;

    [[nodiscard]] bool isChanged() const override;
    void reset() override;
    void zoom(double factor, const QPointF &about); ///< a factor below 1 shows less
    void move(const QPointF &pixels);

    [[nodiscard]] const Scale &xScale() const { return m_x; }
    [[nodiscard]] const Scale &yScale() const { return m_y; }
    [[nodiscard]] QRectF plot() const { return m_plot; }

protected:
    /// All there is to see along x; the part that is looked at is kept in shares of it.
    [[nodiscard]] virtual Scale wholeX() const = 0;
    /// What there is to see along y while `x` is looked at.
    [[nodiscard]] virtual Scale wholeY(const Scale &x) const = 0;
    /// Whether zooming leaves y alone, which then follows what is seen.
    [[nodiscard]] virtual bool zoomsOnlyX() const { return true; }
    [[nodiscard]] virtual QString yTickText(double tick) const;
    [[nodiscard]] virtual double bottomRoom() const; ///< for what stands below the plot
    [[nodiscard]] virtual double topRoom() const { return 10; }
    [[nodiscard]] virtual bool isXNumeric() const { return true; }

    void layOut(const QRectF &area) override;
    void paintGrid(QPainter *painter) const; ///< lines and numbers of y, numbers of x when they are numbers
    [[nodiscard]] double xAt(double value) const { return m_plot.left() + m_x.fraction(value) * m_plot.width(); }
    [[nodiscard]] double yAt(double value) const { return m_plot.bottom() - m_y.fraction(value) * m_plot.height(); }
    [[nodiscard]] QPointF pointAt(double x, double y) const { return {xAt(x), yAt(y)}; }
    /// A curve's points within the plot, joined. What has no place on the y axis lies at its low end.
    void paintCurve(QPainter *painter, const CurvePoints &points, const QPen &pen) const;
    [[nodiscard]] int ticksY() const;
    void bringIntoView(int spot) override;
    void showAll(); ///< for new data

    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setWindow(const QRectF &window);
    void updateScales();

    QRectF m_window {0, 0, 1, 1}; ///< in shares of the whole, y upwards
    QRectF m_plot;
    Scale m_x, m_y;
    QPointF m_grabbedAt;
    bool m_isGrabbed = false;
};

} // namespace stagekeeper
