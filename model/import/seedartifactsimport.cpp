// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/seedartifactsimport.h"

#include "model/domain/jsonfields.h"
#include "model/domain/namerules.h"
#include "model/import/importfiles.h"
#include "model/import/metadataimport.h"
#include "model/import/seedtime.h"
#include "model/import/versionimport.h"
#include "model/store/objects/objectstore.h"
#include "model/store/stores.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedArtifactsImport)
};

// A version with one artifact, as one entry of the index describes it.
ImportCandidate candidateOf(const QString &folder, const QString &key, const QJsonObject &object)
{
    JsonFields entry(object, u"artifacts.%1"_s.arg(key));
    QJsonObject metadata = entry.object(u"metadata"_s);
    const QString name = entry.text(u"name"_s);
    const QString version = entry.text(u"version"_s);
    const QString hash = entry.text(u"hash"_s).toLower();
    const std::optional<qint64> bytes = entry.integer(u"size_bytes"_s);
    const QDateTime storedAt = seedTime(entry.text(u"stored_at"_s));
    // the path is one of the machine that stored it; only the last part and the rule of the folders count
    const QString file = QString(entry.text(u"path"_s)).replace(u'\\', u'/').section(u'/', -1);
    metadata.insert(u"model_name"_s, name);
    metadata.insert(u"version"_s, version);
    ImportCandidate candidate = candidateFromJson(key, metadata, {});
    candidate.row.reference = name % u':' % version;
    if (storedAt.isValid())
        candidate.origin = {storedAt, {}};
    if (entry.error())
        candidate.close(ImportOutcome::Rejected, entry.error()->message);
    else if (hash.isEmpty())
        candidate.close(ImportOutcome::Rejected, Text::tr("artifacts.json states no \"hash\" for this file."));
    if (!candidate.isOpen)
        return candidate;
    const Result<QString> path = fileInside(folder, name % u'/' % version % u'/' % file);
    if (!path) {
        candidate.close(ImportOutcome::Rejected, path.error().message);
        return candidate;
    }
    Artifact artifact;
    artifact.name = file;
    artifact.kind = QFileInfo(file).suffix().toLower();
    artifact.bytes = bytes.value_or(-1);
    artifact.sha256 = hash;
    candidate.version.artifacts = {artifact};
    candidate.files = {{file, *path}};
    return candidate;
}

// Adds the file to a version that is here; closes the candidate in any case.
Result<> addTo(Stores &stores, VersionId id, ImportCandidate &candidate, bool dryRun)
{
    Artifact artifact = candidate.version.artifacts.first();
    const Result<QList<Artifact>> known = stores.artifacts->list(id);
    if (!known)
        return failAs(known);
    const auto found = std::ranges::find(*known, artifact.name, &Artifact::name);
    if (found != known->end()) {
        if (found->sha256 == artifact.sha256)
            candidate.close(ImportOutcome::Same, {});
        else
            candidate.close(ImportOutcome::Rejected,
                Text::tr("The version has another artifact \"%1\"; it is not overwritten.")
                    .arg(visibleText(artifact.name)));
        return {};
    }
    const QString path = candidate.files.first().path;
    const Result<ObjectInfo> info = digestOfFile(path);
    if (!info || info->sha256 != artifact.sha256) {
        candidate.close(ImportOutcome::Rejected,
            info ? Text::tr("The file is not the one that was stored: its SHA-256 differs.") : info.error().message);
        return {};
    }
    candidate.close(ImportOutcome::Changed, Text::tr("The file was added to the registered version."));
    if (dryRun)
        return {};
    if (const Result<ObjectInfo> stored = stores.objects->put(path); !stored)
        return failAs(stored);
    artifact.bytes = info->bytes;
    artifact.isStored = true;
    return stores.transact([&] { return stores.artifacts->add(id, artifact); });
}

} // namespace

Result<ImportReport> importSeedArtifacts(Stores &stores, const QString &folder, const ImportOptions &options)
{
    const Result<QJsonValue> json = readJsonFile(folder + u"/artifacts.json"_s, metadataLimits());
    if (!json)
        return failAs(json);
    JsonFields index(json->toObject());
    const QJsonObject entries = index.object(u"artifacts"_s);
    if (index.error())
        return tl::unexpected<Error>(*index.error());
    QList<ImportCandidate> candidates;
    for (const QString &key : entries.keys()) {
        ImportCandidate candidate = candidateOf(folder, key, entries.value(key).toObject());
        if (candidate.isOpen) {
            const Result<VersionId> id =
                stores.versions->find({candidate.version.model, candidate.version.version, {}});
            if (!id && id.error().code != Error::Code::NotFound)
                return failAs(id);
            if (const Result<> added = id ? addTo(stores, *id, candidate, options.dryRun) : Result<>(); !added)
                return failAs(added);
        }
        candidates.append(candidate);
    }
    return importVersions(stores, std::move(candidates), options);
}

} // namespace stagekeeper
