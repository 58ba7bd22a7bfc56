// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"
#include "model/workflow/undo.h"

#include <QStringList>

namespace stagekeeper {

struct Stores;

/// What a change of stage did.
struct StageChange {
    QString model, version, from, to;
    QString deployedAt; ///< ISO 8601 with zone when `to` is a live stage, otherwise empty
    QStringList archived; ///< versions of the model that had to leave a full stage for the archive stage
    Undo undo; ///< moves it back, and the displaced ones too
};

/// Moves a version to another stage, as the lifecycle of the registry says: the one that holds a full stage longest moves
/// to the archive in the same transaction; entering a live stage sets deployed_at to now.
/// InvalidArgument when the registry has no such stage or the version is there already; Conflict when the stage is full
/// and there is no archive stage.
[[nodiscard]] Result<StageChange> setStage(Stores &stores, VersionId version, const QString &toStage,
                                           const QString &reason = {});

} // namespace stagekeeper
