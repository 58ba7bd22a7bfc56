// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/curvespane.h"

#include "views/comparison/charts/chartpane.h"
#include "views/comparison/charts/curveschart.h"
#include "views/comparison/charts/curvesoptions.h"

#include <QBoxLayout>
#include <QSet>

#include <algorithm>

namespace stagekeeper {

CurvesPane::CurvesPane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_pane(new ChartPane(theme, tr("By step"), this)), m_chart(new CurvesChart(theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->setChart(m_chart);
    m_pane->setOptions(new CurvesOptions(theme, m_chart));
    connect(m_pane, &ChartPane::choiceChosen, this, [this](int index) { setMetric(m_metrics.value(index)); });
    connect(m_chart, &Chart::versionHovered, this, &CurvesPane::versionHovered);
    connect(m_chart, &Chart::versionActivated, this, &CurvesPane::versionActivated);
}

void CurvesPane::setCurves(const QStringList &versions, const QList<Curves> &curves)
{
    QSet<QString> names;
    for (const Curves &ofVersion : curves) {
        for (auto it = ofVersion.keyBegin(); it != ofVersion.keyEnd(); ++it)
            names.insert(*it);
    }
    m_versions = versions;
    m_curves = curves;
    m_metrics = names.values();
    std::ranges::sort(m_metrics);
    if (!m_metrics.contains(m_metric))
        m_metric = m_metrics.value(0);
    m_pane->setChoices(tr("Metric"), m_metrics, static_cast<int>(m_metrics.indexOf(m_metric)));
    showMetric();
}

void CurvesPane::setMetric(const QString &metric)
{
    if (metric == m_metric || !m_metrics.contains(metric))
        return;
    m_metric = metric;
    m_pane->setChoice(static_cast<int>(m_metrics.indexOf(metric)));
    showMetric();
}

void CurvesPane::highlight(int version)
{
    m_chart->highlight(version);
}

void CurvesPane::showMetric()
{
    QList<VersionCurve> shown;
    for (int version = 0; version < std::min(m_versions.size(), m_curves.size()); ++version) {
        const auto found = m_curves.at(version).constFind(m_metric);
        if (found == m_curves.at(version).cend())
            continue;
        VersionCurve curve {m_versions.at(version), version, {}};
        curve.points.x.reserve(found->size());
        curve.points.y.reserve(found->size());
        for (const CurvePoint &point : *found) {
            curve.points.x.append(double(point.step));
            curve.points.y.append(point.value);
        }
        shown.append(curve);
    }
    m_chart->setCurves(m_metric, shown);
}

} // namespace stagekeeper
