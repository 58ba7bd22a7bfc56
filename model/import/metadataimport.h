// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importcandidate.h"

namespace stagekeeper {

struct Stores;

/// A version from one JSON object. `search` says where the files that it names may be.
struct FileSearch;
[[nodiscard]] ImportCandidate candidateFromJson(
    const QString &source, const QJsonValue &value, const FileSearch &search);

/// Imports metadata documents: one JSON file with an object or a list of objects, or a folder with any number of such
/// files, also in folders below it. Links to folders are not followed. Files that hold no version are skipped.
[[nodiscard]] Result<ImportReport> importMetadata(Stores &stores, const QString &path, const ImportOptions &options);

} // namespace stagekeeper
