// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/modelfacts.h"
#include "model/items/versiondetails.h"

namespace stagekeeper {

/// What the inspector shows: one version, or several, or nothing.
struct Inspected {
    QList<VersionId> ids;
    std::optional<VersionDetails> details; ///< of one version
    std::optional<SelectionSummary> selection; ///< of several
    QMap<QString, QJsonValue> commonParameters; ///< that several have with the same value
    ModelId factsModel;
    ModelFacts facts; ///< metrics only
};

/// Reads all of it; for a job on the registry's thread. Facts of `model` that `known` has are not read again.
[[nodiscard]] Result<Inspected> readInspected(Stores &stores, const QList<VersionId> &ids, ModelId model,
                                              const Inspected &known);

} // namespace stagekeeper
