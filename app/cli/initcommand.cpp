// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/domain/namerules.h"
#include "model/workflow/actor.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InitCommand)
};

struct Words {
    QString name, stages;
};

Result<Lifecycle> lifecycleFrom(const QString &text)
{
    if (text.isEmpty())
        return Lifecycle();
    QStringList names;
    for (const QString &part : text.split(u',')) {
        const QString name = part.trimmed();
        if (const auto fits = checkName(NameKind::Stage, name); !fits)
            return failAs(fits);
        if (names.contains(name))
            return fail(Error::Code::InvalidArgument, Text::tr("The stage \"%1\" is named twice.").arg(name));
        names += name;
    }
    return Lifecycle(Lifecycle::stagesFromNames(names));
}

Result<Outcome> run(const Context &context, const Words &words)
{
    const auto file = context.address();
    if (!file)
        return failAs(file);
    const QString name = words.name.isEmpty() ? QFileInfo(*file).completeBaseName() : words.name;
    if (const auto fits = checkName(NameKind::Model, name); !fits)
        return failAs(fits);
    const auto lifecycle = lifecycleFrom(words.stages);
    if (!lifecycle)
        return failAs(lifecycle);
    const auto actor = currentActor(context.identity);
    if (!actor)
        return failAs(actor);
    const auto stores = createRegistry(*file, name, *lifecycle, {*actor, false});
    if (!stores)
        return failAs(stores);
    QStringList stages;
    for (const Stage &stage : lifecycle->stages())
        stages += stage.name;
    context.out.object([&](JsonWriter &json) {
        json.key(u"registry"_s).text(stores->info.address).key(u"name"_s).text(name);
        json.key(u"origin"_s).text(stores->info.origin).key(u"stages"_s).beginArray();
        for (const QString &stage : stages)
            json.text(stage);
        json.endArray();
    });
    context.out.line(Text::tr("Created the registry \"%1\" in %2 with the stages %3.")
                         .arg(name, stores->info.address, stages.join(u", "_s)));
    return Outcome::Done;
}

} // namespace

void declareInit(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    textOption(verb, "--name", words->name, Text::tr("what people call it; the file's name otherwise"));
    textOption(verb, "--stages", words->stages,
               Text::tr("its stages in order, such as Development,Staging,Production,Archived"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
