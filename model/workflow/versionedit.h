// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/modelversion.h"
#include "model/workflow/undo.h"

namespace stagekeeper {

struct Stores;

/// What an edit of a version did.
struct VersionEdit {
    QString model, version;
    qint64 revision = 0; ///< after the edit
    Undo undo; ///< puts the former values back; empty when nothing changed
};

/// Changes what people may edit of a version: tags, description, deployment, retention, compliance. `seenRevision` is the
/// one the editor was filled from; Conflict when it is not the current one. -1: whatever it is now.
[[nodiscard]] Result<VersionEdit> editVersion(Stores &stores, VersionId version, qint64 seenRevision,
                                              const VersionChange &change, const QString &reason = {});

/// Moves a version to the trash; undo restores it.
[[nodiscard]] Result<VersionEdit> removeVersion(Stores &stores, VersionId version, const QString &reason = {});

/// Replaces the description of a model. `seenRevision` as above.
[[nodiscard]] Result<Undo> describeModel(Stores &stores, const QString &model, qint64 seenRevision,
                                         const QString &description);

} // namespace stagekeeper
