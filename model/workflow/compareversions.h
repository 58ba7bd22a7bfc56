// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/comparison.h"
#include "model/domain/ids.h"

namespace stagekeeper {

struct Stores;

/// Versions of one registry side by side, in the order of `ids`; `address` is how the caller knows the registry. For
/// versions of several registries each is asked on its own thread, and combined() puts the answers together. NotFound when
/// a version is gone.
[[nodiscard]] Result<Comparison> compareVersions(Stores &stores, const QString &address, const QList<VersionId> &ids);

} // namespace stagekeeper
