// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/metricstore.h"
#include "model/store/sql/sqlcontext.h"

namespace stagekeeper {

class SqlMetricStore final : public MetricStore
{
public:
    explicit SqlMetricStore(SqlContext &context) : m_context(context) { }

    [[nodiscard]] Result<QList<MetricSummary>> metrics(ModelId model) override;
    [[nodiscard]] Result<QList<NameCount>> parameters(ModelId model) override;
    [[nodiscard]] Result<QList<NameCount>> tags(ModelId model) override;
    [[nodiscard]] Result<QStringList> tagValues(ModelId model, const QString &tag, int limit) override;
    [[nodiscard]] Result<> setDirection(const QString &metric, MetricDirection direction) override;

private:
    struct Spread;
    [[nodiscard]] Result<> summarize(qint64 metric, ModelId model, MetricSummary &summary);
    [[nodiscard]] Result<QList<NameCount>> counts(const QString &table, ModelId model);

    SqlContext &m_context;
};

} // namespace stagekeeper
