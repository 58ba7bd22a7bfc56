// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/comparisonchoice.h"

#include <QSignalSpy>
#include <QTest>

using namespace stagekeeper;

namespace {

ChosenVersion version(qint64 id, Registry *registry = nullptr)
{
    return {registry, VersionId {id}};
}

QString printed(const ComparisonChoice &choice)
{
    QStringList words;
    for (qsizetype i = 0; i < choice.versions().size(); ++i) {
        const QString number = QString::number(choice.versions().at(i).version.value);
        words.append(i == choice.baseline() ? QString(u'[' + number + u']') : number);
    }
    return words.join(u' ');
}

} // namespace

class ComparisonChoiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesEachVersionOnce();
    void keepsTheBaselineWhereItGoes();
    void forgetsAClosedRegistry();
    void saysWhatHappened();
};

void ComparisonChoiceTest::takesEachVersionOnce()
{
    ComparisonChoice choice;
    choice.choose({version(1), version(2), version(1), version(3)}, 2);
    QCOMPARE(printed(choice), QStringLiteral("[1] 2 3"));
    choice.add({version(3), version(4)});
    QCOMPARE(printed(choice), QStringLiteral("[1] 2 3 4"));
    choice.choose({version(5)});
    QCOMPARE(printed(choice), QStringLiteral("5"));
}

void ComparisonChoiceTest::keepsTheBaselineWhereItGoes()
{
    ComparisonChoice choice;
    choice.choose({version(1), version(2), version(3)}, 1);
    choice.move(1, 2);
    QCOMPARE(printed(choice), QStringLiteral("1 3 [2]"));
    choice.move(0, 2);
    QCOMPARE(printed(choice), QStringLiteral("3 [2] 1"));
    choice.remove(0);
    QCOMPARE(printed(choice), QStringLiteral("[2] 1"));
    choice.remove(0);
    QCOMPARE(printed(choice), QStringLiteral("1"));
}

void ComparisonChoiceTest::forgetsAClosedRegistry()
{
    int one = 0, other = 0; // only their addresses count
    auto *a = reinterpret_cast<Registry *>(&one), *b = reinterpret_cast<Registry *>(&other);
    ComparisonChoice choice;
    choice.choose({version(1, a), version(1, b), version(2, a), version(2, b)}, 3);
    choice.forget(a);
    QCOMPARE(printed(choice), QStringLiteral("1 [2]"));
    QSignalSpy changed(&choice, &ComparisonChoice::changed);
    choice.forget(a);
    QCOMPARE(changed.count(), 0);
}

void ComparisonChoiceTest::saysWhatHappened()
{
    ComparisonChoice choice;
    QSignalSpy changed(&choice, &ComparisonChoice::changed), requested(&choice, &ComparisonChoice::requested);
    QSignalSpy baselineChanged(&choice, &ComparisonChoice::baselineChanged);
    choice.choose({version(1), version(2)});
    QCOMPARE(requested.count(), 1);
    choice.add({version(2)});
    choice.move(1, 1);
    QCOMPARE(changed.count(), 1);
    choice.setBaseline(1);
    choice.setBaseline(1);
    QCOMPARE(baselineChanged.count(), 1);
    QCOMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(ComparisonChoiceTest)
#include "tst_comparisonchoice.moc"
