// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/workflow/resolve.h"
#include "model/workflow/stagechange.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StageCommand)
};

struct Words {
    QString reference, stage, reason;
};

Result<Outcome> set(const Context &context, const Words &words)
{
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto change = stores->transact([&]() -> Result<StageChange> {
        const auto id = resolve(*stores, words.reference);
        return id ? setStage(*stores, *id, words.stage, words.reason) : failAs(id);
    });
    if (!change)
        return failAs(change);
    context.out.object([&](JsonWriter &json) {
        json.key(u"model"_s).text(change->model).key(u"version"_s).text(change->version);
        json.key(u"from"_s).text(change->from).key(u"to"_s).text(change->to).key(u"stage"_s).text(change->to);
        json.key(u"archived"_s).beginArray();
        for (const QString &version : change->archived)
            json.text(QString(change->model % u':' % version));
        json.endArray().key(u"deployed_at"_s).textOrNull(change->deployedAt);
    });
    context.out.line(Text::tr("%1:%2 is in %3; it was in %4.").arg(change->model, change->version, change->to, change->from));
    for (const QString &version : change->archived)
        context.out.line(Text::tr("%1:%2 moved to the archive.").arg(change->model, version));
    return Outcome::Done;
}

} // namespace

void declareStage(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    CLI::App *setting = verb.add_subcommand("set", Text::tr("move a version to a stage, as the lifecycle allows").toStdString());
    argument(*setting, "REF", words->reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
    argument(*setting, "STAGE", words->stage, Text::tr("such as Production"));
    textOption(*setting, "--reason", words->reason, Text::tr("why; it is kept in the log"));
    actions[setting] = [words](const Context &context) { return set(context, *words); };
}

} // namespace stagekeeper
