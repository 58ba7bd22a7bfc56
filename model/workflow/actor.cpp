// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/actor.h"

#include "model/domain/namerules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Actor)
};

Result<QString> readInstallation(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Unavailable, Text::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    const QString id = QString::fromLatin1(file.read(200)).trimmed();
    if (QUuid::fromString(id).isNull())
        return fail(Error::Code::Corrupt,
                    Text::tr("\"%1\" does not hold the id of this installation; remove it to get a new one.").arg(path));
    return id;
}

/// Written whole under another name and then named without replacing, so that of two that do this at once one id stays.
Result<QString> makeInstallation(const QString &path)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString draft = path % u'.' % id;
    QFile file(draft);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(id.toLatin1() + '\n') > 0 && file.flush();
    const QString problem = file.errorString();
    file.close();
    const bool isNamed = isWritten && QFile::rename(draft, path);
    if (!isNamed)
        QFile::remove(draft);
    if (!isWritten)
        return fail(Error::Code::Unavailable, Text::tr("\"%1\" cannot be written: %2.").arg(path, problem));
    return readInstallation(path);
}

} // namespace

QString userFolder()
{
    const QString chosen = qEnvironmentVariable("STAGEKEEPER_HOME");
    return chosen.isEmpty() ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                                      % u"/stagekeeper"_s)
                            : chosen;
}

QString systemUserName()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (checkName(NameKind::Model, name))
            return name;
    }
    const QString home = QDir::home().dirName();
    return home.isEmpty() ? u"unknown"_s : home;
}

Result<Actor> currentActor(const QString &name)
{
    if (!name.isEmpty()) {
        if (const auto fits = checkText(Text::tr("name"), name); !fits)
            return failAs(fits);
    }
    const QString folder = userFolder();
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Unavailable,
                    Text::tr("The folder \"%1\" for your settings cannot be made; set STAGEKEEPER_HOME to one that can.")
                        .arg(folder));
    const QString path = folder % u"/installation"_s;
    const auto installation = QFile::exists(path) ? readInstallation(path) : makeInstallation(path);
    if (!installation)
        return failAs(installation);
    return Actor {name.isEmpty() ? systemUserName() : name, *installation};
}

} // namespace stagekeeper
