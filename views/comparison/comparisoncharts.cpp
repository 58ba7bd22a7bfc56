// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparisoncharts.h"

#include "model/items/comparisonmodel.h"
#include "model/items/workspace.h"
#include "model/workflow/readmetrichistory.h"
#include "views/common/segmentedcontrol.h"
#include "views/comparison/charts/acrossversionschart.h"
#include "views/comparison/charts/chartpane.h"
#include "views/comparison/charts/curvespane.h"
#include "views/comparison/charts/sidebyside.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace stagekeeper {

namespace {

/// The metric to begin with: the first that says what is better and in which the versions differ.
QString tellingMetric(const Comparison &comparison)
{
    const auto isMetric = [](const ComparisonRow &row) { return row.section == ComparisonSection::Metric; };
    const auto isTelling = [&](const ComparisonRow &row) {
        return isMetric(row) && row.differs && row.direction != MetricDirection::Unknown && !measuresCost(row.name);
    };
    auto found = std::ranges::find_if(comparison.rows, isTelling);
    if (found == comparison.rows.cend())
        found = std::ranges::find_if(comparison.rows, isMetric);
    return found == comparison.rows.cend() ? QString() : found->name;
}

} // namespace

ComparisonCharts::ComparisonCharts(const PageContext &context, const ComparisonModel *model, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_across(new ChartPane(context.theme, tr("Across versions"), this)),
      m_history(new AcrossVersionsChart(context.theme, m_across)), m_curves(new CurvesPane(context.theme, this)),
      m_over(new SegmentedControl(context.theme, tr("What the metric is drawn over"), {tr("Versions"), tr("Steps")}, this)),
      m_upper(new QStackedWidget(this)), m_side(new SideBySide(context.theme, this))
{
    auto *upper = new QWidget(m_splitter);
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, measure::gap, 0, 0);
    upperColumn->setSpacing(0);
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(measure::margin, 0, measure::margin, 0);
    choice->addWidget(m_over);
    choice->addStretch(1);
    upperColumn->addLayout(choice);
    upperColumn->addWidget(m_upper, 1);
    m_upper->addWidget(m_across);
    m_upper->addWidget(m_curves);
    m_over->setObjectName(QStringLiteral("chartOver"));
    m_splitter->addWidget(m_side);
    connect(m_over, &SegmentedControl::chosen, this, &ComparisonCharts::showUpper);
    connect(m_curves, &CurvesPane::versionActivated, this, &ComparisonCharts::versionActivated);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_across->setObjectName(QStringLiteral("acrossVersions"));
    m_across->setChart(m_history);
    m_side->setObjectName(QStringLiteral("sideBySide"));
    connect(m_across, &ChartPane::choiceChosen, this, [this](int index) { chooseMetric(m_metrics.value(index)); });
    connect(m_history, &Chart::versionActivated, this, &ComparisonCharts::versionActivated);
    connect(m_side, &SideBySide::versionHovered, m_history, &Chart::highlight);
    connect(m_side, &SideBySide::versionActivated, this, &ComparisonCharts::versionActivated);
    connect(model, &ComparisonModel::comparisonChanged, this, &ComparisonCharts::showComparison);
    connect(model, &ComparisonModel::baselineChanged, this, &ComparisonCharts::loadHistory);
}

void ComparisonCharts::setOrientation(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
}

void ComparisonCharts::showRow(const ComparisonRow &row)
{
    if (row.section == ComparisonSection::Metric)
        chooseMetric(row.name);
}

void ComparisonCharts::highlight(int version)
{
    m_history->highlight(version);
    m_curves->highlight(version);
    m_side->highlight(version);
}

QList<Chart *> ComparisonCharts::charts() const
{
    QList<Chart *> shown;
    shown.append(m_upper->currentWidget() == m_curves ? m_curves->pane()->chart() : m_history);
    if (Chart *side = m_side->pane()->chart())
        shown.append(side);
    return shown;
}

void ComparisonCharts::showComparison()
{
    const Comparison &comparison = m_model->comparison();
    m_side->setNumbers(numbersOf(comparison, m_model->labels()));
    m_metrics.clear();
    for (const ComparisonRow &row : comparison.rows) {
        if (row.section == ComparisonSection::Metric)
            m_metrics.append(row.name);
    }
    if (!m_metrics.contains(m_metric))
        m_metric = tellingMetric(comparison);
    loadHistory();
    m_areCurvesRead = false;
    showUpper(m_over->current());
}

void ComparisonCharts::chooseMetric(const QString &metric)
{
    if (metric == m_metric)
        return;
    m_metric = metric;
    m_curves->setMetric(metric);
    loadHistory();
}

