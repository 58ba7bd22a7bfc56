// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"
#include "views/comparison/charts/acrossversionschart.h"
#include "views/comparison/charts/barschart.h"
#include "views/comparison/charts/curveschart.h"
#include "views/comparison/charts/parallelchart.h"
#include "views/comparison/charts/radarchart.h"
#include "views/comparison/charts/scatterchart.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <functional>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr auto up = MetricDirection::HigherIsBetter;
constexpr auto down = MetricDirection::LowerIsBetter;

MetricAcrossVersions history(const QList<double> &values)
{
    MetricAcrossVersions history;
    history.metric = u"accuracy"_s;
    history.direction = up;
    for (int i = 0; i < values.size(); ++i)
        history.points.append({u"1.%1"_s.arg(i), values.at(i), i, {}});
    return history;
}

ComparedNumbers threeVersions()
{
    return {{u"a"_s, u"b"_s, u"c"_s},
            {{u"accuracy"_s, up, {0.5, 0.75, 1.0}}, {u"loss"_s, down, {0.1, 0.2, 0.3}}, {u"rows"_s, MetricDirection::Unknown, {10.0, 30.0, 20.0}}}};
}

ComparedNumbers hostile(int versions)
{
    ComparedNumbers numbers;
    const QList<std::optional<double>> odd {notANumber, infinite, -infinite, std::nullopt, 1e308, -1e308, 5e-324, 0.0};
    for (int i = 0; i < versions; ++i)
        numbers.versions.append(i % 3 == 0 ? QString(4096, u'n') : i % 3 == 1 ? u"\u05D0\u05D1\u05D2 (1)"_s : u"\u202Ex\n\t"_s);
    for (int row = 0; row < 4; ++row) {
        numbers.rows.append({row == 0 ? QString(4096, u'm') : u"\u05D3%1"_s.arg(row), row % 2 ? up : down, {}});
        for (int i = 0; i < versions; ++i)
            numbers.rows.last().values.append(odd.at((i + row) % odd.size()));
    }
    return numbers;
}

VersionCurve curve(const QString &name, int version, const QList<double> &values)
{
    VersionCurve made {name, version, {}};
    for (int i = 0; i < values.size(); ++i) {
        made.points.x.append(i);
        made.points.y.append(values.at(i));
    }
    return made;
}

/// Any chart of numbers, filled.
std::unique_ptr<Chart> chartOf(const QByteArray &kind, const Theme &theme, const ComparedNumbers &numbers)
{
    if (kind == "parallel") {
        auto chart = std::make_unique<ParallelChart>(theme);
        chart->setNumbers(numbers);
        return chart;
    }
    if (kind == "bars" || kind == "raw bars") {
        auto chart = std::make_unique<BarsChart>(theme);
        chart->setNormalised(kind == "bars");
        chart->setNumbers(numbers);
        return chart;
    }
    if (kind == "radar") {
        auto chart = std::make_unique<RadarChart>(theme);
        chart->setNumbers(numbers);
        return chart;
    }
    if (kind == "scatter") {
        auto chart = std::make_unique<ScatterChart>(theme);
        chart->setNumbers(numbers.versions, numbers.rows.value(0), numbers.rows.value(1));
        return chart;
    }
    if (kind == "curves") {
        auto chart = std::make_unique<CurvesChart>(theme);
        QList<VersionCurve> curves;
        for (int version = 0; version < numbers.versions.size(); ++version) {
            QList<double> values;
            for (const NumberRow &row : numbers.rows)
                values.append(row.valueOf(version));
            curves.append(curve(numbers.versions.at(version), version, values));
        }
        chart->setCurves(u"loss"_s, curves);
        return chart;
    }
    auto chart = std::make_unique<AcrossVersionsChart>(theme);
    MetricAcrossVersions shown = history({});
    for (int version = 0; version < numbers.versions.size() && !numbers.rows.isEmpty(); ++version)
        shown.points.append({numbers.versions.at(version), numbers.rows.first().values.at(version), version, {MetricAcrossVersions::Mark::RolledBack}});
    chart->setHistory(shown);
    return chart;
}

