// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/lifecycle.h"
#include "model/store/stores.h"

namespace stagekeeper {

/// How a registry is to be opened.
struct OpenOptions {
    Actor actor {}; ///< who the events name
    bool readOnly = false;
};

/// Opens the registry at `address` (a file path). Errors: NotFound, Corrupt, Unsupported (foreign or newer), Unavailable.
/// A file that can be read but not written opens read-only, and info.readOnlyReason says why.
[[nodiscard]] Result<Stores> openStores(const QString &address, const OpenOptions &options);

/// Creates a registry file. AlreadyExists when there is anything at `path`.
[[nodiscard]] Result<Stores> createRegistry(const QString &path, const QString &name, const Lifecycle &lifecycle,
                                            const OpenOptions &options);

} // namespace stagekeeper
