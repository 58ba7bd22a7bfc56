// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/lineageid.h"
#include "model/workflow/undo.h"

namespace stagekeeper {

struct Stores;

/// What a change of an edge did.
struct LineageEdit {
    LineageId from, to;
    qint64 revision = 0; ///< of the version that the edge ends in, after the edit
    Undo undo;
};

/// Adds an edge from an earlier thing to a version. A parent need not be registered; data that is known already brings its
/// rows, columns and URI along. `seenRevision` is the one the editor was filled from; Conflict when it is not the current
/// one; -1: whatever it is. InvalidArgument names the cycle that would close; AlreadyExists.
[[nodiscard]] Result<LineageEdit> linkLineage(Stores &stores, const LineageId &from, VersionId to, qint64 seenRevision = -1,
                                              const QString &reason = {});

/// Removes one; undo puts it back in its place. NotFound when there is none.
[[nodiscard]] Result<LineageEdit> unlinkLineage(Stores &stores, const LineageId &from, VersionId to, qint64 seenRevision = -1,
                                                const QString &reason = {});

} // namespace stagekeeper
