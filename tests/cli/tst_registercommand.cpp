// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `register`, `show` and `metadata`: what goes in comes out.
class RegisterCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void printsWhatItRegistered();
    void keepsWhatJsonHasNoNumberFor();
    void countsUp();
    void refusesToCountUpFromNothing();
    void metadataGoesRound();
    void changesNothingWhenItFails_data();
    void changesNothingWhenItFails();
    void displacesTheFormerProductionVersion();
    void takesWordsThatOptionParsersMistake();
};

void RegisterCommandTest::printsWhatItRegistered()
{
    const CommandLine cli;
    const QString model = cli.write(u"model.onnx"_s, "bytes");
    cli.must({u"register"_s, u"base"_s, u"1.0.0"_s});
    const QJsonObject version
        = cli.json({u"register"_s, u"fraud"_s, u"1.0.0"_s, u"--metric"_s, u"accuracy=0.5"_s, u"--param"_s, u"depth=3"_s,
                    u"--param"_s, u"name=two words"_s, u"--tag"_s, u"task=ner"_s, u"--tag"_s, u"nightly"_s, u"--artifact"_s, model,
                    u"--data-source"_s, u"tx"_s, u"--parent"_s, u"base:1.0.0"_s, u"--description"_s, u"First"_s,
                    u"--experiment"_s, u"e7"_s, u"--stage"_s, u"Staging"_s})
              .object();
    QCOMPARE(version.value("model_name"_L1), u"fraud"_s);
    QCOMPARE(version.value("metrics"_L1), QJsonObject({{u"accuracy"_s, 0.5}}));
    QCOMPARE(version.value("hyperparameters"_L1), QJsonObject({{u"depth"_s, 3}, {u"name"_s, u"two words"_s}}));
    QCOMPARE(version.value("tag_values"_L1), QJsonObject({{u"task"_s, u"ner"_s}, {u"nightly"_s, QJsonValue()}}));
    QCOMPARE(version.value("parents"_L1), QJsonArray({u"base:1.0.0"_s}));
    QCOMPARE(version.value("stage"_L1), u"Staging"_s);
    QCOMPARE(version.value("revision"_L1), 1);
    const QJsonObject artifact = version.value("artifacts"_L1).toArray().first().toObject();
    QCOMPARE(artifact.value("name"_L1), u"model.onnx"_s);
    QCOMPARE(artifact.value("bytes"_L1), 5);
    QCOMPARE(cli.json({u"show"_s, u"fraud:1.0.0"_s}).object(), version);
}

void RegisterCommandTest::keepsWhatJsonHasNoNumberFor()
{
    const CommandLine cli;
    const QJsonObject metrics = cli.json({u"register"_s, u"m"_s, u"1"_s, u"--metric"_s, u"a=NaN"_s, u"--metric"_s, u"b=-inf"_s,
                                          u"--metric"_s, u"c=-1e-3"_s})
                                    .object()
                                    .value("metrics"_L1)
                                    .toObject();
    QCOMPARE(metrics, QJsonObject({{u"a"_s, u"NaN"_s}, {u"b"_s, u"-Infinity"_s}, {u"c"_s, -0.001}}));
}

void RegisterCommandTest::countsUp()
{
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1.9.9"_s});
    cli.must({u"register"_s, u"m"_s, u"1.10.0"_s}); // higher than 1.9.9, though not as text
    for (const auto &[spec, expected] : {std::pair {u"next-patch"_s, u"1.10.1"_s}, {u"next-minor"_s, u"1.11.0"_s},
                                         {u"next-major"_s, u"2.0.0"_s}})
        QCOMPARE(cli.json({u"register"_s, u"m"_s, spec}).object().value("version"_L1).toString(), expected);
}

void RegisterCommandTest::refusesToCountUpFromNothing()
{
    const CommandLine cli;
    QCOMPARE(cli.run({u"register"_s, u"m"_s, u"next-patch"_s}).status, 2);
    cli.must({u"register"_s, u"m"_s, u"first"_s});
    const Said said = cli.run({u"register"_s, u"m"_s, u"next-patch"_s});
    QCOMPARE(said.status, 2);
    QVERIFY(said.err.contains(u"\"first\""_s));
}

