// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importreport.h"

namespace stagekeeper {

struct Stores;

/// Imports the registry folder of the seed's `ModelRegistry`: index.json, and for each version
/// MODEL/VERSION/metadata.json, model.pth and artifacts/. Stages come from the index. model.pth must have the MD5 that
/// metadata.json states, otherwise the version is rejected; nothing is loaded. Times without a zone are taken as UTC.
[[nodiscard]] Result<ImportReport> importSeedRegistry(
    Stores &stores, const QString &folder, const ImportOptions &options);

} // namespace stagekeeper
