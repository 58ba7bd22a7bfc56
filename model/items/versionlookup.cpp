// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/versionlookup.h"

#include "model/items/workspace.h"

namespace stagekeeper {

VersionLookup::VersionLookup(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) { }

void VersionLookup::find(const QList<NamedVersion> &versions)
{
    ++m_generation;
    m_found.clear();
    QList<Registry *> registries;
    QHash<Registry *, QList<qsizetype>> places;
    QHash<Registry *, QList<Reference>> references;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        Registry *registry = m_workspace.open(versions.at(i).address);
        if (!registries.contains(registry))
            registries.append(registry);
        m_found.append(ChosenVersion {registry, {}});
        places[registry].append(i);
        references[registry].append(versions.at(i).reference);
    }
    m_open = static_cast<int>(registries.size());
    for (Registry *registry : std::as_const(registries))
        ask(registry, places.value(registry), references.value(registry));
}

void VersionLookup::ask(Registry *registry, const QList<qsizetype> &places, const QList<Reference> &references)
{
    const auto job = [references](Stores &stores) -> Result<QList<VersionId>> {
        QList<VersionId> ids;
        for (const Reference &reference : references) {
            const Result<VersionId> id = stores.versions->find(reference);
            if (!id && id.error().code != Error::Code::NotFound)
                return failAs(id);
            ids.append(id.value_or(VersionId()));
        }
        return ids;
    };
    // a job waits until the registry is open
    whenDone(registry->read(job, 1), this, [this, places, generation = m_generation](const Result<QList<VersionId>> &ids) {
        if (generation != m_generation)
            return;
        if (!ids) {
            ++m_generation;
            emit failed(ids.error());
            return;
        }
        for (qsizetype i = 0; i < places.size(); ++i)
            m_found[places.at(i)].version = ids->at(i);
        if (--m_open == 0)
            emit found(m_found);
    });
}

} // namespace stagekeeper