void RegisterCommandTest::metadataGoesRound()
{
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1.0.0"_s, u"--metric"_s, u"a=0.1"_s, u"--tag"_s, u"x"_s, u"--description"_s, u"Zwei\nZeilen"_s});
    const Said first = cli.run({u"metadata"_s, u"m:1.0.0"_s});
    const QString file = cli.write(u"metadata.json"_s, first.out.toUtf8());
    cli.must({u"register"_s, u"copy"_s, u"1.0.0"_s, u"--metadata"_s, file});
    QString expected = first.out;
    expected.replace(u"\"m\""_s, u"\"copy\""_s);
    QCOMPARE(cli.run({u"metadata"_s, u"copy:1.0.0"_s}).out, expected);
}

void RegisterCommandTest::changesNothingWhenItFails_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::newRow("exists") << QStringList {u"m"_s, u"1.0.0"_s} << 4;
    QTest::newRow("no such stage") << QStringList {u"m"_s, u"2"_s, u"--stage"_s, u"Nowhere"_s} << 2;
    QTest::newRow("no such file") << QStringList {u"m"_s, u"2"_s, u"--artifact"_s, u"/nowhere/x"_s} << 3;
    QTest::newRow("no such metadata") << QStringList {u"m"_s, u"2"_s, u"--metadata"_s, u"/nowhere/x"_s} << 3;
    QTest::newRow("no number") << QStringList {u"m"_s, u"2"_s, u"--metric"_s, u"a=b"_s} << 2;
    QTest::newRow("control in name") << QStringList {u"m\n"_s, u"2"_s} << 2;
    QTest::newRow("no name") << QStringList {QString(), u"2"_s} << 2;
    QTest::newRow("no time zone") << QStringList {u"m"_s, u"timestamp"_s, u"--time-zone"_s, u"Nowhere/Else"_s} << 2;
    QTest::newRow("unknown option") << QStringList {u"m"_s, u"2"_s, u"--colour"_s, u"red"_s} << 2;
}

void RegisterCommandTest::changesNothingWhenItFails()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1.0.0"_s});
    const QByteArray before = cli.read(u"test.stagekeeper"_s);

    const Said said = cli.json(QStringList {u"register"_s} + words);
    QCOMPARE(said.status, status);
    QVERIFY(said.out.isEmpty());
    QVERIFY(!said.error().value("message"_L1).toString().isEmpty());
    QCOMPARE(cli.read(u"test.stagekeeper"_s), before);
}

void RegisterCommandTest::displacesTheFormerProductionVersion()
{
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1.0.0"_s, u"--stage"_s, u"Production"_s});
    const QJsonObject second = cli.json({u"register"_s, u"m"_s, u"2.0.0"_s, u"--stage"_s, u"Production"_s}).object();
    QVERIFY(!second.value("deployed_at"_L1).isNull());
    QCOMPARE(cli.json({u"show"_s, u"m:1.0.0"_s}).object().value("stage"_L1), u"Archived"_s);
}

void RegisterCommandTest::takesWordsThatOptionParsersMistake()
{
    const CommandLine cli;
    for (const QString &name : {u"[a,b]"_s, u"++"_s, u"{}"_s, u"%%"_s, u"register"_s, u"a=b"_s, u"\"quoted\""_s}) {
        cli.must({u"register"_s, name, name, u"--tag"_s, u"[x,y]"_s});
        const QJsonObject shown = cli.json({u"show"_s, QString(name % u':' % name)}).object();
        QCOMPARE(shown.value("model_name"_L1).toString(), name);
        QCOMPARE(shown.value("tags"_L1), QJsonArray({u"[x,y]"_s}));
    }
    cli.must({u"register"_s, u"--"_s, u"-m"_s, u"--help"_s});
    QCOMPARE(cli.run({u"show"_s, u"--"_s, u"-m:--help"_s}).status, 0);
}

QTEST_GUILESS_MAIN(RegisterCommandTest)
#include "tst_registercommand.moc"
