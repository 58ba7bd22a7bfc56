// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/openstores.h"

#include "model/store/objects/objectstore.h"
#include "model/store/sql/sqlartifactstore.h"
#include "model/store/sql/sqlauditstore.h"
#include "model/store/sql/sqlcomparisonstore.h"
#include "model/store/sql/sqlitefile.h"
#include "model/store/sql/sqllineagestore.h"
#include "model/store/sql/sqlmetricstore.h"
#include "model/store/sql/sqlmodelstore.h"
#include "model/store/sql/sqlstagestore.h"
#include "model/store/sql/sqlversionstore.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

Result<Stores> assemble(std::unique_ptr<Database> database, const QString &readOnlyReason, const OpenOptions &options)
{
    Stores stores;
    const auto name = database->text(u"SELECT value FROM meta WHERE key = 'name'"_s);
    const auto origin = database->text(u"SELECT value FROM meta WHERE key = 'origin'"_s);
    if (!name || !origin)
        return failAs(name ? origin : name);
    const QFileInfo file(database->file());
    stores.info = {name->value_or(file.completeBaseName()), file.absoluteFilePath(), origin->value_or(QString()), readOnlyReason,
                   currentSchema};
    auto context = std::make_unique<SqlContext>(std::move(database), options.actor, stores.info.origin);
    stores.models = std::make_unique<SqlModelStore>(*context);
    stores.versions = std::make_unique<SqlVersionStore>(*context);
    stores.stages = std::make_unique<SqlStageStore>(*context);
    stores.metrics = std::make_unique<SqlMetricStore>(*context);
    stores.lineage = std::make_unique<SqlLineageStore>(*context);
    stores.comparisons = std::make_unique<SqlComparisonStore>(*context);
    stores.artifacts = std::make_unique<SqlArtifactStore>(*context);
    stores.audit = std::make_unique<SqlAuditStore>(*context);
    stores.objects = std::make_unique<ObjectStore>(file.absoluteFilePath() + u".objects"_s);
    stores.backend = std::move(context);
    return stores;
}

} // namespace

Result<Stores> openStores(const QString &address, const OpenOptions &options)
{
    Result<RegistryFile> file = openRegistryFile(address, options.readOnly);
    if (!file)
        return failAs(file);
    return assemble(std::move(file->database), file->readOnlyReason, options);
}

Result<Stores> createRegistry(const QString &path, const QString &name, const Lifecycle &lifecycle, const OpenOptions &options)
{
    Result<std::unique_ptr<Database>> database = createRegistryFile(path, name, lifecycle, options.actor);
    if (!database)
        return failAs(database);
    return assemble(std::move(*database), QString(), options);
}

} // namespace stagekeeper
