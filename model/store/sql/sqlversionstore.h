// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/sqlcontext.h"
#include "model/store/versionstore.h"

namespace stagekeeper {

class SqlVersionStore final : public VersionStore
{
public:
    explicit SqlVersionStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<VersionId>> ids(const VersionQuery &query, qsizetype limit) override;
    [[nodiscard]] Result<QList<VersionSummary>> summaries(const QList<VersionId> &ids) override;
    [[nodiscard]] Result<ModelVersion> read(VersionId id) override;
    [[nodiscard]] Result<VersionId> find(const Reference &reference) override;
    [[nodiscard]] Result<VersionId> add(const ModelVersion &version, const std::optional<ImportedOrigin> &imported) override;
    [[nodiscard]] Result<> change(VersionId id, qint64 revision, const VersionChange &change, const QString &reason) override;
    [[nodiscard]] Result<> remove(VersionId id, const QString &reason) override;
    [[nodiscard]] Result<> restore(VersionId id) override;

private:
    [[nodiscard]] Result<QList<VersionId>> idsNow(const VersionQuery &query, qsizetype limit);
    [[nodiscard]] Result<ModelId> modelFor(const QString &name); ///< made when it is new
    [[nodiscard]] Result<> countVersions(ModelId model, int difference);
    [[nodiscard]] Result<> checkStorable(const ModelVersion &version);
    [[nodiscard]] Result<> checkFree(ModelId model, const ModelVersion &version);

    SqlContext &m_context;
};

} // namespace stagekeeper
