// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelsCommand)
};

void writeModel(JsonWriter &json, const RegisteredModel &model)
{
    json.key(u"name"_s).text(model.name).key(u"description"_s).text(model.description);
    json.key(u"versions"_s).integer(model.versions);
    json.key(u"latest"_s).textOrNull(model.latest).key(u"production"_s).textOrNull(model.live);
    json.key(u"aliases"_s).beginObject();
    for (auto it = model.aliases.begin(); it != model.aliases.end(); ++it)
        json.key(it.key()).text(it.value());
    json.endObject();
    json.key(u"updated_at"_s).text(model.updatedAt.toUTC().toString(Qt::ISODateWithMs));
}

Result<Outcome> run(const Context &context)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto models = stores->models->list();
    if (!models)
        return failAs(models);
    QList<QStringList> rows {{Text::tr("MODEL"), Text::tr("VERSIONS"), Text::tr("LATEST"), Text::tr("LIVE"),
                              Text::tr("ALIASES"), Text::tr("UPDATED")}};
    context.out.beginArray();
    for (const RegisteredModel &model : *models) {
        context.out.element([&](JsonWriter &json) { writeModel(json, model); });
        QStringList aliases;
        for (auto it = model.aliases.begin(); it != model.aliases.end(); ++it)
            aliases += it.key() % u"="_s % it.value();
        rows += QStringList {model.name, QString::number(model.versions), model.latest, model.live,
                             aliases.join(u' '), shownTime(model.updatedAt)};
    }
    context.out.endArray();
    if (models->isEmpty())
        context.out.line(Text::tr("No models yet: \"stagekeeper-cli register MODEL VERSION\" adds the first."));
    else
        context.out.table(rows);
    return Outcome::Done;
}

} // namespace

void declareModels(CLI::App &verb, Actions &actions)
{
    actions[&verb] = run;
}

} // namespace stagekeeper
