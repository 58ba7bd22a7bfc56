// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlcontext.h"

#include "model/security/records.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

qint64 SqlContext::changeToken()
{
    const auto token = database->integer(u"PRAGMA data_version"_s);
    return token ? token->value_or(0) : 0;
}

Result<Parent> SqlContext::nameOf(VersionId id)
{
    Parent name;
    const auto rowCount = database->select(
        u"SELECT m.name, v.version FROM versions v JOIN models m ON m.id = v.model_id WHERE v.id = ?"_s, {id.value},
        [&name](const Row &row) { name = {row.text(0), row.text(1)}; });
    if (!rowCount)
        return failAs(rowCount);
    if (*rowCount == 0)
        return fail(Error::Code::NotFound, QCoreApplication::translate("SqlContext", "This version is no longer in the registry."));
    return name;
}

Result<> SqlContext::changeVersion(VersionId id, qint64 revision, NewEvent event,
                                   const std::function<Result<>(ModelVersion &)> &body)
{
    return database->write([&]() -> Result<> {
        Result<ModelVersion> version = rows.read(id);
        if (!version)
            return failAs(version);
        if (revision >= 0 && version->revision != revision) {
            return fail(Error::Code::Conflict,
                        QCoreApplication::translate("SqlContext", "%1:%2 was changed by somebody else in the meantime.")
                            .arg(version->model, version->version));
        }
        RecordChange change {u"version"_s, version->model + u':' + version->version, version->revision + 1,
                             versionDigest(*version), {}};
        if (const Result<> done = body(*version); !done)
            return done;
        const auto counted = database->run(u"UPDATE versions SET rev = rev + 1 WHERE id = ?"_s, {id.value});
        if (!counted)
            return failAs(counted);
        change.after = versionDigest(*version);
        event.model = version->model;
        event.version = version->version;
        event.changes.append(change);
        const auto touched = database->run(u"UPDATE models SET updated_at = ? WHERE name = ?"_s,
                                           {QDateTime::currentMSecsSinceEpoch() * 1000, version->model});
        if (!touched)
            return failAs(touched);
        return log.append(event);
    });
}

} // namespace stagekeeper
