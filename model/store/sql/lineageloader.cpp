// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/lineageloader.h"

#include "model/domain/lineagewalk.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// More versions than this are read in one go over the tables, fewer one by one.
constexpr int fewVersions = 2000;
/// Hyperparameters are named for so many experiments; nobody reads more of them in one picture.
constexpr int fewExperiments = 500;

StageKind stageKindFrom(const QString &word)
{
    static const QMap<QString, StageKind> kinds = {{u"working"_s, StageKind::Working}, {u"live"_s, StageKind::Live},
                                                   {u"archive"_s, StageKind::Archive}};
    return kinds.value(word, StageKind::Initial);
}

/// Versions in the order in which a walk comes to them, each once.
struct Reached {
    QList<VersionId> order;
    QSet<VersionId> isReached;

    explicit Reached(const QList<VersionId> &versions)
    {
        for (const VersionId version : versions)
            add(version);
    }
    void add(VersionId version)
    {
        if (version.isValid() && !isReached.contains(version)) {
            isReached.insert(version);
            order.append(version);
        }
    }
};

/// In the order that people expect in lists: versions as they were registered.
bool comesBefore(const LineageNode &a, const LineageNode &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind;
    if (a.name != b.name)
        return a.name < b.name;
    return a.versionId != b.versionId ? a.versionId < b.versionId : a.version < b.version;
}

} // namespace

Result<LineageGraph> LineageLoader::load(const LineageScope &scope)
{
    const Result<bool> isRead = scope.model.isValid() || scope.versions.isEmpty() ? Result<bool>(false) : readAround(scope.versions);
    if (!isRead)
        return failAs(isRead);
    if (const Result<> done = *isRead ? Result<>() : readEdges(); !done)
        return failAs(done);
    for (const VersionId version : scope.versions)
        versionNode(version.value);
    const LineageGraph all(m_nodes, m_edges);
    const Result<QList<int>> chosen = nodesIn(scope, all);
    if (!chosen)
        return failAs(chosen);
    const LineageGraph part = all.part(*chosen);
    QList<LineageNode> nodes = part.nodes();
    if (const Result<> done = describeVersions(nodes); !done)
        return failAs(done);
    if (const Result<> done = describeExperiments(part, nodes); !done)
        return failAs(done);
    // an edge cannot end in a version that is gone, so it is one that was asked for
    if (std::ranges::any_of(nodes, &QString::isEmpty, &LineageNode::id))
        return fail(Error::Code::NotFound, QCoreApplication::translate("SqlContext", "This version is no longer in the registry."));
    QList<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&nodes](int a, int b) { return comesBefore(nodes.at(a), nodes.at(b)); });
    return LineageGraph(nodes, part.edges()).part(order);
}

int LineageLoader::versionNode(qint64 id)
{
    const auto known = m_versions.constFind(id);
    if (known != m_versions.cend())
        return *known;
    LineageNode node;
    node.versionId = {id};
    m_nodes.append(node);
    m_versions.insert(id, int(m_nodes.size() - 1));
    return int(m_nodes.size() - 1);
}

int LineageLoader::namedNode(const LineageId &id)
{
    LineageNode node;
    node.id = id.toString();
    const auto known = m_named.constFind(node.id);
    if (known != m_named.cend())
        return *known;
    node.kind = id.kind;
    node.name = id.name;
    node.version = id.version;
    node.label = lineageLabel(id);
    node.isRegistered = id.kind != LineageKind::Version;
    m_nodes.append(node);
    m_named.insert(node.id, int(m_nodes.size() - 1));
    return int(m_nodes.size() - 1);
}

void LineageLoader::connect(int from, int to, LineageRelation relation)
{
    m_edges.append({from, to, relation});
}

Result<> LineageLoader::readEdges(VersionId into)
{
    for (const auto &read : {&LineageLoader::readParents, &LineageLoader::readData, &LineageLoader::readExperiments}) {
        if (const Result<> done = (this->*read)(into); !done)
            return done;
    }
    return {};
}

