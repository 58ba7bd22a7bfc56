// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/demoregistry.h"

#include "model/import/metadataimport.h"
#include "model/store/objects/objectstore.h"
#include "model/store/openstores.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DemoRegistry)
};

// Points an alias at the newest version of a stage, where there is one.
Result<> point(Stores &stores, ModelId model, const QString &stage, const QString &alias)
{
    const Result<QList<VersionId>> holders = stores.stages->holders(model, stage);
    if (!holders)
        return failAs(holders);
    if (holders->isEmpty())
        return {};
    const Result<VersionId> set = stores.stages->setAlias(holders->first(), alias);
    return set ? Result<>() : failAs(set);
}

// The first version that was live and no longer is, to measure progress by.
Result<> pointAtFirst(Stores &stores, ModelId model)
{
    const Result<QList<VersionId>> archived = stores.stages->holders(model, u"Archived"_s);
    if (!archived)
        return failAs(archived);
    for (auto id = archived->crbegin(); id != archived->crend(); ++id) { // oldest first
        const Result<ModelVersion> version = stores.versions->read(*id);
        if (!version)
            return failAs(version);
        if (version->deployedAt.isEmpty())
            continue;
        const Result<VersionId> set = stores.stages->setAlias(*id, u"baseline"_s);
        return set ? Result<>() : failAs(set);
    }
    return {};
}

Result<> setAliases(Stores &stores)
{
    const Result<QList<RegisteredModel>> models = stores.models->list();
    if (!models)
        return failAs(models);
    for (const RegisteredModel &model : *models) {
        if (const Result<> set = point(stores, model.id, u"Production"_s, u"champion"_s); !set)
            return set;
        if (const Result<> set = point(stores, model.id, u"Staging"_s, u"challenger"_s); !set)
            return set;
        if (const Result<> set = pointAtFirst(stores, model.id); !set)
            return set;
    }
    return {};
}

Result<> fill(Stores &stores, const QString &demoFolder, const std::function<bool(qint64, qint64)> &progress)
{
    ImportOptions options;
    options.root = demoFolder;
    bool isStopped = false;
    options.progress = [&progress, &isStopped](qint64 done, qint64 total) {
        isStopped = progress && !progress(done, total);
        return !isStopped;
    };
    const Result<ImportReport> report = importMetadata(stores, demoFolder + u"/versions"_s, options);
    if (!report)
        return failAs(report);
    if (isStopped)
        return fail(Error::Code::Unavailable, Text::tr("Stopped; no registry was made."));
    for (const ImportRow &row : report->rows) {
        if (row.outcome != ImportOutcome::Taken)
            return fail(Error::Code::Corrupt,
                Text::tr("The demonstration data are incomplete: %1. %2").arg(row.source, row.reason));
    }
    return stores.transact([&stores] { return setAliases(stores); });
}

} // namespace

Result<> createDemoRegistry(const QString &path, const QString &demoFolder, const Actor &actor,
    const std::function<bool(qint64 done, qint64 total)> &progress)
{
    if (!QFileInfo(demoFolder).isDir())
        return fail(Error::Code::NotFound,
            Text::tr("The folder with the demonstration data, \"%1\", is not there.").arg(demoFolder));
    Result<> filled;
    QString objects;
    {
        Result<Stores> stores = createRegistry(path, u"team-models"_s, Lifecycle(), {actor, false});
        if (!stores)
            return failAs(stores);
        objects = stores->objects->folder();
        filled = fill(*stores, demoFolder, progress);
    }
    if (!filled) { // a registry that we have just made, and half of it
        QFile::remove(path);
        QFile::remove(path + u"-journal"_s);
        QDir(objects).removeRecursively();
    }
    return filled;
}

} // namespace stagekeeper
