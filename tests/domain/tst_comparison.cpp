// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/comparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const QJsonValue missing(QJsonValue::Undefined);

ComparisonRow metric(const QList<QJsonValue> &values, MetricDirection direction = MetricDirection::HigherIsBetter)
{
    return {ComparisonSection::Metric, u"m"_s, direction, values, false};
}

Comparison compared(const QList<ModelVersion> &facts, const Directions &directions = {})
{
    QList<ComparedVersion> versions;
    for (const ModelVersion &version : facts)
        versions.append({u"team"_s, u"/team"_s, {version.model, version.version, {}}, version.stage, version.aliases, {}});
    return compare(versions, facts, directions);
}

ModelVersion version(const QString &text, const Metrics &metrics = {})
{
    ModelVersion result;
    result.model = u"m"_s;
    result.version = text;
    result.metrics = metrics;
    return result;
}

QString printed(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"-"_s;
    if (value.isDouble())
        return QString::number(value.toDouble());
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
    return array.mid(1, array.size() - 2);
}

/// "metrics accuracy: 1 2 *", where the star says that it differs.
QStringList printed(const Comparison &comparison)
{
    QStringList lines;
    for (const ComparisonRow &row : comparison.rows) {
        QString line = sectionName(row.section) + u' ' + row.name + u':';
        for (const QJsonValue &value : row.values)
            line += u' ' + printed(value);
        lines += row.differs ? QString(line + u" *"_s) : line;
    }
    return lines;
}

QString printedRanks(const ComparisonRow &row)
{
    QStringList places;
    for (const std::optional<int> &place : ranks(row))
        places += place ? QString::number(*place) : u"-"_s;
    return places.join(u' ');
}

} // namespace

/// What versions differ in, with numbers worked out by hand.
class ComparisonTest final : public QObject
{
    Q_OBJECT

private slots:
    void laysMetricsSideBySide();
    void tellsMissingFromZeroAndFromNaN();
    void subtractsTheBaseline();
    void givesNoDeltaWithoutTwoNumbers();
    void putsDeltasIntoPercent();
    void knowsWhatADeltaMeans();
    void ranks_data();
    void ranks();
    void findsTheBest();
    void takesTheStatedDirection();
    void comparesWhatIsNotAMetric();
    void comparesSchemasByName();
    void tellsFilesByTheirDigest();
    void keepsDataSourcesOfOneNameApart();
    void combinesRegistries();
    void reorders();
    void tellsIntegersThatDoublesCannot();
    void choosesDecimals();
    void comparesNothing();
};

void ComparisonTest::laysMetricsSideBySide()
{
    const Comparison comparison = compared({version(u"1"_s, {{u"loss"_s, 0.5}, {u"accuracy"_s, 0.75}}),
        version(u"2"_s, {{u"accuracy"_s, 0.75}, {u"f1"_s, 0.5}}), version(u"3"_s, {{u"loss"_s, 0.25}, {u"accuracy"_s, 0.75}})});
    QCOMPARE(printed(comparison), QStringList({u"metrics accuracy: 0.75 0.75 0.75"_s, u"metrics f1: - 0.5 - *"_s,
        u"metrics loss: 0.5 - 0.25 *"_s}));
    QCOMPARE(comparison.rows.at(0).direction, MetricDirection::HigherIsBetter);
    QCOMPARE(comparison.rows.at(2).direction, MetricDirection::LowerIsBetter);
    QCOMPARE(comparison.versions.at(1).reference.toString(), u"m:2"_s);
}

void ComparisonTest::tellsMissingFromZeroAndFromNaN()
{
    QCOMPARE(printed(compared({version(u"1"_s, {{u"a"_s, 0}}), version(u"2"_s)})), QStringList(u"metrics a: 0 - *"_s));
    QCOMPARE(printed(compared({version(u"1"_s, {{u"a"_s, notANumber}}), version(u"2"_s)})), QStringList(u"metrics a: nan - *"_s));
    QCOMPARE(printed(compared({version(u"1"_s, {{u"a"_s, notANumber}}), version(u"2"_s, {{u"a"_s, notANumber}})})),
        QStringList(u"metrics a: nan nan"_s));
    QCOMPARE(printed(compared({version(u"1"_s, {{u"a"_s, infinity}}), version(u"2"_s, {{u"a"_s, -infinity}})})),
        QStringList(u"metrics a: inf -inf *"_s));
}

