// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// From a lineage to its painted picture: up to 1,000 nodes against `dot -Tplain` of the same graph, 10,000 nodes against
// half a second. An optional first argument is a folder that the pictures are written to.

#include "model/domain/lineageid.h"
#include "model/layout/layeredlayout.h"
#include "model/layout/layoutprocess.h"
#include "tests/benchmarks/measure.h"
#include "views/common/style.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/shownlineage.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

#include <sys/resource.h>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 7;
constexpr double useful = 0.5; // seconds until something is there of a large lineage

/// Processor time of this program and of those that it waited for.
double allProcessorSeconds()
{
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage {};
        getrusage(who, &usage);
        sum += double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return sum;
}

struct Times {
    std::vector<double> wall, processor;

    void add(const std::function<void()> &work)
    {
        const double start = allProcessorSeconds();
        wall.push_back(seconds(work));
        processor.push_back(allProcessorSeconds() - start);
    }
};

LineageNode makeNode(int number, LineageKind kind)
{
    LineageId id {kind, kind == LineageKind::Version ? u"model"_s : u"thing-%1"_s.arg(number), {}};
    if (kind != LineageKind::Experiment)
        id.version = u"1.%1.0"_s.arg(number);
    LineageNode node;
    node.kind = kind;
    node.id = id.toString();
    node.name = id.name;
    node.version = id.version;
    node.label = lineageLabel(id);
    if (kind == LineageKind::Version) {
        node.stage = u"Archived"_s;
        node.stageKind = StageKind::Archive;
    } else {
        node.detail = u"C, gamma"_s;
    }
    return node;
}

/// About 1.2 edges a node: a version comes from one shortly before, and at times from something further away.
LineageGraph makeLineage(int count)
{
    QRandomGenerator random(5);
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    for (int i = 0; i < count; ++i) {
        const int chance = random.bounded(20);
        nodes.append(makeNode(i, chance == 0 ? LineageKind::Data : chance == 1 ? LineageKind::Experiment : LineageKind::Version));
        if (i == 0)
            continue;
        edges.append({qMax(0, i - 1 - random.bounded(40)), i, LineageRelation::DerivedFrom});
        if (random.bounded(5) == 0)
            edges.append({random.bounded(i), i, LineageRelation::DerivedFrom});
    }
    return {nodes, edges};
}

/// What our helper is asked for, as the command line of Graphviz reads it.
QByteArray asDot(const LayoutRequest &request)
{
    QByteArray dot = "digraph{rankdir=TB;nodesep=" + QByteArray::number(request.nodeGap / 72) + ";ranksep="
        + QByteArray::number(request.layerGap / 72) + ";node[shape=box,fixedsize=true,label=\"\"];edge[dir=none];\n";
    for (qsizetype i = 0; i < request.nodes.size(); ++i) {
        dot += QByteArray::number(i) + "[width=" + QByteArray::number(request.nodes.at(i).width() / 72) + ",height="
            + QByteArray::number(request.nodes.at(i).height() / 72) + "];\n";
    }
    for (const auto &[from, to] : request.edges)
        dot += QByteArray::number(from) + "->" + QByteArray::number(to) + ";\n";
    return dot + "}\n";
}

void runDot(const QByteArray &dot)
{
    QProcess process;
    process.start(u"dot"_s, {u"-Tplain"_s});
    process.write(dot);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0 || process.readAllStandardOutput().isEmpty())
        qFatal("dot -Tplain did not work");
}

/// From the graph to pixels, as the page does it.
QPixmap paint(const LineageGraph &graph, const Theme &theme, LineageView &view)
{
    const auto faces = nodes::faces(graph, u"model"_s, theme);
    const LayoutRequest request = LineageScene::layoutRequest(graph, faces);
    const Result<Layout> layout = graph.size() <= mostLaidOutWell ? waitForLayout(request) : Result<Layout>(layeredLayout(request));
    if (!layout)
        qFatal("%s (%s)", qPrintable(layout.error().message), qPrintable(layout.error().detail));
    view.lineage()->setGraph(graph, faces, *layout);
    view.fit();
    return view.grab();
}

void compareWithDot(int count, const Theme &theme, LineageView &view)
{
    const LineageGraph graph = makeLineage(count);
    const QByteArray dot = asDot(LineageScene::layoutRequest(graph, nodes::faces(graph, u"model"_s, theme)));
    Times ours;
    Times theirs;
    for (int round = 0; round < rounds; ++round) {
        theirs.add([&] { runDot(dot); });
        ours.add([&] { paint(graph, theme, view); });
    }
    const QString name = u"%1 nodes to painted, dot -Tplain"_s.arg(count);
    report(QString(name + ", processor"_L1), median(ours.processor), median(theirs.processor), "s", atMost(1.2));
    report(QString(name + ", wall"_L1), median(ours.wall), median(theirs.wall), "s", atMost(1.2));
}

void paintLarge(int count, const Theme &theme, LineageView &view)
{
    const LineageGraph graph = makeLineage(count);
    LineageChoice near;
    near.focus = {count / 2};
    near.depth = -1;
    near.isFolded = false;
    LineageChoice all = near;
    all.isOverview = true;
    for (const auto &[name, choice] : {std::pair {u"surroundings"_s, near}, {u"overview"_s, all}}) {
        Times times;
        for (int round = 0; round < rounds; ++round)
            times.add([&, &chosen = choice] { paint(shownLineage(graph, chosen).graph, theme, view); });
        report(u"%1 nodes, %2 painted, of half a second, processor"_s.arg(count).arg(name), median(times.processor), useful, "s", atMost(1));
        report(u"%1 nodes, %2 painted, of half a second, wall"_s.arg(count).arg(name), median(times.wall), useful, "s", atMost(1));
    }
}

void savePictures(const QDir &folder, Theme &theme, LineageView &view)
{
    for (const auto &[mode, suffix] : {std::pair {Theme::Mode::Light, u"light"_s}, {Theme::Mode::Dark, u"dark"_s}}) {
        theme.setMode(mode);
        applyTheme(*qApp, theme);
        for (const int count : {30, 1000, 10'000})
            paint(makeLineage(count), theme, view).save(folder.filePath(u"lineage-%1-%2.png"_s.arg(count).arg(suffix)));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    applyTheme(*qApp, theme);
    LineageView view(theme);
    view.resize(1100, 800);
    view.show();
    for (const int count : {100, 300, 1000})
        compareWithDot(count, theme, view);
    paintLarge(10'000, theme, view);
    if (argc > 1)
        savePictures(QDir(QString::fromLocal8Bit(argv[1])), theme, view);
    return 0;
}
