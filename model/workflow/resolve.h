// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/modelversion.h"

namespace stagekeeper {

struct Stores;

/// The version that `MODEL:VERSION` or `MODEL@ALIAS` means. Names may contain `:` and `@` themselves: the split that
/// Reference::parse() makes is tried first, then the other separators from the last to the first. NotFound names what does
/// not exist.
[[nodiscard]] Result<VersionId> resolve(Stores &stores, const QString &reference);

/// What tables show of one version. NotFound when it is gone.
[[nodiscard]] Result<VersionSummary> summaryOf(Stores &stores, VersionId version);

} // namespace stagekeeper
