// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/comparisonstore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlComparisonStore final : public ComparisonStore
{
public:
    explicit SqlComparisonStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<ModelVersion>> facts(const QList<VersionId> &ids) override;
    [[nodiscard]] Result<QList<ComparisonRow>> metrics(const QList<VersionId> &ids) override;
    [[nodiscard]] Result<MetricHistory> history(ModelId model, const QString &metric) override;

private:
    [[nodiscard]] Result<QList<ComparisonRow>> metricsNow(const QList<VersionId> &ids);
    [[nodiscard]] Result<> nameMetrics(QList<ComparisonRow> &rows, const QList<qint64> &metrics);

    SqlContext &m_context;
};

} // namespace stagekeeper
