// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"
#include "model/domain/modelversion.h"
#include "model/store/sql/nametable.h"

namespace stagekeeper {

/// Reads and writes the rows that make up one version, in all the tables they are spread over. No rules, no events.
class VersionRows final
{
public:
    VersionRows(Database &database, NameTable &names) : m_database(database), m_names(names) { }

    /// Inserts a version under a model that exists. `id` brings one back from the trash under its old number.
    [[nodiscard]] Result<VersionId> insert(ModelId model, const ModelVersion &version, VersionId id = {});
    [[nodiscard]] Result<> erase(VersionId id);
    /// NotFound when it is gone.
    [[nodiscard]] Result<ModelVersion> read(VersionId id);
    /// The same without metrics and curves.
    [[nodiscard]] Result<ModelVersion> readFacts(VersionId id);
    [[nodiscard]] Result<QList<VersionSummary>> summaries(const QList<VersionId> &ids);
    [[nodiscard]] Result<> insertTags(VersionId id, ModelId model, const ModelVersion &version);
    /// Writes parents and data sources anew, as `version` has them.
    [[nodiscard]] Result<> replaceSources(VersionId id, const ModelVersion &version);
    [[nodiscard]] Result<> insertArtifact(VersionId id, const Artifact &artifact, qsizetype position);
    [[nodiscard]] Result<QList<Artifact>> artifacts(VersionId id);

private:
    [[nodiscard]] Result<VersionId> insertMain(ModelId model, const ModelVersion &version, VersionId id);
    [[nodiscard]] Result<> insertMetrics(VersionId id, ModelId model, const ModelVersion &version);
    [[nodiscard]] Result<> insertParameters(VersionId id, ModelId model, const ModelVersion &version);
    [[nodiscard]] Result<> insertSources(VersionId id, const ModelVersion &version);
    [[nodiscard]] Result<> readMain(VersionId id, ModelVersion &version);
    [[nodiscard]] Result<> readMetrics(VersionId id, ModelVersion &version);
    [[nodiscard]] Result<> readParameters(VersionId id, ModelVersion &version);
    [[nodiscard]] Result<> readTags(VersionId id, ModelVersion &version);
    [[nodiscard]] Result<> readSources(VersionId id, ModelVersion &version);

    Database &m_database;
    NameTable &m_names;
};

} // namespace stagekeeper
