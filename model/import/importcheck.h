// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importcandidate.h"

namespace stagekeeper {

class Lifecycle;
struct Stores;

/// Decides for every open candidate whether it can be taken, and closes the others with the reason: names, stages and
/// history that do not hold together, versions that come twice, versions that are here already. Stages that hold a
/// limited number of versions are not filled beyond it: what does not fit is taken into the archive. Writes nothing. An
/// error means that the registry could not be asked.
[[nodiscard]] Result<> checkCandidates(Stores &stores, const Lifecycle &lifecycle, QList<ImportCandidate> &candidates);

/// The keys in which a version differs from what a source says of it. What the registry gives is left out, and so are
/// stage and deployment, which change after registration.
[[nodiscard]] QStringList differingKeys(const ModelVersion &here, const ModelVersion &there);

} // namespace stagekeeper
