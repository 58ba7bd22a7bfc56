// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lifecycle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class LifecycleTest final : public QObject
{
    Q_OBJECT

private slots:
    void hasTheClassicStagesByDefault();
    void givesNamesTheirKindsByPlace_data();
    void givesNamesTheirKindsByPlace();
    void findsStagesByExactNameOnly();
};

static QString printed(const QList<Stage> &stages)
{
    QStringList words;
    for (const Stage &stage : stages)
        words.append(stage.name % u'/' % QString::number(int(stage.kind)) % u'/' % QString::number(stage.capacity));
    return words.join(u' ');
}

void LifecycleTest::hasTheClassicStagesByDefault()
{
    const Lifecycle lifecycle;
    QCOMPARE(printed(lifecycle.stages()), u"Development/0/0 Staging/1/0 Production/2/1 Archived/3/0"_s);
    QCOMPARE(lifecycle.initial().name, u"Development"_s);
    QCOMPARE(lifecycle.live()->name, u"Production"_s);
    QCOMPARE(lifecycle.archive()->name, u"Archived"_s);
    QCOMPARE(Lifecycle(QList<Stage>{}).initial().name, u"Development"_s);
}

void LifecycleTest::givesNamesTheirKindsByPlace_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("stages");
    QTest::newRow("one") << u"New"_s << u"New/0/0"_s;
    QTest::newRow("two, no archive") << u"New Live"_s << u"New/0/0 Live/2/0"_s;
    QTest::newRow("three") << u"New Live Old"_s << u"New/0/0 Live/2/1 Old/3/0"_s;
    QTest::newRow("five") << u"New Test Canary Live Old"_s << u"New/0/0 Test/1/0 Canary/1/0 Live/2/1 Old/3/0"_s;
}

void LifecycleTest::givesNamesTheirKindsByPlace()
{
    QFETCH(QString, names);
    QFETCH(QString, stages);
    QCOMPARE(printed(Lifecycle::stagesFromNames(names.split(u' '))), stages);
}

void LifecycleTest::findsStagesByExactNameOnly()
{
    const Lifecycle lifecycle;
    QVERIFY(lifecycle.find(u"Staging"_s));
    QVERIFY(!lifecycle.find(u"staging"_s));
    QVERIFY(!lifecycle.find(QString()));
}

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
