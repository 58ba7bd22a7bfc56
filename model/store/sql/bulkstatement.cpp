// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/bulkstatement.h"

#include "model/domain/namerules.h"
#include "model/store/sql/database.h"

#include <QVariant>

#include <sqlite3.h>

namespace stagekeeper {

BulkStatement::BulkStatement(const Database &database, sqlite3_stmt *statement)
    : m_database(database), m_statement(statement)
{
}

BulkStatement::~BulkStatement()
{
    sqlite3_finalize(m_statement);
}

BulkStatement &BulkStatement::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_next, value);
    return *this;
}

BulkStatement &BulkStatement::bind(double value)
{
    sqlite3_bind_double(m_statement, ++m_next, value);
    return *this;
}

BulkStatement &BulkStatement::bind(QStringView value)
{
    if (value.isEmpty()) { // most fields of most versions: nothing to encode, nothing to copy
        sqlite3_bind_text(m_statement, ++m_next, "", 0, SQLITE_STATIC);
        return *this;
    }
    m_canBeStored = m_canBeStored && canBeStored(value);
    const QByteArray bytes = value.toUtf8();
    sqlite3_bind_text(m_statement, ++m_next, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    return *this;
}

BulkStatement &BulkStatement::bind(QByteArrayView value)
{
    sqlite3_bind_blob(m_statement, ++m_next, value.data(), int(value.size()), SQLITE_TRANSIENT);
    return *this;
}

BulkStatement &BulkStatement::bindNull()
{
    sqlite3_bind_null(m_statement, ++m_next);
    return *this;
}

BulkStatement &BulkStatement::bindVariant(const QVariant &value)
{
    if (value.isNull())
        return bindNull();
    switch (value.typeId()) {
    case QMetaType::Double:
        return bind(value.toDouble());
    case QMetaType::QString:
        return bind(QStringView(value.toString()));
    case QMetaType::QByteArray:
        return bind(QByteArrayView(value.toByteArray()));
    default:
        return bind(qint64(value.toLongLong()));
    }
}

Result<> BulkStatement::run()
{
    for (;;) {
        const Result<bool> row = next();
        if (!row)
            return failAs(row);
        if (!*row)
            return {};
    }
}

Result<bool> BulkStatement::next()
{
    if (!m_canBeStored) {
        reset();
        return tl::unexpected<Error>(Database::unstorableText());
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    const Error error = m_database.errorOf(code);
    reset();
    return tl::unexpected<Error>(error);
}

Result<std::optional<qint64>> BulkStatement::first()
{
    const Result<bool> row = next();
    if (!row)
        return failAs(row);
    if (!*row)
        return std::nullopt;
    const qint64 value = integer(0);
    reset();
    return value;
}

qint64 BulkStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<double> BulkStatement::real(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return {};
    return sqlite3_column_double(m_statement, column);
}

void BulkStatement::reset()
{
    sqlite3_reset(m_statement);
    m_next = 0;
    m_canBeStored = true;
}

} // namespace stagekeeper
