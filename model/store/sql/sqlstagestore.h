// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/sqlcontext.h"
#include "model/store/stagestore.h"

namespace stagekeeper {

class SqlStageStore final : public StageStore
{
public:
    explicit SqlStageStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<Lifecycle> lifecycle() override;
    [[nodiscard]] Result<QList<VersionId>> holders(ModelId model, const QString &stage) override;
    [[nodiscard]] Result<> move(const StageMove &move) override;
    [[nodiscard]] Result<VersionId> setAlias(VersionId version, const QString &alias) override;
    [[nodiscard]] Result<VersionId> removeAlias(ModelId model, const QString &alias) override;

private:
    struct AliasTarget {
        VersionId id;
        QString version;
    };
    [[nodiscard]] Result<AliasTarget> target(ModelId model, const QString &alias);

    SqlContext &m_context;
};

} // namespace stagekeeper
