// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/modelversion.h"
#include "model/domain/reference.h"
#include "model/domain/versionquery.h"

#include <QList>

namespace stagekeeper {

/// The versions of a registry. Every writing call appends its audit event in the same transaction.
class VersionStore
{
public:
    virtual ~VersionStore() = default;

    /// The ids of all matching versions in order; the first `limit` of them when it is not negative.
    [[nodiscard]] virtual Result<QList<VersionId>> ids(const VersionQuery &query, qsizetype limit = -1) = 0;
    /// What tables show, in the order of `ids`; versions that are gone are left out.
    [[nodiscard]] virtual Result<QList<VersionSummary>> summaries(const QList<VersionId> &ids) = 0;
    /// One version with everything it has. NotFound when it is gone.
    [[nodiscard]] virtual Result<ModelVersion> read(VersionId id) = 0;
    /// NotFound names the part that does not exist.
    [[nodiscard]] virtual Result<VersionId> find(const Reference &reference) = 0;

    /// Registers a version, and its model when that is new. AlreadyExists when the model has this version.
    [[nodiscard]] virtual Result<VersionId> add(const ModelVersion &version,
                                                const std::optional<ImportedOrigin> &imported = {}) = 0;
    /// Changes what people may edit. Conflict when `revision` is not the current one.
    [[nodiscard]] virtual Result<> change(VersionId id, qint64 revision, const VersionChange &change,
                                          const QString &reason = {}) = 0;
    /// Moves a version to the trash, from where restore() brings it back unchanged under the same id.
    [[nodiscard]] virtual Result<> remove(VersionId id, const QString &reason) = 0;
    [[nodiscard]] virtual Result<> restore(VersionId id) = 0;
};

} // namespace stagekeeper
