// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/eventlog.h"

#include "model/security/auditchain.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

EventLog::EventLog(Database &database, Actor actor, QString origin)
    : m_database(database), m_actor(std::move(actor)), m_origin(std::move(origin))
{
}

Result<> EventLog::readTail()
{
    if (m_tail.transaction == m_database.transactions() && m_tail.rollbacks == m_database.rollbacks())
        return {};
    m_tail = {0, QByteArray(32, '\0'), m_database.transactions(), m_database.rollbacks()};
    const auto rows = m_database.select(u"SELECT seq, leaf_hash FROM audit_log ORDER BY seq DESC LIMIT 1"_s, {},
                                        [this](const Row &row) {
                                            m_tail.next = row.integer(0) + 1;
                                            m_tail.hash = row.bytes(1);
                                        });
    if (!rows)
        return failAs(rows);
    return {};
}

Result<> EventLog::append(const NewEvent &event)
{
    Q_ASSERT(m_database.isInTransaction());
    if (const Result<> tail = readTail(); !tail)
        return tail;
    const QByteArray leaf = encodeLeaf(event, m_actor, m_origin, {m_tail.next, m_tail.hash}, QDateTime::currentDateTimeUtc());
    const QByteArray hash = leafHash(leaf);
    const Result<BulkStatement *> insert = m_database.bulk(
        u"INSERT INTO audit_log (seq, prev, leaf, leaf_hash, action, model, version) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failAs(insert);
    const Result<> done = (*insert)
                              ->bind(m_tail.next)
                              .bind(QByteArrayView(m_tail.hash))
                              .bind(QByteArrayView(leaf))
                              .bind(QByteArrayView(hash))
                              .bind(QStringView(event.action))
                              .bind(QStringView(event.model))
                              .bind(QStringView(event.version))
                              .run();
    if (done) {
        ++m_tail.next;
        m_tail.hash = hash;
    }
    return done;
}

} // namespace stagekeeper
