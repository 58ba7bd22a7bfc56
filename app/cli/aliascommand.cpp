// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/domain/reference.h"
#include "model/workflow/aliaschange.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AliasCommand)
};

struct Words {
    QString reference, alias;
};

Outcome print(const Context &context, const AliasChange &change)
{
    context.out.object([&](JsonWriter &json) {
        json.key(u"model"_s).text(change.model).key(u"alias"_s).text(change.alias);
        json.key(u"from"_s).textOrNull(change.from).key(u"to"_s).textOrNull(change.to);
    });
    if (change.to.isEmpty())
        context.out.line(Text::tr("%1@%2 is gone; it was %3.").arg(change.model, change.alias, change.from));
    else if (change.from.isEmpty() || change.from == change.to)
        context.out.line(Text::tr("%1@%2 is %3.").arg(change.model, change.alias, change.to));
    else
        context.out.line(Text::tr("%1@%2 is %3; it was %4.").arg(change.model, change.alias, change.to, change.from));
    return Outcome::Done;
}

Result<Outcome> set(const Context &context, const Words &words)
{
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto change = stores->transact([&]() -> Result<AliasChange> {
        const auto id = resolve(*stores, words.reference);
        return id ? setAlias(*stores, *id, words.alias) : failAs(id);
    });
    if (!change)
        return failAs(change);
    return print(context, *change);
}

/// MODEL ALIAS, or MODEL@ALIAS in one word.
Result<Outcome> remove(const Context &context, const Words &words)
{
    const qsizetype at = words.reference.lastIndexOf(u'@');
    const bool isOneWord = words.alias.isEmpty();
    if (isOneWord && at < 0)
        return fail(Error::Code::InvalidArgument, Text::tr("Name the alias: MODEL ALIAS or MODEL@ALIAS."));
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto change = removeAlias(*stores, isOneWord ? words.reference.left(at) : words.reference,
                                    isOneWord ? words.reference.sliced(at + 1) : words.alias);
    if (!change)
        return failAs(change);
    return print(context, *change);
}

Result<Outcome> list(const Context &context, const QString &model)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto known = stores->models->find(model);
    if (!known)
        return failAs(known);
    QList<QStringList> rows {{Text::tr("ALIAS"), Text::tr("VERSION")}};
    context.out.beginArray();
    for (auto it = known->aliases.begin(); it != known->aliases.end(); ++it) {
        context.out.element([&](JsonWriter &json) {
            json.key(u"alias"_s).text(it.key()).key(u"model"_s).text(model).key(u"version"_s).text(it.value());
        });
        rows += QStringList {it.key(), it.value()};
    }
    context.out.endArray();
    if (known->aliases.isEmpty())
        context.out.line(Text::tr("%1 has no aliases.").arg(model));
    else
        context.out.table(rows);
    return Outcome::Done;
}

} // namespace

void declareAlias(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    CLI::App *setting = verb.add_subcommand("set", Text::tr("point an alias at a version").toStdString());
    argument(*setting, "REF", words->reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
    argument(*setting, "ALIAS", words->alias, Text::tr("such as champion"));
    actions[setting] = [words](const Context &context) { return set(context, *words); };

    CLI::App *removal = verb.add_subcommand("remove", Text::tr("remove an alias").toStdString());
    argument(*removal, "MODEL", words->reference, Text::tr("the model, or MODEL@ALIAS"));
    argument(*removal, "ALIAS", words->alias, Text::tr("the alias"))->required(false);
    actions[removal] = [words](const Context &context) { return remove(context, *words); };

    CLI::App *listing = verb.add_subcommand("list", Text::tr("list the aliases of a model").toStdString());
    argument(*listing, "MODEL", words->reference, Text::tr("the model"));
    actions[listing] = [words](const Context &context) { return list(context, words->reference); };
}

} // namespace stagekeeper
