// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/lineagestore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlLineageStore final : public LineageStore
{
public:
    explicit SqlLineageStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<LineageGraph> graph(const LineageScope &scope) override;
    [[nodiscard]] Result<> link(VersionId version, qint64 revision, const LineageLink &link, const QString &reason) override;
    [[nodiscard]] Result<LineageLink> unlink(VersionId version, qint64 revision, const LineageId &from,
                                             const QString &reason) override;

private:
    [[nodiscard]] Result<> change(VersionId version, qint64 revision, const NewEvent &event,
                                  const std::function<Result<>(ModelVersion &)> &body);

    SqlContext &m_context;
};

} // namespace stagekeeper
