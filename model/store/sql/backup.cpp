// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/backup.h"

#include "model/store/openstores.h"
#include "model/store/sql/sqlitefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

bool syncPath(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return synced;
}

Result<> copyInto(const QString &registry, const QString &temporary)
{
    const Result<RegistryFile> source = openRegistryFile(registry, true);
    if (!source)
        return failAs(source);
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(temporary.toUtf8().constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        if (sqlite3_backup *copy = sqlite3_backup_init(target, "main", source->database->handle(), "main")) {
            sqlite3_backup_step(copy, -1); // all pages under one read lock: one moment
            code = sqlite3_backup_finish(copy);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    const QString detail = QString::fromUtf8(sqlite3_errmsg(target));
    sqlite3_close(target);
    if (code == SQLITE_FULL)
        return fail(Error::Code::Unavailable, tr("There is no room left on the disk for a copy; nothing was changed."), detail);
    if (code != SQLITE_OK)
        return fail(Error::Code::Unavailable, tr("The copy could not be written beside its target."), detail);
    return {};
}

Result<> check(const QString &path)
{
    Result<Stores> copy = openStores(path, {.actor = {}, .readOnly = true});
    if (!copy)
        return failAs(copy);
    const Result<CheckReport> report = copy->audit->verify();
    if (!report)
        return failAs(report);
    if (!report->problems.isEmpty())
        return fail(Error::Code::Corrupt, tr("The log or the records of %1 do not hold: %2").arg(path, report->problems.first().detail));
    return {};
}

} // namespace

Result<> backupRegistry(const QString &registry, const QString &target)
{
    const QFileInfo wanted(target);
    if (wanted.exists() || wanted.isSymLink())
        return fail(Error::Code::AlreadyExists, tr("There is already something at %1; nothing was changed.").arg(target));
    if (!QFileInfo(wanted.absolutePath()).isDir())
        return fail(Error::Code::NotFound, tr("There is no folder %1.").arg(wanted.absolutePath()));
    const QString temporary
        = wanted.absolutePath() + u"/.backup-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<> done = copyInto(registry, temporary);
    if (done)
        done = check(temporary);
    if (done && (!syncPath(temporary) || ::link(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) != 0
                 || !syncPath(wanted.absolutePath())))
        done = fail(Error::Code::Unavailable, tr("%1 could not be written.").arg(target));
    QFile::remove(temporary);
    QFile::remove(temporary + u"-journal"_s);
    return done;
}

Result<> restoreRegistry(const QString &backup, const QString &target)
{
    return backupRegistry(backup, target);
}

} // namespace stagekeeper
