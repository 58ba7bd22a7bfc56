// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/versioncondition.h"

namespace stagekeeper {

/// Ways to start from the conditions instead of from the order: each statement gives, from an index alone, the ids of at
/// least all versions that meet some of `conditions`, which all must hold. Never one for `except`.
[[nodiscard]] QList<SqlStatement> versionDrivers(const QList<FilterNode> &conditions, ModelId model, const QueryNames &names,
                                                 const FilterField &except);

} // namespace stagekeeper
