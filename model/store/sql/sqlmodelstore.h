// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/modelstore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlModelStore final : public ModelStore
{
public:
    explicit SqlModelStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<RegisteredModel>> list() override;
    [[nodiscard]] Result<RegisteredModel> find(const QString &name) override;
    [[nodiscard]] Result<> describe(ModelId model, qint64 revision, const QString &description) override;

private:
    [[nodiscard]] Result<QList<RegisteredModel>> read(const QString &condition, const QVariantList &values);

    SqlContext &m_context;
};

} // namespace stagekeeper
