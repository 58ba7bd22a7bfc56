// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlitefile.h"

#include "model/security/records.h"
#include "model/store/sql/eventlog.h"
#include "model/store/sql/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QUuid>

#include <sqlite3.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qint64 applicationId = 0x53544B50; // "STKP"
constexpr qint64 quickCheckLimit = 32 * 1024 * 1024; // bytes; larger files are checked by "check" only

QString tr(const char *text)
{
    return QCoreApplication::translate("SqliteFile", text);
}

Result<> classify(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return fail(Error::Code::Unsupported, tr("%1 is a link; open the registry file itself.").arg(path));
    if (!info.exists())
        return fail(Error::Code::NotFound, tr("There is no registry at %1.").arg(path));
    if (info.isDir())
        return fail(Error::Code::InvalidArgument, tr("%1 is a folder, not a registry file.").arg(path));
    struct stat status { };
    if (!info.isFile() || ::stat(path.toLocal8Bit().constData(), &status) != 0)
        return fail(Error::Code::Unsupported, tr("%1 is not a plain file.").arg(path));
    if (status.st_nlink > 1)
        return fail(Error::Code::Unsupported,
                    tr("%1 has a second name (a hard link), which can damage a registry; copy it first.").arg(path));
    if (info.size() == 0)
        return fail(Error::Code::Unsupported, tr("%1 is empty; it is not a Stagekeeper registry.").arg(path));
    return {};
}

Result<> checkIdentity(Database &database)
{
    const auto id = database.integer(u"PRAGMA application_id"_s);
    if (!id)
        return failAs(id);
    if (*id != applicationId)
        return fail(Error::Code::Unsupported, tr("%1 is not a Stagekeeper registry.").arg(database.file()));
    return {};
}

Result<int> numberFrom(Database &database, const QString &key)
{
    const auto value = database.text(u"SELECT value FROM meta WHERE key = ?"_s, {key});
    if (!value && value.error().code != Error::Code::Internal) // there may be no such table
        return failAs(value);
    bool ok = false;
    const int number = value ? value->value_or(QString()).toInt(&ok) : 0;
    if (!ok)
        return fail(Error::Code::Corrupt, tr("%1 is damaged; restore it from a backup.").arg(database.file()), key);
    return number;
}

/// Gives the reason why the file may only be read, or an error when it may not even be read.
Result<QString> checkNumbers(Database &database)
{
    const Result<int> reader = numberFrom(database, u"min_reader"_s);
    const Result<int> writer = numberFrom(database, u"min_writer"_s);
    if (!reader || !writer)
        return failAs(reader ? writer : reader);
    if (*writer <= currentSchema)
        return QString();
    const auto made = database.text(u"SELECT value FROM meta WHERE key = 'last_writer_app'"_s);
    const QString newer = made && *made ? **made : u"?"_s;
    if (*reader > currentSchema)
        return fail(Error::Code::Unsupported, tr("%1 was made by Stagekeeper %2; install that version or a newer one to open it.")
                                                  .arg(database.file(), newer));
    return tr("Made by Stagekeeper %1, which is newer than this one: it can be read here; install %1 to change it.").arg(newer);
}

Result<> checkContent(Database &database)
{
    const Result<int> schema = numberFrom(database, u"schema"_s);
    if (!schema)
        return failAs(schema);
    if (*schema <= currentSchema) { // objects of a newer schema are not known here; such a file is only read
        if (const Result<> objects = checkSchemaObjects(database, *schema); !objects)
            return objects;
    }
    if (QFileInfo(database.file()).size() > quickCheckLimit)
        return {};
    const auto verdict = database.text(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return failAs(verdict);
    if (*verdict != u"ok"_s)
        return fail(Error::Code::Corrupt, tr("%1 is damaged; restore it from a backup.").arg(database.file()),
                    verdict->value_or(QString()));
    return {};
}

Result<> checkAll(Database &database, QString &readOnlyReason)
{
    if (const Result<> identity = checkIdentity(database); !identity)
        return identity;
    const Result<QString> reason = checkNumbers(database);
    if (!reason)
        return failAs(reason);
    readOnlyReason = *reason;
    return checkContent(database);
}

QString whyNotWritable(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isWritable())
        return tr("The file is write-protected for you.");
    if (!QFileInfo(info.absolutePath()).isWritable())
        return tr("You may not write in the folder of the file.");
    return {};
}

Result<> prepareForWriting(Database &database)
{
    const auto mode = database.text(u"PRAGMA journal_mode=TRUNCATE"_s);
    if (!mode)
        return failAs(mode);
    if (*mode != u"truncate"_s)
        return fail(Error::Code::Unavailable, tr("%1 is in use in another journal mode; close the other program first.")
                                                  .arg(database.file()));
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    return {};
}

