// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/lineagestore.h"
#include "model/store/sql/database.h"

namespace stagekeeper {

/// Builds a lineage graph from the tables in a handful of queries: all edges as numbers first, then what people read of
/// the nodes that are in the part asked for.
class LineageLoader final
{
public:
    explicit LineageLoader(Database &database) : m_database(database) { }

    [[nodiscard]] Result<LineageGraph> load(const LineageScope &scope);

private:
    [[nodiscard]] Result<> readParents();
    [[nodiscard]] Result<> readData();
    [[nodiscard]] Result<> readExperiments();
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