void ComparisonTest::subtractsTheBaseline()
{
    const ComparisonRow row = metric({0.25, 0.75, 0.25, -1.0});
    QCOMPARE(delta(row, 0, 1), std::optional(0.5));
    QCOMPARE(delta(row, 1, 0), std::optional(-0.5));
    QCOMPARE(delta(row, 0, 2), std::optional(0.0));
    QCOMPARE(delta(row, 0, 3), std::optional(-1.25));
    QCOMPARE(delta(row, 0, 0), std::optional(0.0));
    QCOMPARE(delta(metric({1.0, infinity}), 0, 1), std::optional(infinity));
}

void ComparisonTest::givesNoDeltaWithoutTwoNumbers()
{
    const ComparisonRow row = metric({0.25, missing, notANumber, infinity, u"0.5"_s, true, infinity});
    for (const qsizetype other : {1, 2, 4, 5}) {
        QVERIFY2(!delta(row, 0, other), qPrintable(QString::number(other)));
        QVERIFY2(!delta(row, other, 0), qPrintable(QString::number(other)));
        QVERIFY2(!relativeDelta(row, 0, other), qPrintable(QString::number(other)));
    }
    QVERIFY(!delta(row, 3, 6)); // of infinities
}

void ComparisonTest::putsDeltasIntoPercent()
{
    QCOMPARE(relativeDelta(metric({0.5, 0.75}), 0, 1), std::optional(50.0));
    QCOMPARE(relativeDelta(metric({0.5, 0.25}), 0, 1), std::optional(-50.0));
    QCOMPARE(relativeDelta(metric({-2.0, -1.0}), 0, 1), std::optional(50.0)); // grew, though the baseline is negative
    QCOMPARE(relativeDelta(metric({4.0, 4.0}), 0, 1), std::optional(0.0));
    QVERIFY(!relativeDelta(metric({0.0, 4.0}), 0, 1));
    QVERIFY(!relativeDelta(metric({0.0, 0.0}), 0, 1));
    QVERIFY(!relativeDelta(metric({1.0, infinity}), 0, 1));
    QVERIFY(!relativeDelta(metric({infinity, 1.0}), 0, 1));
}

void ComparisonTest::knowsWhatADeltaMeans()
{
    QCOMPARE(effect(metric({1, 2}), 0, 1), Effect::Better);
    QCOMPARE(effect(metric({1, 2}, MetricDirection::LowerIsBetter), 0, 1), Effect::Worse);
    QCOMPARE(effect(metric({1, 0}, MetricDirection::LowerIsBetter), 0, 1), Effect::Better);
    QCOMPARE(effect(metric({1, 2}, MetricDirection::Unknown), 0, 1), Effect::None);
    QCOMPARE(effect(metric({1, 1}), 0, 1), Effect::None);
    QCOMPARE(effect(metric({1, missing}), 0, 1), Effect::None);
}

void ComparisonTest::ranks_data()
{
    QTest::addColumn<QList<QJsonValue>>("values");
    QTest::addColumn<int>("direction");
    QTest::addColumn<QString>("expected");
    const auto up = int(MetricDirection::HigherIsBetter), down = int(MetricDirection::LowerIsBetter);
    QTest::newRow("up") << QList<QJsonValue> {0.3, 0.9, 0.5} << up << u"3 1 2"_s;
    QTest::newRow("down") << QList<QJsonValue> {0.3, 0.9, 0.5} << down << u"1 3 2"_s;
    QTest::newRow("ties") << QList<QJsonValue> {2, 1, 2, 0} << up << u"1 3 1 4"_s;
    QTest::newRow("ties, down") << QList<QJsonValue> {2, 1, 2, 1} << down << u"3 1 3 1"_s;
    QTest::newRow("constant") << QList<QJsonValue> {7, 7, 7} << up << u"1 1 1"_s;
    QTest::newRow("zero and minus zero") << QList<QJsonValue> {0.0, -0.0} << up << u"1 1"_s;
    QTest::newRow("missing is not zero") << QList<QJsonValue> {-1, missing, -2, notANumber} << up << u"1 - 2 -"_s;
    QTest::newRow("infinity") << QList<QJsonValue> {infinity, 1, -infinity} << down << u"3 2 1"_s;
    QTest::newRow("no direction") << QList<QJsonValue> {1, 2} << int(MetricDirection::Unknown) << u"- -"_s;
    QTest::newRow("nothing") << QList<QJsonValue> {} << up << QString();
}