Result<> logCreation(Database &database, const QString &name, const Lifecycle &lifecycle, const Actor &actor, const QString &origin)
{
    QJsonArray stages;
    for (const Stage &stage : lifecycle.stages())
        stages.append(stage.name);
    NewEvent event;
    event.action = u"registry.created"_s;
    event.after = QJsonObject {{u"name"_s, name}, {u"stages"_s, stages}};
    event.changes = {{u"registry"_s, u"registry"_s, 1, {}, registryDigest(name, lifecycle)}};
    return EventLog(database, actor, origin).append(event);
}

Result<> fillNewFile(Database &database, const QString &name, const Lifecycle &lifecycle, const Actor &actor)
{
    const QString origin = u"stagekeeper/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Result<> made = applySchema(database, currentSchema); !made)
        return made;
    const std::pair<QString, QString> facts[] = {
        {u"schema"_s, QString::number(currentSchema)}, {u"min_reader"_s, QString::number(currentSchema)},
        {u"min_writer"_s, QString::number(currentSchema)}, {u"last_writer_app"_s, QStringLiteral(STAGEKEEPER_VERSION)},
        {u"name"_s, name}, {u"origin"_s, origin}};
    for (const auto &[key, value] : facts) {
        if (const auto done = database.run(u"INSERT INTO meta (key, value) VALUES (?, ?)"_s, {key, value}); !done)
            return failAs(done);
    }
    static const QMap<StageKind, QString> kinds = {{StageKind::Initial, u"initial"_s}, {StageKind::Working, u"working"_s},
                                                   {StageKind::Live, u"live"_s}, {StageKind::Archive, u"archive"_s}};
    for (const Stage &stage : lifecycle.stages()) {
        if (const auto done = database.run(u"INSERT INTO stages (name, kind, capacity) VALUES (?, ?, ?)"_s,
                                           {stage.name, kinds.value(stage.kind), stage.capacity});
            !done)
            return failAs(done);
    }
    for (const QString &pragma : {u"PRAGMA application_id=%1"_s.arg(applicationId), u"PRAGMA user_version=%1"_s.arg(currentSchema)}) {
        if (const auto done = database.run(pragma); !done)
            return failAs(done);
    }
    return logCreation(database, name, lifecycle, actor, origin);
}

} // namespace

Result<RegistryFile> openRegistryFile(const QString &path, bool readOnly)
{
    if (const Result<> plain = classify(path); !plain)
        return failAs(plain);
    const QString obstacle = whyNotWritable(path);
    QString reason = readOnly ? tr("The registry was opened for reading only.") : obstacle;
    // A file with an unfinished transaction can only be read after somebody who may write has rolled it back, so a file
    // that we may write is opened for writing even when it is only read; query_only below keeps it as it is.
    const auto mode = obstacle.isEmpty() ? Database::Mode::ReadWrite : Database::Mode::ReadOnly;
    Result<std::unique_ptr<Database>> database = Database::open(path, mode);
    if (!database)
        return failAs(database);
    QString newerReason;
    if (const Result<> sound = checkAll(**database, newerReason); !sound)
        return failAs(sound);
    if (reason.isEmpty() && newerReason.isEmpty() && sqlite3_db_readonly((*database)->handle(), "main") != 0)
        reason = tr("The file lies on a disk that cannot be written.");
    if (!newerReason.isEmpty())
        reason = newerReason;
    if (reason.isEmpty()) {
        if (const Result<> writable = prepareForWriting(**database); !writable)
            return failAs(writable);
    } else if (const auto only = (*database)->run(u"PRAGMA query_only=ON"_s); !only) {
        return failAs(only);
    }
    return RegistryFile {std::move(*database), reason};
}

Result<std::unique_ptr<Database>> createRegistryFile(const QString &path, const QString &name, const Lifecycle &lifecycle,
                                                     const Actor &actor)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return fail(Error::Code::NotFound, tr("There is no folder %1.").arg(folder));
    if (QFile file(path); !file.open(QIODevice::NewOnly | QIODevice::WriteOnly)) { // exclusive: one of two racers wins
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            return fail(Error::Code::AlreadyExists, tr("There is already something at %1; nothing was changed.").arg(path));
        return fail(Error::Code::Unavailable, tr("No file can be made at %1.").arg(path), file.errorString());
    }
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return failAs(database);
    Result<> made = prepareForWriting(**database);
    if (made)
        made = (*database)->write([&] { return fillNewFile(**database, name, lifecycle, actor); });
    if (!made) {
        database->reset();
        QFile::remove(path); // ours: it did not exist a moment ago
        QFile::remove(path + u"-journal"_s);
        return failAs(made);
    }
    return std::move(*database);
}

} // namespace stagekeeper
