// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/lineagecommand.h"

#include "app/cli/arguments.h"
#include "app/cli/lineagesvg.h"
#include "model/domain/lineageexport.h"
#include "model/workflow/lineageview.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageCommand)
};

struct Words {
    QString reference;
    QString format;
    int depth = -1;
};

Result<Outcome> list(const Context &context, const Words &words, LineageDirection direction)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto place = findInLineage(*stores, words.reference);
    if (!place)
        return failAs(place);
    const QList<LineageStep> steps = lineageClosure(place->graph, place->nodes, direction, {words.depth, {}});
    QList<QStringList> rows {{Text::tr("KIND"), Text::tr("NAME"), Text::tr("STEPS"), Text::tr("WHAT")}};
    context.out.beginArray();
    for (const LineageStep &step : steps) {
        const LineageNode &node = place->graph.node(step.node);
        context.out.element([&](JsonWriter &json) {
            json.key(u"kind"_s).text(lineageWord(node.kind)).key(u"id"_s).text(node.id);
            json.key(u"label"_s).text(node.label).key(u"depth"_s).integer(step.depth);
        });
        rows += QStringList {lineageWord(node.kind), node.label, QString::number(step.depth), lineageSecondLine(node)};
    }
    context.out.endArray();
    if (!steps.isEmpty())
        context.out.table(rows);
    else if (direction == LineageDirection::Ancestors)
        context.out.line(Text::tr("Nothing is known of where %1 came from.").arg(words.reference));
    else
        context.out.line(Text::tr("Nothing came from %1.").arg(words.reference));
    return Outcome::Done;
}

/// What is to be exported: all, a model's part, or what is connected with one node.
Result<LineageGraph> chosenPart(Stores &stores, const Words &words)
{
    if (words.reference.isEmpty())
        return stores.lineage->graph({});
    const auto model = stores.models->find(words.reference);
    if (model)
        return stores.lineage->graph({model->id, {}});
    if (model.error().code != Error::Code::NotFound)
        return failAs(model);
    if (!words.reference.contains(u':') && !words.reference.contains(u'@'))
        return failAs(model);
    const auto place = findInLineage(stores, words.reference);
    if (!place)
        return failAs(place);
    QList<int> nodes = place->nodes;
    for (const LineageStep &step : lineageClosure(place->graph, place->nodes, LineageDirection::Both, {words.depth, {}}))
        nodes.append(step.node);
    return place->graph.part(nodes);
}

Result<Outcome> exportGraph(const Context &context, const Words &words)
{
    const QString format = words.format.isEmpty() ? (context.out.isJson() ? u"json"_s : u"dot"_s) : words.format;
    if (format != "dot"_L1 && format != "json"_L1 && format != "svg"_L1)
        return fail(Error::Code::InvalidArgument, Text::tr("--format is dot, svg or json, not \"%1\".").arg(format));
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto graph = chosenPart(*stores, words);
    if (!graph)
        return failAs(graph);
    if (format == "dot"_L1) {
        context.out.raw(lineageDot(*graph));
    } else if (format == "json"_L1) {
        context.out.raw(lineageJson(*graph));
    } else {
        const auto svg = lineageSvg(*graph);
        if (!svg)
            return failAs(svg);
        context.out.raw(*svg);
    }
    return Outcome::Done;
}

} // namespace

void declareLineage(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    const QString what = Text::tr("MODEL:VERSION, MODEL@ALIAS, data:NAME@DIGEST or experiment:ID");
    const auto walk = [&](const char *name, const QString &help, LineageDirection direction) {
        CLI::App *sub = verb.add_subcommand(name, help.toStdString());
        argument(*sub, "REF", words->reference, what);
        countOption(*sub, "--depth", words->depth, 0, Text::tr("at most so many steps away"));
        actions[sub] = [words, direction](const Context &context) { return list(context, *words, direction); };
    };
    walk("ancestors", Text::tr("list what a version came from"), LineageDirection::Ancestors);
    walk("descendants", Text::tr("list what came from a version, data or an experiment"), LineageDirection::Descendants);

    CLI::App *exporting = verb.add_subcommand("export", Text::tr("write the graph as DOT, SVG or JSON").toStdString());
    argument(*exporting, "REF", words->reference, Text::tr("a model or a REF; everything when left out"))->required(false);
    textOption(*exporting, "--format", words->format, Text::tr("dot, svg or json"));
    countOption(*exporting, "--depth", words->depth, 0, Text::tr("at most so many steps away"));
    actions[exporting] = [words](const Context &context) { return exportGraph(context, *words); };

    declareLineageEdits(verb, actions);
    declareLineageAnswers(verb, actions);
}

} // namespace stagekeeper