void moveMouse(Chart &chart, const QPointF &to, Qt::MouseButtons buttons = {})
{
    QMouseEvent move(QEvent::MouseMove, to, chart.mapToGlobal(to), Qt::NoButton, buttons, {});
    QCoreApplication::sendEvent(&chart, &move);
}

/// Text, axes and lines of the grid are nearly grey; data is not.
bool hasColour(const QImage &image)
{
    constexpr int least = 110;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).saturation() >= least)
                return true;
        }
    }
    return false;
}

/// Everything a chart has to say without being looked at.
void useAll(Chart &chart)
{
    chart.resize(300, 260);
    QImage image(chart.size(), QImage::Format_RGB32);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Plus, Qt::Key_Right, Qt::Key_Minus, Qt::Key_Home}) {
        QTest::keyClick(&chart, key);
        chart.render(&image);
    }
    chart.highlight(0);
    for (int x = 0; x < 300; x += 23)
        moveMouse(chart, QPointF(x, (x * 7) % 260));
    chart.render(&image);
    const ChartTable table = chart.table();
    QCOMPARE(toTsv(table).count(u'\n'), qsizetype(table.rows) + 1);
}

} // namespace

/// What charts read, how they move, and what they do with input that cannot be drawn.
class TestComparisonCharts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keysWalkPointsAndTellThem();
    void hoverReadsTheNearestVersion();
    void clickActivatesAVersion();
    void wheelZoomsAboutTheMouseAndHomeResets();
    void draggingMoves();
    void screenReadersFindTheValue();
    void controlLimitsAreSaidInWords();
    void pictureIsKeptWhileOnlyTheHoverChanges();
    void brushChoosesVersions();
    void brushByMouseAndKeyboard();
    void barsAreSharesOfTheLargest();
    void radarPutsTheBestOnTheRim();
    void scatterFindsTheFront();
    void curvesAreSortedAndSmoothed();
    void badInputSaysSomething_data();
    void badInputSaysSomething();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestComparisonCharts::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
}

void TestComparisonCharts::keysWalkPointsAndTellThem()
{
    AcrossVersionsChart chart(*m_theme);
    chart.setHistory(history({0.5, notANumber, 0.75}));
    chart.resize(368, 400);
    const QSignalSpy hovered(&chart, &Chart::versionHovered);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentText(), u"1.0, accuracy: 0.5"_s);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentText(), u"1.2, accuracy: 0.75"_s); // NaN has no place
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(hovered.size(), 2);
    QCOMPARE(hovered.last().first().toInt(), 2);
    const QSignalSpy activated(&chart, &Chart::versionActivated);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 2);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(hovered.last().first().toInt(), -1);
}

void TestComparisonCharts::hoverReadsTheNearestVersion()
{
    AcrossVersionsChart chart(*m_theme);
    chart.setHistory(history({1, 2, 3, 4, 5}));
    chart.resize(400, 300);
    (void)chart.grab();
    const QRectF plot = chart.plot();
    moveMouse(chart, plot.center() + QPointF(9, 40));
    QCOMPARE(chart.currentText(), u"1.2, accuracy: 3"_s);
    moveMouse(chart, plot.topRight() + QPointF(-12, 5));
    QCOMPARE(chart.currentText(), u"1.4, accuracy: 5"_s);
    moveMouse(chart, {2, 2});
    QCOMPARE(chart.currentText(), QString());
}

void TestComparisonCharts::clickActivatesAVersion()
{
    BarsChart chart(*m_theme);
    chart.setNumbers(threeVersions());
    chart.resize(400, 300);
    (void)chart.grab();
    const QSignalSpy activated(&chart, &Chart::versionActivated);
    const QRectF plot = chart.plot();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(int(plot.left() + plot.width() / 6), int(plot.center().y()))); // middle bar of three in the first group
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(activated.size(), 1);
}

