// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/ids.h"
#include "model/store/objects/objectstore.h"

#include <optional>

namespace stagekeeper {

struct Stores;

/// Re-hashes the files of one version, or of all, and compares them with what was registered. Problems are of kind
/// "object.missing", "object.corrupt", and for local files that were not copied "file.missing", "file.changed" and
/// "file.unreadable"; they say `MODEL:VERSION/NAME`. Artifacts elsewhere are not looked at and not counted.
[[nodiscard]] Result<CheckReport> verifyArtifacts(Stores &stores, std::optional<VersionId> version = {},
                                                  const ByteProgress &progress = {});

/// Whether the registry holds together: the log and what it says of every record (AuditStore::verify), and every stored
/// object present. Files are not re-hashed; verifyArtifacts() does that. `progress(done, total)` counts log entries.
[[nodiscard]] Result<CheckReport> checkRegistry(Stores &stores,
                                                const std::function<bool(qint64, qint64)> &progress = {});

} // namespace stagekeeper