void ComparisonTest::ranks()
{
    QFETCH(const QList<QJsonValue>, values);
    QFETCH(const int, direction);
    QTEST(printedRanks(metric(values, MetricDirection(direction))), "expected");
}

void ComparisonTest::findsTheBest()
{
    const auto best = [](const ComparisonRow &row) {
        QString found;
        for (qsizetype i = 0; i < row.values.size(); ++i)
            found += isBest(row, i) ? u'1' : u'0';
        return found;
    };
    QCOMPARE(best(metric({1, 3, 2})), u"010"_s);
    QCOMPARE(best(metric({1, 3, 3, missing, notANumber})), u"01100"_s);
    QCOMPARE(best(metric({1, 3, 2}, MetricDirection::LowerIsBetter)), u"100"_s);
    QCOMPARE(best(metric({2, 2})), u"00"_s); // nothing to be better than
    QCOMPARE(best(metric({2, missing})), u"00"_s);
    QCOMPARE(best(metric({1, 3}, MetricDirection::Unknown)), u"00"_s);
}

void ComparisonTest::takesTheStatedDirection()
{
    const Comparison comparison = compared({version(u"1"_s, {{u"accuracy"_s, 1}})},
        {{u"accuracy"_s, MetricDirection::Unknown}, {u"other"_s, MetricDirection::LowerIsBetter}});
    QCOMPARE(comparison.rows.at(0).direction, MetricDirection::Unknown);
}

void ComparisonTest::comparesWhatIsNotAMetric()
{
    ModelVersion a = version(u"1"_s), b = version(u"2"_s);
    a.hyperparameters = {{u"C"_s, 4}, {u"kernel"_s, u"rbf"_s}, {u"none"_s, QJsonValue::Null}};
    b.hyperparameters = {{u"C"_s, 4.0}, {u"kernel"_s, u"poly"_s}};
    a.tags = {u"swept"_s, u"task"_s};
    b.tags = {u"swept"_s, u"task"_s};
    a.tagValues = b.tagValues = {{u"task"_s, u"ner"_s}};
    a.framework = u"torch"_s;
    a.parameters = 12;
    b.piiPresent = false;
    b.parents = {{u"m"_s, u"1"_s}};
    a.dataSources = {{u"digits"_s, u"sha256:08"_s, 14980, {}, {}}};
    b.dataSources = {{u"digits"_s, u"sha256:10"_s, 17212, {}, {}}};
    a.extra = {{u"zeta"_s, 1}};
    QCOMPARE(printed(compared({a, b})), QStringList({u"hyperparameters C: 4 4"_s, u"hyperparameters kernel: \"rbf\" \"poly\" *"_s,
        u"hyperparameters none: null - *"_s, u"data digits: \"digits@sha256:08\" \"digits@sha256:10\" *"_s,
        u"data digits.rows: 14980 17212 *"_s, u"metadata framework: \"torch\" - *"_s, u"metadata parameters: 12 - *"_s,
        u"metadata parents: - \"m:1\" *"_s, u"metadata pii_present: - false *"_s, u"metadata zeta: 1 - *"_s,
        u"tags swept: true true"_s, u"tags task: \"ner\" \"ner\""_s}));
}

void ComparisonTest::comparesSchemasByName()
{
    const auto signature = [](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); };
    ModelVersion a = version(u"1"_s), b = version(u"2"_s);
    a.signature = signature(R"({"inputs":[{"name":"x","dtype":"float64","shape":[-1,3]},{"name":"y","dtype":"long"}]})");
    b.signature = signature(R"({"inputs":[{"name":"y","type":"long"},{"name":"x","dtype":"float32","shape":[-1,3],"q":1}]})");
    QCOMPARE(printed(compared({a, b})),
        QStringList({u"schema inputs.x: \"float64 [-1, 3]\" {\"dtype\":\"float32\",\"q\":1,\"shape\":[-1,3]} *"_s,
            u"schema inputs.y: \"long\" \"long\""_s}));
}

