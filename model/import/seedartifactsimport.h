// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importreport.h"

namespace stagekeeper {

struct Stores;

/// Imports the folder of the seed's `ArtifactManager`: artifacts.json, and NAME/VERSION/FILE for each entry, whose
/// SHA-256 is verified. An entry becomes an artifact of the version of that name when the registry has it, otherwise a
/// version with one artifact is registered.
[[nodiscard]] Result<ImportReport> importSeedArtifacts(
    Stores &stores, const QString &folder, const ImportOptions &options);

} // namespace stagekeeper
