// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/database.h"

#include "model/domain/namerules.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int busyBudgetMs = 30'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

/// Waits a random 0.2-2 ms between tries: SQLite's own growing pauses starve one of several eager writers (measurements.md §4).
/// The clock says when to give up: on a busy machine the sleeps take twice as long as they were asked to.
int waitWhenBusy(void *timer, int tries)
{
    auto &waiting = *static_cast<QElapsedTimer *>(timer);
    if (tries == 0)
        waiting.start();
    if (waiting.hasExpired(busyBudgetMs))
        return 0;
    quint32 random = 0;
    sqlite3_randomness(sizeof random, &random);
    sqlite3_sleep(200 + int(random % 1800) < 1000 ? 1 : 2);
    return 1;
}

thread_local QElapsedTimer busyTimer;

QString connectOptions(Database::Mode mode)
{
    return mode == Database::Mode::ReadOnly ? u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s : u"QSQLITE_OPEN_URI"_s;
}

QString fileUri(const QString &file, Database::Mode mode)
{
    const QString path = QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(file).absoluteFilePath(), "/"));
    const QString access = mode == Database::Mode::ReadOnly ? u"ro"_s : u"rw"_s; // never rwc: opening must not create
    return u"file:"_s + path + u"?mode="_s + access;
}

} // namespace

std::optional<qint64> Row::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Row::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<bool> Row::optionalBool(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column) != 0);
}

Database::Database(QString connection, QString file) : m_connection(std::move(connection)), m_file(std::move(file)) { }

Database::~Database()
{
    m_queries.clear();
    m_bulk.clear();
    m_recent.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Mode mode)
{
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(connection, file));
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        sql.setDatabaseName(fileUri(file, mode));
        sql.setConnectOptions(connectOptions(mode));
        if (!sql.open()) {
            const QString detail = sql.lastError().text();
            return fail(Error::Code::Unavailable, tr("The registry %1 cannot be opened.").arg(file), detail);
        }
        database->m_handle = *static_cast<sqlite3 *const *>(sql.driver()->handle().constData());
    }
    if (const Result<> hardened = database->harden(); !hardened)
        return failAs(hardened);
    return database;
}

Result<> Database::harden()
{
    sqlite3 *db = handle();
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_handler(db, waitWhenBusy, &busyTimer);
    for (const auto &[option, value] : {std::pair {SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0}, {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}) {
        sqlite3_db_config(db, option, value, nullptr);
    }
    // triggers stay off until the file's schema was found to be ours (sqlitefile.cpp)
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 400);
    for (const char *pragma : {"PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0", "PRAGMA temp_store=MEMORY",
                               "PRAGMA foreign_keys=ON", "PRAGMA cache_size=-16384", "PRAGMA synchronous=EXTRA"}) {
        if (const Result<> done = exec(pragma); !done)
            return done;
    }
    return {};
}

Error Database::errorOf(int code) const
{
    const QString detail = QString::fromUtf8(sqlite3_errmsg(handle())) + u" ("_s + QString::number(code) + u')';
    if (code == SQLITE_READONLY_ROLLBACK)
        return {Error::Code::Unavailable,
                tr("%1 holds an unfinished change; somebody who may write it must open it once.").arg(m_file), detail};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Code::Unavailable, tr("%1 is being changed by another program; try again.").arg(m_file), detail};
    case SQLITE_FULL:
        return {Error::Code::Unavailable, tr("There is no room left on the disk of %1; the change was not made.").arg(m_file), detail};
    case SQLITE_READONLY:
        return {Error::Code::Unavailable, tr("%1 cannot be written.").arg(m_file), detail};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        return {Error::Code::Unavailable, tr("%1 cannot be read or written.").arg(m_file), detail};
    case SQLITE_CORRUPT:
        return {Error::Code::Corrupt, tr("%1 is damaged; restore it from a backup.").arg(m_file), detail};
    case SQLITE_NOTADB:
        return {Error::Code::Unsupported, tr("%1 is not a Stagekeeper registry.").arg(m_file), detail};
    case SQLITE_CONSTRAINT:
        return {Error::Code::Conflict, tr("The change does not fit what is in the registry by now."), detail};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return {Error::Code::InvalidArgument, tr("A value is too large to be stored."), detail};
    default:
        return {Error::Code::Internal, tr("The registry could not be used."), detail};
    }
}

