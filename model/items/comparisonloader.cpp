// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/comparisonloader.h"

#include "model/store/registry.h"
#include "model/workflow/compareversions.h"

namespace stagekeeper {

ComparisonLoader::ComparisonLoader(ComparisonChoice &choice, QObject *parent) : QObject(parent), m_choice(choice)
{
    connect(&choice, &ComparisonChoice::changed, this, &ComparisonLoader::reload);
}

void ComparisonLoader::reload()
{
    ++m_generation;
    for (Registry *registry : std::as_const(m_registries)) // what happens in those that left is of no interest
        registry->disconnect(this);
    m_versions = m_choice.versions();
    m_registries.clear();
    m_parts.clear();
    QHash<Registry *, QList<VersionId>> ids;
    for (const ChosenVersion &version : std::as_const(m_versions)) {
        if (!m_registries.contains(version.registry))
            m_registries.append(version.registry);
        ids[version.registry].append(version.version);
    }
    m_open = static_cast<int>(m_registries.size());
    for (Registry *registry : std::as_const(m_registries))
        read(registry, ids.value(registry));
    if (m_open == 0)
        finish();
}

void ComparisonLoader::read(Registry *registry, const QList<VersionId> &ids)
{
    connect(registry, &Registry::changed, this, &ComparisonLoader::reload);
    const auto future = registry->read([ids, address = registry->address()](Stores &stores) {
        return compareVersions(stores, address, ids);
    });
    whenDone(future, this, [this, registry, generation = m_generation](const Result<Comparison> &part) {
        if (generation != m_generation)
            return;
        if (!part) {
            ++m_generation; // the other answers are of no use
            m_open = 0;
            emit failed(part.error());
            return;
        }
        m_parts.insert(registry, *part);
        if (--m_open == 0)
            finish();
    });
}

void ComparisonLoader::finish()
{
    QList<Comparison> parts;
    QList<qsizetype> place; // of each chosen version among the parts
    QHash<Registry *, qsizetype> next;
    qsizetype first = 0;
    for (Registry *registry : std::as_const(m_registries)) {
        parts.append(m_parts.take(registry));
        next.insert(registry, first);
        first += parts.last().versions.size();
    }
    QList<StageKind> kinds;
    for (const ChosenVersion &version : std::as_const(m_versions))
        place.append(next[version.registry]++);
    const Comparison comparison = reordered(combined(parts), place);
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        const std::optional<Stage> stage = m_versions.at(i).registry->lifecycle().find(comparison.versions.at(i).stage);
        kinds.append(stage ? stage->kind : StageKind::Initial);
    }
    emit loaded(comparison, kinds);
}

} // namespace stagekeeper
