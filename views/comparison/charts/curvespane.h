// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "views/common/theme.h"

#include <QStringList>
#include <QWidget>

namespace stagekeeper {

class ChartPane;
class CurvesChart;

/// How metrics of the compared versions ran while they were trained, one metric at a time.
class CurvesPane final : public QWidget
{
    Q_OBJECT

public:
    /// By name of the metric, as ModelVersion holds them.
    using Curves = QMap<QString, Curve>;

    explicit CurvesPane(const Theme &theme, QWidget *parent = nullptr);

    /// `curves` belong to the versions one by one; many versions have none.
    void setCurves(const QStringList &versions, const QList<Curves> &curves);
    [[nodiscard]] bool isEmpty() const { return m_metrics.isEmpty(); }
    void setMetric(const QString &metric); ///< stays as it is when no version has a curve of it
    [[nodiscard]] QString metric() const { return m_metric; }
    void highlight(int version);

    [[nodiscard]] ChartPane *pane() const { return m_pane; }

signals:
    void versionHovered(int version); ///< -1 when none is any more
    void versionActivated(int version);

private:
    void showMetric();

    ChartPane *m_pane;
    CurvesChart *m_chart;
    QStringList m_versions, m_metrics;
    QList<Curves> m_curves;
    QString m_metric;
};

} // namespace stagekeeper
