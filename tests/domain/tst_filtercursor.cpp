// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filtercursor.h"
#include "model/domain/filterfields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class TestFilterCursor final : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatComesNext_data();
    void knowsWhatComesNext();
    void offersWordsOfTheLanguage();
    void staysInsideAnyText();
};

void TestFilterCursor::knowsWhatComesNext_data()
{
    QTest::addColumn<QString>("text"); // the cursor is the bar
    QTest::addColumn<QString>("expected"); // kind, characters to replace, what is written of it, field of the value
    const auto add = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    add("|", "Field [] <>");
    add("sta|", "Field [sta] <sta>");
    add("st|age = x", "Field [stage] <st>");
    add("stage |", "Operator [] <> stage");
    add("stage n|", "Operator [n] <n> stage");
    add("stage =|", "Value [] <> stage");
    add("stage = |", "Value [] <> stage");
    add("stage = Pro|", "Value [Pro] <Pro> stage");
    add("stage = \"Pro|", "Value [\"Pro] <Pro> stage");
    add("stage = \"Pro| and x", "Value [\"Pro] <Pro> stage");
    add("stage = \"Pr|oduction\"", "Value [\"Production\"] <Pr> stage");
    add("stage = Production |", "Keyword [] <>");
    add("stage = Production an|", "Keyword [an] <an>");
    add("stage = Production and |", "Field [] <>");
    add("(not |", "Field [] <>");
    add("metrics.|", "MetricName [] <>");
    add("metrics.acc|", "MetricName [acc] <acc>");
    add("metrics.acc| > 3", "MetricName [acc] <acc>");
    add("metrics.\"two w|", "MetricName [\"two w] <two w>");
    add("params.l|", "ParameterName [l] <l>");
    add("not TAGS.|", "TagName [] <>");
    add("tags.x |", "Operator [] <> tags.x");
    add("tags.x and |", "Field [] <>");
    add("stage in |", "Keyword [] <>");
    add("stage in (|", "Value [] <> stage");
    add("stage in (a, b|", "Value [b] <b> stage");
    add("stage in (a |", "Keyword [] <>");
    add("stage not |", "Keyword [] <>");
    add("stage is |", "Keyword [] <>");
    add("stage is not m|", "Keyword [m] <m>");
    add("(stage = a) |", "Keyword [] <>");
}

void TestFilterCursor::knowsWhatComesNext()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const FilterCompletion completion = completionAt(text, cursor);
    static const QStringList kinds {u"Field"_s, u"MetricName"_s, u"ParameterName"_s, u"TagName"_s, u"Operator"_s, u"Value"_s, u"Keyword"_s};
    const bool hasField = completion.kind == FilterCompletion::Kind::Value || completion.kind == FilterCompletion::Kind::Operator;
    const QString found = kinds.at(int(completion.kind)) + u" ["_s + text.mid(completion.start, completion.length) + u"] <"_s
        + completion.prefix + u">"_s + (hasField ? QString(u" "_s + filterFieldText(completion.field)) : QString());
    QTEST(found, "expected");
}

void TestFilterCursor::offersWordsOfTheLanguage()
{
    QVERIFY(completionAt({}, 0).words.contains(u"created_at"_s));
    QVERIFY(completionAt(u"created_at "_s, 11).words.contains(u">="_s));
    QVERIFY(!completionAt(u"stage "_s, 6).words.contains(u">="_s));
    QCOMPARE(completionAt(u"pii_present = "_s, 14).words, (QStringList {u"true"_s, u"false"_s}));
    QCOMPARE(completionAt(u"stage is "_s, 9).words, (QStringList {u"missing"_s, u"not missing"_s}));
    QCOMPARE(completionAt(u"stage = a "_s, 10).words, (QStringList {u"and"_s, u"or"_s}));
}

void TestFilterCursor::staysInsideAnyText()
{
    QRandomGenerator random(3);
    const QString letters = u"ab =<>!~(),\"'\\. notinis-7d“metrics."_s;
    for (int run = 0; run < 1'500; ++run) {
        QString text;
        for (int i = random.bounded(20); i > 0; --i)
            text += letters.at(random.bounded(int(letters.size())));
        for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
            const FilterCompletion completion = completionAt(text, cursor);
            QVERIFY(completion.start >= 0 && completion.start <= cursor);
            QVERIFY(completion.length >= 0 && completion.start + completion.length <= text.size());
            QVERIFY(completion.start + completion.length >= cursor);
        }
    }
}

QTEST_GUILESS_MAIN(TestFilterCursor)
#include "tst_filtercursor.moc"
