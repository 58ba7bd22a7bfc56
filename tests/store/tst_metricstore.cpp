// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/temporaryregistry.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The contract of MetricStore, over a real registry file.
class MetricStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void describesTheSpread();
    void leavesInfinityOutOfTheSpread();
    void showsCountsWithoutDecimals_data();
    void showsCountsWithoutDecimals();
    void keepsADirection();
    void countsParametersAndTags();
    void knowsNothingOfAnEmptyModel();

private:
    /// Registers one version for each value.
    void add(const QString &metric, const QList<double> &values);
    [[nodiscard]] MetricSummary summary(const QString &metric);
    [[nodiscard]] MetricStore &metrics() { return *m_registry->stores().metrics; }

    std::unique_ptr<TemporaryRegistry> m_registry;
    ModelId m_model;
    int m_count = 0;
};

void MetricStoreTest::init()
{
    m_registry = std::make_unique<TemporaryRegistry>();
    m_model = {};
    m_count = 0;
}

void MetricStoreTest::add(const QString &metric, const QList<double> &values)
{
    for (const double value : values) {
        ModelVersion version = sampleVersion(u"m"_s, QString::number(++m_count));
        version.metrics = {{metric, value}};
        version.hyperparameters = {{u"depth"_s, m_count}};
        version.tags = {u"swept"_s};
        version.tagValues = {{u"swept"_s, QString::number(m_count % 2)}};
        (void)valueOf(m_registry->stores().versions->add(version));
    }
    m_model = valueOf(m_registry->stores().models->find(u"m"_s)).id;
}

MetricSummary MetricStoreTest::summary(const QString &metric)
{
    const QList<MetricSummary> all = valueOf(metrics().metrics(m_model));
    const auto found = std::ranges::find(all, metric, &MetricSummary::name);
    return found == all.cend() ? MetricSummary() : *found;
}

void MetricStoreTest::describesTheSpread()
{
    QList<double> values;
    for (int i = 0; i < 100; ++i)
        values.append(0.5 + i * 0.004);
    std::ranges::reverse(values);
    add(u"accuracy"_s, values);
    const MetricSummary accuracy = summary(u"accuracy"_s);
    QCOMPARE(accuracy.count, 100);
    QCOMPARE(accuracy.minimum, std::optional(0.5));
    QCOMPARE(accuracy.maximum, std::optional(0.5 + 99 * 0.004));
    QCOMPARE(accuracy.decimals, 3); // 0.36 between the 5th and the 95th percentile
    QCOMPARE(accuracy.direction, MetricDirection::HigherIsBetter);
    QVERIFY(accuracy.heat);
    QCOMPARE(accuracy.heat->at(0), 0.5 + 50 * 0.004);
    QCOMPARE(accuracy.heat->at(3), 0.5 + 93 * 0.004);
}

void MetricStoreTest::leavesInfinityOutOfTheSpread()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    add(u"loss"_s, {1.25, infinity, -infinity, std::numeric_limits<double>::quiet_NaN(), 2.5});
    const MetricSummary loss = summary(u"loss"_s);
    QCOMPARE(loss.count, 5);
    QCOMPARE(loss.minimum, std::optional(1.25));
    QCOMPARE(loss.maximum, std::optional(2.5));
    QCOMPARE(loss.direction, MetricDirection::LowerIsBetter);
}

void MetricStoreTest::showsCountsWithoutDecimals_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("decimals");
    QTest::newRow("a count") << QList<double> {60, 60, 60} << 0;
    QTest::newRow("counts") << QList<double> {60, 1200, 0, -4} << 0;
    QTest::newRow("a fraction among whole numbers") << QList<double> {0, 1, 1, 0.5, 0, 1} << 2;
    QTest::newRow("the same fraction") << QList<double> {0.25, 0.25} << 4;
}

void MetricStoreTest::showsCountsWithoutDecimals()
{
    QFETCH(const QList<double>, values);
    add(u"rows"_s, values);
    QTEST(summary(u"rows"_s).decimals, "decimals");
}

void MetricStoreTest::keepsADirection()
{
    add(u"wobble"_s, {1, 2});
    QCOMPARE(summary(u"wobble"_s).direction, MetricDirection::Unknown);
    QVERIFY(!summary(u"wobble"_s).heat);
    QVERIFY(metrics().setDirection(u"wobble"_s, MetricDirection::LowerIsBetter));
    QCOMPARE(summary(u"wobble"_s).direction, MetricDirection::LowerIsBetter);
    QVERIFY(summary(u"wobble"_s).heat);
}

void MetricStoreTest::countsParametersAndTags()
{
    add(u"accuracy"_s, {0.1, 0.2, 0.3});
    QCOMPARE(valueOf(metrics().parameters(m_model)), (QList<NameCount> {{u"depth"_s, 3}}));
    QCOMPARE(valueOf(metrics().tags(m_model)), (QList<NameCount> {{u"swept"_s, 3}}));
    QCOMPARE(valueOf(metrics().tagValues(m_model, u"swept"_s, 1)), QStringList {u"1"_s});
    QCOMPARE(valueOf(metrics().tagValues(m_model, u"swept"_s, 9)), (QStringList {u"1"_s, u"0"_s}));
}

void MetricStoreTest::knowsNothingOfAnEmptyModel()
{
    QCOMPARE(valueOf(metrics().metrics({})).size(), 0);
    add(u"accuracy"_s, {std::numeric_limits<double>::quiet_NaN()});
    const MetricSummary accuracy = summary(u"accuracy"_s);
    QCOMPARE(accuracy.count, 1);
    QVERIFY(!accuracy.minimum);
    QVERIFY(!accuracy.heat);
}

QTEST_GUILESS_MAIN(MetricStoreTest)
#include "tst_metricstore.moc"
