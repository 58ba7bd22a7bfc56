// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"

#include <functional>

namespace stagekeeper {

/// Makes the registry "team-models" at `path` from the demonstration data in `demoFolder` (resources/demo): real
/// training runs with their histories, and aliases on what is live, what challenges it, and what stands ready to go
/// back to. AlreadyExists when there is anything at `path`. `progress` as in ImportOptions; stopping leaves nothing
/// behind.
[[nodiscard]] Result<> createDemoRegistry(const QString &path, const QString &demoFolder, const Actor &actor,
    const std::function<bool(qint64 done, qint64 total)> &progress = {});

} // namespace stagekeeper
