// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"

namespace stagekeeper {

/// The folder of this user's settings and of what identifies this installation: STAGEKEEPER_HOME, else "stagekeeper" in the
/// system's place for settings. It need not exist yet.
[[nodiscard]] QString userFolder();

/// The name this user has on this system; "unknown" when the system does not say.
[[nodiscard]] QString systemUserName();

/// Who writes here: `name`, or the system's user when it is empty, and this installation, whose random id is made on first
/// use and kept in userFolder(). Unavailable when it cannot be kept.
[[nodiscard]] Result<Actor> currentActor(const QString &name = {});

} // namespace stagekeeper
