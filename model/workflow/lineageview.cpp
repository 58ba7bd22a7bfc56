// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/lineageview.h"

#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageView)
};

/// Nobody reads more decisions on one version than this.
constexpr int mostDecisions = 1000;

bool isMissing(const Error &error)
{
    return error.code == Error::Code::NotFound || error.code == Error::Code::InvalidArgument;
}

Result<LineagePlace> around(Stores &stores, VersionId version)
{
    auto graph = stores.lineage->graph({{}, {version}});
    if (!graph)
        return failAs(graph);
    const int node = graph->indexOf(version);
    return LineagePlace {std::move(*graph), {node}};
}

/// Nothing when the registry has no such node.
Result<std::optional<LineagePlace>> findTyped(Stores &stores, const LineageId &id)
{
    if (id.kind == LineageKind::Version && !id.version.isEmpty()) {
        const auto version = stores.versions->find({id.name, id.version, {}});
        if (version) {
            auto place = around(stores, *version);
            return place ? Result<std::optional<LineagePlace>>(std::move(*place)) : failAs(place);
        }
        if (!isMissing(version.error()))
            return failAs(version);
    }
    auto graph = stores.lineage->graph({});
    if (!graph)
        return failAs(graph);
    const QList<int> nodes = lineageMatches(*graph, id);
    return nodes.isEmpty() ? std::optional<LineagePlace>() : LineagePlace {std::move(*graph), nodes};
}

LineageDecision decisionOf(const AuditEvent &event)
{
    LineageDecision decision;
    decision.action = event.action;
    decision.time = event.imported ? event.imported->time : event.time;
    decision.actor = event.imported ? event.imported->actor : event.actor;
    decision.isImported = event.imported.has_value();
    decision.reason = event.reason;
    const QJsonObject before = event.before.toObject();
    const QJsonObject after = event.after.toObject();
    const bool isAlias = event.action.startsWith("alias."_L1);
    const QString field = isAlias ? u"version"_s : u"stage"_s;
    decision.from = before.value(field).toString();
    decision.to = after.value(field).toString();
    if (isAlias)
        decision.alias = (after.isEmpty() ? before : after).value("alias"_L1).toString();
    return decision;
}

} // namespace

Result<LineagePlace> findInLineage(Stores &stores, const QString &text)
{
    const auto id = LineageId::parse(text);
    if (id) {
        auto typed = findTyped(stores, *id);
        if (!typed)
            return failAs(typed);
        if (*typed)
            return std::move(**typed);
    }
    const auto version = resolve(stores, text);
    if (version)
        return around(stores, *version);
    if (!isMissing(version.error()))
        return failAs(version);
    const auto reference = Reference::parse(text);
    if (!id && reference && reference->alias.isEmpty()) { // perhaps only named as a parent
        auto parent = findTyped(stores, {LineageKind::Version, reference->model, reference->version});
        if (!parent)
            return failAs(parent);
        if (*parent)
            return std::move(**parent);
    }
    return id ? Result<LineagePlace>(fail(Error::Code::NotFound, Text::tr("Nothing in the lineage is named %1.").arg(text)))
              : failAs(version);
}

Result<QList<LineageDecision>> decisionsOn(Stores &stores, const QString &model, const QString &version)
{
    static const QStringList wanted {u"version.registered"_s, u"version.stage"_s, u"version.removed"_s, u"version.restored"_s,
                                     u"alias.set"_s, u"alias.removed"_s};
    const auto events = stores.audit->events({.model = model, .version = version, .limit = mostDecisions});
    if (!events)
        return failAs(events);
    QList<LineageDecision> decisions;
    for (const AuditEvent &event : *events) {
        if (wanted.contains(event.action))
            decisions.append(decisionOf(event));
    }
    std::ranges::reverse(decisions); // they come newest first
    return decisions;
}

Result<LineageStory> lineageStory(Stores &stores, VersionId version)
{
    auto place = around(stores, version);
    if (!place)
        return failAs(place);
    LineageStory story {std::move(place->graph), place->nodes.first(), {}, {}};
    story.reasons = lineageReasons(story.graph, story.node);
    const LineageNode &node = story.graph.node(story.node);
    auto decisions = decisionsOn(stores, node.name, node.version);
    if (!decisions)
        return failAs(decisions);
    story.decisions = std::move(*decisions);
    return story;
}

Result<QJsonObject> triedHyperparameters(Stores &stores, const LineageGraph &graph, int experiment, int limit)
{
    QMap<QString, QJsonArray> tried;
    int read = 0;
    for (const int node : graph.after(experiment)) {
        if (read++ == limit)
            break;
        const auto version = stores.versions->read(graph.node(node).versionId);
        if (!version)
            return failAs(version);
        for (auto it = version->hyperparameters.begin(); it != version->hyperparameters.end(); ++it) {
            if (!tried[it.key()].contains(it.value()))
                tried[it.key()].append(it.value());
        }
    }
    QJsonObject values;
    for (auto it = tried.begin(); it != tried.end(); ++it)
        values.insert(it.key(), it->size() == 1 ? it->first() : QJsonValue(*it));
    return values;
}

} // namespace stagekeeper
