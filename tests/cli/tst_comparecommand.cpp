// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `compare` and `best`: the numbers, the keys that scripts use, and what is said of bad input.
class CompareCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void hasTheKeysThatScriptsUse();
    void leavesOutWhatIsTheSame();
    void takesMetricsAndBaseline();
    void printsATable();
    void splitsWideTables();
    void writesCsvAndMarkdown();
    void comparesAVersionWithItself();
    void refusesBadInput_data();
    void refusesBadInput();
    void saysThatNothingIsInCommon();
    void takesHugeNamesAndNumbers();
    void findsTheBest();
    void obeysWhere();
    void findsTheFront();
    void hasNoBestWithoutNumbers();

private:
    [[nodiscard]] QJsonObject row(const QJsonObject &comparison, const QString &name) const;
    std::unique_ptr<CommandLine> m_cli;
};

void CompareCommandTest::init()
{
    qputenv("COLUMNS", "100");
    m_cli = std::make_unique<CommandLine>();
    m_cli->must({u"register"_s, u"m"_s, u"1.0.0"_s, u"--metric"_s, u"accuracy=0.75"_s, u"--metric"_s, u"loss=0.5"_s,
        u"--metric"_s, u"auc=NaN"_s, u"--param"_s, u"C=4"_s, u"--param"_s, u"kernel=rbf"_s});
    m_cli->must({u"register"_s, u"m"_s, u"1.1.0"_s, u"--metric"_s, u"accuracy=0.875"_s, u"--metric"_s, u"loss=0.25"_s,
        u"--metric"_s, u"auc=0.5"_s, u"--param"_s, u"C=8"_s, u"--param"_s, u"kernel=rbf"_s});
    m_cli->must({u"register"_s, u"m"_s, u"1.2.0"_s, u"--metric"_s, u"accuracy=0.875"_s, u"--metric"_s, u"loss=Infinity"_s,
        u"--param"_s, u"kernel=rbf"_s});
    m_cli->must({u"register"_s, u"other"_s, u"7"_s, u"--metric"_s, u"bleu=1"_s});
}

QJsonObject CompareCommandTest::row(const QJsonObject &comparison, const QString &name) const
{
    for (const QJsonValue &row : comparison.value("rows"_L1).toArray()) {
        if (row.toObject().value("name"_L1) == name)
            return row.toObject();
    }
    return {};
}

void CompareCommandTest::hasTheKeysThatScriptsUse()
{
    const QJsonObject comparison = m_cli->json({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"m:1.2.0"_s}).object();
    QCOMPARE(comparison.keys(), QStringList({u"baseline"_s, u"rows"_s, u"versions"_s}));
    QCOMPARE(comparison.value("baseline"_L1), u"m:1.0.0"_s);
    QCOMPARE(comparison.value("versions"_L1).toArray(), QJsonArray({u"m:1.0.0"_s, u"m:1.1.0"_s, u"m:1.2.0"_s}));
    const QJsonObject accuracy = row(comparison, u"accuracy"_s);
    QCOMPARE(accuracy.keys(), QStringList({u"deltas"_s, u"differs"_s, u"name"_s, u"section"_s, u"values"_s}));
    QCOMPARE(accuracy.value("section"_L1), u"metrics"_s);
    QCOMPARE(accuracy.value("values"_L1).toArray(), QJsonArray({0.75, 0.875, 0.875}));
    QCOMPARE(accuracy.value("deltas"_L1).toArray(), QJsonArray({0, 0.125, 0.125}));
    QCOMPARE(accuracy.value("differs"_L1), QJsonValue(true));
    const QJsonObject auc = row(comparison, u"auc"_s);
    QCOMPARE(auc.value("values"_L1).toArray(), QJsonArray({u"NaN"_s, 0.5, QJsonValue::Null}));
    QCOMPARE(auc.value("deltas"_L1).toArray(), QJsonArray({QJsonValue::Null, QJsonValue::Null, QJsonValue::Null}));
    const QJsonObject loss = row(comparison, u"loss"_s);
    QCOMPARE(loss.value("values"_L1).toArray(), QJsonArray({0.5, 0.25, u"Infinity"_s}));
    QCOMPARE(loss.value("deltas"_L1).toArray(), QJsonArray({0, -0.25, u"Infinity"_s}));
    const QJsonObject kernel = row(comparison, u"kernel"_s);
    QCOMPARE(kernel.value("section"_L1), u"hyperparameters"_s);
    QCOMPARE(kernel.value("differs"_L1), QJsonValue(false));
    QCOMPARE(row(comparison, u"C"_s).value("values"_L1).toArray(), QJsonArray({4, 8, QJsonValue::Null}));
}

