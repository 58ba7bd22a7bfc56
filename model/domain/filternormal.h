// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

namespace stagekeeper {

/// The same filter with `not` only right before single conditions, without groups inside groups of their own kind, and with
/// the deepest part of every group first. Stores translate this form, since their parsers nest less deeply than people.
[[nodiscard]] FilterNode normalFilter(const FilterNode &node);

} // namespace stagekeeper
