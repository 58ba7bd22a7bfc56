// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineageanswers.h"

#include <QSet>

#include <algorithm>

namespace stagekeeper {

namespace {

/// The line of first parents, from the root to `version`.
QList<int> firstParents(const LineageGraph &graph, int version)
{
    QList<int> line {version};
    QSet<int> seen {version};
    for (int next = version; next >= 0;) {
        int parent = -1;
        for (const int edge : graph.edgesInto(next)) {
            if (graph.edges().at(edge).relation == LineageRelation::DerivedFrom) {
                parent = graph.edges().at(edge).from;
                break;
            }
        }
        next = parent >= 0 && !seen.contains(parent) ? parent : -1;
        if (next >= 0) {
            seen.insert(next);
            line.append(next);
        }
    }
    std::ranges::reverse(line);
    return line;
}

QList<int> ancestry(const LineageGraph &graph, int node)
{
    QList<int> nodes {node};
    for (const LineageStep &step : lineageClosure(graph, {node}, LineageDirection::Ancestors))
        nodes.append(step.node);
    return nodes;
}

} // namespace

QList<int> lineageMatches(const LineageGraph &graph, const LineageId &id)
{
    if (const int node = graph.indexOf(id.toString()); node >= 0)
        return {node};
    QList<int> nodes;
    if (id.kind != LineageKind::Data || !id.version.isEmpty())
        return nodes;
    for (int node = 0; node < graph.size(); ++node) {
        if (graph.node(node).kind == LineageKind::Data && graph.node(node).name == id.name)
            nodes.append(node);
    }
    return nodes;
}

QList<LineageReason> lineageReasons(const LineageGraph &graph, int version)
{
    QList<LineageReason> reasons;
    QSet<int> seen;
    for (const int step : firstParents(graph, version)) {
        for (const LineageRelation relation : {LineageRelation::TrainedOn, LineageRelation::Produced}) {
            for (const int edge : graph.edgesInto(step)) {
                const LineageEdge &into = graph.edges().at(edge);
                if (into.relation == relation && !seen.contains(into.from)) {
                    seen.insert(into.from);
                    reasons.append({into.from, relation});
                }
            }
        }
        if (step != version)
            reasons.append({step, LineageRelation::DerivedFrom});
    }
    return reasons;
}

LineageReach lineageReach(const LineageGraph &graph, const QList<int> &sources)
{
    LineageReach reach;
    reach.versions = lineageClosure(graph, sources, LineageDirection::Descendants, {-1, {LineageKind::Version}});
    for (const LineageStep &step : reach.versions) {
        if (graph.node(step.node).stageKind == StageKind::Live)
            reach.live.append(step.node);
    }
    return reach;
}

LineageDiff lineageDiff(const LineageGraph &graph, int left, int right)
{
    LineageDiff diff;
    const QList<int> ofLeft = ancestry(graph, left);
    const QList<int> ofRight = ancestry(graph, right);
    const QSet<int> inLeft(ofLeft.begin(), ofLeft.end());
    const QSet<int> inRight(ofRight.begin(), ofRight.end());
    for (const int node : ofLeft)
        (inRight.contains(node) ? diff.common : diff.onlyLeft).append(node);
    for (const int node : ofRight) {
        if (!inLeft.contains(node))
            diff.onlyRight.append(node);
    }
    return diff;
}

} // namespace stagekeeper
