// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "model/store/sql/database.h"

namespace stagekeeper {

/// InvalidArgument with the way that would close, when one of `parents` is `child` itself or came from it. Costs one look
/// into an index while no version names `child` as its parent, which is nearly always.
[[nodiscard]] Result<> refuseCycle(Database &database, const Parent &child, const QList<Parent> &parents);

} // namespace stagekeeper
