// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/lineagecommand.h"

#include "app/cli/arguments.h"
#include "model/workflow/lineageview.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageAnswerCommand)
};

struct Words {
    QString reference, other;
};

void writeNode(JsonWriter &json, const LineageNode &node)
{
    json.key(u"kind"_s).text(lineageWord(node.kind)).key(u"id"_s).text(node.id).key(u"label"_s).text(node.label);
}

void writeIds(JsonWriter &json, QStringView key, const LineageGraph &graph, const QList<int> &nodes)
{
    json.key(key).beginArray();
    for (const int node : nodes)
        json.text(graph.node(node).id);
    json.endArray();
}

void writeStory(JsonWriter &json, const LineageStory &story)
{
    writeNode(json, story.graph.node(story.node));
    json.key(u"stage"_s).text(story.graph.node(story.node).stage).key(u"path"_s).beginArray();
    for (const LineageReason &reason : story.reasons) {
        json.beginObject();
        writeNode(json, story.graph.node(reason.node));
        json.key(u"relation"_s).text(lineageWord(reason.relation)).endObject();
    }
    json.endArray().key(u"decisions"_s).beginArray();
    for (const LineageDecision &decision : story.decisions) {
        json.beginObject().key(u"at"_s).text(decision.time.toString(Qt::ISODateWithMs)).key(u"by"_s).text(decision.actor);
        json.key(u"action"_s).text(decision.action).key(u"from"_s).textOrNull(decision.from);
        json.key(u"to"_s).textOrNull(decision.to).key(u"alias"_s).textOrNull(decision.alias);
        json.key(u"reason"_s).textOrNull(decision.reason).key(u"imported"_s).boolean(decision.isImported).endObject();
    }
    json.endArray();
}

QString decisionWords(const LineageDecision &decision)
{
    const QString change = decision.from.isEmpty() ? decision.to : QString(decision.from % u" → " % decision.to);
    return decision.alias.isEmpty() ? change : QString(decision.alias % u": " % change);
}

Result<Outcome> why(const Context &context, const Words &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto place = findInLineage(*stores, words.reference);
    if (!place)
        return failAs(place);
    const LineageNode &node = place->graph.node(place->nodes.first());
    if (!node.versionId.isValid())
        return fail(Error::Code::InvalidArgument, Text::tr("%1 is no version of this registry.").arg(words.reference));
    const auto story = lineageStory(*stores, node.versionId);
    if (!story)
        return failAs(story);
    context.out.object([&](JsonWriter &json) { writeStory(json, *story); });
    QList<QStringList> rows {{Text::tr("FROM"), Text::tr("HOW")}};
    for (const LineageReason &reason : story->reasons)
        rows += QStringList {story->graph.node(reason.node).label, lineageWord(reason.relation)};
    context.out.table(rows);
    QList<QStringList> decisions {{Text::tr("WHEN"), Text::tr("WHO"), Text::tr("WHAT"), Text::tr("WHY")}};
    for (const LineageDecision &decision : story->decisions)
        decisions += QStringList {shownTime(decision.time), decision.actor, decisionWords(decision), decision.reason};
    context.out.line(QString());
    context.out.table(decisions);
    return Outcome::Done;
}

Result<Outcome> impact(const Context &context, const Words &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto place = findInLineage(*stores, words.reference);
    if (!place)
        return failAs(place);
    const LineageReach reach = lineageReach(place->graph, place->nodes);
    context.out.object([&](JsonWriter &json) {
        writeIds(json, u"sources", place->graph, place->nodes);
        json.key(u"versions"_s).beginArray();
        for (const LineageStep &step : reach.versions) {
            json.beginObject();
            writeNode(json, place->graph.node(step.node));
            json.key(u"stage"_s).textOrNull(place->graph.node(step.node).stage).key(u"depth"_s).integer(step.depth).endObject();
        }
        json.endArray();
        writeIds(json, u"live", place->graph, reach.live);
    });
    context.out.line(Text::tr("Versions that %1 reaches: %2, of them live: %3.")
                         .arg(words.reference, QString::number(reach.versions.size()), QString::number(reach.live.size())));
    QList<QStringList> rows {{Text::tr("VERSION"), Text::tr("STAGE"), Text::tr("STEPS")}};
    for (const LineageStep &step : reach.versions) {
        const LineageNode &node = place->graph.node(step.node);
        rows += QStringList {node.label, node.stage, QString::number(step.depth)};
    }
    if (!reach.versions.isEmpty())
        context.out.table(rows);
    return Outcome::Done;
}

Result<LineageGraph> graphOfBoth(Stores &stores, const Words &words, QList<VersionId> &versions)
{
    for (const QString &text : {words.reference, words.other}) {
        const auto place = findInLineage(stores, text);
        if (!place)
            return failAs(place);
        versions.append(place->graph.node(place->nodes.first()).versionId);
        if (!versions.last().isValid())
            return fail(Error::Code::InvalidArgument, Text::tr("%1 is no version of this registry.").arg(text));
    }
    return stores.lineage->graph({{}, versions});
}

Result<Outcome> diff(const Context &context, const Words &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    QList<VersionId> versions;
    const auto graph = graphOfBoth(*stores, words, versions);
    if (!graph)
        return failAs(graph);
    const LineageDiff parts = lineageDiff(*graph, graph->indexOf(versions.first()), graph->indexOf(versions.last()));
    context.out.object([&](JsonWriter &json) {
        writeIds(json, u"common", *graph, parts.common);
        writeIds(json, u"only_left", *graph, parts.onlyLeft);
        writeIds(json, u"only_right", *graph, parts.onlyRight);
    });
    QList<QStringList> rows {{Text::tr("WHERE"), Text::tr("KIND"), Text::tr("NAME")}};
    const auto add = [&](const QString &where, const QList<int> &nodes) {
        for (const int node : nodes)
            rows += QStringList {where, lineageWord(graph->node(node).kind), graph->node(node).label};
    };
    add(Text::tr("left only"), parts.onlyLeft);
    add(Text::tr("right only"), parts.onlyRight);
    add(Text::tr("both"), parts.common);
    context.out.table(rows);
    return Outcome::Done;
}

} // namespace

void declareLineageAnswers(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    const QString reference = Text::tr("MODEL:VERSION or MODEL@ALIAS");
    CLI::App *asking = verb.add_subcommand("why", Text::tr("how a version came about and what was decided on it").toStdString());
    argument(*asking, "REF", words->reference, reference);
    actions[asking] = [words](const Context &context) { return why(context, *words); };

    CLI::App *reaching = verb.add_subcommand("impact", Text::tr("list the versions that bad data reaches").toStdString());
    argument(*reaching, "REF", words->reference, Text::tr("data:NAME, data:NAME@DIGEST, experiment:ID or a version"));
    actions[reaching] = [words](const Context &context) { return impact(context, *words); };

    CLI::App *comparing = verb.add_subcommand("diff", Text::tr("compare where two versions came from").toStdString());
    argument(*comparing, "LEFT", words->reference, reference);
    argument(*comparing, "RIGHT", words->other, reference);
    actions[comparing] = [words](const Context &context) { return diff(context, *words); };
}

} // namespace stagekeeper
