// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlversionstore.h"

#include "model/security/records.h"
#include "model/store/sql/lineagecycle.h"
#include "model/store/sql/trashdocument.h"
#include "model/store/sql/versionfilter.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SqlVersionStore", text);
}

RecordChange recordOf(const ModelVersion &version, qint64 revision, const QByteArray &before, const QByteArray &after)
{
    return {u"version"_s, version.model + u':' + version.version, revision, before, after};
}

/// Applies a change to the value, and gives the changed fields as they were and as they are.
std::pair<QJsonObject, QJsonObject> apply(const VersionChange &change, ModelVersion &version)
{
    QJsonObject before, after;
    const auto note = [&](const QString &field, const QJsonValue &was, const QJsonValue &is) {
        before.insert(field, was);
        after.insert(field, is);
    };
    const auto text = [&](const QString &field, const std::optional<QString> &value, QString &target) {
        if (!value || *value == target)
            return;
        note(field, target, *value);
        target = *value;
    };
    const auto optional = [&](const QString &field, const auto &value, auto &target) {
        if (!value || *value == target)
            return;
        note(field, target ? QJsonValue(*target) : QJsonValue(), *value ? QJsonValue(**value) : QJsonValue());
        target = *value;
    };
    text(u"description"_s, change.description, version.description);
    text(u"deployment_environment"_s, change.deploymentEnvironment, version.deploymentEnvironment);
    text(u"deployed_at"_s, change.deployedAt, version.deployedAt);
    optional(u"data_retention_days"_s, change.dataRetentionDays, version.dataRetentionDays);
    optional(u"pii_present"_s, change.piiPresent, version.piiPresent);
    optional(u"gdpr_compliant"_s, change.gdprCompliant, version.gdprCompliant);
    const auto tag = [&version](const QString &name) -> QJsonValue {
        if (!version.tags.contains(name))
            return {};
        return version.tagValues.contains(name) ? QJsonValue(version.tagValues.value(name)) : QJsonValue(true);
    };
    for (auto it = change.setTags.begin(); it != change.setTags.end(); ++it) {
        const QJsonValue was = tag(it.key());
        if (!version.tags.contains(it.key()))
            version.tags.append(it.key());
        version.tagValues.remove(it.key());
        if (*it)
            version.tagValues.insert(it.key(), **it);
        note(u"tags."_s + it.key(), was, tag(it.key()));
    }
    for (const QString &name : change.removeTags) {
        if (version.tags.contains(name))
            note(u"tags."_s + name, tag(name), QJsonValue());
        version.tags.removeAll(name);
        version.tagValues.remove(name);
    }
    return {before, after};
}

QVariant variantOf(const auto &optional)
{
    return optional ? QVariant::fromValue(qint64(*optional)) : QVariant();
}

} // namespace

Result<QList<VersionId>> SqlVersionStore::ids(const VersionQuery &query, qsizetype limit)
{
    return m_context.database->read([&] { return idsNow(query, limit); });
}

Result<QList<VersionId>> SqlVersionStore::idsNow(const VersionQuery &query, qsizetype limit)
{
    const auto integers = [this](const SqlStatement &statement, const std::function<bool(qint64)> &each) {
        return m_context.database->integers(statement.sql, statement.values, each);
    };
    const auto integer = [&integers](const QString &sql, const QVariantList &values) {
        std::optional<qint64> first;
        return integers({sql, values}, [&first](qint64 value) {
            first = value;
            return false;
        }).map([&first] { return first; });
    };
    const Result<VersionPlan> plan = planVersions(query, limit, integer);
    if (!plan)
        return failAs(plan);
    const Result<QList<qint64>> found = runVersionPlan(*plan, limit, integers);
    if (!found)
        return failAs(found);
    QList<VersionId> ids;
    ids.reserve(found->size());
    for (const qint64 id : *found)
        ids.append(VersionId {id});
    return ids;
}

Result<QList<VersionSummary>> SqlVersionStore::summaries(const QList<VersionId> &ids)
{
    return m_context.rows.summaries(ids);
}

Result<ModelVersion> SqlVersionStore::read(VersionId id)
{
    return m_context.rows.read(id);
}

Result<VersionId> SqlVersionStore::find(const Reference &reference)
{
    const auto model = m_context.database->integer(u"SELECT id FROM models WHERE name = ?"_s, {reference.model});
    if (!model)
        return failAs(model);
    if (!*model)
        return fail(Error::Code::NotFound, tr("There is no model \"%1\" in this registry.").arg(reference.model));
    const bool byAlias = !reference.alias.isEmpty();
    const auto id = byAlias
        ? m_context.database->integer(u"SELECT version_id FROM aliases WHERE model_id = ? AND alias = ?"_s, {**model, reference.alias})
        : m_context.database->integer(u"SELECT id FROM versions WHERE model_id = ? AND version = ?"_s, {**model, reference.version});
    if (!id)
        return failAs(id);
    if (!*id) {
        return fail(Error::Code::NotFound, byAlias
                        ? tr("%1 has no alias \"%2\".").arg(reference.model, reference.alias)
                        : tr("%1 has no version \"%2\".").arg(reference.model, reference.version));
    }
    return VersionId {**id};
}