void TestComparisonCharts::wheelZoomsAboutTheMouseAndHomeResets()
{
    CurvesChart chart(*m_theme);
    chart.setCurves(u"loss"_s, {curve(u"a"_s, 0, QList<double>(101, 1.0))});
    chart.resize(400, 300);
    (void)chart.grab();
    const QPointF at(chart.plot().left() + chart.plot().width() / 4, chart.plot().center().y());
    const double before = chart.xScale().value(0.25);
    QWheelEvent wheel(at, chart.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&chart, &wheel);
    QVERIFY(chart.isChanged());
    QVERIFY(chart.xScale().high() - chart.xScale().low() < 80);
    QVERIFY(std::abs(chart.xScale().value(0.25) - before) < 0.5); // what is below the mouse stays there
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(!chart.isChanged());
    QCOMPARE(chart.xScale().low(), 0.0);
    QCOMPARE(chart.xScale().high(), 100.0);
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.isChanged());
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, chart.plot().center().toPoint());
    QVERIFY(!chart.isChanged());
}

void TestComparisonCharts::draggingMoves()
{
    CurvesChart chart(*m_theme);
    chart.setCurves(u"loss"_s, {curve(u"a"_s, 0, QList<double>(101, 1.0))});
    chart.resize(400, 300);
    (void)chart.grab();
    chart.zoom(0.5, chart.plot().center());
    const double low = chart.xScale().low();
    const QPoint start = chart.plot().center().toPoint();
    QTest::mousePress(&chart, Qt::LeftButton, {}, start);
    moveMouse(chart, start + QPoint(40, 0), Qt::LeftButton);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, start + QPoint(40, 0));
    QVERIFY(std::abs(chart.xScale().low() - (low - 50 * 40 / chart.plot().width())) < 1e-6);
    chart.move({1e6, 0});
    QCOMPARE(chart.xScale().low(), 0.0); // not beyond the data
}

void TestComparisonCharts::screenReadersFindTheValue()
{
    ParallelChart chart(*m_theme);
    chart.setAccessibleName(u"Side by side"_s);
    chart.setNumbers(threeVersions());
    QAccessibleInterface *found = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(found);
    QCOMPARE(found->role(), QAccessible::Chart);
    QCOMPARE(found->text(QAccessible::Name), u"Side by side"_s);
    QCOMPARE(found->text(QAccessible::Description), u"up is better; higher where that is not known"_s);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(found->text(QAccessible::Value), u"a, accuracy: 0.5, loss min: 0.1, rows: 10"_s);
}

void TestComparisonCharts::controlLimitsAreSaidInWords()
{
    AcrossVersionsChart chart(*m_theme);
    MetricAcrossVersions shown = history({1, 2, 9});
    shown.control = ControlLimits {2, 0, 4};
    chart.setHistory(shown);
    QCOMPARE(chart.note(), u"1 version(s) beyond the control limits"_s);
}

void TestComparisonCharts::pictureIsKeptWhileOnlyTheHoverChanges()
{
    AcrossVersionsChart chart(*m_theme);
    chart.setHistory(history({1, 2, 3}));
    chart.resize(300, 260);
    const QImage plain = chart.grab().toImage();
    chart.highlight(1);
    QVERIFY(chart.grab().toImage() != plain);
    chart.highlight(-1);
    QCOMPARE(chart.grab().toImage(), plain);
    m_theme->setMode(Theme::Mode::Dark);
    QCOMPARE(chart.grab().toImage().pixelColor(1, 1), m_theme->color(Token::Base));
    Theme paper;
    paper.setMode(Theme::Mode::Light);
    QImage printed(chart.size(), QImage::Format_RGB32);
    QPainter painter(&printed);
    chart.paintOn(&painter, &paper);
    painter.end();
    QCOMPARE(printed, plain.convertToFormat(QImage::Format_RGB32)); // light paper, whatever the screen is
    m_theme->setMode(Theme::Mode::Light);
    QCOMPARE(chart.grab().toImage(), plain);
}

