// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/modelversion.h"
#include "model/store/objects/objectstore.h"
#include "model/workflow/registration.h"
#include "model/workflow/undo.h"

namespace stagekeeper {

struct Stores;

/// What adding or removing an artifact did.
struct ArtifactChange {
    Artifact artifact;
    Undo undo;
};

/// Puts one file into the object store, or digests it where it is. Gives the artifact that a version would name.
[[nodiscard]] Result<Artifact> storeFile(Stores &stores, const ArtifactInput &input, const ByteProgress &progress = {});

/// Adds a file to a registered version. AlreadyExists when it has an artifact of this name.
[[nodiscard]] Result<ArtifactChange> addArtifact(Stores &stores, VersionId version, const ArtifactInput &input,
                                                 const ByteProgress &progress = {});

/// Takes an artifact off a version; the object itself stays in the store. NotFound when there is none of this name.
[[nodiscard]] Result<ArtifactChange> removeArtifact(Stores &stores, VersionId version, const QString &name);

/// Copies a stored artifact to `target`, a new file or an existing folder, and gives the file's path. The digest is checked
/// on the way. AlreadyExists when the file is there; Unsupported when the artifact was recorded without being stored.
[[nodiscard]] Result<QString> fetchArtifact(Stores &stores, VersionId version, const QString &name, const QString &target,
                                            const ByteProgress &progress = {});

} // namespace stagekeeper
