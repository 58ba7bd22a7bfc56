// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"

#include <QString>

namespace stagekeeper {

struct Stores;

/// The version that `MODEL:VERSION` or `MODEL@ALIAS` means. Names may contain `:` and `@` themselves: the last separator
/// wins, and the ones before it are tried only when that gives nothing. NotFound names what does not exist.
[[nodiscard]] Result<VersionId> resolve(Stores &stores, const QString &reference);

} // namespace stagekeeper
