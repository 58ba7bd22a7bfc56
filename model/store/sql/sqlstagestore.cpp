// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlstagestore.h"

#include "model/security/records.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SqlStageStore", text);
}

} // namespace

Result<Lifecycle> SqlStageStore::lifecycle()
{
    static const QMap<QString, StageKind> kinds = {{u"initial"_s, StageKind::Initial}, {u"working"_s, StageKind::Working},
                                                   {u"live"_s, StageKind::Live}, {u"archive"_s, StageKind::Archive}};
    QList<Stage> stages;
    const auto rows = m_context.database->select(
        u"SELECT name, kind, capacity FROM stages ORDER BY id"_s, {},
        [&stages](const Row &row) { stages.append({row.text(0), kinds.value(row.text(1)), int(row.integer(2))}); });
    if (!rows)
        return failAs(rows);
    if (stages.isEmpty())
        return fail(Error::Code::Corrupt, tr("The registry has no stages; restore it from a backup."));
    return Lifecycle(stages);
}

Result<QList<VersionId>> SqlStageStore::holders(ModelId model, const QString &stage)
{
    QList<VersionId> ids;
    const auto rows = m_context.database->select(
        u"SELECT id FROM versions WHERE model_id = ? AND stage_id = (SELECT id FROM stages WHERE name = ?) "
        "ORDER BY created_at DESC, id DESC"_s,
        {model.value, stage}, [&ids](const Row &row) { ids.append(VersionId {row.integer(0)}); });
    if (!rows)
        return failAs(rows);
    return ids;
}

Result<> SqlStageStore::move(const StageMove &move)
{
    NewEvent event;
    event.action = u"version.stage"_s;
    event.before = QJsonObject {{u"stage"_s, move.from}};
    event.after = QJsonObject {{u"stage"_s, move.to}};
    event.reason = move.reason;
    event.imported = move.imported;
    return m_context.changeVersion(move.version, -1, event, [&](ModelVersion &version) -> Result<> {
        const Result<qint64> to = m_context.names.stageIdOf(move.to);
        if (!to)
            return failAs(to);
        if (version.stage != move.from) {
            return fail(Error::Code::Conflict, tr("%1:%2 is in %3 by now, no longer in %4.")
                                                   .arg(version.model, version.version, version.stage, move.from));
        }
        version.stage = move.to;
        if (!move.deployedAt.isEmpty())
            version.deployedAt = move.deployedAt;
        const auto done = m_context.database->run(u"UPDATE versions SET stage_id = ?, deployed_at = ? WHERE id = ?"_s,
                                                  {*to, version.deployedAt, move.version.value});
        if (!done)
            return failAs(done);
        return {};
    });
}

Result<SqlStageStore::AliasTarget> SqlStageStore::target(ModelId model, const QString &alias)
{
    AliasTarget target;
    const auto rows = m_context.database->select(
        u"SELECT v.id, v.version FROM aliases a JOIN versions v ON v.id = a.version_id WHERE a.model_id = ? AND a.alias = ?"_s,
        {model.value, alias}, [&target](const Row &row) { target = {{row.integer(0)}, row.text(1)}; });
    if (!rows)
        return failAs(rows);
    return target;
}

Result<VersionId> SqlStageStore::setAlias(VersionId version, const QString &alias)
{
    return m_context.database->write([&]() -> Result<VersionId> {
        const Result<Parent> name = m_context.nameOf(version);
        if (!name)
            return failAs(name);
        const auto model = m_context.database->integer(u"SELECT model_id FROM versions WHERE id = ?"_s, {version.value});
        if (!model)
            return failAs(model);
        const Result<AliasTarget> before = target({model->value_or(0)}, alias);
        if (!before)
            return failAs(before);
        if (before->id == version)
            return before->id;
        const auto done = m_context.database->run(
            u"INSERT INTO aliases (model_id, alias, version_id) VALUES (?, ?, ?) "
            "ON CONFLICT (model_id, alias) DO UPDATE SET version_id = excluded.version_id"_s,
            {model->value_or(0), alias, version.value});
        if (!done)
            return failAs(done);
        NewEvent event;
        event.action = u"alias.set"_s;
        event.model = name->model;
        event.version = name->version;
        if (before->id.isValid())
            event.before = QJsonObject {{u"alias"_s, alias}, {u"version"_s, before->version}};
        event.after = QJsonObject {{u"alias"_s, alias}, {u"version"_s, name->version}};
        event.changes = {{u"alias"_s, name->model + u'@' + alias, 0,
                          before->id.isValid() ? aliasDigest(alias, before->version) : QByteArray(), aliasDigest(alias, name->version)}};
        if (const Result<> logged = m_context.log.append(event); !logged)
            return failAs(logged);
        return before->id;
    });
}

Result<VersionId> SqlStageStore::removeAlias(ModelId model, const QString &alias)
{
    return m_context.database->write([&]() -> Result<VersionId> {
        const Result<AliasTarget> before = target(model, alias);
        if (!before)
            return failAs(before);
        const auto name = m_context.database->text(u"SELECT name FROM models WHERE id = ?"_s, {model.value});
        if (!name)
            return failAs(name);
        if (!before->id.isValid())
            return fail(Error::Code::NotFound, tr("%1 has no alias \"%2\".").arg(name->value_or(QString()), alias));
        const auto done = m_context.database->run(u"DELETE FROM aliases WHERE model_id = ? AND alias = ?"_s, {model.value, alias});
        if (!done)
            return failAs(done);
        NewEvent event;
        event.action = u"alias.removed"_s;
        event.model = **name;
        event.version = before->version;
        event.before = QJsonObject {{u"alias"_s, alias}, {u"version"_s, before->version}};
        event.changes = {{u"alias"_s, **name + u'@' + alias, 0, aliasDigest(alias, before->version), {}}};
        if (const Result<> logged = m_context.log.append(event); !logged)
            return failAs(logged);
        return before->id;
    });
}

} // namespace stagekeeper
