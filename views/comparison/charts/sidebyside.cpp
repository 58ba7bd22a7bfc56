// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/sidebyside.h"

#include "views/common/plainlabel.h"
#include "views/comparison/charts/barschart.h"
#include "views/comparison/charts/chartpane.h"
#include "views/comparison/charts/parallelchart.h"
#include "views/comparison/charts/radarchart.h"
#include "views/comparison/charts/scatterchart.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

qsizetype indexOf(const QList<NumberRow> &rows, const QString &name)
{
    return std::ranges::find(rows, name, &NumberRow::name) - rows.cbegin();
}

} // namespace

SideBySide::SideBySide(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_pane(new ChartPane(theme, tr("Side by side"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->setChoices(tr("Kind of chart"), {tr("Parallel axes"), tr("Bars"), tr("Radar"), tr("Scatter")}, 0);
    connect(m_pane, &ChartPane::choiceChosen, this, [this](int index) { setKind(static_cast<Kind>(index)); });
    makeChart();
}

void SideBySide::setNumbers(const ComparedNumbers &numbers)
{
    m_numbers = numbers;
    showNumbers();
}

void SideBySide::setChosenRows(const QStringList &names)
{
    if (names == m_chosen)
        return;
    m_chosen = names;
    showNumbers();
}

void SideBySide::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_pane->setChoice(static_cast<int>(kind));
    makeChart();
    emit kindChanged(kind);
    QList<int> all(m_numbers.versions.size());
    std::iota(all.begin(), all.end(), 0);
    emit brushed(all); // a choice went with its chart
}

void SideBySide::highlight(int version)
{
    m_highlighted = version;
    m_pane->chart()->highlight(version);
}

Chart *SideBySide::chartOf(Kind kind)
{
    switch (kind) {
    case Kind::Parallel: {
        auto *chart = new ParallelChart(m_theme);
        connect(chart, &ParallelChart::brushed, this, &SideBySide::brushed);
        return chart;
    }
    case Kind::Bars: {
        auto *chart = new BarsChart(m_theme);
        chart->setNormalised(m_isNormalised);
        return chart;
    }
    case Kind::Radar:
        return new RadarChart(m_theme);
    case Kind::Scatter:
        return new ScatterChart(m_theme);
    }
    Q_UNREACHABLE();
}

QWidget *SideBySide::optionsOf(Kind kind)
{
    m_x = m_y = nullptr;
    if (kind == Kind::Scatter)
        return scatterOptions();
    if (kind != Kind::Bars)
        return nullptr;
    auto *options = new QWidget(this);
    auto *normalised = new QCheckBox(tr("Share of the largest"), options);
    normalised->setObjectName(u"normalised"_s);
    normalised->setChecked(m_isNormalised);
    connect(normalised, &QCheckBox::toggled, this, [this](bool checked) {
        m_isNormalised = checked;
        if (auto *bars = qobject_cast<BarsChart *>(m_pane->chart()))
            bars->setNormalised(checked);
    });
    auto *row = new QHBoxLayout(options);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->addWidget(normalised);
    row->addStretch(1);
    return options;
}

QWidget *SideBySide::scatterOptions()
{
    auto *options = new QWidget(this);
    auto *row = new QHBoxLayout(options);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->setSpacing(measure::gap);
    const auto add = [&](const QString &name, const QString &objectName) {
        auto *box = new QComboBox(options);
        box->setObjectName(objectName);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        row->addWidget(plainLabel(m_theme, name, Theme::Face::Body, Token::Text2, options));
        row->addWidget(box, 1);
        connect(box, &QComboBox::activated, this, &SideBySide::showScatter);
        return box;
    };
    //: the axes of a chart
    m_x = add(tr("Across"), u"scatterX"_s);
    m_y = add(tr("Up"), u"scatterY"_s);
    return options;
}

void SideBySide::makeChart()
{
    m_pane->setOptions(optionsOf(m_kind));
    Chart *chart = chartOf(m_kind);
    connect(chart, &Chart::versionHovered, this, &SideBySide::versionHovered);
    connect(chart, &Chart::versionActivated, this, &SideBySide::versionActivated);
    m_pane->setChart(chart);
    showNumbers();
}

ComparedNumbers SideBySide::drawn() const
{
    QList<NumberRow> chosen;
    for (const QString &name : m_chosen) {
        const qsizetype row = indexOf(m_numbers.rows, name);
        if (row < m_numbers.rows.size())
            chosen.append(m_numbers.rows.at(row));
    }
    return {m_numbers.versions, chosen.isEmpty() ? tellingRows(m_numbers.rows, mostRows) : chosen};
}

void SideBySide::showNumbers()
{
    Chart *chart = m_pane->chart();
    if (auto *parallel = qobject_cast<ParallelChart *>(chart))
        parallel->setNumbers(drawn());
    else if (auto *bars = qobject_cast<BarsChart *>(chart))
        bars->setNumbers(drawn());
    else if (auto *radar = qobject_cast<RadarChart *>(chart))
        radar->setNumbers(drawn());
    if (m_x && m_y) {
        const QList<NumberRow> telling = tellingRows(m_numbers.rows, 2);
        const auto kept = [this](const QString &name) { return indexOf(m_numbers.rows, name) < m_numbers.rows.size(); };
        fillChoices(m_x, kept(m_xName) ? m_xName : telling.value(1).name);
        fillChoices(m_y, kept(m_yName) ? m_yName : telling.value(0).name);
        showScatter();
    }
    chart->highlight(m_highlighted);
}

void SideBySide::fillChoices(QComboBox *box, const QString &name)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const NumberRow &row : m_numbers.rows)
        box->addItem(rowTitle(row));
    box->setCurrentIndex(static_cast<int>(std::min(indexOf(m_numbers.rows, name), m_numbers.rows.size() - 1)));
}

void SideBySide::showScatter()
{
    auto *scatter = qobject_cast<ScatterChart *>(m_pane->chart());
    if (!scatter)
        return;
    const NumberRow x = m_numbers.rows.value(m_x->currentIndex()), y = m_numbers.rows.value(m_y->currentIndex());
    m_xName = x.name;
    m_yName = y.name;
    scatter->setNumbers(m_numbers.versions, x, y);
}

} // namespace stagekeeper
