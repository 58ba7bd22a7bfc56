// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/versiondriver.h"
#include "model/store/sql/versionorder.h"

namespace stagekeeper {

/// The versions of a walk that meet all `conditions`, in its order: walking its index, or starting from `driver`. Nothing
/// when no version can meet them.
[[nodiscard]] std::optional<SqlStatement> versionStatement(const VersionWalk &walk, const std::optional<VersionDriver> &driver,
                                                           const QList<FilterNode> &conditions, const QueryNames &names);

/// The versions that meet all `conditions`, which are of the driver's field, in the order of its index.
[[nodiscard]] std::optional<SqlStatement> versionSet(const VersionDriver &driver, const QList<FilterNode> &conditions,
                                                     const QueryNames &names);

} // namespace stagekeeper