void ComparisonTest::tellsFilesByTheirDigest()
{
    ModelVersion a = version(u"1"_s), b = version(u"2"_s), c = version(u"3"_s);
    a.artifacts = {{u"model.onnx"_s, u"onnx"_s, 10, u"aa"_s, {}, true}, {u"old.json"_s, {}, 1, u"cc"_s, {}, true}};
    b.artifacts = {{u"model.onnx"_s, {}, 10, u"aa"_s, u"s3://bucket/model.onnx"_s, false}};
    c.artifacts = {{u"model.onnx"_s, u"onnx"_s, 10, u"bb"_s, {}, true}, {u"new.json"_s, {}, -1, {}, u"s3://x"_s, false}};
    const Comparison comparison = compared({a, b, c});
    const ComparisonRow &model = comparison.rows.at(0), &added = comparison.rows.at(1), &removed = comparison.rows.at(2);
    QCOMPARE(model.name, u"model.onnx"_s);
    QCOMPARE(valueChange(model, 0, 1), ValueChange::Same); // the same bytes elsewhere
    QCOMPARE(valueChange(model, 0, 2), ValueChange::Changed);
    QVERIFY(model.differs);
    QCOMPARE(valueChange(added, 0, 2), ValueChange::Added);
    QCOMPARE(valueChange(added, 0, 1), ValueChange::Same); // neither has it
    QCOMPARE(valueChange(removed, 0, 1), ValueChange::Removed);
    QCOMPARE(printed(added.values.at(2)), u"{\"uri\":\"s3://x\"}"_s);
}

void ComparisonTest::keepsDataSourcesOfOneNameApart()
{
    ModelVersion a = version(u"1"_s);
    a.dataSources = {{u"d%1"_s, u"x"_s, {}, {}, {}}, {u"d%1"_s, u"y"_s, {}, {}, {}}};
    QCOMPARE(printed(compared({a})), QStringList({u"data d%1: \"d%1@x\""_s, u"data d%1 (2): \"d%1@y\""_s}));
}

void ComparisonTest::combinesRegistries()
{
    const Comparison first = compared({version(u"1"_s, {{u"a"_s, 1}, {u"score"_s, 1}})}, {{u"a"_s, MetricDirection::LowerIsBetter}});
    const Comparison second = compared({version(u"2"_s, {{u"a"_s, 2}, {u"b"_s, 5}}), version(u"3"_s)});
    const Comparison both = combined({first, second});
    QCOMPARE(printed(both), QStringList({u"metrics a: 1 2 - *"_s, u"metrics b: - 5 - *"_s, u"metrics score: 1 - - *"_s}));
    QCOMPARE(both.versions.size(), 3);
    QCOMPARE(both.versions.at(2).reference.version, u"3"_s);
    QCOMPARE(both.rows.at(0).direction, MetricDirection::LowerIsBetter);
}

void ComparisonTest::reorders()
{
    const Comparison comparison = compared({version(u"1"_s, {{u"a"_s, 1}}), version(u"2"_s, {{u"a"_s, 2}, {u"b"_s, 5}}),
        version(u"3"_s, {{u"a"_s, 1}})});
    const Comparison other = reordered(comparison, {2, 0});
    QCOMPARE(printed(other), QStringList(u"metrics a: 1 1"_s)); // what neither has is gone
    QCOMPARE(other.versions.at(0).reference.version, u"3"_s);
    QCOMPARE(printed(reordered(comparison, {1, 0})), QStringList({u"metrics a: 2 1 *"_s, u"metrics b: 5 - *"_s}));
}

void ComparisonTest::tellsIntegersThatDoublesCannot()
{
    ModelVersion a = version(u"1"_s), b = version(u"2"_s);
    a.hyperparameters = {{u"seed"_s, Q_INT64_C(9007199254740993)}};
    b.hyperparameters = {{u"seed"_s, Q_INT64_C(9007199254740992)}};
    QVERIFY(compared({a, b}).rows.at(0).differs);
}

void ComparisonTest::choosesDecimals()
{
    QCOMPARE(rowDecimals(metric({0.9842, 0.9737, missing, notANumber, infinity})), 4); // a spread of 0.0105
    QCOMPARE(rowDecimals(metric({0.1, 0.9})), 3);
    QCOMPARE(rowDecimals(metric({0.5, 1500})), 2);
    QCOMPARE(rowDecimals(metric({0.5, 0.5})), 4);
    QCOMPARE(rowDecimals(metric({500, 1500, -2})), 0);
    QCOMPARE(rowDecimals(metric({missing, u"0.5"_s})), 0);
}

void ComparisonTest::comparesNothing()
{
    QVERIFY(compare({}, {}).rows.isEmpty());
    QVERIFY(combined({}).versions.isEmpty());
    QVERIFY(compared({version(u"1"_s), version(u"2"_s)}).rows.isEmpty());
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
