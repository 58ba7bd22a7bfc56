// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonwriter.h"
#include "model/domain/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class StrictJsonTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsRight_data();
    void readsWhatIsRight();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void keepsIntegersExactly_data();
    void keepsIntegersExactly();
    void survivesDepth();
    void readsManyKeys();
    void limitsSizes();
    void acceptsNonFiniteOnlyWhenAsked();
};

void StrictJsonTest::readsWhatIsRight_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &printed) {
        QTest::newRow(name) << json << printed;
    };
    row("scalars", R"( [null, true ,false,"x", 1, -2.5,1e3] )", R"([null,true,false,"x",1,-2.5,1000])");
    row("objects", R"({"b":{"a":[]},"a":{}})", R"({"a":{},"b":{"a":[]}})");
    row("escapes", R"("\"\\\/\b\f\n\r\t\u0041\u00e4")", "\"\\\"\\\\/\\b\\f\\n\\r\\tA\xc3\xa4\"");
    row("surrogate pair", R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"");
    row("UTF-8", "\"\xf0\x9f\x98\x80 \xc3\xa4\"", "\"\xf0\x9f\x98\x80 \xc3\xa4\"");
    row("byte order mark", "\xef\xbb\xbf{}", "{}");
    row("byte order mark in a text", "\"\xef\xbb\xbfx\"", "\"\xef\xbb\xbfx\"");
    row("same key in different objects", R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])");
    row("negative zero, which QJsonValue does not know", "-0", "0");
    row("smallest number", "5e-324", "5e-324");
    row("white space", " \t\r\n1\n", "1");
}

void StrictJsonTest::readsWhatIsRight()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, printed);
    const Result<QJsonValue> value = parseStrictJson(json);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QCOMPARE(JsonWriter().json(*value).result(), printed);
}

void StrictJsonTest::refusesInOneSentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const QString &message) {
        QTest::newRow(name) << json << message;
    };
    row("nothing", "", u"Line 1, column 1: the text ends too early."_s);
    row("half an object", "{\"a\":", u"Line 1, column 6, in \"a\": the text ends too early."_s);
    row("open object", "{\"a\":1", u"Line 1, column 7: \",\" or \"}\" is expected."_s);
    row("open list", "[1", u"Line 1, column 3: \",\" or \"]\" is expected."_s);
    row("open text", "{\"a\":\n \"x", u"Line 2, column 2, in \"a\": the text has no closing quote."_s);
    row("duplicate key", "{\"m\":{\"x\":1,\n\"x\":2}}",
        u"Line 2, column 1, in \"m.x\": this key occurs twice in the same object."_s);
    row("duplicate key, escaped", "{\"x\":1,\"\\u0078\":2}",
        u"Line 1, column 8, in \"x\": this key occurs twice in the same object."_s);
    row("trailing comma", "[1,]", u"Line 1, column 4: a value is expected."_s);
    row("trailing comma in object", "{\"a\":1,}", u"Line 1, column 8: a key in double quotes is expected."_s);
    row("trailing text", "{} x", u"Line 1, column 4: nothing more is expected."_s);
    row("second document", "1\n2", u"Line 2, column 1: nothing more is expected."_s);
    row("leading zero", "[01]", u"Line 1, column 2: this is not a number."_s);
    row("bare point", "[1.]", u"Line 1, column 2: this is not a number."_s);
    row("plus", "[+1]", u"Line 1, column 2: a value is expected."_s);
    row("hexadecimal", "[0x1]", u"Line 1, column 3: \",\" or \"]\" is expected."_s);
    row("number too large", "{\"a\":1e999}", u"Line 1, column 6, in \"a\": the number is too large or too small."_s);
    row("number too small", "[1e-400]", u"Line 1, column 2: the number is too large or too small."_s);
    row("integer that would change", "{\"a\":18446744073709551617}",
        u"Line 1, column 6, in \"a\": the integer is too large to be kept exactly."_s);
    row("single quotes", "{'a':1}", u"Line 1, column 2: a key in double quotes is expected."_s);
    row("comment", "/*x*/1", u"Line 1, column 1: a value is expected."_s);
    row("NaN", "{\"a\":NaN}", u"Line 1, column 6, in \"a\": a value is expected."_s);
    row("minus infinity", "[-Infinity]", u"Line 1, column 2: a value is expected."_s);
    row("control character", "\"a\tb\"", u"Line 1, column 3: a control character must be escaped."_s);
    row("unknown escape", R"("\x")", u"Line 1, column 2: there is no such escape sequence."_s);
    row("escape at the end", R"("\)", u"Line 1, column 2: there is no such escape sequence."_s);
    row("short hexadecimal", R"("\u00")", u"Line 1, column 4: four hexadecimal digits are expected."_s);
    row("half a pair", R"(["\ud83d"])", u"Line 1, column 3: half of a surrogate pair stands alone."_s);
    row("low half first", R"("\ude00")", u"Line 1, column 2: half of a surrogate pair stands alone."_s);
    row("two high halves", R"("\ud83d\ud83d")", u"Line 1, column 2: half of a surrogate pair stands alone."_s);
    row("bad UTF-8", "{\"a\":\"x\xff\"}", u"Line 1, column 7, in \"a\": the text is not valid UTF-8."_s);
    row("cut UTF-8", "\"\xf0\x9f\x98\"", u"Line 1, column 2: the text is not valid UTF-8."_s);
    row("overlong UTF-8", "\"\xc0\x80\"", u"Line 1, column 2: the text is not valid UTF-8."_s);
    row("surrogate in UTF-8", "\"\xed\xa0\x80\"", u"Line 1, column 2: the text is not valid UTF-8."_s);
    row("no character", "[\"x\xef\xbf\xbe\"]",
        u"Line 1, column 2: the text holds U+FFFE or U+FFFF, which are no characters."_s);
    row("no character, escaped", R"(["\uffff"])",
        u"Line 1, column 2: the text holds U+FFFE or U+FFFF, which are no characters."_s);
    row("NUL", QByteArray("[1\0]", 4), u"Line 1, column 3: \",\" or \"]\" is expected."_s);
    row("column counts characters", "[\"\xc3\xa4\xc3\xa4\",x]", u"Line 1, column 7: a value is expected."_s);
    row("not JSON", "\x80\x04\x95", u"Line 1, column 1: a value is expected."_s);
}

