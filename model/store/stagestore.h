// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/ids.h"
#include "model/domain/lifecycle.h"

#include <QList>

namespace stagekeeper {

/// One move of a version from stage to stage.
struct StageMove {
    VersionId version;
    QString from, to;
    QString deployedAt; ///< ISO 8601 with zone when the stage is live; empty: leave as it is
    QString reason;
    std::optional<ImportedOrigin> imported;
};

/// Where versions stand: stages and aliases. Rules (capacity, policy) are the business of the workflow that calls this.
class StageStore
{
public:
    virtual ~StageStore() = default;

    [[nodiscard]] virtual Result<Lifecycle> lifecycle() = 0;
    /// The versions of a model that hold a stage, newest first.
    [[nodiscard]] virtual Result<QList<VersionId>> holders(ModelId model, const QString &stage) = 0;
    /// Conflict when the version is not in `from`.
    [[nodiscard]] virtual Result<> move(const StageMove &move) = 0;
    /// Points an alias at a version; it leaves the version it pointed at before. Gives that one, or an invalid id.
    [[nodiscard]] virtual Result<VersionId> setAlias(VersionId version, const QString &alias) = 0;
    /// NotFound when the model has no such alias. Gives the version it pointed at.
    [[nodiscard]] virtual Result<VersionId> removeAlias(ModelId model, const QString &alias) = 0;
};

} // namespace stagekeeper