Result<> LineageLoader::readParents(VersionId into)
{
    static const QString sql
        = u"SELECT p.version_id, v.id, CASE WHEN v.id IS NULL THEN p.parent_model END, "
          "CASE WHEN v.id IS NULL THEN p.parent_version END FROM parents p LEFT JOIN models m ON m.name = p.parent_model "
          "LEFT JOIN versions v ON v.model_id = m.id AND v.version = p.parent_version"_s;
    const auto take = [this](const Row &row) {
        const int from = row.isNull(1) ? namedNode({LineageKind::Version, row.text(2), row.text(3)}) : versionNode(row.integer(1));
        connect(from, versionNode(row.integer(0)), LineageRelation::DerivedFrom);
    };
    const auto rows = into.isValid() ? m_database.select(sql + u" WHERE p.version_id = ? ORDER BY p.position"_s, {into.value}, take)
                                     : m_database.select(sql + u" ORDER BY p.version_id, p.position"_s, {}, take);
    return rows ? Result<>() : failAs(rows);
}

Result<> LineageLoader::readData(VersionId into)
{
    static const QString sql = u"SELECT d.version_id, d.name, d.digest, d.row_count, d.uri, v.training_data_version "
                               "FROM data_sources d JOIN versions v ON v.id = d.version_id"_s;
    const auto take = [this](const Row &row) {
        const int from = namedNode(lineageIdOf(DataSource {row.text(1), row.text(2), {}, {}, {}}, row.text(5)));
        if (!m_nodes.at(from).rows)
            m_nodes[from].rows = row.optionalInteger(3);
        if (m_nodes.at(from).detail.isEmpty())
            m_nodes[from].detail = row.text(4);
        connect(from, versionNode(row.integer(0)), LineageRelation::TrainedOn);
    };
    const auto rows = into.isValid() ? m_database.select(sql + u" WHERE d.version_id = ? ORDER BY d.position"_s, {into.value}, take)
                                     : m_database.select(sql + u" ORDER BY d.version_id, d.position"_s, {}, take);
    return rows ? Result<>() : failAs(rows);
}

Result<> LineageLoader::readExperiments(VersionId into)
{
    static const QString sql = u"SELECT id, experiment_id, experiment_name FROM versions "
                               "WHERE (experiment_id <> '' OR experiment_name <> '')"_s;
    const auto take = [this](const Row &row) {
        const ExperimentLink link {row.text(1), row.text(2)};
        const int from = namedNode(lineageIdOf(link));
        if (!link.name.isEmpty())
            m_nodes[from].label = link.name;
        connect(from, versionNode(row.integer(0)), LineageRelation::Produced);
    };
    const auto rows = into.isValid() ? m_database.select(sql + u" AND id = ?"_s, {into.value}, take)
                                     : m_database.select(sql + u" ORDER BY id"_s, {}, take);
    return rows ? Result<>() : failAs(rows);
}

Result<> LineageLoader::readChildren(VersionId version, const std::function<void(VersionId)> &each)
{
    const auto rows = m_database.select(
        u"SELECT p.version_id FROM versions v JOIN models m ON m.id = v.model_id "
        "JOIN parents p ON p.parent_model = m.name AND p.parent_version = v.version WHERE v.id = ? ORDER BY p.version_id"_s,
        {version.value}, [&each](const Row &row) { each(VersionId {row.integer(0)}); });
    return rows ? Result<>() : failAs(rows);
}

/// The edges into the versions, into all that those came from, and into all that came from them.
Result<bool> LineageLoader::readAround(const QList<VersionId> &versions)
{
    Result<> done;
    Reached later(versions), earlier(versions);
    const auto isTooMuch = [&] { return later.order.size() + earlier.order.size() + m_edges.size() / 10 > fewVersions; };
    for (qsizetype i = 0; i < later.order.size() && done && !isTooMuch(); ++i)
        done = readChildren(later.order.at(i), [&later](VersionId child) { later.add(child); });
    for (qsizetype i = 0; i < earlier.order.size() && done && !isTooMuch(); ++i) {
        const qsizetype known = m_edges.size();
        done = readEdges(earlier.order.at(i));
        for (const LineageEdge &edge : m_edges.sliced(known))
            earlier.add(m_nodes.at(edge.from).versionId);
    }
    for (qsizetype i = 0; i < later.order.size() && done && !isTooMuch(); ++i) {
        if (!earlier.isReached.contains(later.order.at(i)))
            done = readEdges(later.order.at(i));
    }
    if (!done)
        return failAs(done);
    if (!isTooMuch())
        return true;
    m_nodes.clear();
    m_edges.clear();
    m_versions.clear();
    m_named.clear();
    return false;
}

