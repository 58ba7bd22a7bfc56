// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/lineagestore.h"
#include "model/store/sql/database.h"

#include <functional>

namespace stagekeeper {

/// Builds a lineage graph from the tables: the edges as numbers first, then what people read of the nodes that are in the
/// part asked for. Edges are read around a few versions one by one, or all in a handful of queries.
class LineageLoader final
{
public:
    explicit LineageLoader(Database &database) : m_database(database) { }

    [[nodiscard]] Result<LineageGraph> load(const LineageScope &scope);

private:
    /// Edges into one version, or all; what they name becomes nodes.
    [[nodiscard]] Result<> readParents(VersionId into = {});
    [[nodiscard]] Result<> readData(VersionId into = {});
    [[nodiscard]] Result<> readExperiments(VersionId into = {});
    [[nodiscard]] Result<> readEdges(VersionId into = {});
    [[nodiscard]] Result<bool> readAround(const QList<VersionId> &versions); ///< false: there is too much around them
    [[nodiscard]] Result<> readChildren(VersionId version, const std::function<void(VersionId)> &each);
    [[nodiscard]] Result<QList<int>> nodesIn(const LineageScope &scope, const LineageGraph &graph);
    [[nodiscard]] Result<> describeVersions(QList<LineageNode> &nodes);
    [[nodiscard]] Result<> readAliases(QList<LineageNode> &nodes, const QHash<qint64, int> &index);
    [[nodiscard]] Result<> describeExperiments(const LineageGraph &graph, QList<LineageNode> &nodes);
    int versionNode(qint64 id);
    int namedNode(const LineageId &id);
    void connect(int from, int to, LineageRelation relation);

    Database &m_database;
    QList<LineageNode> m_nodes;
    QList<LineageEdge> m_edges;
    QHash<qint64, int> m_versions;
    QHash<QString, int> m_named;
};

} // namespace stagekeeper
