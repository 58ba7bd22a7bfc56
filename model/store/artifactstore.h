// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"
#include "model/domain/modelversion.h"

namespace stagekeeper {

/// The rows that say which files belong to a version. The bytes are in the ObjectStore.
class ArtifactStore
{
public:
    virtual ~ArtifactStore() = default;

    [[nodiscard]] virtual Result<QList<Artifact>> list(VersionId version) = 0;
    /// AlreadyExists when the version has an artifact of this name.
    [[nodiscard]] virtual Result<> add(VersionId version, const Artifact &artifact) = 0;
    [[nodiscard]] virtual Result<> remove(VersionId version, const QString &name) = 0;
    /// All stored digests that any version, in the trash or not, refers to.
    [[nodiscard]] virtual Result<QStringList> storedDigests() = 0;
};

} // namespace stagekeeper
