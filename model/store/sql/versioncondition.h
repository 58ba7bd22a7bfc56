// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/versionquery.h"
#include "model/store/sql/sqlcondition.h"
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
    void collect(const FilterField &field, const QStringList &values);
    void collect(const FilterNode &node);

    QHash<QString, qint64> m_names, m_stages, m_models;
};

/// Where a condition is asked: what stands for the version's id, and what is known of one field already.
struct ConditionPlace {
    QString id = QStringLiteral("v.id");
    std::optional<FilterField> walked; ///< `row` is the row of this metric, parameter or tag
    QString row = QStringLiteral("s"); ///< "+s" where the index must not be searched by the filter
    std::optional<FilterField> driven; ///< `d` is the row of this one
    bool isWithoutNumber = false; ///< the walked metric is NaN here, the walked parameter a text
    std::optional<FilterField> absent; ///< versions here do not have this one
};

/// What a filter means in SQL: a comparison with a missing value is false, also below `not`. An OR at the top has no
/// parentheses. Filters from normalFilter() keep within the depth that SQLite's parser allows.
[[nodiscard]] SqlCondition versionCondition(const FilterNode &node, const QueryNames &names, const ConditionPlace &place);

/// A comparison of `created_at`, which is finer than the milliseconds of a QDateTime; `row` is a row of `versions`.
[[nodiscard]] SqlCondition createdCondition(const FilterNode &node, const QString &row);

} // namespace stagekeeper
