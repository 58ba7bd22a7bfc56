// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Several programs at once, and programs that are killed: nothing acknowledged is lost, nothing is done by half.
/// STAGEKEEPER_CRASHES and STAGEKEEPER_CHANGES ask for more than the build server does.
class CrashTest final : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingBetweenTwoWriters();
    void countsUpWithoutCollisions();
    void survivesBeingKilledWhileRegistering();

private:
    static int count(const char *variable, int otherwise);
};

namespace {

struct Ended {
    bool isDone = false;
    QString out, err;
};

Ended runProgram(const QStringList &words)
{
    QProcess program;
    program.start(QStringLiteral(STAGEKEEPER_CLI), words);
    program.waitForFinished(120'000);
    return {program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
            QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError())};
}

/// Starts a registration with a file and values, and kills it after `microseconds`. True when it had said that it is done.
bool registerAndKill(const QString &version, const QString &file, qint64 microseconds)
{
    QProcess program;
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(STAGEKEEPER_CLI),
                  {u"register"_s, u"m"_s, version, u"--artifact"_s, u"weights=%1"_s.arg(file), u"--metric"_s, u"f1=0.5"_s,
                   u"--param"_s, u"depth=3"_s, u"--tag"_s, u"task=ner"_s, u"--data-source"_s, u"tx"_s});
    program.waitForStarted();
    while (timer.nsecsElapsed() / 1000 < microseconds && program.state() == QProcess::Running)
        program.waitForFinished(1);
    program.kill();
    program.waitForFinished(-1);
    return QString::fromUtf8(program.readAllStandardOutput()) == u"Registered m:%1.\n"_s.arg(version);
}

} // namespace

int CrashTest::count(const char *variable, int otherwise)
{
    const int asked = qEnvironmentVariableIntValue(variable);
    return asked > 0 ? asked : otherwise;
}

void CrashTest::losesNothingBetweenTwoWriters()
{
    const int changes = count("STAGEKEEPER_CHANGES", 200);
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1"_s});
    cli.must({u"register"_s, u"m"_s, u"2"_s});
    QStringList failures[2];
    const auto writeAll = [&](int writer) {
        for (int i = 0; i < changes / 2; ++i) {
            const QString name = u"w%1-%2"_s.arg(writer).arg(i);
            for (const QStringList &words : {QStringList {u"tag"_s, u"set"_s, u"m:1"_s, QString(name % u"=x"_s)},
                                             QStringList {u"alias"_s, u"set"_s, u"m:%1"_s.arg(1 + i % 2), name}}) {
                const Ended ended = runProgram(words);
                if (!ended.isDone)
                    failures[writer] += ended.err;
            }
        }
    };
    std::thread other(writeAll, 1);
    writeAll(0);
    other.join();
    QCOMPARE(failures[0] + failures[1], QStringList());

    const QJsonObject version = cli.json({u"show"_s, u"m:1"_s}).object();
    QCOMPARE(version.value("tags"_L1).toArray().size(), 2 * (changes / 2));
    QCOMPARE(version.value("revision"_L1).toInt(), 1 + 2 * (changes / 2));
    QCOMPARE(cli.json({u"alias"_s, u"list"_s, u"m"_s}).array().size(), 2 * (changes / 2));
    const Said checked = cli.json({u"check"_s});
    QVERIFY2(checked.status == 0, qPrintable(checked.out));
}

void CrashTest::countsUpWithoutCollisions()
{
    const CommandLine cli;
    cli.must({u"register"_s, u"m"_s, u"1.0.0"_s});
    std::atomic_int done = 0;
    const auto registerAll = [&done] {
        for (int i = 0; i < 10; ++i)
            done += runProgram({u"register"_s, u"m"_s, u"next-patch"_s}).isDone ? 1 : 0;
    };
    std::thread other(registerAll);
    registerAll();
    other.join();
    QCOMPARE(done.load(), 20);
    QCOMPARE(cli.run({u"show"_s, u"m:1.0.20"_s}).status, 0);
    QCOMPARE(cli.json({u"versions"_s, u"m"_s}).array().size(), 21);
}

void CrashTest::survivesBeingKilledWhileRegistering()
{
    const int crashes = count("STAGEKEEPER_CRASHES", 50);
    const CommandLine cli;
    QElapsedTimer timer;
    timer.start();
    const QString file = cli.write(u"weights"_s, QByteArray(1 << 20, 'w'));
    QVERIFY(registerAndKill(u"whole"_s, file, 120'000'000));
    const qint64 whole = timer.nsecsElapsed() / 1000;

    QSet<QString> acknowledged {u"whole"_s};
    auto *random = QRandomGenerator::global();
    for (int i = 0; i < crashes; ++i) {
        const QString version = u"v%1"_s.arg(i);
        const QString content = cli.write(u"weights"_s, QByteArray(1 << 20, char('a' + i % 26)) + version.toUtf8());
        // most of what matters happens late in a run
        const qint64 delay = whole / 4 + qint64(random->generateDouble() * double(whole));
        if (registerAndKill(version, content, delay))
            acknowledged.insert(version);
    }
    QSet<QString> found;
    const QJsonArray versions = cli.json({u"versions"_s, u"m"_s}).array();
    for (const auto &row : versions) {
        const QJsonObject version = row.toObject();
        found.insert(version.value("version"_L1).toString());
        QCOMPARE(version.value("metrics"_L1), QJsonObject({{u"f1"_s, 0.5}}));
        QCOMPARE(version.value("hyperparameters"_L1), QJsonObject({{u"depth"_s, 3}}));
        QCOMPARE(version.value("tag_values"_L1), QJsonObject({{u"task"_s, u"ner"_s}}));
    }
    qInfo("%d of %d were acknowledged, %d are there", int(acknowledged.size()), crashes + 1, int(found.size()));
    QVERIFY(found.contains(acknowledged));
    const Said checked = cli.json({u"check"_s, u"--files"_s});
    QVERIFY2(checked.status == 0, qPrintable(checked.out));
    const QJsonObject files = cli.json({u"artifact"_s, u"verify"_s}).object();
    QCOMPARE(files.value("checked"_L1).toInt(), int(found.size()));
}

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"
