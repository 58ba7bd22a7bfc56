// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/csv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Cells that no spreadsheet runs, and that come back as they were.
class CsvTest final : public QObject
{
    Q_OBJECT

private slots:
    void guardsFormulas_data();
    void guardsFormulas();
    void leavesOtherTextAlone();
};

void CsvTest::guardsFormulas_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\rx"_s, u"\nx"_s, u"  =1"_s, u"＝1"_s,
                                u"＋1"_s, u"－1"_s, u"＠x"_s, u"'=1"_s, u"''-1"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void CsvTest::guardsFormulas()
{
    QFETCH(const QString, text);
    QString cell = csvCell(text);
    if (cell.startsWith(u'"'))
        cell = cell.sliced(1, cell.size() - 2).replace(u"\"\""_s, u"\""_s);
    QCOMPARE(cell, QString(u'\'' % text));
    QCOMPARE(withoutGuard(cell), text);
}

void CsvTest::leavesOtherTextAlone()
{
    for (const QString &text : {u"plain"_s, u"it's"_s, u"'quoted'"_s, u"1-2"_s, QString()}) {
        QCOMPARE(csvCell(text), text);
        QCOMPARE(withoutGuard(text), text);
    }
    QCOMPARE(csvCell(u"a,\"b\""_s), u"\"a,\"\"b\"\"\""_s);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
