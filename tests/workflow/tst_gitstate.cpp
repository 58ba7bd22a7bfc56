// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/namerules.h"
#include "model/workflow/gitstate.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Asks git about real repositories.
class GitStateTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void takesBranchAndShortCommit();
    void takesTheExactTag_data();
    void takesTheExactTag();
    void ignoresTagsOfOtherCommits();
    void takesTheCommitWhenDetached();
    void marksAChangedWorkTree();
    void takesAnyBranchName_data();
    void takesAnyBranchName();
    void answersFromAnyFolderOfTheWorkTree();
    void isHonestWithoutACommit();
    void isHonestOutsideARepository();

private:
    [[nodiscard]] QString git(const QStringList &arguments) const;
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString version(const QString &folder = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void GitStateTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    // what this machine or its user has set up must not matter
    qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(QProcess::nullDevice()));
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    for (const char *variable : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
        qunsetenv(variable);
    qputenv("GIT_CEILING_DIRECTORIES", QFile::encodeName(QDir::tempPath()));
}

void GitStateTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    (void)git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    write(u"model.py"_s, "one");
    (void)git({u"add"_s, u"."_s});
    (void)git({u"commit"_s, u"-q"_s, u"-m"_s, u"first"_s});
}

QString GitStateTest::git(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@example.org"_s} + arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void GitStateTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString GitStateTest::version(const QString &folder) const
{
    const Result<GitState> state = readGitState(folder.isEmpty() ? m_folder->path() : folder);
    return state ? versionText(*state) : u"error: "_s + state.error().message;
}

void GitStateTest::takesBranchAndShortCommit()
{
    const QString commit = git({u"rev-parse"_s, u"HEAD"_s});
    QCOMPARE(version(), u"main-"_s + commit.left(7));
    const Result<GitState> state = readGitState(m_folder->path());
    QVERIFY(state);
    QCOMPARE(state->commit, commit);
    QCOMPARE(state->branch, u"main"_s);
    QVERIFY(state->tag.isEmpty());
    QVERIFY(!state->isDirty);
    (void)git({u"config"_s, u"core.abbrev"_s, u"20"_s});
    QCOMPARE(version(), u"main-"_s + commit.left(7));
}

void GitStateTest::takesTheExactTag_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("lightweight") << QStringList{u"tag"_s, u"v1.0.0"_s};
    QTest::newRow("annotated") << QStringList{u"tag"_s, u"-a"_s, u"-m"_s, u"release"_s, u"v1.0.0"_s};
}

void GitStateTest::takesTheExactTag()
{
    QFETCH(QStringList, arguments);
    (void)git(arguments);
    QCOMPARE(version(), u"v1.0.0"_s);
}

void GitStateTest::ignoresTagsOfOtherCommits()
{
    (void)git({u"tag"_s, u"v1.0.0"_s});
    (void)git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"second"_s});
    QCOMPARE(version(), u"main-"_s + git({u"rev-parse"_s, u"HEAD"_s}).left(7));
}

void GitStateTest::takesTheCommitWhenDetached()
{
    (void)git({u"checkout"_s, u"-q"_s, u"--detach"_s});
    QCOMPARE(version(), git({u"rev-parse"_s, u"HEAD"_s}));
}

void GitStateTest::marksAChangedWorkTree()
{
    const QString clean = version();
    write(u"untracked.txt"_s, "x");
    QCOMPARE(version(), clean);
    write(u"model.py"_s, "two");
    QCOMPARE(version(), clean + u"-dirty"_s);
    (void)git({u"add"_s, u"model.py"_s});
    QCOMPARE(version(), clean + u"-dirty"_s);
    (void)git({u"tag"_s, u"v1.0.0"_s});
    QCOMPARE(version(), u"v1.0.0-dirty"_s);
}

void GitStateTest::takesAnyBranchName_data()
{
    QTest::addColumn<QString>("branch");
    QTest::newRow("slash") << u"feature/new-scanner"_s;
    QTest::newRow("quotes and dollar") << u"it's-$(touch x)`y`"_s.remove(u' ');
    QTest::newRow("like an option") << u"x--exec=y"_s;
    QTest::newRow("any script") << u"ветка/模型"_s;
    QTest::newRow("like a reference") << u"HEAD2@team"_s;
}

void GitStateTest::takesAnyBranchName()
{
    QFETCH(QString, branch);
    (void)git({u"checkout"_s, u"-q"_s, u"-b"_s, branch});
    QCOMPARE(version(), branch + u'-' + git({u"rev-parse"_s, u"HEAD"_s}).left(7));
    QVERIFY(checkName(NameKind::Version, version()));
}

void GitStateTest::answersFromAnyFolderOfTheWorkTree()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"a/b"_s));
    QCOMPARE(version(m_folder->filePath(u"a/b"_s)), version());
}

void GitStateTest::isHonestWithoutACommit()
{
    const QTemporaryDir empty;
    QProcess::execute(u"git"_s, {u"init"_s, u"-q"_s, empty.path()});
    const Result<GitState> state = readGitState(empty.path());
    QVERIFY(!state);
    QCOMPARE(state.error().code, Error::Code::NotFound);
}

void GitStateTest::isHonestOutsideARepository()
{
    const QTemporaryDir elsewhere;
    const Result<GitState> state = readGitState(elsewhere.path());
    QVERIFY(!state);
    QCOMPARE(state.error().code, Error::Code::NotFound);
    QVERIFY(state.error().message.contains(elsewhere.path()));
}

QTEST_GUILESS_MAIN(GitStateTest)
#include "tst_gitstate.moc"
