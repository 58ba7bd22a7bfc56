// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"
#include "model/domain/lifecycle.h"

#include <QList>
#include <QStringList>

namespace stagekeeper {

struct Stores;

/// A version that had to leave a full stage for the archive, so that another could enter.
struct Displaced {
    VersionId id;
    QString version;
    QString from, to;
};

/// InvalidArgument, naming the stages there are, when the registry has no stage of this exact name.
[[nodiscard]] Result<Stage> findStage(const Lifecycle &lifecycle, const QString &name);

/// Moves to the archive those versions of `model`, longest registered first, that leave no place in `stage` for `entering`
/// (whose text is `enteringVersion`). Conflict when the registry has no archive stage. Call it inside a transaction.
[[nodiscard]] Result<QList<Displaced>> makeRoom(Stores &stores, const QString &model, VersionId entering,
                                                const Stage &stage, const Lifecycle &lifecycle,
                                                const QString &enteringVersion);

/// Moves displaced versions back. Conflict when one of them was moved since. Call it inside a transaction.
[[nodiscard]] Result<> takeBackDisplacement(Stores &stores, const QList<Displaced> &displaced);

[[nodiscard]] QStringList versionsOf(const QList<Displaced> &displaced);

/// The current revision of a version.
[[nodiscard]] Result<qint64> summaryRevision(Stores &stores, VersionId version);

/// Now, as `deployed_at` states it: ISO 8601 in UTC.
[[nodiscard]] QString deploymentTime();

} // namespace stagekeeper
