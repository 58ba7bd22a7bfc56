// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/best.h"
#include "model/workflow/compareversions.h"
#include "model/workflow/readmetrichistory.h"
#include "model/workflow/resolve.h"
#include "model/workflow/stagechange.h"
#include "tests/support/temporaryregistry.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

QString printed(const ComparisonRow &row)
{
    QString line = sectionName(row.section) + u' ' + row.name;
    for (const QJsonValue &value : row.values)
        line += u' ' + (value.isDouble() ? QString::number(value.toDouble()) : value.toVariant().toString());
    return row.differs ? QString(line + u" *"_s) : line;
}

QStringList printed(const Comparison &comparison, ComparisonSection section)
{
    QStringList lines;
    for (const ComparisonRow &row : comparison.rows) {
        if (row.section == section)
            lines += printed(row);
    }
    return lines;
}

} // namespace

/// What comparisons, the search for the best, and charts across versions read from a real registry file.
class CompareVersionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_registry = std::make_unique<TemporaryRegistry>(); }
    void readsMetricsSideBySide();
    void agreesWithReadingOneByOne();
    void namesTheVersions();
    void takesTheDirectionOfTheRegistry();
    void combinesRegistries();
    void missesWhatIsGone();
    void comparesManyVersions();
    void measuresVersionsOfAModel();
    void followsAMetricAcrossVersions();
    void marksPromotionsAndRollbacks();

private:
    VersionId add(const ModelVersion &version) { return valueOf(stores().versions->add(version)); }
    [[nodiscard]] Stores &stores() { return m_registry->stores(); }
    [[nodiscard]] Comparison compared(const QList<VersionId> &ids) { return valueOf(compareVersions(stores(), u"here"_s, ids)); }

    std::unique_ptr<TemporaryRegistry> m_registry;
};

void CompareVersionsTest::readsMetricsSideBySide()
{
    const VersionId a = add(sampleVersion(u"m"_s, u"1"_s, {{u"accuracy"_s, 0.5}, {u"loss"_s, 1}}));
    const VersionId b = add(sampleVersion(u"m"_s, u"2"_s, {{u"loss"_s, infinity}, {u"auc"_s, notANumber}}));
    const VersionId c = add(sampleVersion(u"other"_s, u"1"_s, {{u"accuracy"_s, 0}, {u"auc"_s, 0.25}}));
    QCOMPARE(printed(compared({a, b, c}), ComparisonSection::Metric),
        QStringList({u"metrics accuracy 0.5  0 *"_s, u"metrics auc  nan 0.25 *"_s, u"metrics loss 1 inf  *"_s}));
    QCOMPARE(printed(compared({c, a}), ComparisonSection::Metric),
        QStringList({u"metrics accuracy 0 0.5 *"_s, u"metrics auc 0.25  *"_s, u"metrics loss  1 *"_s}));
}

void CompareVersionsTest::agreesWithReadingOneByOne()
{
    const QList<VersionId> ids {add(fullVersion(u"m"_s, u"1.0.0"_s)), add(sampleVersion(u"m"_s, u"2.0.0"_s, {{u"f1"_s, 0.5}})),
        add(fullVersion(u"n"_s, u"1.0.0"_s))};
    QList<ModelVersion> facts;
    for (const VersionId id : ids)
        facts.append(valueOf(stores().versions->read(id)));
    const Comparison ours = compared(ids);
    const Comparison expected = compare(ours.versions, facts);
    QVERIFY(expected.rows.size() > 20);
    QCOMPARE(ours.rows.size(), expected.rows.size());
    for (qsizetype i = 0; i < ours.rows.size(); ++i) {
        QCOMPARE(printed(ours.rows.at(i)), printed(expected.rows.at(i)));
        QCOMPARE(ours.rows.at(i).direction, expected.rows.at(i).direction);
    }
}

void CompareVersionsTest::namesTheVersions()
{
    const VersionId id = add(sampleVersion(u"m"_s, u"1"_s));
    (void)valueOf(stores().stages->setAlias(id, u"champion"_s));
    const ComparedVersion version = compared({id, id}).versions.at(1);
    QCOMPARE(version.reference.toString(), u"m:1"_s);
    QCOMPARE(version.aliases, QStringList(u"champion"_s));
    QCOMPARE(version.stage, u"Development"_s);
    QCOMPARE(version.address, u"here"_s);
    QVERIFY(!version.registry.isEmpty());
    QVERIFY(version.createdAt.isValid());
}

void CompareVersionsTest::takesTheDirectionOfTheRegistry()
{
    const VersionId id = add(sampleVersion(u"m"_s, u"1"_s, {{u"accuracy"_s, 0.5}}));
    QCOMPARE(compared({id}).rows.first().direction, MetricDirection::HigherIsBetter);
    QVERIFY(stores().metrics->setDirection(u"accuracy"_s, MetricDirection::LowerIsBetter));
    QCOMPARE(compared({id}).rows.first().direction, MetricDirection::LowerIsBetter);
    const ModelId model = valueOf(stores().models->find(u"m"_s)).id;
    QCOMPARE(valueOf(stores().comparisons->history(model, u"accuracy"_s)).direction, MetricDirection::LowerIsBetter);
}

