// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"
#include "model/workflow/undo.h"

namespace stagekeeper {

struct Stores;

/// What a change of an alias did.
struct AliasChange {
    QString model, alias;
    QString from; ///< version text it pointed at before; empty: it did not exist
    QString to; ///< version text it points at now; empty: it was removed
    Undo undo; ///< points it where it was; empty when nothing changed
};

/// Points an alias at a version. Pointing it where it is already changes nothing and is no error.
[[nodiscard]] Result<AliasChange> setAlias(Stores &stores, VersionId version, const QString &alias);

/// NotFound when the model or its alias does not exist.
[[nodiscard]] Result<AliasChange> removeAlias(Stores &stores, const QString &model, const QString &alias);

} // namespace stagekeeper
