// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/store/sql/bulkstatement.h"

#include <QCache>
#include <QHash>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3;

namespace stagekeeper {

/// One row of a result while it is being read.
class Row final
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) { }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] std::optional<bool> optionalBool(int column) const;

private:
    const QSqlQuery &m_query;
};

/// A connection to a registry file for the thread that opened it: prepared statements that are kept, write transactions,
/// and the one translation of driver errors into codes.
class Database final
{
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// Opens the file and hardens the connection (security.md §4.4); says nothing about what is in it.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &file, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement. Gives the number of rows that it changed.
    [[nodiscard]] Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Runs a query to its end and hands every row on. Gives the number of rows.
    [[nodiscard]] Result<qint64> select(const QString &sql, const QVariantList &values,
                                        const std::function<void(const Row &)> &each);
    /// The first column of the first row, or nothing.
    [[nodiscard]] Result<std::optional<qint64>> integer(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<std::optional<QString>> text(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] qint64 lastInsertId() const;

    /// A kept statement on the raw handle, for the loops that run a million times; valid as long as this database.
    [[nodiscard]] Result<BulkStatement *> bulk(const QString &sql);
    /// Runs a query and hands on the first column of every row, until `each` says false. Only the last few dozen statements
    /// are kept prepared: filters are as many as people think of. `each` must not ask in the same way.
    [[nodiscard]] Result<> integers(const QString &sql, const QVariantList &values, const std::function<bool(qint64)> &each);

    /// Runs `body() -> Result<T>` as one unit: a transaction of its own, or a part of the one that is open. A part that
    /// fails before it changed anything does no harm; one that fails later makes the commit fail, so that nothing half
    /// done is ever kept. (A savepoint for each part would copy every page it touches: half the rate of an import.)
    template <typename Body>
    [[nodiscard]] auto write(Body body) -> decltype(body());

    /// Runs `body() -> Result<T>` on one state of the file, which is locked once instead of for every statement.
    template <typename Body>
    [[nodiscard]] auto read(Body body) -> decltype(body());

    [[nodiscard]] Result<> begin(); ///< BEGIN IMMEDIATE: a deferred one would fail at once when somebody else writes
    [[nodiscard]] Result<> commit();
    void rollback();
    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }
    /// Grows with every rollback, so that whoever keeps ids of rows knows when to forget them.
    [[nodiscard]] qint64 rollbacks() const { return m_rollbacks; }
    [[nodiscard]] qint64 transactions() const { return m_transactions; }

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    /// What the last failed call of the raw handle means.
    [[nodiscard]] Error errorOf(int sqliteCode) const;
    /// Of a text that SQLite would not give back as it is (canBeStored): such a text is refused, not changed.
    [[nodiscard]] static Error unstorableText();

private:
    Database(QString connection, QString file);
    [[nodiscard]] Result<std::unique_ptr<BulkStatement>> prepare(const QString &sql);
    [[nodiscard]] Result<BulkStatement *> recent(const QString &sql);
    [[nodiscard]] Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<> exec(const char *sql);
    [[nodiscard]] bool hasTransaction() const; ///< of either kind
    [[nodiscard]] qint64 changes() const; ///< rows changed by this connection so far
    [[nodiscard]] Result<> harden();

    QString m_connection;
    QString m_file;
    sqlite3 *m_handle = nullptr;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_queries;
    QHash<QString, std::shared_ptr<BulkStatement>> m_bulk;
    QCache<QString, BulkStatement> m_recent {64};
    std::optional<Error> m_doomed; ///< why the open transaction cannot be committed any more
    bool m_inTransaction = false;
    qint64 m_rollbacks = 0;
    qint64 m_transactions = 0;
};

template <typename Body>
auto Database::read(Body body) -> decltype(body())
{
    if (hasTransaction())
        return body();
    if (const Result<> begun = exec("BEGIN"); !begun)
        return failAs(begun);
    auto result = body();
    if (const Result<> ended = exec("COMMIT"); !ended && result)
        return failAs(ended);
    return result;
}

template <typename Body>
auto Database::write(Body body) -> decltype(body())
{
    const bool isOutermost = !m_inTransaction;
    if (const Result<> begun = isOutermost ? begin() : Result<>(); !begun)
        return failAs(begun);
    const qint64 before = changes();
    auto result = body();
    if (!result) {
        if (isOutermost)
            rollback();
        else if (changes() != before)
            m_doomed = result.error();
        return result;
    }
    if (const Result<> done = isOutermost ? commit() : Result<>(); !done)
        return failAs(done);
    return result;
}

} // namespace stagekeeper