Error Database::unstorableText()
{
    return {Error::Code::InvalidArgument,
            tr("A text cannot be stored: it begins with U+FEFF, or holds U+FFFE, U+FFFF or half of a surrogate pair."), {}};
}

Result<> Database::exec(const char *sql)
{
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(errorOf(code));
    return {};
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_queries[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            query.reset();
            return tl::unexpected<Error>(errorOf(sqlite3_extended_errcode(handle())));
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i).typeId() == QMetaType::QString && !canBeStored(values.at(i).toString()))
            return tl::unexpected<Error>(unstorableText());
        query->bindValue(int(i), values.at(i));
    }
    if (!query->exec()) {
        const Error error = errorOf(sqlite3_extended_errcode(handle()));
        query->finish();
        return tl::unexpected<Error>(error);
    }
    return query.get();
}

Result<qint64> Database::run(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return failAs(query);
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<qint64> Database::select(const QString &sql, const QVariantList &values, const std::function<void(const Row &)> &each)
{
    const Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return failAs(query);
    qint64 rows = 0;
    for (; (*query)->next(); ++rows)
        each(Row(**query));
    const bool failed = (*query)->lastError().isValid();
    const int code = sqlite3_extended_errcode(handle());
    (*query)->finish();
    if (failed)
        return tl::unexpected<Error>(errorOf(code));
    return rows;
}

Result<std::optional<qint64>> Database::integer(const QString &sql, const QVariantList &values)
{
    std::optional<qint64> value;
    return select(sql, values, [&value](const Row &row) { value = value ? value : row.optionalInteger(0); })
        .map([&value](qint64) { return value; });
}

Result<std::optional<QString>> Database::text(const QString &sql, const QVariantList &values)
{
    std::optional<QString> value;
    return select(sql, values, [&value](const Row &row) { value = value ? value : std::optional(row.text(0)); })
        .map([&value](qint64) { return value; });
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(handle());
}

Result<std::unique_ptr<BulkStatement>> Database::prepare(const QString &sql)
{
    sqlite3_stmt *raw = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v2(handle(), utf8.constData(), int(utf8.size()), &raw, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(errorOf(code));
    return std::make_unique<BulkStatement>(*this, raw);
}

Result<BulkStatement *> Database::bulk(const QString &sql)
{
    std::shared_ptr<BulkStatement> &statement = m_bulk[sql];
    if (!statement) {
        Result<std::unique_ptr<BulkStatement>> prepared = prepare(sql);
        if (!prepared)
            return failAs(prepared);
        statement = std::move(*prepared);
    }
    return statement.get();
}

Result<BulkStatement *> Database::recent(const QString &sql)
{
    BulkStatement *statement = m_recent.object(sql);
    if (!statement) {
        Result<std::unique_ptr<BulkStatement>> prepared = prepare(sql);
        if (!prepared)
            return failAs(prepared);
        statement = prepared->release();
        m_recent.insert(sql, statement);
    }
    return statement;
}

Result<> Database::integers(const QString &sql, const QVariantList &values, const std::function<bool(qint64)> &each)
{
    const Result<BulkStatement *> statement = recent(sql);
    if (!statement)
        return failAs(statement);
    for (const QVariant &value : values)
        (*statement)->bindVariant(value);
    Result<bool> row = (*statement)->next();
    for (; row && *row; row = (*statement)->next()) {
        if (each((*statement)->integer(0)))
            continue;
        (*statement)->reset();
        break;
    }
    return row.map([](bool) { });
}

Result<> Database::begin()
{
    const Result<> begun = exec("BEGIN IMMEDIATE");
    m_inTransaction = begun.has_value();
    ++m_transactions;
    return begun;
}

bool Database::hasTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

qint64 Database::changes() const
{
    return sqlite3_total_changes64(handle());
}

Result<> Database::commit()
{
    if (m_doomed) {
        const Error reason = *m_doomed;
        rollback();
        return tl::unexpected<Error>(reason);
    }
    const Result<> committed = exec("COMMIT");
    if (!committed)
        rollback();
    m_inTransaction = false;
    return committed;
}

void Database::rollback()
{
    ++m_rollbacks;
    m_inTransaction = false;
    m_doomed.reset();
    if (hasTransaction()) // some errors roll back by themselves
        (void)exec("ROLLBACK");
}

} // namespace stagekeeper
