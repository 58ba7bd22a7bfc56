// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/plotchart.h"

namespace stagekeeper {

/// A metric of one version by training step.
struct VersionCurve {
    QString name; ///< of the version
    int version = -1; ///< its place in the comparison, which also chooses the look
    CurvePoints points; ///< in any order of steps
};

/// One metric by step for each version, on a linear or logarithmic axis, smoothed or as measured.
class CurvesChart final : public PlotChart
{
    Q_OBJECT

public:
    explicit CurvesChart(const Theme &theme, QWidget *parent = nullptr);

    void setCurves(const QString &metric, const QList<VersionCurve> &curves);
    void setSmoothing(double weight); ///< of what came before, from 0 for none to below 1
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] double smoothing() const { return m_smoothing; }
    [[nodiscard]] bool isLogarithmic() const { return m_isLogarithmic; }
    [[nodiscard]] QString formula() const; ///< what is drawn, as a formula

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] QString whyEmpty() const override;

protected:
    [[nodiscard]] Scale wholeX() const override;
    [[nodiscard]] Scale wholeY(const Scale &x) const override;
    void paintPicture(QPainter *painter) const override;
    void paintMarks(QPainter *painter, int spot) const override;
    [[nodiscard]] int spotCount() const override { return static_cast<int>(m_total); }
    [[nodiscard]] Spot spot(int index) const override;
    [[nodiscard]] int spotAt(const QPointF &at) const override;
    [[nodiscard]] int nextSpot(int from, Qt::Key key) const override;

private:
    struct Place {
        int curve;
        qsizetype point;
    };
    void smoothAll();
    void updateWords();
    [[nodiscard]] Scale::Kind kind() const;
    [[nodiscard]] const QList<double> &shown(int curve) const;
    [[nodiscard]] Place placeOf(int spot) const;
    [[nodiscard]] int spotOf(int curve, qsizetype point) const;
    [[nodiscard]] QPointF pointOf(const Place &place) const;
    [[nodiscard]] qsizetype nearestPoint(int curve, double step) const;

    QString m_metric;
    QList<VersionCurve> m_curves;
    QList<QList<double>> m_smoothed; ///< empty without smoothing
    QList<qsizetype> m_starts; ///< the spot of each curve's first point
    qsizetype m_total = 0;
    double m_smoothing = 0;
    bool m_isLogarithmic = false;
    qsizetype m_notDrawn = 0;
};

} // namespace stagekeeper
