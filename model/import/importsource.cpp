// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importsource.h"

#include "model/domain/namerules.h"
#include "model/import/importfiles.h"
#include "model/import/metadataimport.h"
#include "model/import/seedartifactsimport.h"
#include "model/import/seeddatabaseimport.h"
#include "model/import/seedregistryimport.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportSource)
};

bool holdsObject(const QString &file, const QString &key)
{
    if (!QFileInfo(file).isFile())
        return false;
    const Result<QJsonValue> json = readJsonFile(file, metadataLimits());
    return json && json->toObject().value(key).isObject() && !json->toObject().contains(u"model_name"_s);
}

tl::unexpected<Error> cannotRead(const QString &path, const QString &detail = {})
{
    return fail(Error::Code::Unavailable, Text::tr("\"%1\" cannot be read.").arg(visibleText(path)), detail);
}

Result<ImportSource> detectFolder(const QString &folder)
{
    if (!QFileInfo(folder).isReadable() || !QFileInfo(folder).isExecutable())
        return cannotRead(folder);
    if (holdsObject(folder + u"/index.json"_s, u"models"_s))
        return ImportSource::SeedRegistry;
    if (holdsObject(folder + u"/artifacts.json"_s, u"artifacts"_s))
        return ImportSource::SeedArtifacts;
    if (QDirIterator(folder, {u"*.json"_s}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories).hasNext())
        return ImportSource::Metadata;
    return fail(Error::Code::Unsupported,
        Text::tr("The folder \"%1\" holds no index.json, artifacts.json or other JSON file to import.")
            .arg(visibleText(folder)));
}

Result<ImportSource> detectDatabase(const QString &path)
{
    const Result<bool> isSeeds = isSeedDatabase(path);
    if (!isSeeds)
        return failAs(isSeeds);
    if (*isSeeds)
        return ImportSource::SeedDatabase;
    return fail(Error::Code::Unsupported,
        Text::tr("\"%1\" is an SQLite database, but not one with the tables \"models\" and \"metrics\" "
                 "of a metadata store; a registry is opened, not imported.")
            .arg(visibleText(path)));
}

Result<ImportSource> detectFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return fail(Error::Code::Unsupported, Text::tr("\"%1\" is not a plain file.").arg(visibleText(path)));
    QFile file(path);
    QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
    if (file.error() != QFileDevice::NoError)
        return cannotRead(path, file.errorString());
    if (head.isEmpty())
        return fail(Error::Code::Unsupported, Text::tr("\"%1\" is empty.").arg(visibleText(path)));
    if (head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return detectDatabase(path);
    if (const Result<> encoding = checkEncoding(path, head); !encoding)
        return failAs(encoding);
    if (head.startsWith("\xef\xbb\xbf"))
        head = head.sliced(3);
    head = head.trimmed();
    if (!head.startsWith('{') && !head.startsWith('['))
        return fail(Error::Code::Unsupported,
            Text::tr("\"%1\" is neither a JSON object or list nor an SQLite database.").arg(visibleText(path)));
    const QString name = QFileInfo(path).fileName();
    if (name == "index.json"_L1 && holdsObject(path, u"models"_s))
        return ImportSource::SeedRegistry;
    if (name == "artifacts.json"_L1 && holdsObject(path, u"artifacts"_s))
        return ImportSource::SeedArtifacts;
    return ImportSource::Metadata;
}

} // namespace

Result<ImportSource> detectSource(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Code::NotFound, Text::tr("\"%1\" does not exist.").arg(visibleText(path)));
    return info.isDir() ? detectFolder(path) : detectFile(path);
}

Result<ImportReport> importFrom(Stores &stores, const QString &path, const ImportOptions &options)
{
    const Result<ImportSource> source = detectSource(path);
    if (!source)
        return failAs(source);
    const QFileInfo info(path);
    const QString folder = info.isDir() ? path : info.absolutePath();
    switch (*source) {
    case ImportSource::SeedRegistry:
        return importSeedRegistry(stores, folder, options);
    case ImportSource::SeedArtifacts:
        return importSeedArtifacts(stores, folder, options);
    case ImportSource::SeedDatabase:
        return importSeedDatabase(stores, path, options);
    case ImportSource::Metadata:
        break;
    }
    return importMetadata(stores, path, options);
}

} // namespace stagekeeper
