// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/graphvizlayout.h"

#include <QCoreApplication>

#include <graphviz/gvc.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

// Linked, not found at run time: the list of plugins that Graphviz would look it up in may be missing or empty.
extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace stagekeeper {

namespace {

constexpr double pointsPerInch = 72; // of Graphviz, whose points are our pixels

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::graphvizLayout)
};

struct FreeContext {
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};

/// A graph that frees what the layout added to it before it goes itself.
struct FreeGraph {
    GVC_t *context;
    void operator()(Agraph_t *graph) const
    {
        gvFreeLayout(context, graph);
        agclose(graph);
    }
};

std::unique_ptr<GVC_t, FreeContext> makeContext()
{
    static std::array<lt_symlist_t, 2> plugins {{{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}}};
    return std::unique_ptr<GVC_t, FreeContext>(gvContextPlugins(plugins.data(), 0));
}

// The interface takes texts that it does not change as `char *`.
char *text(const char *constant)
{
    return const_cast<char *>(constant);
}

void setDefault(Agraph_t *graph, int kind, const char *name, const QByteArray &value)
{
    agattr(graph, kind, text(name), text(value.constData()));
}

QByteArray inches(double pixels)
{
    return QByteArray::number(pixels / pointsPerInch, 'f', 5);
}

QList<Agnode_t *> build(Agraph_t *graph, const LayoutRequest &request, QList<Agedge_t *> &edges)
{
    setDefault(graph, AGRAPH, "rankdir", "TB");
    setDefault(graph, AGRAPH, "splines", "spline");
    setDefault(graph, AGRAPH, "nodesep", inches(request.nodeGap));
    setDefault(graph, AGRAPH, "ranksep", inches(request.layerGap));
    setDefault(graph, AGNODE, "shape", "box");
    setDefault(graph, AGNODE, "fixedsize", "true");
    setDefault(graph, AGNODE, "label", "");
    setDefault(graph, AGNODE, "width", "1");
    setDefault(graph, AGNODE, "height", "1");
    setDefault(graph, AGEDGE, "dir", "none"); // arrowheads are drawn by us

    QList<Agnode_t *> nodes;
    for (qsizetype i = 0; i < request.nodes.size(); ++i) {
        QByteArray name = QByteArray::number(i);
        Agnode_t *node = agnode(graph, name.data(), 1);
        agset(node, text("width"), inches(request.nodes.at(i).width()).data());
        agset(node, text("height"), inches(request.nodes.at(i).height()).data());
        nodes.append(node);
    }
    for (const auto &[from, to] : request.edges)
        edges.append(agedge(graph, nodes.at(from), nodes.at(to), nullptr, 1));
    return nodes;
}

/// The pieces of an edge one after another. A straight line where dot drew none.
QList<QPointF> curveOf(Agedge_t *edge, double height, const QPointF &from, const QPointF &to)
{
    QList<QPointF> curve;
    if (const splines *drawn = ED_spl(edge)) {
        for (int i = 0; i < drawn->size; ++i) {
            const bezier &piece = drawn->list[i];
            for (int j = i == 0 ? 0 : 1; j < piece.size; ++j)
                curve.append({piece.list[j].x, height - piece.list[j].y});
        }
    }
    if (curve.size() < 4 || curve.size() % 3 != 1)
        curve = {from, from, to, to};
    return curve;
}

} // namespace

Result<Layout> graphvizLayout(const LayoutRequest &request)
{
    if (request.nodes.isEmpty())
        return Layout {};
    const auto context = makeContext();
    const std::unique_ptr<Agraph_t, FreeGraph> graph(agopen(text("lineage"), Agdirected, nullptr), FreeGraph {context.get()});
    QList<Agedge_t *> edges;
    const QList<Agnode_t *> nodes = build(graph.get(), request, edges);
    if (gvLayout(context.get(), graph.get(), "dot") != 0)
        return fail(Error::Code::Internal, Text::tr("Graphviz could not lay out the graph."), QString::fromUtf8(aglasterr()));

    const boxf bounds = GD_bb(graph.get());
    Layout layout;
    layout.size = {bounds.UR.x, bounds.UR.y};
    for (Agnode_t *node : nodes)
        layout.centres.append({ND_coord(node).x, bounds.UR.y - ND_coord(node).y});
    for (qsizetype i = 0; i < edges.size(); ++i) {
        const auto &[from, to] = request.edges.at(i);
        layout.curves.append(curveOf(edges.at(i), bounds.UR.y, layout.centres.at(from), layout.centres.at(to)));
    }
    return layout;
}

} // namespace stagekeeper
