// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineagefold.h"

#include "model/domain/lineagewalk.h"

#include <QCoreApplication>
#include <QMap>

#include <tuple>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageFold)
};

QString clusterLabel(LineageKind kind, int count)
{
    switch (kind) {
    case LineageKind::Version:
        return Text::tr("%n versions", nullptr, count);
    case LineageKind::Data:
        return Text::tr("%n data sources", nullptr, count);
    case LineageKind::Experiment:
        break;
    }
    return Text::tr("%n experiments", nullptr, count);
}

LineageNode clusterOf(const LineageGraph &graph, const QList<int> &members)
{
    const LineageNode &first = graph.node(members.first());
    const LineageNode &last = graph.node(members.last());
    LineageNode node;
    node.kind = first.kind;
    node.id = u"fold:"_s + first.id;
    node.count = int(members.size());
    node.label = clusterLabel(first.kind, node.count);
    if (first.kind == LineageKind::Version) {
        node.name = first.name;
        node.detail = Text::tr("%1 – %2", "from version, to version").arg(first.version, last.version);
    } else {
        node.detail = Text::tr("%1 – %2", "from version, to version").arg(first.label, last.label);
    }
    return node;
}

using Likeness = std::tuple<int, int, QString, bool>;

Likeness likeness(const LineageNode &node, int level)
{
    return {level, int(node.kind), node.kind == LineageKind::Version ? node.name : QString(), node.isRegistered};
}

} // namespace

LineageFold foldLineage(const LineageGraph &graph, const QSet<int> &keep, int limit)
{
    const QList<int> levels = lineageLevels(graph);
    QMap<Likeness, QList<int>> groups;
    for (int node = 0; node < graph.size(); ++node) {
        if (!keep.contains(node))
            groups[likeness(graph.node(node), levels.at(node))].append(node);
    }
    LineageFold fold;
    QList<LineageNode> nodes;
    QList<int> place(graph.size(), -1);
    for (int node = 0; node < graph.size(); ++node) {
        if (place.at(node) >= 0)
            continue;
        const QList<int> group = keep.contains(node) ? QList<int>() : groups.value(likeness(graph.node(node), levels.at(node)));
        const QList<int> members = group.size() > limit ? group : QList<int> {node};
        for (const int member : members)
            place[member] = int(nodes.size());
        nodes.append(members.size() > 1 ? clusterOf(graph, members) : graph.node(node));
        fold.members.append(members);
    }
    QSet<quint64> seen;
    QList<LineageEdge> edges;
    for (const LineageEdge &edge : graph.edges()) {
        const LineageEdge folded {place.at(edge.from), place.at(edge.to), edge.relation};
        const quint64 key = (quint64(folded.from) * quint64(nodes.size()) + quint64(folded.to)) * 4 + quint64(folded.relation);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        edges.append(folded);
    }
    fold.graph = LineageGraph(nodes, edges);
    return fold;
}

} // namespace stagekeeper
