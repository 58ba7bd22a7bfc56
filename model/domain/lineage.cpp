// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineage.h"

#include <algorithm>

namespace stagekeeper {

namespace {

/// Sorts the indices of `edges` by one of their ends: those of node n are from start[n] to start[n + 1].
void group(const QList<LineageEdge> &edges, qsizetype nodes, int LineageEdge::*key, int LineageEdge::*value,
           QList<int> &start, QList<int> &values, QList<int> &edgeIndices)
{
    start = QList<int>(nodes + 1, 0);
    for (const LineageEdge &edge : edges)
        ++start[edge.*key + 1];
    for (qsizetype i = 0; i < nodes; ++i)
        start[i + 1] += start.at(i);
    QList<int> next = start;
    values.resize(edges.size());
    edgeIndices.resize(edges.size());
    for (qsizetype i = 0; i < edges.size(); ++i) {
        const int place = next[edges.at(i).*key]++;
        values[place] = edges.at(i).*value;
        edgeIndices[place] = int(i);
    }
}

} // namespace

LineageGraph::LineageGraph(QList<LineageNode> nodes, QList<LineageEdge> edges)
    : m_nodes(std::move(nodes)), m_edges(std::move(edges))
{
    m_edges.removeIf([this](const LineageEdge &edge) {
        return edge.from < 0 || edge.from >= m_nodes.size() || edge.to < 0 || edge.to >= m_nodes.size();
    });
    group(m_edges, m_nodes.size(), &LineageEdge::to, &LineageEdge::from, m_beforeStart, m_before, m_edgesInto);
    group(m_edges, m_nodes.size(), &LineageEdge::from, &LineageEdge::to, m_afterStart, m_after, m_edgesOutOf);
    m_indexOf.reserve(m_nodes.size());
    for (int i = 0; i < size(); ++i) {
        m_indexOf.insert(m_nodes.at(i).id, i);
        if (m_nodes.at(i).versionId.isValid())
            m_indexOfVersion.insert(m_nodes.at(i).versionId, i);
    }
}

LineageGraph LineageGraph::part(const QList<int> &nodes) const
{
    QList<int> place(m_nodes.size(), -1);
    QList<LineageNode> kept;
    for (const int node : nodes) {
        if (place.at(node) >= 0)
            continue;
        place[node] = int(kept.size());
        kept.append(m_nodes.at(node));
    }
    QList<LineageEdge> edges;
    for (const LineageEdge &edge : m_edges) {
        if (place.at(edge.from) >= 0 && place.at(edge.to) >= 0)
            edges.append({place.at(edge.from), place.at(edge.to), edge.relation});
    }
    return {kept, edges};
}

} // namespace stagekeeper