void CompareCommandTest::leavesOutWhatIsTheSame()
{
    const QJsonObject comparison = m_cli->json({u"compare"_s, u"m:1.1.0"_s, u"m:1.2.0"_s, u"--diff-only"_s}).object();
    QVERIFY(row(comparison, u"accuracy"_s).isEmpty());
    QVERIFY(row(comparison, u"kernel"_s).isEmpty());
    QVERIFY(!row(comparison, u"loss"_s).isEmpty());
    QVERIFY(m_cli->run({u"compare"_s, u"m:1.1.0"_s, u"m:1.2.0"_s, u"--diff-only"_s}).err.contains(u"left out"_s));
}

void CompareCommandTest::takesMetricsAndBaseline()
{
    const QJsonObject comparison = m_cli->json({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--metrics"_s, u"accuracy, loss"_s,
        u"--baseline"_s, u"m:1.1.0"_s}).object();
    QCOMPARE(comparison.value("rows"_L1).toArray().size(), 2);
    QCOMPARE(comparison.value("baseline"_L1), u"m:1.1.0"_s);
    QCOMPARE(row(comparison, u"accuracy"_s).value("deltas"_L1).toArray(), QJsonArray({-0.125, 0}));
    // a baseline that is not among the versions comes first
    const QJsonObject other = m_cli->json({u"compare"_s, u"m:1.0.0"_s, u"--baseline"_s, u"m:1.1.0"_s}).object();
    QCOMPARE(other.value("versions"_L1).toArray(), QJsonArray({u"m:1.1.0"_s, u"m:1.0.0"_s}));
}

void CompareCommandTest::printsATable()
{
    const Said said = m_cli->run({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"m:1.2.0"_s});
    QCOMPARE(said.status, 0);
    QCOMPARE(said.out.split(u'\n'), QStringList({
        u"Compared with m:1.0.0; * is the best of its row."_s,
        u"                       1.0.0          1.1.0                  1.2.0"_s,
        u"stage            Development    Development            Development"_s,
        u"Metrics"_s,
        u"  accuracy             0.750          0.875  +0.125 *        0.875  +0.125 *"_s,
        u"  auc                    NaN         0.5000                      -"_s,
        u"  loss (min)           0.500          0.250  -0.250 *     Infinity  +Infinity"_s,
        u"Hyperparameters"_s,
        u"  C                        4              8                      -"_s,
        u"  kernel                 rbf            rbf  =                 rbf  ="_s,
        QString(),
    }));
}

void CompareCommandTest::splitsWideTables()
{
    QStringList words {u"compare"_s};
    for (int i = 0; i < 30; ++i) {
        const QString version = u"2.%1.0"_s.arg(i);
        m_cli->must({u"register"_s, u"m"_s, version, u"--metric"_s, u"accuracy=0.%1"_s.arg(i + 10)});
        words += u"m:"_s + version;
    }
    const Said said = m_cli->run(words);
    QCOMPARE(said.status, 0);
    const QStringList lines = said.out.split(u'\n');
    QVERIFY(said.out.count(u"Metrics\n"_s) > 2);
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 100, qPrintable(line));
    QCOMPARE(said.out.count(u"2.29.0"_s), 1);
}

