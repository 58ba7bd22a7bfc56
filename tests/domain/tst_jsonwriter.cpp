// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class JsonWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfMembers();
    void indents();
    void writesNumbersThatReadBackTheSame_data();
    void writesNumbersThatReadBackTheSame();
    void writesWhatJsonHasNoNumberFor();
    void escapes();
    void writesTrees();
};

static void writeSample(JsonWriter &json)
{
    json.beginObject();
    json.key(u"z").integer(1);
    json.key(u"a").beginArray().text(u"x").boolean(true).null().endArray();
    json.key(u"m").beginArray(JsonWriter::Form::Compact).integer(1).beginArray().integer(2).endArray().endArray();
    json.key(u"empty").beginObject().endObject();
    json.key(u"none").textOrNull(u"");
    json.key(u"absent").number(std::optional<double>());
    json.endObject();
}

void JsonWriterTest::keepsTheOrderOfMembers()
{
    JsonWriter json;
    writeSample(json);
    QCOMPARE(json.result(), R"({"z":1,"a":["x",true,null],"m":[1,[2]],"empty":{},"none":null,"absent":null})");
}

void JsonWriterTest::indents()
{
    JsonWriter json(JsonWriter::Form::Indented);
    writeSample(json);
    QCOMPARE(json.result(), R"({
  "z": 1,
  "a": [
    "x",
    true,
    null
  ],
  "m": [1, [2]],
  "empty": {},
  "none": null,
  "absent": null
}
)");
}

void JsonWriterTest::writesNumbersThatReadBackTheSame_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("third") << 1.0 / 3 << QByteArray("0.3333333333333333");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("whole") << 86400.0 << QByteArray("86400");
    QTest::newRow("large") << 1e167 << QByteArray("1e+167");
    QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
    QTest::newRow("largest") << std::numeric_limits<double>::max() << QByteArray("1.7976931348623157e+308");
    QTest::newRow("negative zero") << -0.0 << QByteArray("-0");
}

void JsonWriterTest::writesNumbersThatReadBackTheSame()
{
    QFETCH(double, number);
    QFETCH(QByteArray, text);
    QCOMPARE(JsonWriter().number(number).result(), text);
    if (number != 0) // QJsonValue has no negative zero
        QCOMPARE(JsonWriter().json(QJsonValue(number)).result(), text);
    const double again = text.toDouble();
    QVERIFY(again == number && std::signbit(again) == std::signbit(number));
}

void JsonWriterTest::writesWhatJsonHasNoNumberFor()
{
    JsonWriter json;
    json.beginArray();
    json.number(std::nan("")).number(HUGE_VAL).number(-HUGE_VAL);
    json.endArray();
    QCOMPARE(json.result(), R"(["NaN","Infinity","-Infinity"])");
}

void JsonWriterTest::escapes()
{
    const QString hostile = u"\"\\/\b\f\n\r\t"_s + QChar(0) + QChar(0x1f) + u"</script>\u2028\U0001F600"_s;
    const QByteArray json = JsonWriter().beginObject().key(hostile).text(hostile).endObject().result();
    QVERIFY(json.startsWith(R"({"\"\\/\b\f\n\r\t\u0000\u001f</script>)"));
    QJsonObject expected;
    expected.insert(hostile, hostile);
    QCOMPARE(QJsonDocument::fromJson(json).object(), expected);
}

void JsonWriterTest::writesTrees()
{
    const QByteArray json = R"({"a":[1,2.5,{"b":null}],"big":9007199254740993,"t":true})";
    JsonWriter writer;
    writer.json(QJsonDocument::fromJson(json).object());
    QCOMPARE(writer.result(), json);
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
