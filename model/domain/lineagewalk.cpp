// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineagewalk.h"

#include <algorithm>
#include <vector>

namespace stagekeeper {

namespace {

using Neighbours = std::span<const int> (LineageGraph::*)(int) const;

/// Breadth first from `starts`, which stay out of the result.
QList<LineageStep> walk(const LineageGraph &graph, const QList<int> &starts, Neighbours next, int maximumDepth)
{
    std::vector<char> isSeen(size_t(graph.size()), 0);
    QList<LineageStep> steps;
    const auto visit = [&](int node, int depth) {
        for (const int other : (graph.*next)(node)) {
            if (!isSeen[size_t(other)]) {
                isSeen[size_t(other)] = 1;
                steps.append({other, depth});
            }
        }
    };
    for (const int start : starts)
        isSeen[size_t(start)] = 1;
    if (maximumDepth != 0) {
        for (const int start : starts)
            visit(start, 1);
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const LineageStep step = steps.at(i);
        if (maximumDepth < 0 || step.depth < maximumDepth)
            visit(step.node, step.depth + 1);
    }
    return steps;
}

/// Both lists in order of depth, nodes that are in both once.
QList<LineageStep> merged(QList<LineageStep> steps, const QList<LineageStep> &others, int size)
{
    steps += others;
    std::ranges::stable_sort(steps, {}, &LineageStep::depth);
    std::vector<char> isSeen(size_t(size), 0);
    steps.removeIf([&](const LineageStep &step) { return std::exchange(isSeen[size_t(step.node)], 1) != 0; });
    return steps;
}

} // namespace

QList<LineageStep> lineageClosure(const LineageGraph &graph, const QList<int> &starts, LineageDirection direction,
                                  const LineageLimits &limits)
{
    QList<LineageStep> steps;
    if (direction != LineageDirection::Descendants)
        steps = walk(graph, starts, &LineageGraph::before, limits.depth);
    if (direction == LineageDirection::Descendants)
        steps = walk(graph, starts, &LineageGraph::after, limits.depth);
    else if (direction == LineageDirection::Both)
        steps = merged(steps, walk(graph, starts, &LineageGraph::after, limits.depth), graph.size());
    if (!limits.kinds.isEmpty())
        steps.removeIf([&](const LineageStep &step) { return !limits.kinds.contains(graph.node(step.node).kind); });
    return steps;
}

QList<int> lineagePath(const LineageGraph &graph, int from, int to)
{
    if (from == to)
        return {from};
    std::vector<int> cameFrom(size_t(graph.size()), -1);
    cameFrom[size_t(from)] = from;
    QList<int> queue {from};
    for (qsizetype i = 0; i < queue.size() && cameFrom[size_t(to)] < 0; ++i) {
        for (const int next : graph.after(queue.at(i))) {
            if (cameFrom[size_t(next)] < 0) {
                cameFrom[size_t(next)] = queue.at(i);
                queue.append(next);
            }
        }
    }
    if (cameFrom[size_t(to)] < 0)
        return {};
    QList<int> path {to};
    while (path.last() != from)
        path.append(cameFrom[size_t(path.last())]);
    std::ranges::reverse(path);
    return path;
}

QList<int> lineageCycle(const LineageGraph &graph, int from, int to)
{
    return lineagePath(graph, to, from);
}

QList<int> lineageNeighbourhood(const LineageGraph &graph, const QList<int> &starts, int maximum)
{
    std::vector<char> isSeen(size_t(graph.size()), 0);
    QList<int> nodes;
    const auto take = [&](int node) {
        if (nodes.size() < maximum && !std::exchange(isSeen[size_t(node)], 1))
            nodes.append(node);
    };
    for (const int start : starts)
        take(start);
    for (qsizetype i = 0; i < nodes.size() && nodes.size() < maximum; ++i) {
        // nodes grows, so that a reference into it would dangle
        const int node = nodes.at(i);
        for (const int other : graph.before(node))
            take(other);
        for (const int other : graph.after(node))
            take(other);
    }
    return nodes;
}

QList<int> lineageLevels(const LineageGraph &graph)
{
    QList<int> levels(graph.size(), 0), waitsFor(graph.size(), 0), ready;
    for (int node = 0; node < graph.size(); ++node) {
        waitsFor[node] = int(graph.before(node).size());
        if (waitsFor.at(node) == 0)
            ready.append(node);
    }
    const auto finish = [&](int node) {
        for (const int next : graph.after(node)) {
            if (waitsFor.at(next) > 0) {
                levels[next] = std::max(levels.at(next), levels.at(node) + 1);
                if (--waitsFor[next] == 0)
                    ready.append(next);
            }
        }
    };
    qsizetype done = 0;
    for (int stuck = 0; ready.size() < graph.size() || done < ready.size();) {
        if (done < ready.size()) {
            finish(ready.at(done++));
            continue;
        }
        while (waitsFor.at(stuck) <= 0) // all that is left lies on or behind a cycle: it is cut at its first node
            ++stuck;
        waitsFor[stuck] = 0;
        ready.append(stuck);
    }
    for (int node = 0; node < graph.size(); ++node) {
        if (!graph.before(node).empty() || graph.after(node).empty())
            continue;
        int first = graph.size();
        for (const int next : graph.after(node))
            first = std::min(first, levels.at(next));
        levels[node] = first - 1;
    }
    return levels;
}

} // namespace stagekeeper
