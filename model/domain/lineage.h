// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"
#include "model/domain/lifecycle.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace stagekeeper {

/// What a node of the lineage is.
enum class LineageKind { Version, Data, Experiment };

/// Why the later thing has an edge from the earlier one.
enum class LineageRelation { DerivedFrom, TrainedOn, Produced };

/// A version, a data source or an experiment. Its id is for people and scripts and never collides: `model:NAME:VERSION`,
/// `data:NAME@DIGEST-or-VERSION` or `experiment:ID`, each part escaped (lineageid.h).
struct LineageNode {
    LineageKind kind = LineageKind::Version;
    QString id;
    QString name; ///< of the model or of the data; the experiment's id
    QString version; ///< of the model; digest or version of the data; empty for experiments
    QString label; ///< for people: "digits 2.4.1", "digits@2026-08", the experiment's name
    QString detail; ///< what is known besides: URI of the data, hyperparameters of the experiment, range of a cluster
    QString stage; ///< of a registered version
    std::optional<StageKind> stageKind;
    QStringList aliases;
    std::optional<qint64> rows; ///< of data
    bool isRegistered = true; ///< false: only named as a parent; perhaps in another registry
    VersionId versionId; ///< of a registered version
    int count = 1; ///< how many nodes a cluster stands for

    friend bool operator==(const LineageNode &, const LineageNode &) = default;
};

/// From the earlier thing to the later one, as indices of nodes.
struct LineageEdge {
    int from = 0;
    int to = 0;
    LineageRelation relation = LineageRelation::DerivedFrom;
    friend bool operator==(const LineageEdge &, const LineageEdge &) = default;
};

/// Nodes and edges with their adjacency in flat arrays, so that walking 100,000 nodes costs little. A cheap value. It takes
/// any edges, cycles too: what a damaged file says must be shown as it is.
class LineageGraph
{
public:
    LineageGraph() = default;
    /// Edges whose ends are not nodes are left out.
    LineageGraph(QList<LineageNode> nodes, QList<LineageEdge> edges);

    [[nodiscard]] const QList<LineageNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const QList<LineageEdge> &edges() const { return m_edges; }
    [[nodiscard]] int size() const { return int(m_nodes.size()); }
    [[nodiscard]] bool isEmpty() const { return m_nodes.isEmpty(); }
    [[nodiscard]] const LineageNode &node(int index) const { return m_nodes.at(index); }

    /// The nodes one step before or after `node`; a node twice when two edges join them.
    [[nodiscard]] std::span<const int> before(int node) const { return slice(m_before, m_beforeStart, node); }
    [[nodiscard]] std::span<const int> after(int node) const { return slice(m_after, m_afterStart, node); }
    /// The same as indices of edges, in the same order.
    [[nodiscard]] std::span<const int> edgesInto(int node) const { return slice(m_edgesInto, m_beforeStart, node); }
    [[nodiscard]] std::span<const int> edgesOutOf(int node) const { return slice(m_edgesOutOf, m_afterStart, node); }

    [[nodiscard]] int indexOf(const QString &id) const { return m_indexOf.value(id, -1); } ///< -1: none
    [[nodiscard]] int indexOf(VersionId version) const { return m_indexOfVersion.value(version, -1); }

    /// The nodes with these indices, in their order, and the edges among them.
    [[nodiscard]] LineageGraph part(const QList<int> &nodes) const;

private:
    [[nodiscard]] static std::span<const int> slice(const QList<int> &values, const QList<int> &start, int node)
    {
        return {values.constData() + start.at(node), size_t(start.at(node + 1) - start.at(node))};
    }

    QList<LineageNode> m_nodes;
    QList<LineageEdge> m_edges;
    QList<int> m_before, m_beforeStart, m_edgesInto;
    QList<int> m_after, m_afterStart, m_edgesOutOf;
    QHash<QString, int> m_indexOf;
    QHash<VersionId, int> m_indexOfVersion;
};

} // namespace stagekeeper
