// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/shownlineage.h"

#include "model/domain/lineagefold.h"

#include <algorithm>
#include <numeric>

namespace stagekeeper {

namespace {

/// What is at most `depth` edges away, whichever way they point, nearest first.
QList<int> around(const LineageGraph &graph, const QList<int> &focus, int depth)
{
    QList<int> nodes = focus;
    QList<int> depths(graph.size(), -1);
    for (const int node : focus)
        depths[node] = 0;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const int node = nodes.at(i);
        if (depth >= 0 && depths.at(node) >= depth)
            continue;
        for (const auto &next : {graph.before(node), graph.after(node)}) {
            for (const int other : next) {
                if (depths.at(other) < 0) {
                    depths[other] = depths.at(node) + 1;
                    nodes.append(other);
                }
            }
        }
    }
    return nodes;
}

QList<int> chosenNodes(const LineageGraph &graph, const LineageChoice &choice)
{
    QList<int> nodes;
    if (choice.isOverview || choice.focus.isEmpty()) {
        nodes.resize(graph.size());
        std::iota(nodes.begin(), nodes.end(), 0);
    } else if (choice.direction == LineageDirection::Both) {
        nodes = around(graph, choice.focus, choice.depth);
    } else {
        nodes = choice.focus;
        for (const LineageStep &step : lineageClosure(graph, choice.focus, choice.direction, {choice.depth, {}}))
            nodes.append(step.node);
    }
    nodes.removeIf([&](int node) { return !choice.kinds.contains(graph.node(node).kind) && !choice.focus.contains(node); });
    return nodes;
}

ShownLineage fold(const LineageGraph &graph, const QList<int> &nodes, const LineageChoice &choice)
{
    ShownLineage shown;
    const LineageGraph part = graph.part(nodes);
    if (!choice.isFolded) {
        shown.graph = part;
        for (const int node : nodes)
            shown.members.append(QList<int> {node});
        return shown;
    }
    QSet<int> keep;
    for (int i = 0; i < part.size(); ++i) {
        if (choice.focus.contains(nodes.at(i)) || choice.opened.contains(part.node(i).id))
            keep.insert(i);
    }
    const LineageFold folded = foldLineage(part, keep);
    shown.graph = folded.graph;
    for (const QList<int> &members : folded.members) {
        QList<int> original;
        for (const int member : members)
            original.append(nodes.at(member));
        shown.members.append(original);
    }
    return shown;
}

} // namespace

int ShownLineage::find(int node) const
{
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).contains(node))
            return int(i);
    }
    return -1;
}

QList<int> ShownLineage::find(const QList<int> &nodes) const
{
    QHash<int, int> places;
    for (qsizetype i = 0; i < members.size(); ++i) {
        for (const int member : members.at(i))
            places.insert(member, int(i));
    }
    QSet<int> found;
    for (const int node : nodes) {
        if (const auto place = places.constFind(node); place != places.cend())
            found.insert(*place);
    }
    QList<int> sorted(found.cbegin(), found.cend());
    std::ranges::sort(sorted);
    return sorted;
}

ShownLineage shownLineage(const LineageGraph &graph, const LineageChoice &choice)
{
    QList<int> nodes = chosenNodes(graph, choice);
    ShownLineage shown = fold(graph, nodes, choice);
    if (choice.isOverview || choice.focus.isEmpty() || shown.graph.size() <= mostLaidOutWell)
        return shown;
    nodes.resize(std::min<qsizetype>(nodes.size(), neighbourhoodSize)); // they are in order of distance
    shown = fold(graph, nodes, choice);
    shown.isCut = true;
    return shown;
}

} // namespace stagekeeper
