// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlmodelstore.h"

#include "model/security/records.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

Result<QList<RegisteredModel>> SqlModelStore::read(const QString &condition, const QVariantList &values)
{
    QList<RegisteredModel> models;
    const auto rows = m_context.database->select(
        u"SELECT m.id, m.name, m.description, m.versions, m.updated_at, m.rev, "
        "(SELECT v.version FROM versions v WHERE v.model_id = m.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1), "
        "(SELECT v.version FROM stages s CROSS JOIN versions v WHERE s.kind = 'live' AND v.model_id = m.id AND v.stage_id = s.id "
        "ORDER BY v.created_at DESC, v.id DESC LIMIT 1) FROM models m "_s
            + condition + u" ORDER BY m.name"_s,
        values, [&models](const Row &row) {
            RegisteredModel model;
            model.id = {row.integer(0)};
            model.name = row.text(1);
            model.description = row.text(2);
            model.versions = row.integer(3);
            model.updatedAt = QDateTime::fromMSecsSinceEpoch(row.integer(4) / 1000, Qt::UTC);
            model.revision = row.integer(5);
            model.latest = row.text(6);
            model.live = row.text(7);
            models.append(model);
        });
    if (!rows)
        return failAs(rows);
    for (RegisteredModel &model : models) {
        const auto aliases = m_context.database->select(
            u"SELECT a.alias, v.version FROM aliases a JOIN versions v ON v.id = a.version_id WHERE a.model_id = ?"_s, {model.id.value},
            [&model](const Row &row) { model.aliases.insert(row.text(0), row.text(1)); });
        if (!aliases)
            return failAs(aliases);
    }
    return models;
}

Result<QList<RegisteredModel>> SqlModelStore::list()
{
    return read(QString(), {});
}

Result<RegisteredModel> SqlModelStore::find(const QString &name)
{
    Result<QList<RegisteredModel>> models = read(u"WHERE m.name = ?"_s, {name});
    if (!models)
        return failAs(models);
    if (models->isEmpty()) {
        return fail(Error::Code::NotFound,
                    QCoreApplication::translate("SqlModelStore", "There is no model \"%1\" in this registry.").arg(name));
    }
    return models->first();
}

Result<> SqlModelStore::describe(ModelId model, qint64 revision, const QString &description)
{
    return m_context.database->write([&]() -> Result<> {
        QString name, before;
        const auto found = m_context.database->select(u"SELECT name, description FROM models WHERE id = ?"_s, {model.value},
                                                      [&](const Row &row) {
                                                          name = row.text(0);
                                                          before = row.text(1);
                                                      });
        if (!found)
            return failAs(found);
        const auto changed = m_context.database->run(
            u"UPDATE models SET description = ?, rev = rev + 1, updated_at = ? WHERE id = ? AND rev = ?"_s,
            {description, QDateTime::currentMSecsSinceEpoch() * 1000, model.value, revision});
        if (!changed)
            return failAs(changed);
        if (*changed == 0)
            return fail(Error::Code::Conflict, QCoreApplication::translate(
                "SqlModelStore", "%1 was changed by somebody else in the meantime.").arg(name));
        NewEvent event;
        event.action = u"model.described"_s;
        event.model = name;
        event.before = before;
        event.after = description;
        event.changes = {{u"model"_s, name, revision + 1, modelDigest(name, before), modelDigest(name, description)}};
        return m_context.log.append(event);
    });
}

} // namespace stagekeeper
