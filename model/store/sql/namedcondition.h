// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"
#include "model/store/sql/sqlcondition.h"

namespace stagekeeper {

/// The condition on the columns of one row of `metrics`, `params` or `tags`, called `row`. Not for Missing.
[[nodiscard]] SqlCondition namedValueCondition(const FilterNode &node, const QString &row);

/// What compares with a parameter's JSON: the text as JSON, and as it is for `true` and numbers.
[[nodiscard]] QVariantList parameterSpellings(const QString &text);

} // namespace stagekeeper
