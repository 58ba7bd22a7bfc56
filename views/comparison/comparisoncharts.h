// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "model/items/comparisonchoice.h"
#include "views/common/pagecontext.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace stagekeeper {

class AcrossVersionsChart;
class Chart;
class ChartPane;
class ComparisonModel;
class CurvesPane;
class SegmentedControl;
class SideBySide;
struct ComparisonRow;
struct Error;
struct MetricHistory;

/// The charts of a comparison: a metric over the whole history of the baseline's model or over the steps of training, and the
/// compared versions side by side. They follow the row and the version that are current in the table.
class ComparisonCharts final : public QWidget
{
    Q_OBJECT

public:
    ComparisonCharts(const PageContext &context, const ComparisonModel *model, QWidget *parent = nullptr);

    /// Below each other beside the table, or beside each other below it.
    void setOrientation(Qt::Orientation orientation);
    /// Shows the history of this metric; other rows leave things as they are.
    void showRow(const ComparisonRow &row);
    void highlight(int version);
    [[nodiscard]] QList<Chart *> charts() const; ///< those that are shown

signals:
    void versionActivated(int version);
    void failed(const stagekeeper::Error &error);

private:
    void showComparison();
    void chooseMetric(const QString &metric);
    void loadHistory();
    void showHistory(const MetricHistory &history);
    void showUpper(int index);
    void loadCurves();
    void takeCurves(const QList<int> &places, const QList<QMap<QString, Curve>> &curves);

    PageContext m_context;
    const ComparisonModel *m_model;
    QSplitter *m_splitter;
    ChartPane *m_across;
    AcrossVersionsChart *m_history;
    CurvesPane *m_curves;
    SegmentedControl *m_over;
    QStackedWidget *m_upper;
    SideBySide *m_side;
    QStringList m_metrics; ///< that the history can show
    QString m_metric;
    QList<QMap<QString, Curve>> m_curvesRead; ///< of each version
    int m_curvesOpen = 0; ///< registries that have not answered
    bool m_areCurvesRead = false;
    int m_generation = 0;
    int m_curvesGeneration = 0;
};

} // namespace stagekeeper
