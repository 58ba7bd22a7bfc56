// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importreport.h"

namespace stagekeeper {

struct Stores;

/// What a path turns out to be.
enum class ImportSource {
    Metadata, ///< a JSON file with one version or a list of them, or a folder with such files
    SeedRegistry, ///< folder with the index.json of the seed's `ModelRegistry`
    SeedArtifacts, ///< folder with the artifacts.json of the seed's `ArtifactManager`
    SeedDatabase, ///< SQLite file of the seed's `MetadataStore`
};

/// Looks at names and first bytes. NotFound when there is nothing, Unsupported when it is nothing that can be imported.
[[nodiscard]] Result<ImportSource> detectSource(const QString &path);

/// Imports whatever `path` is. The index file of a folder stands for the folder. Call it outside of any transaction.
[[nodiscard]] Result<ImportReport> importFrom(Stores &stores, const QString &path, const ImportOptions &options = {});

} // namespace stagekeeper
