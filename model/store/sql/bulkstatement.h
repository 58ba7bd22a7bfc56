// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace stagekeeper {

class Database;

/// A prepared statement on the raw SQLite handle. Qt Sql copies every value through a QVariant, which halves the rate of
/// an import (measurements.md §4); everything that does not run in such a loop uses Database instead.
class BulkStatement final
{
public:
    BulkStatement(const Database &database, sqlite3_stmt *statement);
    ~BulkStatement();
    BulkStatement(const BulkStatement &) = delete;
    BulkStatement &operator=(const BulkStatement &) = delete;

    /// Binds the next parameter.
    BulkStatement &bind(qint64 value);
    BulkStatement &bind(double value); ///< NaN becomes NULL
    BulkStatement &bind(QStringView value);
    BulkStatement &bind(QByteArrayView value);
    BulkStatement &bindNull();
    template <typename T>
    BulkStatement &bind(const std::optional<T> &value)
    {
        if (!value)
            return bindNull();
        if constexpr (std::is_same_v<T, double>)
            return bind(*value);
        else
            return bind(qint64(*value));
    }
    BulkStatement &bindVariant(const class QVariant &value);

    /// Runs the statement to its end and makes it ready for the next values.
    [[nodiscard]] Result<> run();
    /// Steps to the next row; false at the end, after which the statement is ready for the next values.
    [[nodiscard]] Result<bool> next();
    /// The first column of the first row, or nothing.
    [[nodiscard]] Result<std::optional<qint64>> first();
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] std::optional<double> real(int column) const; ///< nothing for NULL
    void reset();

private:
    const Database &m_database;
    sqlite3_stmt *m_statement;
    int m_next = 0;
    bool m_canBeStored = true; ///< all texts bound so far
};

} // namespace stagekeeper
