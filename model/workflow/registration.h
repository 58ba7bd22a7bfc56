// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/modelversion.h"
#include "model/store/objects/objectstore.h"
#include "model/workflow/undo.h"

#include <QTimeZone>

namespace stagekeeper {

struct Stores;

/// A file that is to belong to a version: copied beside the registry, or only recorded by where it is.
struct ArtifactInput {
    QString name; ///< unique within the version; empty: the file's own name
    QString path; ///< a local file
    QString uri; ///< where it is, recorded but never looked at; used when `path` is empty
    QString kind; ///< "onnx", ...; empty: from the name's ending
    bool copy = true; ///< false: digest and size of `path` are recorded with its file URI, the bytes stay where they are
};

/// What a person or an importer asks for when registering a version.
struct Registration {
    /// `version.version` is ignored when `versionSpec` is set; an empty stage means the initial one; what the registry gives
    /// (aliases, revision, times) is ignored.
    ModelVersion version;
    /// A version text, or next-major, next-minor, next-patch, timestamp, timestamp-us, git. Empty: `version.version`.
    QString versionSpec;
    QString gitDir; ///< for `git`: any folder of the work tree; empty: the current folder
    QTimeZone timeZone = QTimeZone::utc(); ///< whose clocks `timestamp` shows
    QList<ArtifactInput> artifacts; ///< added to `version.artifacts`, which are taken as they are
    std::optional<ImportedOrigin> imported;
};

struct Registered {
    VersionId id;
    QString model, version; ///< as they were resolved and registered
    QStringList archived; ///< versions of the model that had to leave a full stage for the archive stage
    Undo undo; ///< moves the version to the trash, and those it displaced back
};

/// The version text that the specification of a registration stands for, for its model as it is now. InvalidArgument with
/// an honest sentence when there is nothing to count up from, NotFound or Unavailable when git gives none.
[[nodiscard]] Result<QString> resolveVersion(Stores &stores, const Registration &registration);

/// Checks all names of a version (namerules.h) and that artifact names do not repeat.
[[nodiscard]] Result<> validate(const ModelVersion &version);

/// Puts the files of a registration into the object store and gives it back with `version.artifacts` filled and
/// `artifacts` empty. Slow and outside of any transaction: the window runs it as a read job before registerVersion().
[[nodiscard]] Result<Registration> storeFiles(Stores &stores, Registration registration,
                                              const ByteProgress &progress = {});

/// Registers a version with everything that belongs to it. Files that are not stored yet are stored first, so that they
/// are durable before the row that names them; then one transaction. When it fails the registry is as it was.
/// AlreadyExists, InvalidArgument, NotFound (stage or file), Unavailable.
[[nodiscard]] Result<Registered> registerVersion(Stores &stores, const Registration &registration,
                                                 const ByteProgress &progress = {});

} // namespace stagekeeper
