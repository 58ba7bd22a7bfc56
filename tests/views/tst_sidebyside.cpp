// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"
#include "views/comparison/charts/barschart.h"
#include "views/comparison/charts/chartpane.h"
#include "views/comparison/charts/curveschart.h"
#include "views/comparison/charts/curvesoptions.h"
#include "views/comparison/charts/curvespane.h"
#include "views/comparison/charts/parallelchart.h"
#include "views/comparison/charts/scatterchart.h"
#include "views/comparison/charts/sidebyside.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr auto up = MetricDirection::HigherIsBetter;
constexpr auto down = MetricDirection::LowerIsBetter;

ComparedNumbers twoVersions()
{
    return {{u"a"_s, u"b"_s}, {{u"same"_s, up, {1.0, 1.0}}, {u"accuracy"_s, up, {0.5, 0.75}}, {u"loss"_s, down, {0.1, 0.2}}, {u"f1"_s, up, {0.4, 0.3}}}};
}

} // namespace

/// The choice among kinds of charts, and what each of them offers.
class TestSideBySide final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void drawsRowsThatDiffer();
    void drawsTheChosenRows();
    void changesKindAndKeepsTheHighlight();
    void scatterKeepsItsAxesWhileVersionsChange();
    void barsCanBeRaw();
    void brushEndsWithItsChart();
    void curvesHaveTheirOptions();
    void curvesAreShownByMetric();

private:
    [[nodiscard]] QStringList columns() const { return m_side->pane()->chart()->table().columns; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SideBySide> m_side;
};

void TestSideBySide::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
}

void TestSideBySide::init()
{
    m_side = std::make_unique<SideBySide>(*m_theme);
    m_side->setNumbers(twoVersions());
}

void TestSideBySide::drawsRowsThatDiffer()
{
    QVERIFY(qobject_cast<ParallelChart *>(m_side->pane()->chart()));
    QCOMPARE(columns(), (QStringList {u"Version"_s, u"accuracy"_s, u"loss min"_s, u"f1"_s}));
    m_side->setNumbers({});
    QCOMPARE(m_side->pane()->chart()->whyEmpty(), u"There is no version to show."_s);
}

void TestSideBySide::drawsTheChosenRows()
{
    m_side->setChosenRows({u"f1"_s, u"gone"_s, u"same"_s});
    QCOMPARE(columns(), (QStringList {u"Version"_s, u"f1"_s, u"same"_s}));
    m_side->setChosenRows({});
    QCOMPARE(columns().size(), 4);
}

void TestSideBySide::changesKindAndKeepsTheHighlight()
{
    m_side->highlight(1);
    const QSignalSpy changed(m_side.get(), &SideBySide::kindChanged);
    auto *choices = m_side->findChild<QComboBox *>(u"chartChoice"_s);
    m_side->show();
    QTest::keyClick(choices, Qt::Key_Down);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_side->kind(), SideBySide::Kind::Bars);
    QVERIFY(qobject_cast<BarsChart *>(m_side->pane()->chart()));
    QCOMPARE(m_side->pane()->chart()->highlighted(), 1);
    const QSignalSpy activated(m_side.get(), &SideBySide::versionActivated);
    QTest::keyClick(m_side->pane()->chart(), Qt::Key_Right);
    QTest::keyClick(m_side->pane()->chart(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    m_side->setKind(SideBySide::Kind::Radar);
    QCOMPARE(choices->currentIndex(), 2);
}

void TestSideBySide::scatterKeepsItsAxesWhileVersionsChange()
{
    m_side->setKind(SideBySide::Kind::Scatter);
    auto *x = m_side->findChild<QComboBox *>(u"scatterX"_s);
    QCOMPARE(x->currentText(), u"loss min"_s);
    QCOMPARE(columns(), (QStringList {u"Version"_s, u"loss min"_s, u"accuracy"_s, u"Pareto front"_s}));
    QTest::keyClick(x, Qt::Key_Down);
    QCOMPARE(columns().at(1), u"f1"_s);
    ComparedNumbers other = twoVersions();
    other.rows.removeFirst();
    m_side->setNumbers(other);
    QCOMPARE(x->currentText(), u"f1"_s);
    QCOMPARE(columns().at(1), u"f1"_s);
}

void TestSideBySide::barsCanBeRaw()
{
    m_side->setKind(SideBySide::Kind::Bars);
    auto *normalised = m_side->findChild<QCheckBox *>(u"normalised"_s);
    QVERIFY(normalised->isChecked());
    normalised->click();
    QVERIFY(!qobject_cast<BarsChart *>(m_side->pane()->chart())->isNormalised());
    m_side->setKind(SideBySide::Kind::Radar);
    QVERIFY(!m_side->findChild<QCheckBox *>(u"normalised"_s));
    m_side->setKind(SideBySide::Kind::Bars);
    QVERIFY(!m_side->findChild<QCheckBox *>(u"normalised"_s)->isChecked());
}

void TestSideBySide::brushEndsWithItsChart()
{
    const QSignalSpy brushed(m_side.get(), &SideBySide::brushed);
    qobject_cast<ParallelChart *>(m_side->pane()->chart())->setBrush(0, 0.7, 0.8);
    QCOMPARE(brushed.last().first().value<QList<int>>(), QList<int> {1});
    m_side->setKind(SideBySide::Kind::Bars);
    QCOMPARE(brushed.last().first().value<QList<int>>(), (QList<int> {0, 1}));
}

void TestSideBySide::curvesHaveTheirOptions()
{
    CurvesChart chart(*m_theme);
    chart.setCurves(u"loss"_s, {{u"a"_s, 0, {{0, 1, 2}, {3, 2, 1}}}});
    const CurvesOptions options(*m_theme, &chart);
    auto *smoothing = options.findChild<QSlider *>(u"smoothing"_s);
    QTest::keyClick(smoothing, Qt::Key_PageUp);
    QCOMPARE(chart.smoothing(), 0.1);
    QCOMPARE(smoothing->accessibleDescription(), chart.formula());
    options.findChild<QCheckBox *>(u"logarithmic"_s)->click();
    QVERIFY(chart.isLogarithmic());
    chart.setSmoothing(0.5);
    QCOMPARE(smoothing->value(), 50);
}

void TestSideBySide::curvesAreShownByMetric()
{
    CurvesPane pane(*m_theme);
    QVERIFY(pane.isEmpty());
    pane.setCurves({u"a"_s, u"b"_s}, {{{u"loss"_s, {{1, 0.5}, {0, 0.9}}}}, {{u"accuracy"_s, {{0, 0.1}}}, {u"loss"_s, {{0, 0.7}}}}});
    QCOMPARE(pane.metric(), u"accuracy"_s);
    QCOMPARE(pane.pane()->chart()->table().rows, 1);
    pane.setMetric(u"loss"_s);
    QCOMPARE(pane.pane()->choice(), 1);
    const ChartTable table = pane.pane()->chart()->table();
    QCOMPARE(table.rows, 3);
    QCOMPARE(table.value(0, 2).toDouble(), 0.9); // by step
    QCOMPARE(table.version(2), 1);
    pane.setMetric(u"unknown"_s);
    QCOMPARE(pane.metric(), u"loss"_s);
    pane.setCurves({u"a"_s}, {{}});
    QVERIFY(pane.isEmpty());
    QCOMPARE(pane.pane()->chart()->whyEmpty(), u"None of these versions has values by step."_s);
}

QTEST_MAIN(TestSideBySide)

#include "tst_sidebyside.moc"
