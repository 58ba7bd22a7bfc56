// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// Walking 100,000 nodes and 199,000 edges, against a search by hand over the bare edges; and reading them from a registry,
// against the bare rows.

#include "model/domain/lineagewalk.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/temporaryregistry.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <random>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

constexpr int nodeCount = 100'000;
constexpr int rounds = 15;

/// Edges from earlier to later numbers: two for every node but the first ones.
std::vector<std::pair<int, int>> rawEdges()
{
    std::mt19937 random(7); // NOLINT: the same graph every time
    std::vector<std::pair<int, int>> edges;
    for (int node = 1; node < nodeCount; ++node) {
        for (int i = 0; i < (node == 1 ? 1 : 2); ++i) {
            const int reach = std::min(node, 2000);
            const int parent = node - 1 - int(random() % unsigned(reach));
            if (i == 0 || edges.back().first != parent)
                edges.emplace_back(parent, node);
        }
    }
    return edges;
}

LineageGraph graphOf(const std::vector<std::pair<int, int>> &raw)
{
    QList<LineageNode> nodes(nodeCount);
    for (int i = 0; i < nodeCount; ++i)
        nodes[i].id = u"model:m:%1"_s.arg(i);
    QList<LineageEdge> edges;
    for (const auto &[from, to] : raw)
        edges.append({from, to, LineageRelation::DerivedFrom});
    return {nodes, edges};
}

/// Neighbours by node in one array: the fastest form of the bare edges.
struct Neighbours {
    std::vector<int> start, values;

    Neighbours(const std::vector<std::pair<int, int>> &edges, bool isForward) : start(nodeCount + 1), values(edges.size())
    {
        for (const auto &edge : edges)
            ++start[size_t(isForward ? edge.first : edge.second) + 1];
        for (size_t i = 0; i < nodeCount; ++i)
            start[i + 1] += start[i];
        std::vector<int> next = start;
        for (const auto &edge : edges)
            values[size_t(next[size_t(isForward ? edge.first : edge.second)]++)] = isForward ? edge.second : edge.first;
    }
};

/// Breadth first with depths, by hand.
size_t search(const Neighbours &neighbours, int from)
{
    std::vector<int> depth(nodeCount, -1);
    std::vector<int> queue {from};
    depth[size_t(from)] = 0;
    for (size_t i = 0; i < queue.size(); ++i) {
        const auto node = size_t(queue[i]);
        for (int at = neighbours.start[node]; at < neighbours.start[node + 1]; ++at) {
            const auto next = size_t(neighbours.values[size_t(at)]);
            if (depth[next] < 0) {
                depth[next] = depth[node] + 1;
                queue.push_back(int(next));
            }
        }
    }
    return queue.size() - 1;
}

void benchClosure(const std::vector<std::pair<int, int>> &raw)
{
    const LineageGraph graph = graphOf(raw);
    const Neighbours before(raw, false), after(raw, true);
    std::vector<double> ours, byHand;
    for (int round = 0; round < rounds; ++round) {
        size_t found = 0, expected = 0;
        const auto walkOurs = [&] {
            found = size_t(lineageClosure(graph, {nodeCount - 1}, LineageDirection::Ancestors).size()
                           + lineageClosure(graph, {0}, LineageDirection::Descendants).size());
        };
        const auto walkByHand = [&] { expected = search(before, nodeCount - 1) + search(after, 0); };
        ours.push_back(cpuSeconds(walkOurs));
        byHand.push_back(cpuSeconds(walkByHand));
        if (found != expected)
            qFatal("%zu nodes instead of %zu", found, expected);
    }
    report(u"lineage_closure_both_ways"_s, median(ours) * 1000, median(byHand) * 1000, "ms", atMost(1.5));

    std::vector<double> whole, bare;
    for (int round = 0; round < 5; ++round) {
        QList<LineageEdge> edges = graph.edges();
        whole.push_back(cpuSeconds([&] { (void)LineageGraph(graph.nodes(), edges); }));
        bare.push_back(cpuSeconds([&] { (void)Neighbours(raw, false), (void)Neighbours(raw, true); }));
    }
    report(u"lineage_build_adjacency"_s, median(whole) * 1000, median(bare) * 1000, "ms");
}

void fill(Stores &stores, const std::vector<std::pair<int, int>> &raw)
{
    std::vector<QList<Parent>> parents(nodeCount);
    for (const auto &[from, to] : raw)
        parents[size_t(to)].append({u"m"_s, QString::number(from)});
    const auto done = stores.transact([&]() -> Result<> {
        for (int node = 0; node < nodeCount; ++node) {
            ModelVersion version = sampleVersion(u"m"_s, QString::number(node));
            version.parents = parents[size_t(node)];
            if (const auto added = stores.versions->add(version); !added)
                return failAs(added);
        }
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

/// Every edge as two texts and a number, which is the least that anybody has to read.
qint64 readRows(sqlite3 *file)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(file, "SELECT version_id, parent_model, parent_version FROM parents", -1, &statement, nullptr);
    qint64 sum = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        sum += sqlite3_column_int64(statement, 0) + sqlite3_column_bytes(statement, 1) + sqlite3_column_bytes(statement, 2);
    sqlite3_finalize(statement);
    return sum;
}

void benchReading(const std::vector<std::pair<int, int>> &raw)
{
    TemporaryRegistry registry;
    const double filling = seconds([&] { fill(registry.stores(), raw); });
    report(u"lineage_register_100000"_s, filling, nodeCount / 1e4, "s for 10,000 a second");
    sqlite3 *file = nullptr;
    if (sqlite3_open(registry.path().toUtf8().constData(), &file) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(file));
    std::vector<double> all, one, rows;
    const VersionId middle = valueOf(registry.stores().versions->find({u"m"_s, u"50"_s, {}}));
    for (int round = 0; round < 3; ++round) {
        all.push_back(cpuSeconds([&] { (void)valueOf(registry.stores().lineage->graph({})).size(); }));
        one.push_back(cpuSeconds([&] { (void)valueOf(registry.stores().lineage->graph({{}, {middle}})).size(); }));
        rows.push_back(cpuSeconds([&] { (void)readRows(file); }));
    }
    report(u"lineage_read_all"_s, median(all) * 1000, median(rows) * 1000, "ms");
    report(u"lineage_read_around_one"_s, median(one) * 1000, median(rows) * 1000, "ms");
    sqlite3_close(file);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto raw = rawEdges();
    benchClosure(raw);
    benchReading(raw);
    return 0;
}
