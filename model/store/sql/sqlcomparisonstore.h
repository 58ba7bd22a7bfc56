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
    [[nodiscard]] Result<MeasuredMetric> values(const QList<VersionId> &ids, const QString &metric) override;
    [[nodiscard]] Result<MetricHistory> history(ModelId model, const QString &metric) override;

private:
    [[nodiscard]] Result<MeasuredMetric> valuesNow(const QList<VersionId> &ids, const QString &metric);
    [[nodiscard]] Result<QList<ComparisonRow>> metricsNow(const QList<VersionId> &ids);
    /// The number of a metric, and its direction; 0 when the registry does not know it.
    [[nodiscard]] Result<qint64> find(const QString &metric, MetricDirection &direction);
    [[nodiscard]] Result<> nameMetrics(QList<ComparisonRow> &rows, const QList<qint64> &metrics);

    SqlContext &m_context;
};

} // namespace stagekeeper