void ComparisonCharts::showUpper(int index)
{
    m_upper->setCurrentIndex(index);
    if (m_upper->currentWidget() == m_curves && !m_areCurvesRead)
        loadCurves();
}

// Curves may be long, so they are read when somebody wants to see them.
void ComparisonCharts::loadCurves()
{
    const QList<ChosenVersion> &chosen = m_context.workspace.comparison().versions();
    QHash<Registry *, QList<int>> places;
    for (int i = 0; i < static_cast<int>(chosen.size()); ++i)
        places[chosen.at(i).registry].append(i);
    m_areCurvesRead = true;
    m_curvesRead = QList<QMap<QString, Curve>>(chosen.size());
    m_curvesOpen = static_cast<int>(places.size());
    ++m_curvesGeneration;
    for (auto registry = places.cbegin(); registry != places.cend(); ++registry) {
        QList<VersionId> ids;
        for (const int place : *registry)
            ids.append(chosen.at(place).version);
        const auto job = [ids](Stores &stores) -> Result<QList<QMap<QString, Curve>>> {
            QList<QMap<QString, Curve>> curves;
            for (const VersionId id : ids) {
                const Result<ModelVersion> version = stores.versions->read(id);
                if (!version)
                    return failAs(version);
                curves.append(version->curves);
            }
            return curves;
        };
        whenDone(registry.key()->read(job, 1), this,
                 [this, places = *registry, generation = m_curvesGeneration](const Result<QList<QMap<QString, Curve>>> &curves) {
                     if (generation != m_curvesGeneration)
                         return;
                     if (curves)
                         takeCurves(places, *curves);
                     else
                         emit failed(curves.error());
                 });
    }
}

void ComparisonCharts::takeCurves(const QList<int> &places, const QList<QMap<QString, Curve>> &curves)
{
    for (qsizetype i = 0; i < places.size(); ++i)
        m_curvesRead[places.at(i)] = curves.at(i);
    if (--m_curvesOpen > 0)
        return;
    m_curves->setCurves(m_model->labels(), m_curvesRead);
    m_curves->setMetric(m_metric);
}

void ComparisonCharts::loadHistory()
{
    ++m_generation;
    m_across->setChoices(tr("Metric"), m_metrics, static_cast<int>(m_metrics.indexOf(m_metric)));
    const QList<ChosenVersion> &chosen = m_context.workspace.comparison().versions();
    const Comparison &comparison = m_model->comparison();
    if (m_metric.isEmpty() || m_model->baseline() >= chosen.size() || chosen.size() != comparison.versions.size()) {
        m_history->setHistory({});
        return;
    }
    Registry *registry = chosen.at(m_model->baseline()).registry;
    const QString model = comparison.versions.at(m_model->baseline()).reference.model;
    const auto job = [model, metric = m_metric](Stores &stores) { return readMetricHistory(stores, model, metric); };
    whenDone(registry->read(job, 1), this, [this, generation = m_generation](const Result<MetricHistory> &history) {
        if (generation != m_generation)
            return;
        if (history)
            showHistory(*history);
        else
            emit failed(history.error());
    });
}

void ComparisonCharts::showHistory(const MetricHistory &history)
{
    const QList<ComparedVersion> &versions = m_model->comparison().versions;
    const ComparedVersion &baseline = versions.at(m_model->baseline());
    QHash<QString, int> compared;
    for (int i = 0; i < static_cast<int>(versions.size()); ++i) {
        if (versions.at(i).address == baseline.address && versions.at(i).reference.model == baseline.reference.model)
            compared.insert(versions.at(i).reference.version, i);
    }
    MetricAcrossVersions shown {history.metric, history.direction, {}, {}};
    for (const HistoryPoint &point : history.points)
        shown.points.append({point.version, point.value, compared.value(point.version, -1), {}});
    for (const HistoryMarker &marker : history.markers) {
        if (marker.point >= 0 && marker.kind != HistoryMarker::Kind::Retired)
            shown.points[marker.point].marks.append(marker.kind == HistoryMarker::Kind::Promoted ? MetricAcrossVersions::Mark::Promoted
                                                                                                 : MetricAcrossVersions::Mark::RolledBack);
    }
    if (history.champion >= 0 && history.points.at(history.champion).value) {
        const HistoryPoint &champion = history.points.at(history.champion);
        const std::optional<ControlLimits> band = championBand(history);
        MetricAcrossVersions::Champion line {tr("champion %1").arg(champion.version), *champion.value, {}, {}};
        if (band) {
            line.label = tr("champion %1, 95 % interval").arg(champion.version);
            line.low = band->lower;
            line.high = band->upper;
        }
        shown.champion = line;
    }
    shown.control = controlLimits(history.points);
    m_history->setHistory(shown);
}

} // namespace stagekeeper
