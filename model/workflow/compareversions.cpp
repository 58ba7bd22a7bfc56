// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/compareversions.h"

#include "model/domain/comparisonrows.h"
#include "model/store/stores.h"

namespace stagekeeper {

namespace {

ComparedVersion headOf(const RegistryInfo &registry, const QString &address, const ModelVersion &facts)
{
    return {registry.name, address, {facts.model, facts.version, {}}, facts.stage, facts.aliases, facts.createdAt};
}

/// For a registry that cannot read metric by metric.
Result<QList<ModelVersion>> readOneByOne(Stores &stores, const QList<VersionId> &ids)
{
    QList<ModelVersion> versions;
    for (const VersionId id : ids) {
        Result<ModelVersion> version = stores.versions->read(id);
        if (!version)
            return failAs(version);
        versions.append(std::move(*version));
    }
    return versions;
}

} // namespace

Result<Comparison> compareVersions(Stores &stores, const QString &address, const QList<VersionId> &ids)
{
    const auto facts = stores.comparisons ? stores.comparisons->facts(ids) : readOneByOne(stores, ids);
    if (!facts)
        return failAs(facts);
    QList<ComparedVersion> versions;
    for (const ModelVersion &version : *facts)
        versions.append(headOf(stores.info, address, version));
    if (!stores.comparisons)
        return compare(versions, *facts);
    Result<QList<ComparisonRow>> metrics = stores.comparisons->metrics(ids);
    if (!metrics)
        return failAs(metrics);
    ComparisonRows rows(ids.size());
    rows.add(0, std::move(*metrics));
    for (qsizetype i = 0; i < facts->size(); ++i)
        rows.add(i, facts->at(i));
    return Comparison {versions, rows.take()};
}

} // namespace stagekeeper
