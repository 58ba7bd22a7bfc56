// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filternormal.h"
#include "model/domain/filterparser.h"
#include "model/domain/filterprinter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class TestFilterNormal final : public QObject
{
    Q_OBJECT

private slots:
    void movesNotToTheConditions_data();
    void movesNotToTheConditions();
};

void TestFilterNormal::movesNotToTheConditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *text, const char *expected) { QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected); };
    add("tags.a", "tags.a is not missing");
    add("not tags.a is not missing", "tags.a is missing");
    add("not not task = x", "task = \"x\"");
    add("not (task = x and task = y)", "not task = \"x\" or not task = \"y\"");
    add("not (task = x or not task = y)", "not task = \"x\" and task = \"y\"");
    add("(task = a and task = b) and (task = c and not (task = d or task = e))",
        "task = \"a\" and task = \"b\" and task = \"c\" and not task = \"d\" and not task = \"e\"");
    add("task = a and (task = b or task = c and task = d)", "(task = \"c\" and task = \"d\" or task = \"b\") and task = \"a\"");
}

void TestFilterNormal::movesNotToTheConditions()
{
    QFETCH(QString, text);
    const auto filter = parseFilter(text);
    QVERIFY(filter && *filter);
    QTEST(printFilter(normalFilter(**filter)), "expected");
}

QTEST_GUILESS_MAIN(TestFilterNormal)
#include "tst_filternormal.moc"
