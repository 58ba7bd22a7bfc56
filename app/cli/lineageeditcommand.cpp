// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/lineagecommand.h"

#include "app/cli/arguments.h"
#include "model/workflow/lineageedit.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageEditCommand)
};

struct Words {
    QString from, to, relation, reason;
};

using Edit = Result<LineageEdit> (*)(Stores &, const LineageId &, VersionId, qint64, const QString &);

std::optional<LineageKind> kindFor(const QString &relation)
{
    for (const LineageKind kind : {LineageKind::Version, LineageKind::Data, LineageKind::Experiment}) {
        if (relation == lineageWord(lineageRelationFrom(kind)))
            return kind;
    }
    return {};
}

/// A version of this registry, as an id that does not change when an alias moves.
Result<LineageId> registered(Stores &stores, const QString &text)
{
    const auto id = resolve(stores, text);
    if (!id)
        return failAs(id);
    const auto version = summaryOf(stores, *id);
    return version ? Result<LineageId>(LineageId {LineageKind::Version, version->model, version->version}) : failAs(version);
}

/// A typed id as it is; other words by what the relation says they are.
Result<LineageId> earlier(Stores &stores, const QString &text, LineageKind kind)
{
    if (const auto typed = LineageId::parse(text))
        return *typed;
    if (kind == LineageKind::Version) {
        const auto version = registered(stores, text);
        const auto reference = Reference::parse(text);
        if (version || !reference || version.error().code != Error::Code::NotFound || !reference->alias.isEmpty())
            return version;
        return LineageId {kind, reference->model, reference->version}; // perhaps registered elsewhere
    }
    return LineageId::parse((kind == LineageKind::Data ? u"data:"_s : u"experiment:"_s) + text).value_or(LineageId {kind, text, {}});
}

Result<VersionId> later(Stores &stores, const QString &text)
{
    const auto typed = LineageId::parse(text);
    if (typed && typed->kind == LineageKind::Version) {
        const auto version = stores.versions->find({typed->name, typed->version, {}});
        if (version || version.error().code != Error::Code::NotFound)
            return version;
    }
    const auto version = resolve(stores, text);
    if (!version && typed && typed->kind != LineageKind::Version)
        return fail(Error::Code::InvalidArgument, Text::tr("Every edge ends in a version; %1 is none.").arg(text));
    return version;
}

Result<Outcome> run(const Context &context, const Words &words, Edit edit, const QString &done)
{
    const auto typed = LineageId::parse(words.from);
    const auto kind = words.relation.isEmpty() ? (typed ? typed->kind : LineageKind::Version) : kindFor(words.relation);
    if (!kind) {
        return fail(Error::Code::InvalidArgument,
                    Text::tr("--relation is derived_from, trained_on or produced, not \"%1\".").arg(words.relation));
    }
    if (typed && typed->kind != *kind) {
        return fail(Error::Code::InvalidArgument,
                    Text::tr("An edge from %1 is %2, not %3.")
                        .arg(words.from, lineageWord(lineageRelationFrom(typed->kind)), words.relation));
    }
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto change = stores->transact([&]() -> Result<LineageEdit> {
        const auto from = earlier(*stores, words.from, *kind);
        const auto to = later(*stores, words.to);
        if (!from || !to)
            return from ? Result<LineageEdit>(failAs(to)) : failAs(from);
        return edit(*stores, *from, *to, -1, words.reason);
    });
    if (!change)
        return failAs(change);
    context.out.object([&](JsonWriter &json) {
        json.key(u"from"_s).text(change->from.toString()).key(u"to"_s).text(change->to.toString());
        json.key(u"relation"_s).text(lineageWord(lineageRelationFrom(change->from.kind)));
        json.key(u"revision"_s).integer(change->revision);
    });
    context.out.line(done.arg(lineageLabel(change->from), lineageLabel(change->to)));
    return Outcome::Done;
}

} // namespace

void declareLineageEdits(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    const auto declare = [&](const char *name, const QString &help, Edit edit, const QString &done) {
        CLI::App *sub = verb.add_subcommand(name, help.toStdString());
        textOption(*sub, "--from", words->from, Text::tr("the earlier one: REF, data:NAME@DIGEST or experiment:ID"))->required();
        textOption(*sub, "--to", words->to, Text::tr("the version that came from it"))->required();
        textOption(*sub, "--relation", words->relation, Text::tr("derived_from, trained_on or produced"));
        textOption(*sub, "--reason", words->reason, Text::tr("kept in the log"));
        actions[sub] = [words, edit, done](const Context &context) { return run(context, *words, edit, done); };
    };
    declare("link", Text::tr("add an edge"), linkLineage, Text::tr("Linked %1 to %2."));
    declare("unlink", Text::tr("remove an edge"), unlinkLineage, Text::tr("Removed the edge from %1 to %2."));
}

} // namespace stagekeeper
