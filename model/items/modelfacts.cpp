// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/modelfacts.h"

#include <algorithm>
#include <cmath>

namespace stagekeeper {

MetricSummary ModelFacts::metric(const QString &name) const
{
    const auto found = std::ranges::find(metrics, name, &MetricSummary::name);
    if (found != metrics.cend())
        return *found;
    MetricSummary summary;
    summary.name = name;
    summary.direction = usualDirection(name);
    return summary;
}

Result<ModelFacts> readFacts(Stores &stores, ModelId model)
{
    ModelFacts facts;
    if (!stores.metrics)
        return facts;
    const auto metrics = stores.metrics->metrics(model);
    if (!metrics)
        return failAs(metrics);
    const auto parameters = stores.metrics->parameters(model);
    if (!parameters)
        return failAs(parameters);
    const auto tags = stores.metrics->tags(model);
    if (!tags)
        return failAs(tags);
    facts.metrics = *metrics;
    facts.parameters = *parameters;
    facts.tags = *tags;
    return facts;
}

int heatLevel(const MetricSummary &summary, double value)
{
    if (!summary.heat || std::isnan(value) || summary.direction == MetricDirection::Unknown)
        return 0;
    if (summary.minimum && summary.maximum && *summary.minimum == *summary.maximum)
        return 0; // all the same: nothing is better than anything
    const bool lower = summary.direction == MetricDirection::LowerIsBetter;
    return static_cast<int>(std::ranges::count_if(*summary.heat, [value, lower](double threshold) {
        return lower ? value <= threshold : value >= threshold;
    }));
}

} // namespace stagekeeper
