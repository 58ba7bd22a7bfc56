// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/database.h"

namespace stagekeeper {

/// The numbers that stand for names of metrics, hyperparameters, tags and stages in the tables.
class NameTable final
{
public:
    explicit NameTable(Database &database) : m_database(database) { }

    /// The number of a name, made when it is new.
    [[nodiscard]] Result<qint64> idOf(const QString &name);
    /// The number of a stage. InvalidArgument when the registry has no such stage.
    [[nodiscard]] Result<qint64> stageIdOf(const QString &stage);

private:
    void forgetAfterRollback();

    Database &m_database;
    QHash<QString, qint64> m_ids;
    QHash<QString, qint64> m_stages; ///< set when the registry is made, and never changed
    qint64 m_rollbacks = 0;
};

} // namespace stagekeeper