void CompareVersionsTest::combinesRegistries()
{
    TemporaryRegistry elsewhere;
    (void)valueOf(elsewhere.stores().versions->add(sampleVersion(u"x"_s, u"0"_s, {{u"unused"_s, 1}})));
    const VersionId there = valueOf(elsewhere.stores().versions->add(sampleVersion(u"m"_s, u"1"_s, {{u"f1"_s, 2}, {u"auc"_s, 3}})));
    const VersionId here = add(sampleVersion(u"m"_s, u"1"_s, {{u"f1"_s, 1}}));
    const Comparison both = combined({compared({here}), valueOf(compareVersions(elsewhere.stores(), u"there"_s, {there}))});
    QCOMPARE(printed(both, ComparisonSection::Metric), QStringList({u"metrics auc  3 *"_s, u"metrics f1 1 2 *"_s}));
    QVERIFY(both.versions.at(0) != both.versions.at(1)); // the same reference in two registries
}

void CompareVersionsTest::missesWhatIsGone()
{
    const VersionId a = add(sampleVersion(u"m"_s, u"1"_s)), b = add(sampleVersion(u"m"_s, u"2"_s));
    QVERIFY(stores().versions->remove(b, {}));
    const auto result = compareVersions(stores(), {}, {a, b});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::NotFound);
    QVERIFY(valueOf(compareVersions(stores(), {}, {})).versions.isEmpty());
}

void CompareVersionsTest::comparesManyVersions()
{
    const QList<VersionId> ids = valueOf(stores().transact([this]() -> Result<QList<VersionId>> {
        QList<VersionId> added;
        for (int i = 0; i < 500; ++i)
            added.append(add(sampleVersion(u"m"_s, u"1.0.%1"_s.arg(i), {{u"f1"_s, i}, {u"constant"_s, 1}})));
        return added;
    }));
    const Comparison comparison = compared(ids);
    const auto row = [&](const QString &name) { return *std::ranges::find(comparison.rows, name, &ComparisonRow::name); };
    QVERIFY(!row(u"constant"_s).differs);
    const ComparisonRow f1 = row(u"f1"_s);
    QVERIFY(f1.differs);
    QCOMPARE(ranks(f1).at(0), std::optional(500));
    QCOMPARE(ranks(f1).at(499), std::optional(1));
    QVERIFY(isBest(f1, 499));
}

void CompareVersionsTest::measuresVersionsOfAModel()
{
    const VersionId a = add(sampleVersion(u"m"_s, u"1"_s, {{u"f1"_s, 0.5}, {u"loss"_s, 1}}));
    (void)add(sampleVersion(u"m"_s, u"2"_s, {{u"loss"_s, 2}}));
    const VersionId c = add(sampleVersion(u"m"_s, u"3"_s, {{u"f1"_s, notANumber}, {u"loss"_s, 3}}));
    (void)add(sampleVersion(u"other"_s, u"1"_s, {{u"f1"_s, 9}}));
    const ModelId model = valueOf(stores().models->find(u"m"_s)).id;
    const MeasuredVersions measured = valueOf(measuredVersions(stores(), model, {}, {u"f1"_s, u"loss"_s}));
    QCOMPARE(measured.versions, QList<VersionId>({c, a})); // the newest first
    QVERIFY(std::isnan(measured.metrics.at(0).values.at(0).value_or(0)));
    QCOMPARE(measured.metrics.at(0).values.at(1), std::optional(0.5));
    QCOMPARE(measured.metrics.at(1).direction, MetricDirection::LowerIsBetter);
    QCOMPARE(bestOf(measured.metrics.at(0)), 1);
    const auto nothing = measuredVersions(stores(), model, {}, {u"f1"_s, u"bleu"_s});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, Error::Code::NotFound);
}

void CompareVersionsTest::followsAMetricAcrossVersions()
{
    (void)add(sampleVersion(u"m"_s, u"2"_s, {{u"f1"_s, 0.5}}));
    (void)add(sampleVersion(u"m"_s, u"1"_s));
    (void)add(sampleVersion(u"m"_s, u"3"_s, {{u"f1"_s, notANumber}}));
    const MetricHistory history = valueOf(readMetricHistory(stores(), u"m"_s, u"f1"_s));
    QCOMPARE(history.points.size(), 3);
    QCOMPARE(history.points.at(0).version, u"2"_s); // in the order of registration
    QCOMPARE(history.points.at(0).value, std::optional(0.5));
    QVERIFY(!history.points.at(1).value);
    QVERIFY(std::isnan(history.points.at(2).value.value_or(0)));
    QCOMPARE(history.champion, -1);
    QVERIFY(history.markers.isEmpty());
    QCOMPARE(valueOf(readMetricHistory(stores(), u"m"_s, u"unknown"_s)).points.size(), 3);
    QVERIFY(!readMetricHistory(stores(), u"x"_s, u"f1"_s));
}

void CompareVersionsTest::marksPromotionsAndRollbacks()
{
    const VersionId a = add(sampleVersion(u"m"_s, u"1"_s)), b = add(sampleVersion(u"m"_s, u"2"_s));
    for (const VersionId id : {a, b, a})
        (void)valueOf(setStage(stores(), id, u"Production"_s));
    QVERIFY(stores().versions->remove(b, {}));
    const MetricHistory history = valueOf(readMetricHistory(stores(), u"m"_s, u"f1"_s));
    QStringList markers;
    for (const HistoryMarker &marker : history.markers) {
        const QString kind = marker.kind == HistoryMarker::Kind::Promoted ? u"+"_s
            : marker.kind == HistoryMarker::Kind::RolledBack              ? u"<"_s
                                                                          : u"-"_s;
        markers += kind + marker.version + u'@' + QString::number(marker.point);
    }
    QCOMPARE(markers, QStringList({u"+1@0"_s, u"-1@0"_s, u"+2@-1"_s, u"-2@-1"_s, u"<1@0"_s}));
    QCOMPARE(history.champion, 0);
}

QTEST_GUILESS_MAIN(CompareVersionsTest)
#include "tst_compareversions.moc"