Result<ModelId> SqlVersionStore::modelFor(const QString &name)
{
    const Result<BulkStatement *> find = m_context.database->bulk(u"SELECT id FROM models WHERE name = ?"_s);
    if (!find)
        return failAs(find);
    const auto found = (*find)->bind(QStringView(name)).first();
    if (!found)
        return failAs(found);
    if (*found)
        return ModelId {**found};
    const auto made = m_context.database->run(u"INSERT INTO models (name, updated_at) VALUES (?, ?)"_s,
                                              {name, QDateTime::currentMSecsSinceEpoch() * 1000});
    if (!made)
        return failAs(made);
    const ModelId id {m_context.database->lastInsertId()};
    NewEvent event;
    event.action = u"model.created"_s;
    event.model = name;
    event.changes = {{u"model"_s, name, 1, {}, modelDigest(name, QString())}};
    if (const Result<> logged = m_context.log.append(event); !logged)
        return failAs(logged);
    return id;
}

Result<> SqlVersionStore::countVersions(ModelId model, int difference)
{
    const Result<BulkStatement *> update
        = m_context.database->bulk(u"UPDATE models SET versions = versions + ?, updated_at = ? WHERE id = ?"_s);
    if (!update)
        return failAs(update);
    return (*update)->bind(qint64(difference)).bind(QDateTime::currentMSecsSinceEpoch() * 1000).bind(model.value).run();
}

Result<> SqlVersionStore::checkFree(ModelId model, const ModelVersion &version)
{
    for (const auto &[sql, message] :
         {std::pair {u"SELECT 1 FROM versions WHERE model_id = ? AND version = ?"_s, tr("%1 already has a version %2.")},
          {u"SELECT 1 FROM trash WHERE model_id = ? AND version = ?"_s,
           tr("%1 has a version %2 in the trash; restore that one or choose another version.")}}) {
        const Result<BulkStatement *> find = m_context.database->bulk(sql);
        if (!find)
            return failAs(find);
        const auto taken = (*find)->bind(model.value).bind(QStringView(version.version)).first();
        if (!taken)
            return failAs(taken);
        if (*taken)
            return fail(Error::Code::AlreadyExists, message.arg(version.model, version.version));
    }
    return {};
}

/// All that the tables would refuse, asked before anything is written.
Result<> SqlVersionStore::checkStorable(const ModelVersion &version)
{
    if (version.model.isEmpty() || version.version.isEmpty())
        return fail(Error::Code::InvalidArgument, tr("A version needs the name of its model and a version."));
    if (const Result<qint64> stage = m_context.names.stageIdOf(version.stage); !stage)
        return failAs(stage);
    QSet<QString> seen;
    for (const Artifact &artifact : version.artifacts) {
        if (seen.contains(artifact.name))
            return fail(Error::Code::InvalidArgument, tr("The artifact %1 is given twice.").arg(artifact.name));
        seen.insert(artifact.name);
    }
    if (QSet<QString>(version.tags.begin(), version.tags.end()).size() != version.tags.size())
        return fail(Error::Code::InvalidArgument, tr("A tag of %1:%2 is given twice.").arg(version.model, version.version));
    return {};
}

Result<VersionId> SqlVersionStore::add(const ModelVersion &version, const std::optional<ImportedOrigin> &imported)
{
    return m_context.database->write([&]() -> Result<VersionId> {
        ModelVersion stored = version;
        if (!stored.createdAt.isValid())
            stored.createdAt = QDateTime::currentDateTimeUtc();
        if (stored.createdBy.isEmpty())
            stored.createdBy = m_context.log.actor().name;
        if (const Result<> sound = checkStorable(stored); !sound)
            return failAs(sound);
        const Result<ModelId> model = modelFor(stored.model);
        if (!model)
            return failAs(model);
        if (const Result<> unused = checkFree(*model, stored); !unused)
            return failAs(unused);
        if (const Result<> sound = refuseCycle(*m_context.database, {stored.model, stored.version}, stored.parents); !sound)
            return failAs(sound);
        stored.revision = 1;
        const Result<VersionId> id = m_context.rows.insert(*model, stored);
        if (!id)
            return id;
        if (const Result<> counted = countVersions(*model, 1); !counted)
            return failAs(counted);
        NewEvent event;
        event.action = u"version.registered"_s;
        event.model = stored.model;
        event.version = stored.version;
        event.after = QJsonObject {{u"stage"_s, stored.stage}};
        event.imported = imported;
        event.changes = {recordOf(stored, 1, {}, versionDigest(stored))};
        if (const Result<> logged = m_context.log.append(event); !logged)
            return failAs(logged);
        return id;
    });
}

