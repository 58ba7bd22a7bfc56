// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// The real program: exit status, streams, environment.
class ProgramTest final : public QObject
{
    Q_OBJECT

private slots:
    void endsWithTheStatusOfTheDesign_data();
    void endsWithTheStatusOfTheDesign();
    void saysNothingElseOnTheErrorStream();
    void noticesThatItsOutputIsLost();
    void refusesWordsThatAreNotUtf8();
};

namespace {

Said runProgram(const QStringList &words, const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(STAGEKEEPER_CLI), words);
    if (!program.waitForFinished())
        qFatal("the program does not end");
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

void ProgramTest::endsWithTheStatusOfTheDesign_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::newRow("done") << QStringList {u"models"_s} << 0;
    QTest::newRow("version") << QStringList {u"--version"_s} << 0;
    QTest::newRow("help") << QStringList {u"alias"_s, u"set"_s, u"--help"_s} << 0;
    QTest::newRow("nothing to do") << QStringList() << 2;
    QTest::newRow("no such verb") << QStringList {u"promise"_s} << 2;
    QTest::newRow("not found") << QStringList {u"show"_s, u"m:9"_s} << 3;
    QTest::newRow("exists") << QStringList {u"register"_s, u"m"_s, u"1"_s} << 4;
    QTest::newRow("foreign file") << QStringList {u"--registry"_s, u"/etc/passwd"_s, u"models"_s} << 8;
}

void ProgramTest::endsWithTheStatusOfTheDesign()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1"_s});
    QCOMPARE(runProgram(words).status, status);
}

void ProgramTest::saysNothingElseOnTheErrorStream()
{
    const CommandLine cli;
    QProcessEnvironment plain = QProcessEnvironment::systemEnvironment();
    plain.insert(u"LC_ALL"_s, u"C"_s);
    const Said said = runProgram({u"--json"_s, u"register"_s, u"Größe 模型"_s, u"1"_s}, plain);
    QCOMPARE(said.err, QString());
    QCOMPARE(said.object().value("model_name"_L1).toString(), u"Größe 模型"_s);
    QCOMPARE(runProgram({u"show"_s, u"Größe 模型:2"_s}, plain).err.count(u'\n'), 1);
}

void ProgramTest::noticesThatItsOutputIsLost()
{
#ifdef Q_OS_LINUX
    const CommandLine cli;
    QProcess program;
    program.setStandardOutputFile(u"/dev/full"_s);
    program.start(QStringLiteral(STAGEKEEPER_CLI), {u"models"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 6);
    QVERIFY(!program.readAllStandardError().isEmpty());
#endif
}

void ProgramTest::refusesWordsThatAreNotUtf8()
{
    const CommandLine cli;
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, QStringLiteral(STAGEKEEPER_CLI) + u" register \"$(printf 'a\\377')\" 1"_s});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 2);
    QVERIFY(cli.json({u"models"_s}).array().isEmpty());
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
