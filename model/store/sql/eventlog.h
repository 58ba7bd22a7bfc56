// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"
#include "model/store/sql/database.h"

namespace stagekeeper {

/// Appends to the audit log, inside the transaction of the change that an event describes.
class EventLog final
{
public:
    EventLog(Database &database, Actor actor, QString origin);

    [[nodiscard]] Result<> append(const NewEvent &event);
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] const QString &origin() const { return m_origin; }

private:
    struct Tail {
        qint64 next = 0;
        QByteArray hash;
        qint64 transaction = -1, rollbacks = -1; ///< while these hold nobody else can have written
    };
    [[nodiscard]] Result<> readTail();

    Database &m_database;
    Actor m_actor;
    QString m_origin;
    Tail m_tail;
};

} // namespace stagekeeper
