// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/pareto.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto up = MetricDirection::HigherIsBetter;
constexpr auto down = MetricDirection::LowerIsBetter;
using Values = QList<std::optional<double>>;

} // namespace

/// Which versions are the best by one metric or by two.
class ParetoTest final : public QObject
{
    Q_OBJECT

private slots:
    void findsTheBest();
    void findsTheFront();
    void keepsEqualOnes();
    void leavesOutWhatIsNotMeasured();
    void agreesWithTheDefinition();
};

void ParetoTest::findsTheBest()
{
    QCOMPARE(bestOf({u"a"_s, up, {1, 3, 2}}), 1);
    QCOMPARE(bestOf({u"a"_s, down, {1, 3, 0.5}}), 2);
    QCOMPARE(bestOf({u"a"_s, MetricDirection::Unknown, {1, 3, 2}}), 1);
    QCOMPARE(bestOf({u"a"_s, up, {{}, notANumber, -5, -5}}), 2);
    QCOMPARE(bestOf({u"a"_s, up, {1, infinity}}), 1);
    QCOMPARE(bestOf({u"a"_s, up, {{}, notANumber}}), -1);
    QCOMPARE(bestOf({u"a"_s, up, {}}), -1);
}

void ParetoTest::findsTheFront()
{
    //                                   0     1     2     3     4
    const MeasuredMetric accuracy {u"a"_s, up, {0.90, 0.95, 0.93, 0.95, 0.80}};
    const MeasuredMetric latency {u"b"_s, down, {10, 40, 20, 50, 15}};
    QCOMPARE(paretoFront(accuracy, latency), QList<qsizetype>({1, 2, 0})); // 3 is slower than 1, 4 worse in both than 0
    QCOMPARE(paretoFront(latency, accuracy), QList<qsizetype>({0, 2, 1}));
    QCOMPARE(paretoFront(accuracy, accuracy), QList<qsizetype>({1, 3}));
    QVERIFY(paretoFront({u"a"_s, up, {}}, {u"b"_s, up, {}}).isEmpty());
}

void ParetoTest::keepsEqualOnes()
{
    QCOMPARE(paretoFront({u"a"_s, up, {1, 1, 2, 2}}, {u"b"_s, up, {3, 3, 1, 1}}), QList<qsizetype>({2, 3, 0, 1}));
}

void ParetoTest::leavesOutWhatIsNotMeasured()
{
    QCOMPARE(paretoFront({u"a"_s, up, {9, {}, notANumber, 1}}, {u"b"_s, up, {{}, 9, 9, 1}}), QList<qsizetype>({3}));
}

void ParetoTest::agreesWithTheDefinition()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        Values a, b;
        for (int i = random.bounded(1, 30); i > 0; --i) {
            a.append(random.bounded(6));
            b.append(random.bounded(6));
        }
        QList<qsizetype> expected;
        for (qsizetype i = 0; i < a.size(); ++i) {
            bool isBeaten = false;
            for (qsizetype j = 0; j < a.size(); ++j)
                isBeaten = isBeaten || (a.at(j) >= a.at(i) && b.at(j) <= b.at(i) && (a.at(j) > a.at(i) || b.at(j) < b.at(i)));
            if (!isBeaten)
                expected.append(i);
        }
        QList<qsizetype> front = paretoFront({u"a"_s, up, a}, {u"b"_s, down, b});
        std::ranges::sort(front);
        QCOMPARE(front, expected);
    }
}

QTEST_GUILESS_MAIN(ParetoTest)
#include "tst_pareto.moc"
