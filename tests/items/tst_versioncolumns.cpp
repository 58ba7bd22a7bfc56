// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/roles.h"
#include "model/items/versioncolumns.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// Which columns there are, which are shown when nobody chose, and what is in a cell.
class VersionColumnsTest final : public QObject
{
    Q_OBJECT

private slots:
    void suggestsColumns_data();
    void suggestsColumns();
    void suggestsNoMetricTwice();
    void hasEveryFixedColumn();
    void leavesMissingValuesOut();
    void showsValues_data();
    void showsValues();
    void knowsNoOtherColumns_data();
    void knowsNoOtherColumns();
    void givesQuotedNamesTheirTitle();
    void judgesMetrics();
    void namesTheAliasesOfAVersion();

private:
    const SharedFacts m_noFacts = std::make_shared<ModelFacts>();
};

namespace {

VersionSummary summary(const QStringList &metrics)
{
    VersionSummary version;
    for (const QString &metric : metrics)
        version.metrics.insert(metric, 1);
    return version;
}

VersionSummary full()
{
    VersionSummary version;
    version.version = u"1.0.0"_s;
    version.stage = u"Staging"_s;
    version.createdBy = u"ann"_s;
    version.parameters = 42;
    version.modelSizeMb = 1.5;
    version.dataSources = {u"a"_s, u"b"_s};
    version.metrics = {{u"a b"_s, 0.5}, {u"nan"_s, std::nan("")}};
    version.hyperparameters = {{u"lr"_s, 0.1}, {u"layers"_s, QJsonArray {1, 2}}, {u"name"_s, u"x"_s}};
    version.tags = {u"plain"_s, u"task"_s, u"empty"_s};
    version.tagValues = {{u"task"_s, u"digits"_s}, {u"empty"_s, QString()}};
    return version;
}

} // namespace

void VersionColumnsTest::suggestsColumns_data()
{
    QTest::addColumn<QList<QStringList>>("versions"); // metrics of each
    QTest::addColumn<QString>("expected"); // those between stage and created_at
    QTest::newRow("none") << QList<QStringList> {{}} << u""_s;
    QTest::newRow("frequent first") << QList<QStringList> {{u"recall"_s}, {u"recall"_s, u"accuracy"_s}}
                                    << u"metrics.recall metrics.accuracy"_s;
    QTest::newRow("same frequency by name") << QList<QStringList> {{u"recall"_s, u"accuracy"_s}}
                                            << u"metrics.accuracy metrics.recall"_s;
    QTest::newRow("quality before cost before others")
        << QList<QStringList> {{u"a_number_of_things"_s, u"latency_ms"_s, u"recall"_s}, {u"a_number_of_things"_s, u"latency_ms"_s}}
        << u"metrics.recall metrics.latency_ms metrics.a_number_of_things"_s;
    QTest::newRow("at most four") << QList<QStringList> {{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}}
                                  << u"metrics.a metrics.b metrics.c metrics.d"_s;
}

void VersionColumnsTest::suggestsNoMetricTwice()
{
    QList<VersionSummary> versions;
    for (int i = 0; i < 10; ++i) {
        VersionSummary version;
        version.metrics = {{u"accuracy"_s, 0.9 + i * 0.01}, {u"f1"_s, 0.8 + i * 0.011}, {u"recall"_s, i % 3}};
        versions.append(version);
    }
    QCOMPARE(suggestedColumns(versions).mid(2, 2), (QStringList {u"metrics.accuracy"_s, u"metrics.recall"_s}));
    QVERIFY(!suggestedColumns(versions).contains(u"metrics.f1"_s));
}

void VersionColumnsTest::suggestsColumns()
{
    QFETCH(const QList<QStringList>, versions);
    QFETCH(const QString, expected);
    QList<VersionSummary> summaries;
    for (const QStringList &metrics : versions)
        summaries.append(summary(metrics));
    const QStringList columns = suggestedColumns(summaries);
    QCOMPARE(columns.mid(0, 2), (QStringList {u"version"_s, u"stage"_s}));
    QCOMPARE(columns.mid(columns.size() - 2), (QStringList {u"created_at"_s, u"created_by"_s}));
    QCOMPARE(columns.mid(2, columns.size() - 4).join(u' '), expected);
    for (const QString &column : columns)
        QVERIFY2(versionColumn(column, m_noFacts), qPrintable(column));
}

void VersionColumnsTest::hasEveryFixedColumn()
{
    for (const QString &key : fixedColumnKeys()) {
        const auto column = versionColumn(key, m_noFacts);
        QVERIFY2(column, qPrintable(key));
        QCOMPARE(column->key, key);
        QVERIFY(!column->title.isEmpty());
        QVERIFY(column->sortField);
        QCOMPARE(columnTitle(key), column->title);
    }
}

