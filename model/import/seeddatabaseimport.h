// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importreport.h"

namespace stagekeeper {

struct Stores;

/// True when the file is an SQLite database with the tables of the seed's `MetadataStore`. It is opened read-only.
[[nodiscard]] Result<bool> isSeedDatabase(const QString &path);

/// Imports the tables `models` and `metrics` of the seed's `MetadataStore`. Its truth values are 0 and 1, its lists
/// JSON texts. Columns that are not the seed's are kept as further keys.
[[nodiscard]] Result<ImportReport> importSeedDatabase(
    Stores &stores, const QString &path, const ImportOptions &options);

} // namespace stagekeeper