void CompareCommandTest::writesCsvAndMarkdown()
{
    const Said csv = m_cli->run({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--metrics"_s, u"loss"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.out, u"section,name,better,differs,m:1.0.0,m:1.1.0,delta m:1.0.0,delta m:1.1.0\r\n"
                      "metrics,loss,lower,true,0.5,0.25,0,-0.25\r\n"_s);
    const Said markdown = m_cli->run({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--metrics"_s, u"loss"_s, u"--format"_s, u"markdown"_s});
    QVERIFY2(markdown.out.contains(u"| loss (min) | 0.500 | **0.250** (-0.250) |"_s), qPrintable(markdown.out));
    const Said json = m_cli->run({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--format"_s, u"json"_s});
    QCOMPARE(json.out, m_cli->json({u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s}).out);
}

void CompareCommandTest::comparesAVersionWithItself()
{
    const QJsonObject comparison = m_cli->json({u"compare"_s, u"m:1.0.0"_s, u"m:1.0.0"_s}).object();
    QCOMPARE(comparison.value("versions"_L1).toArray().size(), 2);
    for (const QJsonValue &each : comparison.value("rows"_L1).toArray())
        QCOMPARE(each.toObject().value("differs"_L1), QJsonValue(false));
}

void CompareCommandTest::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << QStringList {u"compare"_s} << 2 << u"REF"_s;
    QTest::newRow("one") << QStringList {u"compare"_s, u"m:1.0.0"_s} << 2 << u"at least two"_s;
    QTest::newRow("gone") << QStringList {u"compare"_s, u"m:1.0.0"_s, u"m:9"_s} << 3 << u"9"_s;
    QTest::newRow("metric") << QStringList {u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--metrics"_s, u"f1"_s} << 3 << u"f1"_s;
    QTest::newRow("format") << QStringList {u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--format"_s, u"xml"_s} << 2 << u"xml"_s;
    QTest::newRow("baseline") << QStringList {u"compare"_s, u"m:1.0.0"_s, u"m:1.1.0"_s, u"--baseline"_s, u"m"_s} << 2 << u"m"_s;
    QTest::newRow("best, model") << QStringList {u"best"_s, u"x"_s, u"accuracy"_s} << 3 << u"x"_s;
    QTest::newRow("best, metric") << QStringList {u"best"_s, u"m"_s, u"f1"_s} << 3 << u"f1"_s;
    QTest::newRow("best, filter") << QStringList {u"best"_s, u"m"_s, u"accuracy"_s, u"--where"_s, u"stage ="_s} << 2 << QString();
    QTest::newRow("best, nothing fits") << QStringList {u"best"_s, u"m"_s, u"accuracy"_s, u"--where"_s, u"stage = Production"_s}
                                        << 3 << u"fits"_s;
    QTest::newRow("front, metric") << QStringList {u"best"_s, u"m"_s, u"accuracy"_s, u"--pareto"_s, u"f1"_s} << 3 << u"f1"_s;
}

void CompareCommandTest::refusesBadInput()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, message);
    const Said said = m_cli->run(words);
    QTEST(said.status, "status");
    QVERIFY(said.out.isEmpty());
    QVERIFY2(said.err.contains(message), qPrintable(said.err));
}

void CompareCommandTest::saysThatNothingIsInCommon()
{
    const Said said = m_cli->run({u"compare"_s, u"m:1.0.0"_s, u"other:7"_s});
    QCOMPARE(said.status, 0);
    QVERIFY(said.err.contains(u"no metric in common"_s));
    QVERIFY(said.out.contains(u"other:7"_s));
}

void CompareCommandTest::takesHugeNamesAndNumbers()
{
    const QString name(4096, QChar(0x05D0)); // right to left
    for (const QString &version : {u"3"_s, u"4"_s})
        m_cli->must({u"register"_s, u"m"_s, version, u"--metric"_s, name + u"=1e300"_s, u"--metric"_s, u"%1|%2\u202E=-1e-300"_s});
    const Said table = m_cli->run({u"compare"_s, u"m:3"_s, u"m:4"_s});
    QCOMPARE(table.status, 0);
    for (const QString &line : table.out.split(u'\n'))
        QVERIFY(line.size() < 200);
    QVERIFY(!table.out.contains(QChar(0x202E)));
    const QJsonObject comparison = m_cli->json({u"compare"_s, u"m:3"_s, u"m:4"_s}).object();
    QCOMPARE(row(comparison, name).value("values"_L1).toArray(), QJsonArray({1e300, 1e300}));
    const Said markdown = m_cli->run({u"compare"_s, u"m:3"_s, u"m:4"_s, u"--format"_s, u"markdown"_s});
    QVERIFY(markdown.out.contains(u"%1\\|%2"_s) && !markdown.out.contains(QChar(0x202E)));
}

void CompareCommandTest::findsTheBest()
{
    const QJsonObject best = m_cli->json({u"best"_s, u"m"_s, u"accuracy"_s}).object();
    QCOMPARE(best.keys(), QStringList({u"metric"_s, u"of"_s, u"ref"_s, u"value"_s}));
    QCOMPARE(best.value("ref"_L1), u"m:1.2.0"_s); // the newer one of two equal ones
    QCOMPARE(best.value("value"_L1), QJsonValue(0.875));
    QCOMPARE(best.value("of"_L1), QJsonValue(3));
    QCOMPARE(m_cli->json({u"best"_s, u"m"_s, u"accuracy"_s, u"--minimize"_s}).object().value("ref"_L1), u"m:1.0.0"_s);
    // the name says that lower is better
    QCOMPARE(m_cli->json({u"best"_s, u"m"_s, u"loss"_s}).object().value("ref"_L1), u"m:1.1.0"_s);
    QCOMPARE(m_cli->json({u"best"_s, u"m"_s, u"auc"_s}).object().value("ref"_L1), u"m:1.1.0"_s); // not NaN
    QCOMPARE(m_cli->run({u"best"_s, u"m"_s, u"loss"_s}).out, u"m:1.1.0\nloss = 0.25, the lowest of 3\n"_s);
}

void CompareCommandTest::obeysWhere()
{
    const QJsonObject best = m_cli->json({u"best"_s, u"m"_s, u"accuracy"_s, u"--where"_s, u"params.C < 8 or params.C = 3"_s}).object();
    QCOMPARE(best.value("ref"_L1), u"m:1.0.0"_s);
    QCOMPARE(best.value("of"_L1), QJsonValue(1));
}

void CompareCommandTest::findsTheFront()
{
    const QJsonObject front = m_cli->json({u"best"_s, u"m"_s, u"accuracy"_s, u"--pareto"_s, u"loss"_s}).object();
    QCOMPARE(front.value("of"_L1), QJsonValue(3));
    QCOMPARE(front.value("metrics"_L1).toArray(), QJsonArray({u"accuracy"_s, u"loss"_s}));
    QCOMPARE(front.value("front"_L1).toArray(),
        QJsonArray({QJsonObject {{u"ref"_s, u"m:1.1.0"_s}, {u"values"_s, QJsonArray {0.875, 0.25}}}}));
}

void CompareCommandTest::hasNoBestWithoutNumbers()
{
    m_cli->must({u"register"_s, u"nan"_s, u"1"_s, u"--metric"_s, u"f1=NaN"_s});
    const Said said = m_cli->run({u"best"_s, u"nan"_s, u"f1"_s});
    QCOMPARE(said.status, 3);
    QVERIFY(said.err.contains(u"NaN"_s));
}

QTEST_GUILESS_MAIN(CompareCommandTest)
#include "tst_comparecommand.moc"
