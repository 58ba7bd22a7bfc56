// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/savedcomparison.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class SavedComparisonTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWasSaved();
    void leavesOutWhatCannotBeRead_data();
    void leavesOutWhatCannotBeRead();
};

void SavedComparisonTest::comesBackAsItWasSaved()
{
    const QList<SavedComparison> saved {
        {u"best \"of\" two\n&"_s, {{u"/a b.stagekeeper"_s, {u"m:n"_s, u"1.0.0"_s, {}}}, {u"c"_s, {u"m"_s, u"2"_s, {}}}}, 1},
        {u"one"_s, {{u"c"_s, {u"m"_s, u"2"_s, {}}}}, 0},
    };
    QCOMPARE(savedComparisonsFromJson(toJson(saved)), saved);
}

void SavedComparisonTest::leavesOutWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{{{");
    QTest::newRow("not a list") << QByteArray(R"({"name":"a"})");
    QTest::newRow("without a name") << QByteArray(R"([{"versions":[{"registry":"r","model":"m","version":"1"}]}])");
    QTest::newRow("without versions") << QByteArray(R"([{"name":"a","versions":7}])");
}

void SavedComparisonTest::leavesOutWhatCannotBeRead()
{
    QFETCH(QByteArray, json);
    QVERIFY(savedComparisonsFromJson(json).isEmpty());
    const auto beyond = savedComparisonsFromJson(R"([{"name":"a","baseline":9,"versions":[{"registry":"r","model":"m","version":"1"}]}])");
    QCOMPARE(beyond.first().baseline, 0);
}

QTEST_GUILESS_MAIN(SavedComparisonTest)
#include "tst_savedcomparison.moc"