Result<> SqlVersionStore::change(VersionId id, qint64 revision, const VersionChange &change, const QString &reason)
{
    return m_context.database->write([&]() -> Result<> {
        const Result<ModelVersion> current = m_context.rows.read(id);
        if (!current)
            return failAs(current);
        ModelVersion preview = *current;
        const auto [before, after] = apply(change, preview);
        if (after.isEmpty())
            return {};
        NewEvent event;
        event.action = u"version.changed"_s;
        event.before = before;
        event.after = after;
        event.reason = reason;
        return m_context.changeVersion(id, revision, event, [&](ModelVersion &version) -> Result<> {
            apply(change, version);
            const auto updated = m_context.database->run(
                u"UPDATE versions SET description = ?, deployment_environment = ?, deployed_at = ?, data_retention_days = ?, "
                "pii_present = ?, gdpr_compliant = ? WHERE id = ?"_s,
                {version.description, version.deploymentEnvironment, version.deployedAt, variantOf(version.dataRetentionDays),
                 variantOf(version.piiPresent), variantOf(version.gdprCompliant), id.value});
            if (!updated)
                return failAs(updated);
            if (change.setTags.isEmpty() && change.removeTags.isEmpty())
                return {};
            const auto cleared = m_context.database->run(u"DELETE FROM tags WHERE version_id = ?"_s, {id.value});
            const auto model = m_context.database->integer(u"SELECT model_id FROM versions WHERE id = ?"_s, {id.value});
            if (!cleared || !model)
                return cleared ? Result<>(failAs(model)) : failAs(cleared);
            return m_context.rows.insertTags(id, {model->value_or(0)}, version);
        });
    });
}

Result<> SqlVersionStore::remove(VersionId id, const QString &reason)
{
    return m_context.database->write([&]() -> Result<> {
        const Result<ModelVersion> version = m_context.rows.read(id);
        if (!version)
            return failAs(version);
        if (!version->aliases.isEmpty()) {
            return fail(Error::Code::Conflict, tr("%1:%2 is what the alias \"%3\" points at; move the alias first.")
                                                   .arg(version->model, version->version, version->aliases.first()));
        }
        const auto model = m_context.database->integer(u"SELECT model_id FROM versions WHERE id = ?"_s, {id.value});
        if (!model)
            return failAs(model);
        const auto kept = m_context.database->run(
            u"INSERT INTO trash (id, model_id, version, document, removed_at) VALUES (?, ?, ?, ?, ?)"_s,
            {id.value, model->value_or(0), version->version, trashDocument(*version), QDateTime::currentMSecsSinceEpoch() * 1000});
        if (!kept)
            return failAs(kept);
        if (const Result<> erased = m_context.rows.erase(id); !erased)
            return erased;
        if (const Result<> counted = countVersions({model->value_or(0)}, -1); !counted)
            return counted;
        NewEvent event;
        event.action = u"version.removed"_s;
        event.model = version->model;
        event.version = version->version;
        event.before = QJsonObject {{u"stage"_s, version->stage}};
        event.reason = reason;
        event.changes = {recordOf(*version, version->revision, versionDigest(*version), {})};
        return m_context.log.append(event);
    });
}

Result<> SqlVersionStore::restore(VersionId id)
{
    return m_context.database->write([&]() -> Result<> {
        ModelId model;
        QString document;
        const auto rows = m_context.database->select(u"SELECT model_id, document FROM trash WHERE id = ?"_s, {id.value},
                                                     [&](const Row &row) {
                                                         model = {row.integer(0)};
                                                         document = row.text(1);
                                                     });
        if (!rows)
            return failAs(rows);
        if (*rows == 0)
            return fail(Error::Code::NotFound, tr("This version is no longer in the trash."));
        const Result<ModelVersion> version = versionFromTrash(document);
        if (!version)
            return failAs(version);
        if (const Result<> sound = refuseCycle(*m_context.database, {version->model, version->version}, version->parents); !sound)
            return sound;
        if (const auto dropped = m_context.database->run(u"DELETE FROM trash WHERE id = ?"_s, {id.value}); !dropped)
            return failAs(dropped);
        if (const Result<VersionId> inserted = m_context.rows.insert(model, *version, id); !inserted)
            return failAs(inserted);
        if (const Result<> counted = countVersions(model, 1); !counted)
            return counted;
        NewEvent event;
        event.action = u"version.restored"_s;
        event.model = version->model;
        event.version = version->version;
        event.after = QJsonObject {{u"stage"_s, version->stage}};
        event.changes = {recordOf(*version, version->revision, {}, versionDigest(*version))};
        return m_context.log.append(event);
    });
}

} // namespace stagekeeper
