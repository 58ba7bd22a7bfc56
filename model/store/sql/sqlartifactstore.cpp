// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlartifactstore.h"

#include "model/store/sql/trashdocument.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QJsonObject described(const Artifact &artifact)
{
    QJsonObject object {{u"artifact"_s, artifact.name}, {u"bytes"_s, artifact.bytes}};
    if (!artifact.sha256.isEmpty())
        object.insert(u"sha256"_s, artifact.sha256);
    if (!artifact.uri.isEmpty())
        object.insert(u"uri"_s, artifact.uri);
    return object;
}

} // namespace

Result<QList<Artifact>> SqlArtifactStore::list(VersionId version)
{
    if (const Result<Parent> name = m_context.nameOf(version); !name)
        return failAs(name);
    return m_context.rows.artifacts(version);
}

Result<> SqlArtifactStore::add(VersionId id, const Artifact &artifact)
{
    NewEvent event;
    event.action = u"artifact.added"_s;
    event.after = described(artifact);
    return m_context.changeVersion(id, -1, event, [&](ModelVersion &version) -> Result<> {
        const auto taken = std::ranges::find(version.artifacts, artifact.name, &Artifact::name);
        if (taken != version.artifacts.end()) {
            return fail(Error::Code::AlreadyExists,
                        QCoreApplication::translate("SqlArtifactStore", "%1:%2 already has an artifact %3; files are never "
                                                                        "overwritten.").arg(version.model, version.version, artifact.name));
        }
        const auto position = m_context.database->integer(u"SELECT max(position) FROM artifacts WHERE version_id = ?"_s, {id.value});
        if (!position)
            return failAs(position);
        version.artifacts.append(artifact);
        return m_context.rows.insertArtifact(id, artifact, position->value_or(-1) + 1);
    });
}

Result<> SqlArtifactStore::remove(VersionId id, const QString &name)
{
    const Result<QList<Artifact>> all = list(id);
    if (!all)
        return failAs(all);
    const auto found = std::ranges::find(*all, name, &Artifact::name);
    if (found == all->end())
        return fail(Error::Code::NotFound, QCoreApplication::translate("SqlArtifactStore", "There is no artifact %1.").arg(name));
    NewEvent event;
    event.action = u"artifact.removed"_s;
    event.before = described(*found);
    return m_context.changeVersion(id, -1, event, [&](ModelVersion &version) -> Result<> {
        version.artifacts.removeIf([&name](const Artifact &artifact) { return artifact.name == name; });
        const auto done = m_context.database->run(u"DELETE FROM artifacts WHERE version_id = ? AND name = ?"_s, {id.value, name});
        if (!done)
            return failAs(done);
        return {};
    });
}

Result<QStringList> SqlArtifactStore::storedDigests()
{
    QSet<QString> digests;
    const auto live = m_context.database->select(u"SELECT DISTINCT sha256 FROM artifacts WHERE stored = 1"_s, {},
                                                 [&digests](const Row &row) { digests.insert(row.text(0)); });
    if (!live)
        return failAs(live);
    const auto trash = m_context.database->select(u"SELECT document FROM trash"_s, {}, [&digests](const Row &row) {
        const Result<ModelVersion> version = versionFromTrash(row.text(0));
        if (!version)
            return;
        for (const Artifact &artifact : version->artifacts) {
            if (artifact.isStored)
                digests.insert(artifact.sha256);
        }
    });
    if (!trash)
        return failAs(trash);
    QStringList sorted(digests.begin(), digests.end());
    sorted.sort();
    return sorted;
}

} // namespace stagekeeper
