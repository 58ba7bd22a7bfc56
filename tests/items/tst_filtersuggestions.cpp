// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterparser.h"
#include "model/items/filtersuggestions.h"

#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// What is offered while a filter is written: `|` is the cursor.
class FilterSuggestionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void offersNothingForWhatIsComplete();
    void offersADozenAtMost();
    void saysWhatIsKnownOfAMetric();
    void marksTheLettersThatMatch();
    void makesTextThatCanBeRead_data();
    void makesTextThatCanBeRead();
};

namespace {

MetricSummary metric(const QString &name)
{
    MetricSummary summary;
    summary.name = name;
    return summary;
}

FilterVocabulary vocabulary()
{
    MetricSummary accuracy = metric(u"accuracy"_s);
    accuracy.minimum = 0.5;
    accuracy.maximum = 0.75;
    accuracy.decimals = 3;
    accuracy.count = 7;
    FilterVocabulary known;
    known.facts.metrics = {accuracy, metric(u"log loss"_s)};
    known.facts.parameters = {{u"lr"_s, 3}};
    known.facts.tags = {{u"task"_s, 2}, {u"a.b"_s, 1}};
    known.stages = {u"Development"_s, u"In review"_s, u"and"_s};
    known.aliases = {u"champion"_s};
    return known;
}

QList<FilterSuggestion> suggestionsAt(const QString &marked)
{
    const qsizetype cursor = marked.indexOf(u'|');
    return filterSuggestions(completionAt(QString(marked).remove(cursor, 1), cursor), vocabulary());
}

QStringList labels(const QList<FilterSuggestion> &suggestions)
{
    QStringList texts;
    for (const FilterSuggestion &suggestion : suggestions)
        texts.append(suggestion.label);
    return texts;
}

} // namespace

void FilterSuggestionsTest::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // the first ones
    QTest::newRow("metric by its own name") << u"acc|"_s << u"metrics.accuracy"_s;
    QTest::newRow("letters in order") << u"acry|"_s << u"metrics.accuracy"_s;
    QTest::newRow("after the dot") << u"metrics.|"_s << u"metrics.accuracy, metrics.\"log loss\""_s;
    QTest::newRow("half a name") << u"metrics.lo|"_s << u"metrics.\"log loss\""_s;
    QTest::newRow("parameters") << u"params.|"_s << u"params.lr"_s;
    QTest::newRow("tags") << u"tags.t|"_s << u"tags.task"_s;
    QTest::newRow("stages") << u"stage = |"_s << u"Development, In review, and"_s;
    QTest::newRow("a stage") << u"stage = rev|"_s << u"In review"_s;
    QTest::newRow("aliases") << u"alias = ch|"_s << u"champion"_s;
    QTest::newRow("second condition") << u"stage = Development and acc|"_s << u"metrics.accuracy"_s;
    QTest::newRow("truth") << u"pii_present = |"_s << u"true, false"_s;
    QTest::newRow("nothing like it") << u"qqqqqq|"_s << u""_s;
    QTest::newRow("no values of a metric") << u"metrics.accuracy > |"_s << u""_s;
}

void FilterSuggestionsTest::offers()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const QStringList offered = labels(suggestionsAt(text));
    const QStringList wanted = expected.isEmpty() ? QStringList() : expected.split(u", "_s);
    if (wanted.isEmpty())
        QCOMPARE(offered, wanted);
    QCOMPARE(offered.mid(0, wanted.size()), wanted);
}

void FilterSuggestionsTest::offersNothingForWhatIsComplete()
{
    QVERIFY(suggestionsAt(u"stage = champion or alias = champion|"_s).isEmpty());
    QVERIFY(suggestionsAt(u"stage = Development|"_s).isEmpty());
}

void FilterSuggestionsTest::offersADozenAtMost()
{
    FilterVocabulary many;
    for (int i = 0; i < 100; ++i)
        many.facts.metrics.append(metric(u"metric%1"_s.arg(i)));
    QCOMPARE(filterSuggestions(completionAt(u"metrics."_s, 8), many).size(), 12);
}

void FilterSuggestionsTest::saysWhatIsKnownOfAMetric()
{
    const FilterSuggestion accuracy = suggestionsAt(u"acc|"_s).first();
    QVERIFY(accuracy.range == (std::pair(0.5, 0.75)));
    QCOMPARE(accuracy.decimals, 3);
    QCOMPARE(accuracy.count, 7);
    QVERIFY(!suggestionsAt(u"metrics.lo|"_s).first().range);
    QCOMPARE(suggestionsAt(u"tags.ta|"_s).first().count, 2);
}

void FilterSuggestionsTest::marksTheLettersThatMatch()
{
    QCOMPARE(suggestionsAt(u"acc|"_s).first().positions, (QList<int> {8, 9, 10}));
    QCOMPARE(suggestionsAt(u"stage = rev|"_s).first().positions, (QList<int> {3, 4, 5}));
}

void FilterSuggestionsTest::makesTextThatCanBeRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("expected");
    QTest::newRow("metric") << u"acc|"_s << u"> 0.5"_s << u"metrics.accuracy > 0.5"_s;
    QTest::newRow("name after the dot") << u"metrics.ac|"_s << u"> 0.5"_s << u"metrics.accuracy > 0.5"_s;
    QTest::newRow("quoted name") << u"metrics.lo|"_s << u"> 0.5"_s << u"metrics.\"log loss\" > 0.5"_s;
    QTest::newRow("name with a dot") << u"tags.b|"_s << u"= x"_s << u"tags.a.b = x"_s;
    QTest::newRow("quoted value") << u"stage = rev|"_s << u""_s << u"stage = \"In review\" "_s;
    QTest::newRow("value that is a word of the language") << u"stage = an|"_s << u""_s << u"stage = \"and\" "_s;
    QTest::newRow("operator") << u"stage |"_s << u"Development"_s << u"stage = Development"_s;
}

void FilterSuggestionsTest::makesTextThatCanBeRead()
{
    QFETCH(QString, text);
    QFETCH(const QString, rest);
    QFETCH(const QString, expected);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const FilterCompletion completion = completionAt(text, cursor);
    const QList<FilterSuggestion> suggestions = filterSuggestions(completion, vocabulary());
    QVERIFY(!suggestions.isEmpty());
    text.replace(completion.start, completion.length, suggestions.first().replacement);
    text += rest;
    QCOMPARE(text, expected);
    QVERIFY2(parseFilter(text), qPrintable(text));
}

QTEST_GUILESS_MAIN(FilterSuggestionsTest)
#include "tst_filtersuggestions.moc"