void StrictJsonTest::refusesInOneSentence()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const Result<QJsonValue> value = parseStrictJson(json);
    QVERIFY(!value);
    QCOMPARE(value.error().code, Error::Code::InvalidArgument);
    QCOMPARE(value.error().message, message);
}

void StrictJsonTest::keepsIntegersExactly_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *number : {"9007199254740993", "-9007199254740993", "9223372036854775807", "-9223372036854775808",
             "10000000000000000000000", "18446744073709551616"})
        QTest::newRow(number) << QByteArray(number);
}

void StrictJsonTest::keepsIntegersExactly()
{
    QFETCH(QByteArray, json);
    const Result<QJsonValue> value = parseStrictJson(json);
    QVERIFY(value);
    const QByteArray printed = JsonWriter().json(*value).result();
    const Result<QJsonValue> again = parseStrictJson(printed);
    QVERIFY(again);
    QCOMPARE(*again, *value);
    if (json.size() < 20)
        QCOMPARE(printed, json);
}

void StrictJsonTest::survivesDepth()
{
    QVERIFY(parseStrictJson(QByteArray(QByteArray(32, '[') + QByteArray(32, ']'))));
    for (const int depth : {33, 10'000, 5'000'000}) {
        const Result<QJsonValue> value = parseStrictJson(QByteArray(depth, '['));
        QVERIFY(!value);
        QCOMPARE(value.error().message, u"Line 1, column 33: nested deeper than 32 levels."_s);
    }
}

void StrictJsonTest::readsManyKeys()
{
    QByteArray json = "{";
    for (int i = 0; i < 100'000; ++i)
        json += "\"k" + QByteArray::number((i * qint64(7919)) % 100'003) + "\":" + QByteArray::number(i) + ",";
    json.back() = '}';
    const Result<QJsonValue> value = parseStrictJson(json);
    QVERIFY(value);
    QCOMPARE(value->toObject().size(), 100'000);
}

void StrictJsonTest::limitsSizes()
{
    const QByteArray text = '"' + QByteArray(10'000'000, 'x') + '"';
    const Result<QJsonValue> tooLong = parseStrictJson(QByteArray("{\"description\":" + text + "}"));
    QVERIFY(!tooLong);
    QCOMPARE(
        tooLong.error().message, u"Line 1, column 16, in \"description\": the text is longer than 1048576 bytes."_s);
    const QByteArray escapes = QByteArray("\\n").repeated(500'000); // each one a piece of its own
    QVERIFY(parseStrictJson(QByteArray('"' + escapes + '"')));
    JsonLimits limits;
    limits.bytes = 10;
    QVERIFY(parseStrictJson("[123456,1]", limits));
    const Result<QJsonValue> tooLarge = parseStrictJson("[123456,12]", limits);
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().message, u"The JSON text is too large: 11 bytes, at most 10 are read."_s);
}

void StrictJsonTest::acceptsNonFiniteOnlyWhenAsked()
{
    JsonLimits limits;
    limits.acceptsNonFinite = true;
    const Result<QJsonValue> value = parseStrictJson("[NaN,Infinity,-Infinity]", limits);
    QVERIFY(value);
    QCOMPARE(value->toArray(), QJsonArray({u"NaN"_s, u"Infinity"_s, u"-Infinity"_s}));
    QVERIFY(!parseStrictJson("[nan]", limits));
    QVERIFY(!parseStrictJson("[-NaN]", limits));
    QVERIFY(!parseStrictJson("[NaN]"));
}

QTEST_GUILESS_MAIN(StrictJsonTest)
#include "tst_strictjson.moc"
