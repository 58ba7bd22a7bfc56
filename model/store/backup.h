// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <functional>

namespace stagekeeper {

/// Writes a consistent copy of the open registry file to `target` while others may go on working, checks it (integrity,
/// audit chain), makes it durable, and only then gives it its name. AlreadyExists when there is anything at `target`.
/// Stored artifacts are not part of it: they lie beside the registry and never change.
[[nodiscard]] Result<> backupRegistry(const QString &registry, const QString &target);

/// Puts a checked copy of a backup at `target`, where nothing may be yet.
[[nodiscard]] Result<> restoreRegistry(const QString &backup, const QString &target);

} // namespace stagekeeper
