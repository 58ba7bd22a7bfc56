// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterfields.h"
#include "model/domain/filterlexer.h"
#include "model/domain/filterparser.h"
#include "model/domain/filterprinter.h"
#include "model/domain/sortkey.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

const QDateTime now(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);

QString printed(const QString &text)
{
    const auto filter = parseFilter(text, now);
    return filter ? printFilter(*filter) : u"error: "_s + filter.error().message;
}

QString kindLetters(const QString &text)
{
    QString letters;
    for (const FilterToken &token : filterTokens(text))
        letters.append(u"FWNMTOK(),!"_s.at(int(token.kind)));
    return letters;
}

} // namespace

class TestFilterParser final : public QObject
{
    Q_OBJECT

private slots:
    void readsAndPrints_data();
    void readsAndPrints();
    void saysWhereAndWhatIsWrong_data();
    void saysWhereAndWhatIsWrong();
    void takesBareTextAsItStands();
    void readsNanAsANumber();
    void keepsToItsLimits();
    void survivesAnyTokens();
    void survivesAnyCharacters();
    void printsWhatItReads();
    void tellsTokensApart_data();
    void tellsTokensApart();
    void readsSortKeys();
    void refusesUnknownSortKeys();
    void putsThePlaceIntoTheError();
};

void TestFilterParser::readsAndPrints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    add("", "");
    add("  \t\n ", "");
    add("stage = Production", R"(stage = "Production")");
    add("STAGE = Production AND Metrics.Acc > .9", R"(stage = "Production" and metrics.Acc > 0.9)");
    add("stage=Production and metrics.a>-0.5", R"(stage = "Production" and metrics.a > -0.5)");
    add("metrics.a = 1e-3 or metrics.a != +2.", "metrics.a = 0.001 or metrics.a != 2");
    add("metrics.a < inf and metrics.a > -Infinity and metrics.a=NaN", "metrics.a < inf and metrics.a > -inf and metrics.a = nan");
    add("metrics.eval/f1-macro.v2 >= 1", "metrics.eval/f1-macro.v2 >= 1");
    add(R"(metrics."f1@5" <= 1)", R"(metrics."f1@5" <= 1)");
    add(R"(metrics.“two words” == 1)", R"(metrics."two words" = 1)");
    add("metrics.größe <> 1", "metrics.größe != 1");
    add("metrics.a ≥ 1 and metrics.a ≤ 2 and metrics.a ≠ 3", "metrics.a >= 1 and metrics.a <= 2 and metrics.a != 3");
    add("tags.baseline", "tags.baseline is not missing");
    add("not tags.baseline and (tags.x)", "not tags.baseline is not missing and tags.x is not missing");
    add("tags.task is missing", "tags.task is missing");
    add("not tags.task is missing", "tags.task is not missing");
    add("tags.state = missing", R"(tags.state = "missing")");
    add("alias is not missing", "alias is not missing");
    add("framework in (pytorch, 'jax', “tf”)", R"(framework in ("pytorch", "jax", "tf"))");
    add("framework not in (pytorch)", R"(framework not in ("pytorch"))");
    add("not framework in (pytorch)", R"(not framework in ("pytorch"))");
    add("not (framework not in (pytorch))", R"(not framework not in ("pytorch"))");
    add("metrics.a in (1, nan, -inf)", "metrics.a in (1, nan, -inf)");
    add("a = 1 or", "error: There is no field called \"a\"");
    add("stage = a or stage = b and stage = c", R"(stage = "a" or stage = "b" and stage = "c")");
    add("(stage = a or stage = b) and stage = c", R"((stage = "a" or stage = "b") and stage = "c")");
    add("(stage = a and stage = b) and stage = c", R"((stage = "a" and stage = "b") and stage = "c")");
    add("not (stage = a and stage = b)", R"(not (stage = "a" and stage = "b"))");
    add("not not stage = a", R"(not not stage = "a")");
    add("((stage = a))", R"(stage = "a")");
    add("description ~ 'it\\'s'", R"(description ~ "it's")");
    add(R"(description ~ "C:\dir\\x\"y")", R"(description ~ "C:\\dir\\x\"y")");
    add("params.lr > 1e-4", "params.lr > 1e-04");
    add("params.optimizer = adam", R"(params.optimizer = "adam")");
    add("params.optimizer ~ 32", R"(params.optimizer ~ "32")");
    add("params.bs = 32 and params.bs = '32'", R"(params.bs = 32 and params.bs = "32")");
    add("pii_present = no and gdpr_compliant != TRUE", "pii_present = false and gdpr_compliant != true");
    add("version >= 1.2.0-rc.1", R"(version >= "1.2.0-rc.1")");
    add("created_at > 2026-01-01", "created_at >= 2026-01-02T00:00:00Z");
    add("created_at >= 2026-01-01", "created_at >= 2026-01-01T00:00:00Z");
    add("created_at < 2026-01-01", "created_at < 2026-01-01T00:00:00Z");
    add("created_at <= '2026-01-01'", "created_at < 2026-01-02T00:00:00Z");
    add("created_at = 2026-01-01", "created_at >= 2026-01-01T00:00:00Z and created_at < 2026-01-02T00:00:00Z");
    add("created_at != 2026-01-01", "created_at < 2026-01-01T00:00:00Z or created_at >= 2026-01-02T00:00:00Z");
    add("created_at = 2026-01-01T12:00:00", "created_at = 2026-01-01T12:00:00Z");
    add("created_at = 2026-01-01t12:00:00.25+02:00", "created_at = 2026-01-01T10:00:00.250Z");
    add("created_at > -7d", "created_at > 2026-03-24T12:00:00Z");
    add("created_at > -90m", "created_at > 2026-03-31T10:30:00Z");
    add("created_at > -2H", "created_at > 2026-03-31T10:00:00Z");
    add("created_at > -2w", "created_at > 2026-03-17T12:00:00Z");
    add("deployed_at < -1y", "deployed_at < 2025-03-31T12:00:00Z");
}

