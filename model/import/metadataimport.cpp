// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/metadataimport.h"

#include "model/import/importfiles.h"
#include "model/import/versionimport.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetadataImport)
};

QList<ImportCandidate> candidatesFromFile(const QString &path, const QString &source, const FileSearch &search)
{
    JsonLimits limits = metadataLimits();
    limits.bytes = qsizetype(512) << 20; // a list may hold a hundred thousand versions
    const Result<QJsonValue> json = readJsonFile(path, limits);
    if (!json) {
        ImportCandidate candidate;
        candidate.row.source = source;
        candidate.close(ImportOutcome::Rejected, json.error().message);
        return {candidate};
    }
    if (!json->isArray())
        return {candidateFromJson(source, *json, search)};
    QList<ImportCandidate> candidates;
    const QJsonArray items = json->toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        candidates.append(candidateFromJson(u"%1[%2]"_s.arg(source).arg(i), items.at(i), search));
    return candidates;
}

QStringList jsonFilesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.json"_s}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

QList<ImportCandidate> candidatesFromFolder(const QString &folder, const QString &root)
{
    QList<ImportCandidate> candidates;
    QHash<QString, QString> paths; // by source
    QSet<QString> modelFiles;
    const QStringList files = jsonFilesIn(folder);
    for (const QString &file : files) {
        const QString source = QDir(folder).relativeFilePath(file);
        paths.insert(source, QFileInfo(file).canonicalFilePath());
        candidates.append(candidatesFromFile(file, source, {QFileInfo(file).absolutePath(), folder, root}));
    }
    for (const ImportCandidate &candidate : std::as_const(candidates)) {
        for (const ImportFile &file : candidate.files)
            modelFiles.insert(file.path);
    }
    // a model may itself be a JSON file; it belongs to its version and is no row of its own
    candidates.removeIf([&](const ImportCandidate &candidate) {
        return !candidate.isOpen && modelFiles.contains(paths.value(candidate.row.source));
    });
    return candidates;
}

} // namespace

ImportCandidate candidateFromJson(const QString &source, const QJsonValue &value, const FileSearch &search)
{
    ImportCandidate candidate;
    candidate.row.source = source;
    const QJsonObject object = value.toObject();
    if (!object.contains(u"model_name"_s)) {
        candidate.close(ImportOutcome::Skipped, Text::tr("This is no metadata of a model: it has no \"model_name\"."));
        return candidate;
    }
    const Result<MetadataDocument> document = metadataDocument(object);
    if (!document) {
        candidate.close(ImportOutcome::Rejected, document.error().message);
        return candidate;
    }
    candidate.version = document->version;
    candidate.history = document->history;
    if (candidate.version.model.isEmpty() || candidate.version.version.isEmpty())
        candidate.close(ImportOutcome::Rejected, Text::tr("\"model_name\" and \"version\" must both be given."));
    else
        findFiles(candidate, document->artifactPaths, search);
    return candidate;
}

Result<ImportReport> importMetadata(Stores &stores, const QString &path, const ImportOptions &options)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Code::NotFound, Text::tr("\"%1\" does not exist.").arg(path));
    if (!info.isDir()) {
        const QString folder = info.absolutePath();
        return importVersions(
            stores, candidatesFromFile(path, info.fileName(), {folder, folder, options.root}), options);
    }
    return importVersions(stores, candidatesFromFolder(path, options.root), options);
}

} // namespace stagekeeper
