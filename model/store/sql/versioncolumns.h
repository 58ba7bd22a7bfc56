// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

namespace stagekeeper {

/// Where metrics, parameters and tags are: a row for each version and name.
struct NamedTable {
    QString table;
    QString name; ///< column of the name's id
    QString value; ///< column that the index `index` sorts by
    QString index; ///< (model_id, name, value, version_id)
};

[[nodiscard]] NamedTable namedTable(FilterField::Kind kind);

/// The column of `versions` that holds the field; empty when no single column does.
[[nodiscard]] QString versionColumn(FilterField::Kind kind);

/// The index (model_id, column, id) of `versions`; empty when there is none.
[[nodiscard]] QString columnIndex(FilterField::Kind kind);

/// `v.deployed_at` as UTC text that sorts, NULL when it is no time.
[[nodiscard]] QString deployedExpression();

/// A parameter's JSON as the text that people see.
[[nodiscard]] QString parameterTextExpression(const QString &value);

} // namespace stagekeeper
