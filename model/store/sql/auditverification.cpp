// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/auditverification.h"

#include "model/security/auditchain.h"
#include "model/security/records.h"
#include "model/store/sql/sqlstagestore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int batch = 512; // entries per query, so that no statement stays half-stepped for long

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditVerification", text);
}

} // namespace

AuditVerification::AuditVerification(SqlContext &context, Progress progress)
    : m_context(context), m_progress(std::move(progress)), m_previousHash(32, '\0')
{
}

Result<CheckReport> AuditVerification::run()
{
    const auto entries = m_context.database->integer(u"SELECT count(*) FROM audit_log"_s);
    const auto versions = m_context.database->integer(u"SELECT count(*) FROM versions"_s);
    if (!entries || !versions)
        return failAs(entries ? versions : entries);
    const qint64 total = entries->value_or(0) + versions->value_or(0);
    if (const Result<> done = checkStructure(); !done)
        return failAs(done);
    Result<bool> more = walk(total);
    if (more && *more)
        more = checkVersions(total);
    if (!more)
        return failAs(more);
    if (!*more)
        return fail(Error::Code::Unavailable, tr("The check was stopped before its end; nothing is known of the rest."));
    for (const auto &check : {&AuditVerification::checkAliases, &AuditVerification::checkModels, &AuditVerification::checkRegistry}) {
        if (const Result<> done = (this->*check)(); !done)
            return failAs(done);
    }
    // what the log says is there, and no live record answered for
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        if (!it.value().isEmpty())
            report(u"record.missing"_s, it.key(), tr("The log knows this record, but it is not in the registry."));
    }
    return m_report;
}

/// Opening a file never compares an index with its table, and lists are read from indexes.
Result<> AuditVerification::checkStructure()
{
    const auto rows = m_context.database->select(u"PRAGMA integrity_check"_s, {}, [this](const Row &row) {
        if (row.text(0) != u"ok"_s)
            report(u"structure.damaged"_s, m_context.database->file(), row.text(0));
    });
    if (!rows)
        return failAs(rows);
    return {};
}

Result<bool> AuditVerification::walk(qint64 total)
{
    for (qint64 after = -1;;) {
        QList<Entry> entries;
        const auto rows = m_context.database->select(
            u"SELECT seq, prev, leaf, leaf_hash, action, model, version FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?"_s,
            {after, batch}, [&entries](const Row &row) {
                entries.append({row.integer(0), row.bytes(1), row.bytes(2), row.bytes(3), row.text(4), row.text(5), row.text(6)});
            });
        if (!rows)
            return failAs(rows);
        if (entries.isEmpty())
            return true;
        for (const Entry &entry : entries)
            checkEntry(entry);
        after = entries.last().position;
        m_report.checked += entries.size();
        if (m_progress && !m_progress(m_report.checked, total))
            return false;
    }
}

void AuditVerification::checkEntry(const Entry &entry)
{
    const QString where = u"#%1"_s.arg(entry.position);
    if (entry.position != m_expected)
        report(u"chain.gap"_s, where, tr("Entries are missing before this one: number %1 was expected.").arg(m_expected));
    if (entry.previous != m_previousHash)
        report(u"chain.broken"_s, where, tr("The entry does not follow from the one before it."));
    if (leafHash(entry.leaf) != entry.hash)
        report(u"entry.changed"_s, where, tr("The content of the entry is not what its hash says."));
    m_expected = entry.position + 1;
    m_previousHash = entry.hash;

    const Result<DecodedLeaf> leaf = decodeLeaf(entry.leaf);
    if (!leaf) {
        report(u"entry.unreadable"_s, where, leaf.error().message);
        return;
    }
    const AuditEvent &event = leaf->event;
    if (event.position != entry.position || leaf->previous != entry.previous)
        report(u"entry.moved"_s, where, tr("The entry was written for another place in the log."));
    if (leaf->origin != m_context.log.origin())
        report(u"entry.foreign"_s, where, tr("The entry was written for another registry's log."));
    if (event.action != entry.action || event.model != entry.model || event.version != entry.version)
        report(u"entry.index"_s, where, tr("The columns beside the entry say something else than the entry."));
    for (const RecordChange &change : event.changes) {
        QByteArray &last = m_last[change.table + u' ' + change.key];
        if (last != change.before)
            report(u"record.history"_s, change.key, tr("Entry %1 does not continue what the log said of this record.").arg(entry.position));
        last = change.after;
        m_lastRevision[change.table + u' ' + change.key] = change.revision;
    }
}

Result<bool> AuditVerification::checkVersions(qint64 total)
{
    qint64 done = total - m_context.database->integer(u"SELECT count(*) FROM versions"_s)
                              .value_or(std::nullopt).value_or(0);
    for (qint64 after = 0;;) {
        QList<qint64> ids;
        const auto rows = m_context.database->select(u"SELECT id FROM versions WHERE id > ? ORDER BY id LIMIT ?"_s, {after, batch},
                                                     [&ids](const Row &row) { ids.append(row.integer(0)); });
        if (!rows)
            return failAs(rows);
        if (ids.isEmpty())
            return true;
        for (const qint64 id : ids) {
            const Result<ModelVersion> version = m_context.rows.read({id});
            if (!version)
                return failAs(version);
            const QString key = version->model + u':' + version->version;
            const QByteArray digest = versionDigest(*version);
            const bool isCounted = m_lastRevision.value(u"version "_s + key, version->revision) == version->revision;
            compare(u"version"_s, key, isCounted ? digest : QByteArray());
        }
        after = ids.last();
        done += ids.size();
        if (m_progress && !m_progress(done, total))
            return false;
    }
}

Result<> AuditVerification::checkAliases()
{
    const auto rows = m_context.database->select(
        u"SELECT m.name, a.alias, v.version FROM aliases a JOIN models m ON m.id = a.model_id JOIN versions v ON v.id = a.version_id"_s,
        {}, [this](const Row &row) {
            compare(u"alias"_s, row.text(0) + u'@' + row.text(1), aliasDigest(row.text(1), row.text(2)));
        });
    if (!rows)
        return failAs(rows);
    return {};
}

Result<> AuditVerification::checkModels()
{
    const auto rows = m_context.database->select(u"SELECT name, description FROM models"_s, {}, [this](const Row &row) {
        compare(u"model"_s, row.text(0), modelDigest(row.text(0), row.text(1)));
    });
    if (!rows)
        return failAs(rows);
    return {};
}

Result<> AuditVerification::checkRegistry()
{
    const auto name = m_context.database->text(u"SELECT value FROM meta WHERE key = 'name'"_s);
    const Result<Lifecycle> lifecycle = SqlStageStore(m_context).lifecycle();
    if (!name || !lifecycle)
        return name ? Result<>(failAs(lifecycle)) : failAs(name);
    compare(u"registry"_s, u"registry"_s, registryDigest(name->value_or(QString()), *lifecycle));
    return {};
}

void AuditVerification::compare(const QString &table, const QString &key, const QByteArray &live)
{
    const QByteArray logged = m_last.take(table + u' ' + key);
    if (logged.isEmpty())
        report(u"record.unlogged"_s, key, tr("The registry holds this record, but the log knows nothing of it."));
    else if (logged != live)
        report(u"record.changed"_s, key, tr("The record is not what the log says it is."));
}

void AuditVerification::report(const QString &kind, const QString &where, const QString &detail)
{
    m_report.problems.append({kind, where, detail});
}

} // namespace stagekeeper
