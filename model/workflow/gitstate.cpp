// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/gitstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GitState)
};

struct Answer {
    int exitCode = 0;
    QString output, errors;
};

Result<Answer> ask(const QString &folder, const QStringList &arguments)
{
    QProcess git;
    // a repository's own settings may name programs to run
    git.setArguments(QStringList {u"-C"_s, folder, u"-c"_s, u"core.fsmonitor=false"_s, u"--no-optional-locks"_s} + arguments);
    git.setProgram(u"git"_s);
    git.setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    git.setProcessEnvironment(environment);
    git.start();
    if (!git.waitForStarted())
        return fail(Error::Code::Unavailable, Text::tr("git is not installed, so it cannot be asked for the version."),
                    git.errorString());
    if (!git.waitForFinished(10'000)) {
        git.kill();
        git.waitForFinished(1'000);
        return fail(Error::Code::Unavailable, Text::tr("git did not answer within ten seconds."));
    }
    return Answer {git.exitStatus() == QProcess::NormalExit ? git.exitCode() : -1,
                   QString::fromUtf8(git.readAllStandardOutput()).trimmed(),
                   QString::fromUtf8(git.readAllStandardError()).trimmed()};
}

} // namespace

Result<GitState> readGitState(const QString &folder)
{
    const QString path = folder.isEmpty() ? QDir::currentPath() : folder;
    const auto commit = ask(path, {u"rev-parse"_s, u"--verify"_s, u"HEAD^{commit}"_s});
    if (!commit)
        return failAs(commit);
    if (commit->exitCode != 0)
        return fail(Error::Code::NotFound,
                    Text::tr("\"%1\" is not in a git work tree with a commit, so git gives no version.").arg(path),
                    commit->errors);

    GitState state {commit->output, commit->output.left(7), {}, {}, false};
    const struct {
        QStringList arguments;
        QString &answer;
    } questions[] = {
        {{u"rev-parse"_s, u"--short=7"_s, u"HEAD"_s}, state.shortCommit},
        {{u"symbolic-ref"_s, u"--short"_s, u"-q"_s, u"HEAD"_s}, state.branch},
        {{u"describe"_s, u"--tags"_s, u"--exact-match"_s, u"HEAD"_s}, state.tag},
    };
    for (const auto &question : questions) {
        const auto answer = ask(path, question.arguments);
        if (!answer)
            return failAs(answer);
        if (answer->exitCode == 0)
            question.answer = answer->output;
    }
    const auto changes = ask(path, {u"status"_s, u"--porcelain"_s, u"--untracked-files=no"_s});
    if (!changes)
        return failAs(changes);
    if (changes->exitCode != 0)
        return fail(Error::Code::Unavailable, Text::tr("git cannot say whether \"%1\" was changed.").arg(path),
                    changes->errors);
    state.isDirty = !changes->output.isEmpty();
    return state;
}

QString versionText(const GitState &state)
{
    const QString clean = !state.tag.isEmpty() ? state.tag
        : !state.branch.isEmpty()              ? QString(state.branch % u'-' % state.shortCommit)
                                               : state.commit;
    return state.isDirty ? QString(clean % u"-dirty"_s) : clean;
}

} // namespace stagekeeper
