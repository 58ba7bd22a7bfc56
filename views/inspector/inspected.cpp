// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/inspected.h"

#include <algorithm>

namespace stagekeeper {

namespace {

Result<> readFactsOf(Stores &stores, ModelId model, const Inspected &known, Inspected &inspected)
{
    inspected.factsModel = model;
    if (known.factsModel == model && model.isValid()) {
        inspected.facts = known.facts;
        return {};
    }
    if (!stores.metrics)
        return {};
    auto metrics = stores.metrics->metrics(model);
    if (!metrics)
        return failAs(metrics);
    inspected.facts.metrics = std::move(*metrics);
    return {};
}

Result<> readCommonParameters(Stores &stores, Inspected &inspected)
{
    const qsizetype looked = std::min(inspected.ids.size(), maxSummarized);
    const auto versions = stores.versions->summaries(inspected.ids.first(looked));
    if (!versions)
        return failAs(versions);
    if (versions->isEmpty())
        return {};
    inspected.commonParameters = versions->constFirst().hyperparameters;
    for (const VersionSummary &version : *versions) {
        inspected.commonParameters.removeIf([&version](const auto &parameter) {
            const auto other = version.hyperparameters.constFind(parameter.key());
            return other == version.hyperparameters.cend() || *other != parameter.value();
        });
    }
    return {};
}

} // namespace

Result<Inspected> readInspected(Stores &stores, const QList<VersionId> &ids, ModelId model, const Inspected &known)
{
    Inspected inspected;
    inspected.ids = ids;
    if (const Result<> facts = readFactsOf(stores, model, known, inspected); !facts)
        return failAs(facts);
    if (ids.size() == 1) {
        auto details = readDetails(stores, ids.constFirst());
        if (!details)
            return failAs(details);
        inspected.details = std::move(*details);
    } else if (ids.size() > 1) {
        auto selection = readSelection(stores, ids);
        if (!selection)
            return failAs(selection);
        inspected.selection = std::move(*selection);
        if (const Result<> common = readCommonParameters(stores, inspected); !common)
            return failAs(common);
    }
    return inspected;
}

} // namespace stagekeeper
