// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importcandidate.h"

namespace stagekeeper {

struct Stores;

/// Brings candidates of any source into the registry: files first, then the versions with their histories in the order
/// of time over all of them, so that at a moment one version leaves a stage as another arrives. Events carry the
/// original time and person beside those of the import.
///
/// Call it outside of any transaction. Versions without history are written in transactions of some hundred, histories
/// in one for all. One bad candidate does not stop the others; an error means that the registry cannot be written.
[[nodiscard]] Result<ImportReport> importVersions(
    Stores &stores, QList<ImportCandidate> candidates, const ImportOptions &options);

} // namespace stagekeeper
