// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/best.h"

#include "model/store/stores.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Best)
};

FilterNode hasMetric(const QString &metric)
{
    FilterNode missing;
    missing.kind = FilterNode::Kind::Missing;
    missing.field = {FilterField::Kind::Metric, metric};
    FilterNode node;
    node.kind = FilterNode::Kind::Not;
    node.children = {missing};
    return node;
}

Filter withMetrics(const Filter &filter, const QStringList &metrics)
{
    FilterNode all;
    all.kind = FilterNode::Kind::And;
    if (filter)
        all.children.append(*filter);
    for (const QString &metric : metrics)
        all.children.append(hasMetric(metric));
    return all.children.size() == 1 ? all.children.first() : all;
}

QString nothingFound(const QStringList &metrics, bool isFiltered)
{
    const QString names = metrics.join(u", "_s);
    if (metrics.size() == 1 && !isFiltered)
        return Text::tr("No version of this model has a metric %1.").arg(names);
    if (metrics.size() == 1)
        return Text::tr("No version that fits has a metric %1.").arg(names);
    if (isFiltered)
        return Text::tr("No version that fits has all of these metrics: %1.").arg(names);
    return Text::tr("No version of this model has all of these metrics: %1.").arg(names);
}

} // namespace

Result<MeasuredVersions> measuredVersions(Stores &stores, ModelId model, const Filter &filter, const QStringList &metrics)
{
    if (!stores.comparisons)
        return fail(Error::Code::Unsupported, Text::tr("This registry cannot compare all versions of a model."));
    VersionQuery query;
    query.model = model;
    query.filter = withMetrics(filter, metrics);
    query.sort = {{FilterField::Kind::CreatedAt, {}}, true};
    const auto ids = stores.versions->ids(query);
    if (!ids)
        return failAs(ids);
    if (ids->isEmpty())
        return fail(Error::Code::NotFound, nothingFound(metrics, filter.has_value()));
    MeasuredVersions measured {*ids, {}};
    for (const QString &metric : metrics) {
        Result<MeasuredMetric> values = stores.comparisons->values(*ids, metric);
        if (!values)
            return failAs(values);
        measured.metrics.append(std::move(*values));
    }
    return measured;
}

} // namespace stagekeeper
