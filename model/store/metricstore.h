// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"
#include "model/domain/metric.h"

#include <QList>
#include <QStringList>

namespace stagekeeper {

/// A name that occurs in the versions of a model, and how many versions have it.
struct NameCount {
    QString name;
    qint64 count = 0;
    friend bool operator==(const NameCount &, const NameCount &) = default;
};

/// What is known about metrics, parameters and tags over all versions of a model: for columns, heat and completion.
class MetricStore
{
public:
    virtual ~MetricStore() = default;

    /// Metrics of the model (an invalid id: of the registry) by name, each with its spread.
    [[nodiscard]] virtual Result<QList<MetricSummary>> metrics(ModelId model) = 0;
    [[nodiscard]] virtual Result<QList<NameCount>> parameters(ModelId model) = 0;
    [[nodiscard]] virtual Result<QList<NameCount>> tags(ModelId model) = 0;
    /// Up to `limit` distinct values of a tag, most frequent first.
    [[nodiscard]] virtual Result<QStringList> tagValues(ModelId model, const QString &tag, int limit) = 0;
    /// Says for the whole registry whether lower or higher is better.
    [[nodiscard]] virtual Result<> setDirection(const QString &metric, MetricDirection direction) = 0;
};

} // namespace stagekeeper
