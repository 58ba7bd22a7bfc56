// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/auditstore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlAuditStore final : public AuditStore
{
public:
    explicit SqlAuditStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    [[nodiscard]] Result<qint64> size() override;
    [[nodiscard]] Result<CheckReport> verify(const std::function<bool(qint64, qint64)> &progress) override;

private:
    SqlContext &m_context;
};

} // namespace stagekeeper
