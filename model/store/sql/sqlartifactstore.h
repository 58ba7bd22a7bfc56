// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/artifactstore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlArtifactStore final : public ArtifactStore
{
public:
    explicit SqlArtifactStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<Artifact>> list(VersionId version) override;
    [[nodiscard]] Result<> add(VersionId version, const Artifact &artifact) override;
    [[nodiscard]] Result<> remove(VersionId version, const QString &name) override;
    [[nodiscard]] Result<QStringList> storedDigests() override;

private:
    SqlContext &m_context;
};

} // namespace stagekeeper