void TestFilterParser::readsAndPrints()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(text), expected);
    if (!expected.startsWith(u"error"_s))
        QCOMPARE(printed(expected), expected);
}

void TestFilterParser::saysWhereAndWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("suggestion");
    const auto add = [](const char *text, int position, int length, const char *message, const char *suggestion = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(message)
                            << QString::fromUtf8(suggestion);
    };
    add("stge = Production", 0, 4, "There is no field called \"stge\"", "stage");
    add("xyzzy = 3", 0, 5, "There is no field called \"xyzzy\"");
    add("metric.accuracy > 3", 0, 15, "There is no field called \"metric.accuracy\"", "metrics.accuracy");
    add("foo.bar > 3", 0, 7, "Names with a dot start with \"metrics.\", \"params.\" or \"tags.\"");
    add("metrics. > 3", 0, 8, "Expected a name after \"metrics.\"");
    add("metrics.f1@5 > 3", 0, 12, "This name needs quotes", "metrics.\"f1@5\"");
    add("metrics.\"f1 > 3", 0, 15, "This text lacks its closing quote");
    add("metrics.a >", 11, 0, "Expected a value after \">\"");
    add("metrics.a > and stage = b", 12, 3, "Expected a value after \">\"");
    add("metrics.a > > 3", 12, 1, "Expected a value after \">\"");
    add("metrics.a = \"abc\"", 12, 5, "Expected a number for \"metrics.a\"");
    add("metrics.a = abc", 12, 3, "Expected a number for \"metrics.a\"");
    add("metrics.a = 2026-01-01", 12, 10, "Expected a number for \"metrics.a\"");
    add("metrics.a = 1e999", 12, 5, "The number \"1e999\" is out of range");
    add("metrics.a ~ 3", 10, 1,
        R"("metrics.a" cannot be compared by "~", only by "=", "!=", "<", "<=", ">", ">=", "in", "not in", "is missing", "is not missing")");
    add("stage > 3", 6, 1,
        R"("stage" cannot be compared by ">", only by "=", "!=", "~", "in", "not in", "is missing", "is not missing")");
    add("created_at in (2026-01-01)", 11, 2,
        R"("created_at" cannot be compared by "in", only by "=", "!=", "<", "<=", ">", ">=", "is missing", "is not missing")");
    add("pii_present > true", 12, 1, R"("pii_present" cannot be compared by ">", only by "=", "!=", "is missing", "is not missing")");
    add("pii_present = maybe", 14, 5, "Expected \"true\" or \"false\" for \"pii_present\"");
    add("params.lr > fast", 12, 4, "Expected a number for \"params.lr\"");
    add("version > 1.2", 10, 3, "Only semantic versions and timestamps can be compared by order", "1.2.0");
    add("version < main-abc", 10, 8, "Only semantic versions and timestamps can be compared by order");
    add("created_at > yesterday", 13, 9,
        "Expected a time such as 2026-01-31, 2026-01-31T12:00:00Z or -7d for \"created_at\"");
    add("created_at > 2026-02-30", 13, 10,
        "Expected a time such as 2026-01-31, 2026-01-31T12:00:00Z or -7d for \"created_at\"");
    add("created_at > 9999-12-31", 13, 10,
        "Expected a time such as 2026-01-31, 2026-01-31T12:00:00Z or -7d for \"created_at\"");
    add("created_at > -9999999d", 13, 9, "\"-9999999d\" is too long ago");
    add("created_at > -999999999y", 13, 11, "\"-999999999y\" is too long ago");
    add("stage = \"Prod", 8, 5, "This text lacks its closing quote");
    add("stage = In Review", 11, 6, "Expected \"and\" or \"or\"");
    add("stage = a)", 9, 1, "This \")\" closes nothing");
    add("(stage = a", 10, 0, "Expected \"and\", \"or\" or \")\"");
    add("()", 1, 1, "Expected a field such as \"stage\" or \"metrics.accuracy\"");
    add("and stage = a", 0, 3, "Expected a field such as \"stage\" or \"metrics.accuracy\"");
    add("stage = a and", 13, 0, "Expected a field such as \"stage\" or \"metrics.accuracy\"");
    add("stage = a or not", 16, 0, "Expected a field such as \"stage\" or \"metrics.accuracy\"");
    add("stage in a", 9, 1, "Expected \"(\" after \"in\"");
    add("stage in (", 10, 0, "Expected a value in the list");
    add("stage in (a,)", 12, 1, "Expected a value in the list");
    add("stage in (a b)", 12, 1, "Expected \",\" or \")\" in the list");
    add("stage not = a", 10, 1, "Expected \"in\" after \"not\"");
    add("stage is a", 9, 1, "Expected \"missing\" or \"not missing\" after \"is\"");
    add("stage is not a", 13, 1, "Expected \"missing\" after \"is not\"");
    add("stage", 5, 0,
        R"(Expected an operator such as "=", "!=", "~", "in", "not in", "is missing", "is not missing" after "stage")");
    add("stage ! a", 6, 1,
        R"(Expected an operator such as "=", "!=", "~", "in", "not in", "is missing", "is not missing" after "stage")");
}

