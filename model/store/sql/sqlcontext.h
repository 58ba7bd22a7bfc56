// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/database.h"
#include "model/store/sql/eventlog.h"
#include "model/store/sql/nametable.h"
#include "model/store/sql/versionrows.h"
#include "model/store/stores.h"

namespace stagekeeper {

/// What the SQL stores of one registry share: the connection, the log, the numbers of names, the rows of versions.
class SqlContext final : public Backend
{
public:
    SqlContext(std::unique_ptr<Database> connection, const Actor &actor, const QString &origin)
        : database(std::move(connection)), log(*database, actor, origin), names(*database), rows(*database, names)
    {
    }

    [[nodiscard]] Result<> begin() override { return database->begin(); }
    [[nodiscard]] Result<> commit() override { return database->commit(); }
    void rollback() override { database->rollback(); }
    [[nodiscard]] qint64 changeToken() override;

    /// Model and version text of an id, as events name them. NotFound when it is gone.
    [[nodiscard]] Result<Parent> nameOf(VersionId id);
    /// Runs `body`, a change of one version, and logs it with the digests of the version before and after.
    /// The version's revision grows by one; Conflict when it is not `revision` (negative: whatever it is).
    [[nodiscard]] Result<> changeVersion(VersionId id, qint64 revision, NewEvent event,
                                         const std::function<Result<>(ModelVersion &)> &body);

    std::unique_ptr<Database> database;
    EventLog log;
    NameTable names;
    VersionRows rows;
};

} // namespace stagekeeper