void TestComparisonCharts::brushChoosesVersions()
{
    ParallelChart chart(*m_theme);
    chart.setNumbers(threeVersions());
    const QSignalSpy brushed(&chart, &ParallelChart::brushed);
    chart.setBrush(0, 0.7, 1.0);
    QCOMPARE(chart.chosen(), (QList<int> {1, 2}));
    chart.setBrush(1, 0.0, 0.2); // lower is better: the axis is upside down
    QCOMPARE(chart.chosen(), QList<int> {1});
    QCOMPARE(brushed.last().first().value<QList<int>>(), QList<int> {1});
    QVERIFY(chart.isChanged());
    chart.reset();
    QCOMPARE(chart.chosen(), (QList<int> {0, 1, 2}));
    QCOMPARE(brushed.size(), 3);
}

void TestComparisonCharts::brushByMouseAndKeyboard()
{
    ParallelChart chart(*m_theme);
    chart.setNumbers(threeVersions());
    chart.resize(420, 320);
    (void)chart.grab();
    QTest::keyClick(&chart, Qt::Key_Right); // a on accuracy, which is the lowest there
    QTest::keyClick(&chart, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(chart.chosen(), (QList<int> {0, 1}));
    QTest::keyClick(&chart, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(chart.chosen(), (QList<int> {0, 1, 2}));
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(!chart.isChanged());

    int axis = 0; // the first axis is where the cursor says that it can be dragged along
    for (int x = 0; x < chart.width() && axis == 0; ++x) {
        moveMouse(chart, QPointF(x, 160));
        axis = chart.cursor().shape() == Qt::SizeVerCursor ? x + 5 : 0;
    }
    QVERIFY(axis > 0);
    QTest::mousePress(&chart, Qt::LeftButton, {}, {axis, 50});
    const QPointF to(axis, 160);
    moveMouse(chart, to, Qt::LeftButton);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, to.toPoint());
    QVERIFY(chart.isChanged());
    QCOMPARE(chart.chosen(), QList<int> {1}); // the best lies above where the drag began
    QTest::mouseClick(&chart, Qt::LeftButton, {}, {axis, 100}); // takes it away
    QVERIFY(!chart.isChanged());
}

void TestComparisonCharts::barsAreSharesOfTheLargest()
{
    BarsChart chart(*m_theme);
    chart.setNumbers({{u"a"_s, u"b"_s}, {{u"x"_s, up, {-2.0, 1.0}}, {u"zero"_s, up, {0.0, 0.0}}}});
    chart.resize(400, 300);
    (void)chart.grab();
    QCOMPARE(chart.yScale().low(), -1.0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentText(), u"a, x: -2, of the largest: −1.000"_s);
    QTest::keyClick(&chart, Qt::Key_Down); // the same version in the next group
    QCOMPARE(chart.currentText(), u"a, zero: 0, of the largest: 0.000"_s);
    QVERIFY(chart.note().startsWith(u"share of the largest"_s));
    chart.setNormalised(false);
    (void)chart.grab();
    QCOMPARE(chart.yScale().low(), -2.0);
    QCOMPARE(chart.note(), u"values as they are"_s);
}

void TestComparisonCharts::radarPutsTheBestOnTheRim()
{
    RadarChart chart(*m_theme);
    ComparedNumbers numbers = threeVersions();
    numbers.rows[2] = {u"same"_s, up, {7.0, 7.0, std::nullopt}};
    chart.setNumbers(numbers);
    QCOMPARE(chart.share(0, 2), 1.0);
    QCOMPARE(chart.share(0, 1), 0.5);
    QCOMPARE(chart.share(1, 0), 1.0); // lower is better
    QCOMPARE(chart.share(1, 2), 0.0);
    QCOMPARE(chart.share(2, 0), 1.0); // all are best
    QVERIFY(std::isnan(chart.share(2, 2)));
    numbers.rows.removeLast();
    chart.setNumbers(numbers);
    QVERIFY(chart.whyEmpty().startsWith(u"A radar needs at least three numbers."_s));
}

void TestComparisonCharts::scatterFindsTheFront()
{
    const QStringList names {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
    const NumberRow latency {u"latency"_s, down, {1.0, 2.0, 3.0, 3.0, infinite, 2.0}};
    const NumberRow accuracy {u"accuracy"_s, up, {0.5, 0.8, 0.7, 0.9, 1.0, 0.8}};
    ScatterChart chart(*m_theme);
    chart.setNumbers(names, latency, accuracy);
    QCOMPARE(chart.front(), (QList<int> {0, 1, 5, 3})); // e has no place, b and f are the same
    QCOMPARE(chart.table().columns, (QStringList {u"Version"_s, u"latency min"_s, u"accuracy"_s, u"Pareto front"_s}));
    QCOMPARE(chart.table().value(2, 3).toString(), u"no"_s);
    QCOMPARE(chart.note(), u"1 version(s) without both numbers"_s);
    chart.setNumbers(names, {u"rows"_s, MetricDirection::Unknown, latency.values}, accuracy);
    QVERIFY(chart.front().isEmpty());
    QVERIFY(chart.note().startsWith(u"no Pareto front"_s));
}

void TestComparisonCharts::curvesAreSortedAndSmoothed()
{
    CurvesChart chart(*m_theme);
    VersionCurve mixed {u"a"_s, 0, {{2, 0, notANumber, 1}, {30, 10, 99, 20}}};
    chart.setCurves(u"loss"_s, {mixed, curve(u"b"_s, 1, {-1, 0, 4})});
    QCOMPARE(chart.table().rows, 6);
    QCOMPARE(chart.table().value(0, 2).toDouble(), 10.0);
    QCOMPARE(chart.table().value(2, 1).toDouble(), 2.0);
    QCOMPARE(chart.table().value(3, 0).toString(), u"b"_s);
    chart.setSmoothing(0.5);
    QCOMPARE(chart.table().columns.last(), u"smoothed"_s);
    QCOMPARE(chart.table().value(1, 3).toDouble(), (0.25 * 10 + 0.5 * 20) / 0.75);
    QCOMPARE(chart.formula(), u"s(t) = 0.50 s(t−1) + 0.50 y(t), drawn s(t) / (1 − 0.50ᵗ)"_s);
    chart.setSmoothing(0);
    chart.setLogarithmic(true);
    QCOMPARE(chart.note(), u"2 value(s) are not positive or not finite"_s);
    chart.setCurves(u"loss"_s, {curve(u"b"_s, 1, {-1, 0})});
    QVERIFY(!chart.whyEmpty().isEmpty());
}

void TestComparisonCharts::badInputSaysSomething_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("versions");
    QTest::addColumn<int>("input");
    for (const char *kind : {"across", "parallel", "bars", "raw bars", "radar", "scatter", "curves"}) {
        for (const int versions : {0, 1, 2, 9, 500}) {
            for (const int input : {0, 1, 2, 3})
                QTest::addRow("%s, %d versions, input %d", kind, versions, input) << QByteArray(kind) << versions << input;
        }
    }
}

void TestComparisonCharts::badInputSaysSomething()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const int, versions);
    QFETCH(const int, input);
    ComparedNumbers numbers = hostile(versions);
    for (NumberRow &row : numbers.rows) {
        if (input == 1)
            row.values = QList<std::optional<double>>(versions, 3.0); // constant
        else if (input == 2)
            row.values = QList<std::optional<double>>(versions, notANumber);
        else if (input == 3)
            row.values = QList<std::optional<double>>(versions); // nothing
    }
    const std::unique_ptr<Chart> chart = chartOf(kind, *m_theme, numbers);
    const bool hasNumbers = versions > 0 && input == 1;
    if (hasNumbers)
        QCOMPARE(chart->whyEmpty(), QString());
    if (versions == 0 || input >= 2)
        QVERIFY(chart->whyEmpty().endsWith(u'.'));
    useAll(*chart);
    if (chart->whyEmpty().isEmpty())
        QVERIFY(hasColour(chart->grab().toImage()));
}

QTEST_MAIN(TestComparisonCharts)

#include "tst_comparisoncharts.moc"
