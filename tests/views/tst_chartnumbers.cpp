// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/charttable.h"
#include "views/comparison/charts/comparednumbers.h"
#include "views/comparison/charts/decimation.h"
#include "views/comparison/charts/densityraster.h"
#include "views/comparison/charts/scale.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

Extent extent(std::initializer_list<double> values)
{
    Extent result;
    for (const double value : values)
        result.add(value);
    return result;
}

QString ticksOf(const Scale &scale, int about)
{
    QStringList texts;
    for (const double tick : scale.ticks(about))
        texts.append(scale.tickText(tick, about, QLocale::c()));
    return texts.join(u' ');
}

CurvePoints curve(const QList<double> &values)
{
    CurvePoints points;
    for (int i = 0; i < values.size(); ++i) {
        points.x.append(i);
        points.y.append(values.at(i));
    }
    return points;
}

} // namespace

/// The arithmetic behind the charts, against values computed by hand.
class TestChartNumbers final : public QObject
{
    Q_OBJECT

private slots:
    void choosesRoundTicks_data();
    void choosesRoundTicks();
    void choosesDecades();
    void givesConstantsRoom();
    void keepsExactWhereTheRangeOverflows();
    void leavesOutWhatIsNotFinite();
    void decimationKeepsEveryExtreme();
    void decimationPartsLinesAtGaps();
    void decimationReachesBeyondTheEdges();
    void smoothsWithoutThePullOfTheStart();
    void densityCountsLines();
    void choosesRowsThatDiffer();
    void countsWhatIsNotDrawn();
    void copiesWithoutFormulas();
};

void TestChartNumbers::choosesRoundTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("ticks");

    QTest::newRow("shares") << 0.961 << 0.9853 << u"0.965 0.970 0.975 0.980 0.985"_s;
    QTest::newRow("whole") << 0.0 << 10.0 << u"0 2 4 6 8 10"_s;
    QTest::newRow("about zero") << -1.0 << 1.0 << u"−1.0 −0.5 0.0 0.5 1.0"_s;
    QTest::newRow("thousands") << 0.0 << 5000.0 << u"0 1000 2000 3000 4000 5000"_s;
    QTest::newRow("millions") << 0.0 << 5e7 << u"0e+00 1e+07 2e+07 3e+07 4e+07 5e+07"_s;
    QTest::newRow("large and close") << 1e9 << 1e9 + 5 << u"1.000000000e+09 1.000000001e+09 1.000000002e+09 1.000000003e+09 1.000000004e+09 1.000000005e+09"_s;
    QTest::newRow("tiny") << 0.0 << 5e-9 << u"0e+00 1e-09 2e-09 3e-09 4e-09 5e-09"_s;
}

void TestChartNumbers::choosesRoundTicks()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const QString, ticks);
    QString expected = ticks;
    if (low > 1e8 || high < 1e-3)
        expected.replace(u"e-"_s, u"e−"_s);
    QCOMPARE(ticksOf(Scale(extent({low, high})), 5), expected);
}

void TestChartNumbers::choosesDecades()
{
    const Scale scale(extent({0.002, 150}), Scale::Kind::Logarithmic);
    QCOMPARE(ticksOf(scale, 6), u"0.01 0.1 1 10 100"_s);
    QCOMPARE(scale.fraction(0.002), 0.0);
    QCOMPARE(scale.fraction(150), 1.0);
    QVERIFY(std::abs(scale.value(0.5) - std::sqrt(0.002 * 150)) < 1e-12);
    QVERIFY(!scale.holds(0));
    QVERIFY(!scale.holds(-1));
    QVERIFY(scale.holds(1e-300));
}

void TestChartNumbers::givesConstantsRoom()
{
    for (const double value : {0.0, 3.5, -1e-300, 1e300, largest, -largest}) {
        const Scale scale(extent({value}));
        QVERIFY2(scale.low() <= value && value <= scale.high() && scale.low() < scale.high(), qPrintable(QString::number(value)));
        QVERIFY(std::isfinite(scale.fraction(value)));
    }
    QCOMPARE(Scale(extent({2})).fraction(2), 0.5);
}

void TestChartNumbers::keepsExactWhereTheRangeOverflows()
{
    const Scale scale(extent({-largest, largest}));
    QCOMPARE(scale.fraction(0), 0.5);
    QCOMPARE(scale.fraction(largest), 1.0);
    QVERIFY(std::isfinite(scale.value(0.25)));
    QVERIFY(!scale.ticks(5).isEmpty());
    for (const double tick : scale.widened(0.05).rounded(4).ticks(5))
        QVERIFY(std::isfinite(tick));
}

void TestChartNumbers::leavesOutWhatIsNotFinite()
{
    QCOMPARE(extent({notANumber, 2, infinite, -3, -infinite}), (Extent {-3, 2, false}));
    QVERIFY(extent({notANumber}).isEmpty);
}

