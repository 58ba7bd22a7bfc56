// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlauditstore.h"

#include "model/security/auditchain.h"
#include "model/store/sql/auditverification.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

Result<QList<AuditEvent>> SqlAuditStore::events(const AuditQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const auto require = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (!query.model.isEmpty())
        require(u"model = ?"_s, query.model);
    if (!query.version.isEmpty())
        require(u"version = ?"_s, query.version);
    if (!query.action.isEmpty())
        require(u"action = ?"_s, query.action);
    if (query.before >= 0)
        require(u"seq < ?"_s, query.before);
    values.append(query.limit);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);

    QList<AuditEvent> events;
    Result<> status;
    const auto rows = m_context.database->select(
        u"SELECT leaf FROM audit_log"_s + where + u" ORDER BY seq DESC LIMIT ?"_s, values, [&](const Row &row) {
            Result<DecodedLeaf> leaf = decodeLeaf(row.bytes(0));
            if (leaf)
                events.append(leaf->event);
            else
                status = failAs(leaf);
        });
    if (!rows)
        return failAs(rows);
    if (!status)
        return failAs(status);
    return events;
}

Result<qint64> SqlAuditStore::size()
{
    const auto count = m_context.database->integer(u"SELECT count(*) FROM audit_log"_s);
    if (!count)
        return failAs(count);
    return count->value_or(0);
}

Result<CheckReport> SqlAuditStore::verify(const std::function<bool(qint64, qint64)> &progress)
{
    return AuditVerification(m_context, progress).run();
}

} // namespace stagekeeper
