// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

#include <QVariantList>

namespace stagekeeper {

/// The values of a condition as SQL binds them.
[[nodiscard]] QString textOf(const FilterNode &node); ///< of a comparison
[[nodiscard]] QVariantList textsOf(const FilterNode &node, bool withEmpty);
[[nodiscard]] QVariantList numbersOf(const FilterNode &node); ///< without NaN
[[nodiscard]] bool hasNan(const FilterNode &node);
/// " <> ?" and the like; `~` has none.
[[nodiscard]] QString comparisonText(FilterNode::Operator op);
[[nodiscard]] bool isOrderOperator(FilterNode::Operator op);

} // namespace stagekeeper
