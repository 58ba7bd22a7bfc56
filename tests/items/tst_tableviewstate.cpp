// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/tableviewstate.h"

#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// How a table is shown survives being written, and anything else in its place does no harm.
class TableViewStateTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
    void comesBackAsAList();
    void takesDefaultsForAnythingElse_data();
    void takesDefaultsForAnythingElse();
    void readsWhatCanBeRead();
};

void TableViewStateTest::comesBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<SortKey>("sort");
    QTest::addColumn<QString>("filter");
    using Kind = FilterField::Kind;
    QTest::newRow("default") << QString() << QStringList() << SortKey() << QString();
    QTest::newRow("plain") << u"Best"_s << QStringList {u"version"_s, u"metrics.accuracy"_s}
                           << SortKey {{Kind::Metric, u"accuracy"_s}, true} << u"stage = Staging"_s;
    QTest::newRow("up") << u"Old"_s << QStringList {u"version"_s} << SortKey {{Kind::CreatedAt, {}}, false} << QString();
    QTest::newRow("odd names") << u"\u202E<b>\"\\\n"_s << QStringList {u"metrics.\"a b\""_s, u"tags.ключ"_s}
                               << SortKey {{Kind::Parameter, u"a \"b\" \\ c"_s}, false} << u"this is = no ( filter"_s;
    QTest::newRow("tag") << u"t"_s << QStringList {u"tags.x"_s} << SortKey {{Kind::Tag, u"x.y"_s}, true} << u"\""_s;
}

void TableViewStateTest::comesBack()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, columns);
    QFETCH(const SortKey, sort);
    QFETCH(const QString, filter);
    const TableViewState state {name, columns, {{u"metrics.accuracy"_s, 120}, {u"stage"_s, 1}}, sort, filter, false};
    QVERIFY(tableViewFromJson(toJson(state)) == state);
}

void TableViewStateTest::comesBackAsAList()
{
    const QList<TableViewState> states {{u"a"_s, {u"version"_s}, {}, {}, u"x"_s, true}, {u"b"_s, {}, {}, {}, {}, false}};
    QVERIFY(tableViewsFromJson(toJson(states)) == states);
    QVERIFY(tableViewsFromJson(toJson(QList<TableViewState>())).isEmpty());
}

void TableViewStateTest::takesDefaultsForAnythingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\x00\xff{", 3);
    QTest::newRow("half") << toJson(TableViewState {u"a"_s, {u"version"_s}, {}, {}, {}, false}).chopped(3);
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("array") << QByteArray("[1, null, {}]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("wrong types") << QByteArray(
        R"({"name": 1, "columns": "version", "widths": [], "sort": {}, "filter": null, "heat": "no"})");
    QTest::newRow("wrong members") << QByteArray(
        R"({"columns": [1, null, "", {}], "widths": {"a": "wide", "b": -5, "c": 0, "d": 1e30, "e": 100000}, "sort": "sideways by"})");
}

void TableViewStateTest::takesDefaultsForAnythingElse()
{
    QFETCH(const QByteArray, json);
    const TableViewState read = tableViewFromJson(json);
    QVERIFY2(read == TableViewState(), toJson(read).constData());
    for (const TableViewState &state : tableViewsFromJson(json))
        QVERIFY(state == TableViewState());
}

void TableViewStateTest::readsWhatCanBeRead()
{
    const TableViewState state = tableViewFromJson(
        R"({"columns": ["version", 5, "stage"], "widths": {"version": 90.0, "stage": "x"}, "sort": 3, "later": true})");
    QCOMPARE(state.columns, (QStringList {u"version"_s, u"stage"_s}));
    QCOMPARE(state.widths, (QHash<QString, int> {{u"version"_s, 90}}));
    QVERIFY(state.sort == SortKey());
    QVERIFY(state.isHeatShown);
}

QTEST_GUILESS_MAIN(TableViewStateTest)
#include "tst_tableviewstate.moc"
