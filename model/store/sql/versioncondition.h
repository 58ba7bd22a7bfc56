// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/versionquery.h"
#include "model/store/sql/versionfilter.h"

#include <QHash>

namespace stagekeeper {

/// Ids of the names that occur in a query; -1 for those that do not exist, which no row has.
class QueryNames final
{
public:
    [[nodiscard]] static Result<QueryNames> resolve(const VersionQuery &query, const SqlInteger &integer);

    [[nodiscard]] qint64 name(const QString &text) const { return m_names.value(text, -1); }
    [[nodiscard]] qint64 stage(const QString &text) const { return m_stages.value(text, -1); }
    [[nodiscard]] qint64 model(const QString &text) const { return m_models.value(text, -1); }

private:
    void collect(const FilterNode &node);

    QHash<QString, qint64> m_names, m_stages, m_models;
};

/// Part of a WHERE clause: "1" and "0" when it is always or never true.
struct SqlCondition {
    QString text = QStringLiteral("1");
    QVariantList values;
    bool readsRow = false; ///< refers to columns of `versions v`

    [[nodiscard]] bool isAlways() const { return text == QStringLiteral("1"); }
    [[nodiscard]] bool isNever() const { return text == QStringLiteral("0"); }
    /// Values of `other` come after those of this one.
    void require(const SqlCondition &other);
};

/// Where a condition is asked: what stands for the version's id, and what is known of one field already.
struct ConditionPlace {
    QString id = QStringLiteral("v.id");
    std::optional<FilterField> walked; ///< `s` is the row of this metric, parameter or tag
    std::optional<FilterField> absent; ///< versions here do not have this one
};

/// What a filter means in SQL. Never NULL-poisoned: a comparison with a missing value is false, also below `not`.
[[nodiscard]] SqlCondition versionCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place);

/// The condition on the columns of one row of `metrics`, `params` or `tags`, called `row`.
[[nodiscard]] SqlCondition namedValueCondition(const FilterNode &node, const QString &row);

/// `expression` contains the text, as `~` means it.
[[nodiscard]] SqlCondition containsCondition(const QString &expression, const QString &text);

/// `expression IN (...)`, or "0" without values.
[[nodiscard]] SqlCondition inCondition(const QString &expression, const QVariantList &values);

/// What compares with a parameter's JSON: the text as JSON and as it is.
[[nodiscard]] QVariantList parameterSpellings(const QString &text);

/// A comparison of `created_at`, which is finer than the milliseconds of a QDateTime.
[[nodiscard]] SqlCondition createdCondition(const FilterNode &node, const QString &row);

} // namespace stagekeeper
