// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metrichistory.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

QList<HistoryPoint> points(const QList<std::optional<double>> &values)
{
    QList<HistoryPoint> result;
    for (const std::optional<double> &value : values)
        result.append({QString::number(result.size()), u"Staging"_s, {}, value});
    return result;
}

} // namespace

/// Control limits and the champion's band, worked out by hand.
class MetricHistoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void findsControlLimits();
    void looksAtWhatWasMeasuredOnly();
    void hasNoLimitsForOneValue();
    void hasNoWidthForAConstant();
    void survivesHugeValues();
    void putsABandAroundTheChampion();
};

void MetricHistoryTest::findsControlLimits()
{
    // values 10 12 11 13: mean 11.5; moving ranges 2 1 2: mean 5/3; sigma = (5/3) / 1.128 = 1.47754; 3 sigma = 4.43262
    const auto limits = controlLimits(points({10, 12, 11, 13}));
    QVERIFY(limits);
    QCOMPARE(limits->mean, 11.5);
    QVERIFY(qAbs(limits->upper - 15.93262) < 1e-5);
    QVERIFY(qAbs(limits->lower - 7.06738) < 1e-5);
}

void MetricHistoryTest::looksAtWhatWasMeasuredOnly()
{
    QCOMPARE(controlLimits(points({10, {}, 12, notANumber, 11, infinity, 13})), controlLimits(points({10, 12, 11, 13})));
}

void MetricHistoryTest::hasNoLimitsForOneValue()
{
    QVERIFY(!controlLimits({}));
    QVERIFY(!controlLimits(points({10})));
    QVERIFY(!controlLimits(points({10, {}, notANumber})));
}

void MetricHistoryTest::hasNoWidthForAConstant()
{
    QCOMPARE(controlLimits(points({2, 2, 2})), std::optional(ControlLimits {2, 2, 2}));
}

void MetricHistoryTest::survivesHugeValues()
{
    const double huge = std::numeric_limits<double>::max();
    QVERIFY(!controlLimits(points({huge, -huge})));
    const auto limits = controlLimits(points({huge, huge}));
    QVERIFY(limits);
    QCOMPARE(limits->mean, huge);
}

void MetricHistoryTest::putsABandAroundTheChampion()
{
    MetricHistory history {u"f1"_s, MetricDirection::HigherIsBetter, points({10, 12, 11, 13, {}}), {}, 1};
    const auto band = championBand(history);
    QVERIFY(band);
    QCOMPARE(band->mean, 12.0);
    QVERIFY(qAbs(band->upper - (12 + 1.96 * 1.4775414)) < 1e-5);
    QVERIFY(qAbs(band->lower - (12 - 1.96 * 1.4775414)) < 1e-5);
    history.champion = 4; // not measured
    QVERIFY(!championBand(history));
    history.champion = -1;
    QVERIFY(!championBand(history));
}

QTEST_GUILESS_MAIN(MetricHistoryTest)
#include "tst_metrichistory.moc"