void TestFilterParser::saysWhereAndWhatIsWrong()
{
    QFETCH(QString, text);
    const auto filter = parseFilter(text, now);
    QVERIFY(!filter);
    QTEST(filter.error().message, "message");
    QTEST(int(filter.error().position), "position");
    QTEST(int(filter.error().length), "length");
    QTEST(filter.error().suggestion, "suggestion");
}

void TestFilterParser::takesBareTextAsItStands()
{
    QCOMPARE(printed(u"version = 1.20"_s), u"version = \"1.20\""_s);
    QCOMPARE(printed(u"git_commit = 1e5"_s), u"git_commit = \"1e5\""_s);
    QCOMPARE(printed(u"tags.day = 2026-01-01"_s), u"tags.day = \"2026-01-01\""_s);
    QCOMPARE(printed(u"parent = ner:1.0.0"_s), u"parent = \"ner:1.0.0\""_s);
}

void TestFilterParser::readsNanAsANumber()
{
    const auto filter = parseFilter(u"metrics.a = nan"_s);
    QVERIFY(filter && *filter);
    QVERIFY(qIsNaN(std::get<double>((*filter)->values.first())));
}

void TestFilterParser::keepsToItsLimits()
{
    const auto message = [](const QString &text) {
        const auto filter = parseFilter(text, now);
        return filter ? QString() : filter.error().message;
    };
    const QString condition = u"tags.x"_s;
    QCOMPARE(message(QString(100, u'(') + condition + QString(100, u')')), QString());
    QCOMPARE(message(QString(101, u'(') + condition + QString(101, u')')), u"A filter can have at most 100 levels"_s);
    QCOMPARE(message(u"not "_s.repeated(101) + condition), u"A filter can have at most 100 levels"_s);
    QCOMPARE(message(QString(9'999, u'(')), u"A filter can have at most 100 levels"_s);
    QCOMPARE(message(QString(condition + u" or "_s).repeated(199) + condition), QString());
    QCOMPARE(message(QString(condition + u" or "_s).repeated(200) + condition), u"A filter can have at most 200 conditions"_s);
    QCOMPARE(message(u"metrics.x in ("_s + u"1,"_s.repeated(499) + u"1)"_s), QString());
    QCOMPARE(message(u"metrics.x in ("_s + u"1,"_s.repeated(500) + u"1)"_s), u"A list can have at most 500 values"_s);
    QCOMPARE(message(QString(10'001, u' ')), u"A filter can have at most 10000 characters"_s);
    QCOMPARE(message(u"task ~ "_s + QString(1'001, u'a')), u"A text after \"~\" can have at most 1000 characters"_s);
    QCOMPARE(message(u"task ~ \"a\0b\""_s), u"A filter cannot contain the character U+0000"_s);
}

void TestFilterParser::survivesAnyTokens()
{
    const QStringList words {u"stage"_s, u"metrics.a"_s, u"tags.\"x"_s, u"params.b"_s, u"created_at"_s, u"version"_s, u"="_s,
        u"!="_s, u"<"_s, u"~"_s, u"!"_s, u"in"_s, u"not"_s, u"is"_s, u"missing"_s, u"and"_s, u"or"_s, u"("_s, u")"_s, u","_s,
        u"\""_s, u"'x'"_s, u"1"_s, u"-7d"_s, u"nan"_s, u"2026-01-01"_s, u"\\"_s, u"“"_s, u"metrics."_s, u"true"_s, u"1.0.0"_s, u"stage = a"_s, u"metrics.a > 1 and"_s, u"or tags.x in ('b', c)"_s, u"framework ~ 'x' or"_s};
    QRandomGenerator random(20260331);
    int accepted = 0;
    for (int run = 0; run < 10'000; ++run) {
        QString text;
        for (int i = random.bounded(9); i >= 0; --i)
            text += words.at(random.bounded(int(words.size()))) + (random.bounded(8) == 0 ? QString() : u" "_s);
        const auto filter = parseFilter(text, now);
        if (!filter) {
            QVERIFY(!filter.error().message.isEmpty());
            QVERIFY(filter.error().position >= 0 && filter.error().length >= 0);
            QVERIFY(filter.error().position + filter.error().length <= text.size());
            continue;
        }
        ++accepted;
        QCOMPARE(printed(printFilter(*filter)), printFilter(*filter));
    }
    QVERIFY(accepted > 50);
}

void TestFilterParser::survivesAnyCharacters()
{
    QRandomGenerator random(7);
    for (int run = 0; run < 10'000; ++run) {
        QString text;
        for (int i = random.bounded(30); i > 0; --i)
            text += random.bounded(3) == 0 ? QChar(char16_t(random.bounded(0x10000))) : QChar(char16_t(random.bounded(32, 127)));
        qsizetype end = 0;
        for (const FilterToken &token : filterTokens(text)) {
            QVERIFY(token.position >= end && token.length > 0);
            end = token.end();
        }
        QVERIFY(end <= text.size());
        const auto filter = parseFilter(text, now);
        QVERIFY(filter || !filter.error().message.isEmpty());
    }
}

namespace {

FilterNode randomNode(QRandomGenerator &random, int depth);

FilterNode randomLeaf(QRandomGenerator &random)
{
    static const QStringList names {u"a"_s, u"two words"_s, u"f1@5"_s, u"x.y/z-1"_s, u"\"\\'“"_s, u"größe"_s, u"and"_s};
    static const QStringList texts {u""_s, u"x"_s, u"\\"_s, u"a\"b"_s, u"\\\""_s, u"nan"_s, u"line\nbreak"_s, u"„q“"_s, u"日本"_s};
    using Kind = FilterField::Kind;
    static const QList<Kind> kinds {Kind::Stage, Kind::Metric, Kind::Parameter, Kind::Tag, Kind::CreatedAt, Kind::PiiPresent};
    FilterNode node;
    node.field.kind = kinds.at(random.bounded(int(kinds.size())));
    const FilterType type = filterType(node.field);
    if (type == FilterType::Parameter || node.field.kind == Kind::Metric || node.field.kind == Kind::Tag)
        node.field.name = names.at(random.bounded(int(names.size())));
    node.kind = random.bounded(4) == 0 ? FilterNode::Kind::Missing : FilterNode::Kind::Compare;
    if (node.kind == FilterNode::Kind::Missing)
        return node;
    node.op = random.bounded(2) ? FilterNode::Operator::Equal : FilterNode::Operator::NotEqual;
    const auto value = [&]() -> FilterValue {
        if (type == FilterType::Number || (type == FilterType::Parameter && random.bounded(2)))
            return (random.bounded(2.0) - 1) * std::pow(10.0, random.bounded(-300, 300));
        if (type == FilterType::Moment)
            return QDateTime::fromMSecsSinceEpoch(qint64(random.bounded(4'000'000)) * 1'000'003 - 2'000'000'000'000, Qt::UTC);
        if (type == FilterType::Truth)
            return random.bounded(2) == 1;
        return texts.at(random.bounded(int(texts.size())));
    };
    node.values = {value()};
    if (type != FilterType::Moment && type != FilterType::Truth && random.bounded(3) == 0) {
        node.kind = FilterNode::Kind::In;
        node.op = FilterNode::Operator::Equal;
        node.values.append(value());
    }
    return node;
}

FilterNode randomNode(QRandomGenerator &random, int depth)
{
    const int choice = depth == 0 ? 3 : int(random.bounded(4));
    if (choice == 3)
        return randomLeaf(random);
    FilterNode node;
    node.kind = choice == 0 ? FilterNode::Kind::And : choice == 1 ? FilterNode::Kind::Or : FilterNode::Kind::Not;
    for (int i = choice == 2 ? 1 : random.bounded(2, 4); i > 0; --i)
        node.children.append(randomNode(random, depth - 1));
    return node;
}

} // namespace

void TestFilterParser::printsWhatItReads()
{
    QRandomGenerator random(42);
    for (int run = 0; run < 3'000; ++run) {
        const Filter filter = randomNode(random, 4);
        const QString text = printFilter(filter);
        const auto again = parseFilter(text, now);
        QVERIFY2(again, qPrintable(text + (again ? QString() : again.error().message)));
        QVERIFY2(*again == filter, qPrintable(text));
    }
}

void TestFilterParser::tellsTokensApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("letters");
    const auto add = [](const char *text, const char *letters) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(letters);
    };
    add("stage = Production and metrics.a >= 1e-3", "FOWKFON");
    add("stage = stage", "FOW");
    add("created_at > -7d or created_at<2026-01-01", "FOMKFOM");
    add("stage in (a, 'b', 3) and not tags.x", "FK(W,T,N)KKF");
    add("tags.x is not missing", "FKKK");
    add("metrics.\"a b\" > 1", "FON");
    add("metrics.\"a b", "F");
    add("stage = \"open", "FOT");
    add("stage ! ;", "F!F");
    add("stage = missing", "FOW");
}

void TestFilterParser::tellsTokensApart()
{
    QFETCH(QString, text);
    QTEST(kindLetters(text), "letters");
}

void TestFilterParser::readsSortKeys()
{
    const SortKey accuracy {{FilterField::Kind::Metric, u"accuracy"_s}, true};
    QCOMPARE(parseSort(u"metrics.accuracy:desc"_s).value(), accuracy);
    QCOMPARE(parseSort(u" created_at "_s).value(), (SortKey {{FilterField::Kind::CreatedAt, {}}, false}));
    const SortKey odd {{FilterField::Kind::Parameter, u"a:desc \"b"_s}, false};
    QCOMPARE(parseSort(printSort(odd)).value(), odd);
}

void TestFilterParser::refusesUnknownSortKeys()
{
    const auto wrong = parseSort(u"creatd_at:desc"_s);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, Error::Code::InvalidArgument);
    QCOMPARE(wrong.error().message, u"There is no field \"creatd_at\" to sort by; did you mean \"created_at\"?"_s);
    QVERIFY(!parseSort({}));
    QVERIFY(!parseSort(u":desc"_s));
}

void TestFilterParser::putsThePlaceIntoTheError()
{
    const Error error = parseFilter(u"stage = a and stge = b"_s).error().toError();
    QCOMPARE(error.code, Error::Code::InvalidArgument);
    QCOMPARE(error.message, u"There is no field called \"stge\", at character 15 of the filter; did you mean stage?"_s);
}

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
