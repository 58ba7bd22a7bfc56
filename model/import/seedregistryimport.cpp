// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/seedregistryimport.h"

#include "model/domain/jsonfields.h"
#include "model/domain/namerules.h"
#include "model/import/importfiles.h"
#include "model/import/metadataimport.h"
#include "model/import/seedtime.h"
#include "model/import/versionimport.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedRegistryImport)
};

QString md5Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Md5);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? QString::fromLatin1(hash.result().toHex())
                                                                 : QString();
}

// The object that metadata.json and the entry of the index make together.
Result<QJsonObject> metadataOf(const QString &folder, const QString &path, const QString &model, JsonFields &entry)
{
    const Result<QString> file = fileInside(folder, path);
    if (!file)
        return failAs(file);
    const Result<QJsonValue> json = readJsonFile(*file, metadataLimits());
    if (!json)
        return failAs(json);
    QJsonObject object = json->toObject();
    const QString version = entry.text(u"version"_s);
    if (object.value(u"version"_s).toString() != version)
        return fail(Error::Code::InvalidArgument,
            Text::tr("index.json says version \"%1\", metadata.json says another.").arg(visibleText(version)));
    object.insert(u"model_name"_s, model);
    object.insert(u"stage"_s, entry.text(u"stage"_s));
    if (!object.contains(u"metrics"_s))
        object.insert(u"metrics"_s, entry.object(u"metrics"_s));
    return object;
}

Result<> checkModelFile(const QString &path, const QJsonObject &metadata)
{
    const QString expected = metadata.value(u"model_hash"_s).toString();
    if (expected.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("metadata.json states no \"model_hash\" for model.pth."));
    if (md5Of(path) != expected.toLower())
        return fail(Error::Code::Corrupt, Text::tr("model.pth is not the file that was registered: its MD5 differs."));
    return {};
}

Result<> addFile(ImportCandidate &candidate, const QString &folder, const QString &name)
{
    const Result<QString> path = fileInside(folder, name);
    if (!path)
        return failAs(path);
    Artifact artifact;
    artifact.name = name;
    artifact.kind = QFileInfo(name).suffix().toLower();
    candidate.version.artifacts.append(artifact);
    candidate.files.append({name, *path});
    return {};
}

Result<> addFiles(ImportCandidate &candidate, const QString &folder, const QJsonObject &metadata)
{
    const Result<QString> model = fileInside(folder, u"model.pth"_s);
    if (!model)
        return failAs(model);
    if (const Result<> checked = checkModelFile(*model, metadata); !checked)
        return checked;
    if (const Result<> added = addFile(candidate, folder, u"model.pth"_s); !added)
        return added;
    const QStringList names = QDir(folder + u"/artifacts"_s).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        if (const Result<> added = addFile(candidate, folder, u"artifacts/"_s + name); !added)
            return added;
    }
    return {};
}

ImportCandidate candidateOf(const QString &folder, const QString &model, JsonFields &entry)
{
    const QString version = entry.text(u"version"_s);
    const QString place = model % u'/' % version;
    ImportCandidate candidate;
    candidate.row.source = place;
    candidate.row.reference = model % u':' % version;
    if (entry.error()) {
        candidate.close(ImportOutcome::Rejected, entry.error()->message);
        return candidate;
    }
    const Result<QJsonObject> metadata = metadataOf(folder, place + u"/metadata.json"_s, model, entry);
    if (!metadata) {
        candidate.close(ImportOutcome::Rejected, metadata.error().message);
        return candidate;
    }
    const QString files = folder + u'/' + place;
    const QString reference = candidate.row.reference;
    candidate = candidateFromJson(place, *metadata, {files, files, files});
    candidate.row.reference = reference;
    const QDateTime registeredAt = seedTime(metadata->value(u"registered_at"_s).toString());
    if (registeredAt.isValid())
        candidate.origin = {registeredAt, candidate.version.createdBy};
    const Result<> added = candidate.isOpen ? addFiles(candidate, files, *metadata) : Result<>();
    if (!added)
        candidate.close(ImportOutcome::Rejected, added.error().message);
    return candidate;
}

} // namespace

Result<ImportReport> importSeedRegistry(Stores &stores, const QString &folder, const ImportOptions &options)
{
    const Result<QJsonValue> json = readJsonFile(folder + u"/index.json"_s, metadataLimits());
    if (!json)
        return failAs(json);
    JsonFields index(json->toObject());
    const QJsonObject models = index.object(u"models"_s);
    if (index.error())
        return tl::unexpected<Error>(*index.error());
    QList<ImportCandidate> candidates;
    for (const QString &model : models.keys()) {
        const QJsonArray versions = models.value(model).toObject().value(u"versions"_s).toArray();
        QSet<QString> seen;
        for (qsizetype i = 0; i < versions.size(); ++i) {
            JsonFields entry(versions.at(i).toObject(), u"models.%1.versions[%2]"_s.arg(model).arg(i));
            candidates.append(candidateOf(folder, model, entry));
            // registering again appended a second entry; stages were changed in the first
            const QString version = versions.at(i).toObject().value(u"version"_s).toString();
            if (seen.contains(version))
                candidates.last().close(
                    ImportOutcome::Skipped, Text::tr("index.json lists this version again; the first entry counts."));
            seen.insert(version);
        }
    }
    return importVersions(stores, std::move(candidates), options);
}

} // namespace stagekeeper