void TestChartNumbers::decimationKeepsEveryExtreme()
{
    QList<double> values;
    for (int i = 0; i < 100'000; ++i)
        values.append(std::sin(i * 0.001));
    values[43'210] = 99; // one needle in the hay
    values[76'543] = -99;
    const Scale all(extent({0, 99'999}));
    const QList<QPolygonF> lines = decimated(curve(values), all, 500);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.first().size() <= 4 * 501, qPrintable(QString::number(lines.first().size())));
    QVERIFY(lines.first().contains(QPointF(43'210, 99)));
    QVERIFY(lines.first().contains(QPointF(76'543, -99)));
    QVERIFY(std::ranges::is_sorted(lines.first(), {}, &QPointF::x));
    QCOMPARE(extentWithin(curve(values), all), (Extent {-99, 99, false}));
}

void TestChartNumbers::decimationPartsLinesAtGaps()
{
    const QList<QPolygonF> lines = decimated(curve({1, 2, notANumber, 4, infinite, infinite, 7, notANumber}), Scale(extent({0, 7})), 700);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), QPolygonF({{0, 1}, {1, 2}}));
    QCOMPARE(lines.at(1), QPolygonF({{3, 4}}));
    QCOMPARE(lines.at(2), QPolygonF({{6, 7}}));
    const QList<QPolygonF> dense = decimated(curve({1, 2, notANumber, 4}), Scale(extent({0, 3000})), 10);
    QCOMPARE(dense.size(), 1); // a gap within a pixel is none
}

void TestChartNumbers::decimationReachesBeyondTheEdges()
{
    const QList<QPolygonF> lines = decimated(curve({0, 1, 2, 3, 4, 5}), Scale(extent({2.2, 2.8})), 100);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first(), QPolygonF({{2, 2}, {3, 3}}));
    QVERIFY(decimated({}, Scale(extent({0, 1})), 100).first().isEmpty());
}

void TestChartNumbers::smoothsWithoutThePullOfTheStart()
{
    // b = 0.5: 4; (0.5*0.5*4 + 0.5*8) / 0.75 = 5/0.75; then (2.5 + ...)/0.875
    const QList<double> smooth = smoothed({4, 8, notANumber, 0}, 0.5);
    QCOMPARE(smooth.at(0), 4.0);
    QCOMPARE(smooth.at(1), 5 / 0.75);
    QVERIFY(std::isnan(smooth.at(2)));
    QCOMPARE(smooth.at(3), 2.5 / 0.875);
    QCOMPARE(smoothed({1, 5, 2}, 0), (QList<double> {1, 5, 2}));
}

void TestChartNumbers::densityCountsLines()
{
    DensityRaster raster({0, 0, 10, 10}, 1);
    for (int i = 0; i < 9; ++i)
        raster.addLine({0, 2.5}, {10, 2.5});
    raster.addLine({0, 7.5}, {10, 7.5});
    raster.addLine({0, notANumber}, {10, 3});
    const QImage image = raster.image(Qt::blue);
    QCOMPARE(image.size(), QSize(10, 10));
    QCOMPARE(qAlpha(image.pixel(5, 2)), 255);
    QVERIFY(qAlpha(image.pixel(5, 7)) > 20 && qAlpha(image.pixel(5, 7)) < 60);
    QCOMPARE(qAlpha(image.pixel(5, 5)), 0);
}

void TestChartNumbers::choosesRowsThatDiffer()
{
    const NumberRow same {u"same"_s, MetricDirection::Unknown, {1.0, 1.0}};
    const NumberRow missing {u"missing"_s, MetricDirection::Unknown, {1.0, std::nullopt}};
    const NumberRow differs {u"differs"_s, MetricDirection::LowerIsBetter, {notANumber, 1.0, 2.0}};
    QCOMPARE(tellingRows({same, missing, differs}, 6), QList<NumberRow> {differs});
    QCOMPARE(tellingRows({same, missing}, 1), QList<NumberRow> {same});
    QCOMPARE(tellingRows({differs, differs}, 1).size(), 1);
    QCOMPARE(rowTitle(differs), u"differs min"_s);
}

void TestChartNumbers::countsWhatIsNotDrawn()
{
    const NumberRow row {u"m"_s, MetricDirection::Unknown, {1.0, notANumber, std::nullopt}};
    QCOMPARE(omissions({row}, 4), u"2 value(s) missing · 1 value(s) not finite"_s);
    QCOMPARE(omissions({row}, 1), QString());
}

void TestChartNumbers::copiesWithoutFormulas()
{
    const QList<QVariantList> rows {{u"=HYPERLINK(\"x\")"_s, -0.25}, {u"a\tb\nc"_s, notANumber}, {u"\u202Eabc"_s, QVariant()}};
    ChartTable table {{u"Version"_s, u"loss"_s}, 3, [rows](int row, int column) { return rows.at(row).at(column); }, {}};
    QCOMPARE(toTsv(table), u"Version\tloss\n\"'=HYPERLINK(\"\"x\"\")\"\t-0.25\na⟦U+0009⟧b⟦U+000A⟧c\tNaN\n⟦U+202E⟧abc\t\n"_s);
    ChartTableModel model;
    model.setTable(table);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 1).data().toString(), u"-0.25"_s);
    QCOMPARE(model.index(2, 1).data().toString(), u"—"_s);
    QCOMPARE(model.index(2, 1).data(Qt::AccessibleTextRole).toString(), u"missing"_s);
}

QTEST_GUILESS_MAIN(TestChartNumbers)

#include "tst_chartnumbers.moc"
