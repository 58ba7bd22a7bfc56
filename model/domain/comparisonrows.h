// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/comparison.h"

namespace stagekeeper {

/// Collects the rows of a comparison of a known number of versions, value by value.
class ComparisonRows final
{
public:
    explicit ComparisonRows(qsizetype versions) : m_versions(versions) { }

    /// The row of a metric; its direction counts when the row is new. Valid until the next row is added.
    [[nodiscard]] ComparisonRow &metric(const QString &name, MetricDirection direction);
    /// Everything of a version except its metrics.
    void add(qsizetype version, const ModelVersion &facts);
    /// The rows of other versions, the first of which is version `first` here.
    void add(qsizetype first, QList<ComparisonRow> rows);
    /// In order, with `differs` worked out. Nothing is left behind.
    [[nodiscard]] QList<ComparisonRow> take();

private:
    ComparisonRow &row(ComparisonSection section, const QString &name);
    void put(ComparisonSection section, const QString &name, qsizetype version, const QJsonValue &value);
    void putText(ComparisonSection section, const QString &name, qsizetype version, const QString &text);
    void addMetadata(qsizetype version, const ModelVersion &facts);
    void addData(qsizetype version, const ModelVersion &facts);
    void addSchema(qsizetype version, const QString &path, const QJsonValue &value);
    void addTags(qsizetype version, const ModelVersion &facts);
    void addArtifacts(qsizetype version, const ModelVersion &facts);

    qsizetype m_versions;
    QList<ComparisonRow> m_rows;
    QHash<std::pair<int, QString>, qsizetype> m_places;
};

} // namespace stagekeeper
