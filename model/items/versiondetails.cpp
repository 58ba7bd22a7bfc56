// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/versiondetails.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int maxEvents = 20;
constexpr qsizetype maxChildren = 8;

std::optional<ModelVersion> readByName(Stores &stores, const Reference &reference)
{
    if (reference.version.isEmpty())
        return {};
    const auto id = stores.versions->find(reference);
    if (!id)
        return {}; // a parent may be elsewhere
    auto version = stores.versions->read(*id);
    return version ? std::optional(std::move(*version)) : std::nullopt;
}

Result<> readReference(Stores &stores, VersionDetails &details)
{
    const auto model = stores.models->find(details.version.model);
    if (!model)
        return failAs(model);
    const QString champion = model->aliases.value(u"champion"_s);
    const QString version = champion.isEmpty() ? model->live : champion;
    if (version.isEmpty() || version == details.version.version)
        return {};
    details.referenceAlias = champion.isEmpty() ? QString() : u"champion"_s;
    details.reference = readByName(stores, {details.version.model, version, {}});
    return {};
}

Result<> readChildren(Stores &stores, VersionDetails &details)
{
    const auto model = stores.models->find(details.version.model);
    if (!model)
        return failAs(model);
    FilterNode isParent;
    isParent.field = {FilterField::Kind::Parent, {}};
    isParent.values = {FilterValue(Reference {details.version.model, details.version.version, {}}.toString())};
    VersionQuery query {model->id, isParent, {{FilterField::Kind::CreatedAt, {}}, true}};
    const auto ids = stores.versions->ids(query, maxChildren);
    if (!ids)
        return failAs(ids);
    const auto summaries = stores.versions->summaries(*ids);
    if (!summaries)
        return failAs(summaries);
    for (const VersionSummary &child : *summaries)
        details.children.append({child.model, child.version, {}});
    return {};
}

void addTo(QList<std::pair<QString, int>> &stages, const QString &stage)
{
    const auto found = std::ranges::find(stages, stage, &std::pair<QString, int>::first);
    if (found == stages.end())
        stages.append({stage, 1});
    else
        ++found->second;
}

void addTo(QMap<QString, SelectionSummary::Range> &ranges, const Metrics &metrics)
{
    for (auto metric = metrics.cbegin(); metric != metrics.cend(); ++metric) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        auto range = ranges.find(metric.key());
        if (range == ranges.end())
            range = ranges.insert(metric.key(), {0, infinity, -infinity});
        ++range->count;
        if (std::isfinite(*metric)) {
            range->minimum = std::min(range->minimum, *metric);
            range->maximum = std::max(range->maximum, *metric);
        }
    }
}

} // namespace

Result<VersionDetails> readDetails(Stores &stores, VersionId id)
{
    VersionDetails details;
    details.id = id;
    auto version = stores.versions->read(id);
    if (!version)
        return failAs(version);
    details.version = std::move(*version);
    if (const Result<> reference = readReference(stores, details); !reference)
        return failAs(reference);
    if (!details.version.parents.isEmpty()) {
        const Parent &parent = details.version.parents.constFirst();
        details.parent = readByName(stores, {parent.model, parent.version, {}});
    }
    if (const Result<> children = readChildren(stores, details); !children)
        return failAs(children);
    if (stores.audit) {
        auto events = stores.audit->events({details.version.model, details.version.version, {}, -1, maxEvents});
        if (!events)
            return failAs(events);
        details.events = std::move(*events);
    }
    return details;
}

Result<SelectionSummary> readSelection(Stores &stores, const QList<VersionId> &ids)
{
    SelectionSummary summary;
    summary.count = ids.size();
    const auto versions = stores.versions->summaries(ids.first(std::min(ids.size(), maxSummarized)));
    if (!versions)
        return failAs(versions);
    summary.looked = versions->size();
    for (const VersionSummary &version : *versions) {
        addTo(summary.stages, version.stage);
        addTo(summary.metrics, version.metrics);
        if (!summary.oldest.isValid() || version.createdAt < summary.oldest)
            summary.oldest = version.createdAt;
        if (!summary.newest.isValid() || version.createdAt > summary.newest)
            summary.newest = version.createdAt;
        if (&version == &versions->constFirst())
            summary.commonTags = version.tags;
        else
            summary.commonTags.removeIf([&version](const QString &tag) { return !version.tags.contains(tag); });
    }
    return summary;
}

} // namespace stagekeeper