void VersionColumnsTest::leavesMissingValuesOut()
{
    const VersionSummary nothing;
    for (const QString &key : fixedColumnKeys()) {
        const QVariant value = versionColumn(key, m_noFacts)->value(nothing);
        QVERIFY2(!value.isValid() || value.isNull() || value.toString().isEmpty(), qPrintable(key));
    }
    for (const QString &key : {u"metrics.x"_s, u"params.x"_s, u"tags.x"_s})
        QVERIFY2(!versionColumn(key, m_noFacts)->value(nothing).isValid(), qPrintable(key));
}

void VersionColumnsTest::showsValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("expected");
    QTest::newRow("version") << u"version"_s << QVariant(u"1.0.0"_s);
    QTest::newRow("stage") << u"stage"_s << QVariant(u"Staging"_s);
    QTest::newRow("created_by") << u"created_by"_s << QVariant(u"ann"_s);
    QTest::newRow("parameters") << u"parameters"_s << QVariant(qint64(42));
    QTest::newRow("size") << u"model_size_mb"_s << QVariant(1.5);
    QTest::newRow("data") << u"data_source"_s << QVariant(u"a, b"_s);
    QTest::newRow("metric") << u"metrics.\"a b\""_s << QVariant(0.5);
    QTest::newRow("number") << u"params.lr"_s << QVariant(0.1);
    QTest::newRow("text") << u"params.name"_s << QVariant(u"x"_s);
    QTest::newRow("list") << u"params.layers"_s << QVariant(QVariantList {1, 2});
    QTest::newRow("tag") << u"tags.plain"_s << QVariant(u"✓"_s);
    QTest::newRow("tag with a value") << u"tags.task"_s << QVariant(u"digits"_s);
    QTest::newRow("tag with an empty value") << u"tags.empty"_s << QVariant(QString());
}

void VersionColumnsTest::showsValues()
{
    QFETCH(const QString, key);
    QFETCH(const QVariant, expected);
    const auto column = versionColumn(key, m_noFacts);
    QVERIFY(column);
    QCOMPARE(column->key, key);
    QCOMPARE(column->value(full()), expected);
}

void VersionColumnsTest::knowsNoOtherColumns_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key : {QString(), u"nonsense"_s, u"metrics"_s, u"metrics."_s, u"params."_s, u"tags."_s, u"Version"_s,
                               u"alias"_s, u"metrics.\"a"_s, u"metrics.a b"_s, u" version"_s})
        QTest::newRow(qPrintable(u'<' + key + u'>')) << key;
}

void VersionColumnsTest::knowsNoOtherColumns()
{
    QFETCH(const QString, key);
    QVERIFY(!versionColumn(key, m_noFacts));
    QCOMPARE(columnTitle(key), key);
}

void VersionColumnsTest::givesQuotedNamesTheirTitle()
{
    QCOMPARE(columnTitle(u"metrics.\"a b\""_s), u"a b"_s);
    QCOMPARE(columnTitle(u"params.lr"_s), u"lr"_s);
}

void VersionColumnsTest::judgesMetrics()
{
    MetricSummary loss;
    loss.name = u"log_loss"_s;
    loss.direction = MetricDirection::LowerIsBetter;
    loss.heat = {4, 3, 2, 1};
    loss.decimals = 3;
    const auto facts = std::make_shared<ModelFacts>(ModelFacts {{loss}, {}, {}});
    const auto column = versionColumn(u"metrics.log_loss"_s, facts);
    QVERIFY(column);
    VersionSummary version;
    const auto heat = [&](double value) {
        version.metrics = {{u"log_loss"_s, value}};
        return column->extra(version, HeatRole).toInt();
    };
    QCOMPARE(heat(5), 0);
    QCOMPARE(heat(4), 1);
    QCOMPARE(heat(2.5), 2);
    QCOMPARE(heat(0.5), 4);
    QCOMPARE(heat(std::nan("")), 0);
    QCOMPARE(heat(-INFINITY), 4);
    QCOMPARE(heat(INFINITY), 0);
    QCOMPARE(column->extra(version, DecimalsRole).toInt(), 3);
    QVERIFY(column->headerExtra(LowerIsBetterRole).toBool());
    QVERIFY(!versionColumn(u"metrics.accuracy"_s, facts)->headerExtra(LowerIsBetterRole).toBool());
    version.metrics.clear();
    QVERIFY(!column->extra(version, HeatRole).isValid());
}

void VersionColumnsTest::namesTheAliasesOfAVersion()
{
    VersionSummary version;
    version.aliases = {u"champion"_s};
    QCOMPARE(versionColumn(u"version"_s, m_noFacts)->extra(version, AliasesRole).toStringList(), QStringList {u"champion"_s});
}

QTEST_GUILESS_MAIN(VersionColumnsTest)
#include "tst_versioncolumns.moc"
