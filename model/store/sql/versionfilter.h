// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/versionquery.h"

#include <QVariantList>

#include <functional>
#include <optional>

namespace stagekeeper {

/// A statement with the values of its parameters in order.
struct SqlStatement {
    QString sql;
    QVariantList values;
};

/// Runs a statement and gives the first column of its first row; Database::integer() has this form.
using SqlInteger = std::function<Result<std::optional<qint64>>(const QString &sql, const QVariantList &values)>;

/// Runs a statement and hands on the first column of every row, until `each` says false.
using SqlIntegers = std::function<Result<>(const SqlStatement &statement, const std::function<bool(qint64)> &each)>;

/// How a VersionQuery is answered: run the parts in order, take the first column of every row as a version id, keep those
/// that all sets name too, and stop when there are enough. No id comes twice. Without sets, every part has its LIMIT bound.
struct VersionPlan {
    QList<SqlStatement> sets;
    QList<SqlStatement> parts;
    /// When the parts so far have given this many ids there are no more, and the rest need not run; -1: not known.
    qint64 total = -1;
};

/// Turns a query into SQL over the tables of resources/schema. Asks `integer` for ids of names and for counts that decide
/// between walking in the order of the sort, starting from a condition that few versions meet, and gathering what each
/// condition names; SQLite's own choice is up to 40 times slower. A name that does not exist matches nothing and is no error.
///
/// Order: by the sort key, ties by id in the same direction. NaN comes after all values and missing ones after NaN, in
/// both directions. Versions of all models are sorted by the model's name before their precedence.
/// `~` ignores the case of ASCII letters; text with other letters matches as typed, in lower case and in upper case.
/// `limit` below 0: all.
[[nodiscard]] Result<VersionPlan> planVersions(const VersionQuery &query, qint64 limit, const SqlInteger &integer);

[[nodiscard]] Result<QList<qint64>> runVersionPlan(const VersionPlan &plan, qint64 limit, const SqlIntegers &integers);

/// How many versions a query matches, as one statement with one number.
[[nodiscard]] Result<SqlStatement> planVersionCount(const VersionQuery &query, const SqlInteger &integer);

} // namespace stagekeeper