/// The versions of the scope, all before and after them, and what stands directly before those.
Result<QList<int>> LineageLoader::nodesIn(const LineageScope &scope, const LineageGraph &graph)
{
    QList<int> nodes;
    if (!scope.model.isValid() && scope.versions.isEmpty()) {
        nodes.resize(graph.size());
        std::iota(nodes.begin(), nodes.end(), 0);
        return nodes;
    }
    for (const VersionId version : scope.versions)
        nodes.append(m_versions.value(version.value));
    if (scope.model.isValid()) {
        const auto rows = m_database.select(u"SELECT id FROM versions WHERE model_id = ?"_s, {scope.model.value},
                                            [&](const Row &row) {
                                                const auto known = m_versions.constFind(row.integer(0));
                                                if (known != m_versions.cend())
                                                    nodes.append(*known);
                                            });
        if (!rows)
            return failAs(rows);
    }
    const QList<LineageStep> after = lineageClosure(graph, nodes, LineageDirection::Descendants);
    for (const LineageStep &step : lineageClosure(graph, nodes, LineageDirection::Ancestors))
        nodes.append(step.node);
    for (const LineageStep &step : after) {
        nodes.append(step.node);
        for (const int node : graph.before(step.node))
            nodes.append(node);
    }
    return nodes;
}

Result<> LineageLoader::describeVersions(QList<LineageNode> &nodes)
{
    QHash<qint64, int> index;
    for (int node = 0; node < nodes.size(); ++node) {
        if (nodes.at(node).versionId.isValid())
            index.insert(nodes.at(node).versionId.value, node);
    }
    const auto describe = [&](const Row &row) {
        const auto place = index.constFind(row.integer(0));
        if (place == index.cend())
            return;
        LineageNode &node = nodes[*place];
        const LineageId id {LineageKind::Version, row.text(1), row.text(2)};
        node.id = id.toString();
        node.name = id.name;
        node.version = id.version;
        node.label = lineageLabel(id);
        node.stage = row.text(3);
        node.stageKind = stageKindFrom(row.text(4));
    };
    static const QString all = u"SELECT v.id, m.name, v.version, s.name, s.kind FROM versions v JOIN models m ON m.id = v.model_id "
                        "JOIN stages s ON s.id = v.stage_id"_s;
    if (index.size() > fewVersions) {
        if (const auto rows = m_database.select(all, {}, describe); !rows)
            return failAs(rows);
        return readAliases(nodes, index);
    }
    for (auto it = index.cbegin(); it != index.cend(); ++it) {
        if (const auto rows = m_database.select(all + u" WHERE v.id = ?"_s, {it.key()}, describe); !rows)
            return failAs(rows);
    }
    return readAliases(nodes, index);
}

Result<> LineageLoader::readAliases(QList<LineageNode> &nodes, const QHash<qint64, int> &index)
{
    const auto rows = m_database.select(u"SELECT version_id, alias FROM aliases ORDER BY alias"_s, {}, [&](const Row &row) {
        if (const auto place = index.constFind(row.integer(0)); place != index.cend())
            nodes[*place].aliases.append(row.text(1));
    });
    return rows ? Result<>() : failAs(rows);
}

/// Names the hyperparameters of the first version that an experiment produced.
Result<> LineageLoader::describeExperiments(const LineageGraph &graph, QList<LineageNode> &nodes)
{
    int described = 0;
    for (int node = 0; node < nodes.size() && described < fewExperiments; ++node) {
        if (nodes.at(node).kind != LineageKind::Experiment || graph.after(node).empty())
            continue;
        ++described;
        QStringList names;
        const auto rows = m_database.select(
            u"SELECT n.name FROM params p JOIN names n ON n.id = p.name_id WHERE p.version_id = ? ORDER BY n.name LIMIT 6"_s,
            {nodes.at(graph.after(node).front()).versionId.value}, [&names](const Row &row) { names += row.text(0); });
        if (!rows)
            return failAs(rows);
        nodes[node].detail = names.join(u", "_s);
    }
    return {};
}

} // namespace stagekeeper
