// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layeredlayout.h"

#include <algorithm>
#include <cmath>

namespace stagekeeper {

namespace {

constexpr double pageShape = 1.6; ///< width by height
constexpr int sweeps = 10;

/// The neighbours of every node, in flat lists.
struct Neighbours {
    QList<int> start;
    QList<int> list;

    Neighbours(const LayoutRequest &request, bool upwards) : start(request.nodes.size() + 1, 0)
    {
        for (const auto &[from, to] : request.edges)
            ++start[(upwards ? to : from) + 1];
        for (qsizetype i = 1; i < start.size(); ++i)
            start[i] += start.at(i - 1);
        list.resize(request.edges.size());
        QList<int> next = start;
        for (const auto &[from, to] : request.edges)
            list[next[upwards ? to : from]++] = upwards ? from : to;
    }

    template <typename Visit>
    void each(int node, Visit visit) const
    {
        for (int i = start.at(node); i < start.at(node + 1); ++i)
            visit(list.at(i));
    }
};

/// The length of the longest way to every node; where nothing is free of parents the next node in order is taken, and the
/// edges that come back to it are not counted. Roots are then moved down to what needs them.
QList<int> layersOf(const LayoutRequest &request, const Neighbours &above, const Neighbours &below)
{
    const int count = int(request.nodes.size());
    QList<int> layer(count, 0);
    QList<int> waiting(count, 0);
    QList<bool> isDone(count, false);
    QList<int> ready;
    for (int node = 0; node < count; ++node) {
        waiting[node] = above.start.at(node + 1) - above.start.at(node);
        if (waiting.at(node) == 0)
            ready.append(node);
    }
    int next = 0;
    for (qsizetype at = 0; at < count; ++at) {
        if (at == ready.size()) {
            while (isDone.at(next))
                ++next;
            ready.append(next);
        }
        const int node = ready.at(at);
        isDone[node] = true;
        below.each(node, [&](int child) {
            if (isDone.at(child))
                return;
            layer[child] = std::max(layer.at(child), layer.at(node) + 1);
            if (--waiting[child] == 0)
                ready.append(child);
        });
    }
    for (int node = 0; node < count; ++node) {
        if (above.start.at(node) != above.start.at(node + 1) || below.start.at(node) == below.start.at(node + 1))
            continue;
        int first = count;
        below.each(node, [&](int child) { first = std::min(first, layer.at(child)); });
        layer[node] = std::max(0, first - 1);
    }
    return layer;
}

/// One layer: its nodes in order, in as many rows as its width asks for, column by column.
class Layer
{
public:
    QList<int> nodes;
    int rows = 1;

    /// Puts the nodes where they would like to be, as far as their order and the page let them.
    void place(const LayoutRequest &request, double width, const QList<double> &wish, QList<double> &x)
    {
        std::ranges::stable_sort(nodes, {}, [&](int node) { return wish.at(node); });
        const QList<Column> columns = columnsOf(request, wish);
        QList<double> places = spread(columns);
        double limit = width;
        for (qsizetype i = columns.size(); i-- > 0;) {
            places[i] = std::min(places.at(i), limit - columns.at(i).width / 2);
            limit = places.at(i) - columns.at(i).width / 2;
        }
        limit = 0;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            places[i] = std::max(places.at(i), limit + columns.at(i).width / 2);
            limit = places.at(i) + columns.at(i).width / 2;
        }
        for (qsizetype i = 0; i < nodes.size(); ++i)
            x[nodes.at(i)] = places.at(i / rows);
    }

private:
    struct Column {
        double width = 0; ///< with the gap
        double wish = 0;
    };

    QList<Column> columnsOf(const LayoutRequest &request, const QList<double> &wish) const
    {
        QList<Column> columns((nodes.size() + rows - 1) / rows);
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            Column &column = columns[i / rows];
            column.width = std::max(column.width, request.nodes.at(nodes.at(i)).width() + request.nodeGap);
            column.wish += wish.at(nodes.at(i)) / double(std::min<qsizetype>(rows, nodes.size() - i / rows * rows));
        }
        return columns;
    }

    /// The places nearest to the wishes (least squares) at which no column overlaps another: columns that would are joined
    /// to blocks, and a block stands at the mean of what its columns want.
    static QList<double> spread(const QList<Column> &columns)
    {
        struct Block {
            double sum;
            int count;
            [[nodiscard]] double mean() const { return sum / count; }
        };
        QList<Block> blocks;
        QList<double> offsets;
        double offset = 0;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            offset += i == 0 ? 0 : (columns.at(i - 1).width + columns.at(i).width) / 2;
            offsets.append(offset);
            blocks.append({columns.at(i).wish - offset, 1});
            while (blocks.size() > 1 && blocks.at(blocks.size() - 2).mean() > blocks.last().mean()) {
                const Block last = blocks.takeLast();
                blocks.last().sum += last.sum;
                blocks.last().count += last.count;
            }
        }
        QList<double> places;
        for (const Block &block : blocks) {
            for (int i = 0; i < block.count; ++i)
                places.append(block.mean() + offsets.at(places.size()));
        }
        return places;
    }
};

QList<Layer> makeLayers(const LayoutRequest &request, const QList<int> &layerOf, double &width)
{
    QList<Layer> layers(1 + *std::ranges::max_element(layerOf));
    double area = 0;
    double widest = 0;
    QList<double> widths(layers.size(), 0);
    for (int node = 0; node < layerOf.size(); ++node) {
        const QSizeF size = request.nodes.at(node);
        const double taken = size.width() + request.nodeGap;
        layers[layerOf.at(node)].nodes.append(node);
        widths[layerOf.at(node)] += taken;
        widest = std::max(widest, taken);
        area += taken * (size.height() + request.layerGap);
    }
    // Layers that fit into a row set the width too; only those far wider than the page are wrapped.
    width = std::max(2 * widest, std::sqrt(area * pageShape));
    for (qsizetype i = 0; i < layers.size(); ++i)
        layers[i].rows = std::max(1, int(std::ceil(widths.at(i) / width)));
    for (Layer &layer : layers) { // columns are as wide as their widest node
        const auto needed = double((layer.nodes.size() + layer.rows - 1) / layer.rows) * widest;
        width = std::max(width, std::min(needed, width * 1.5));
        while (double((layer.nodes.size() + layer.rows - 1) / layer.rows) * widest > width && layer.rows < layer.nodes.size())
            ++layer.rows;
    }
    return layers;
}

void arrange(const LayoutRequest &request, QList<Layer> &layers, const Neighbours &above, const Neighbours &below, double width, QList<double> &x)
{
    QList<double> wish(x.size(), 0);
    for (Layer &layer : layers) { // to begin with side by side in the middle
        for (const int node : layer.nodes)
            wish[node] = width / 2;
        layer.place(request, width, wish, x);
    }
    const auto follow = [&](Layer &layer, bool up, bool down) {
        for (const int node : layer.nodes) {
            double sum = 0;
            int count = 0;
            const auto add = [&](int other) {
                sum += x.at(other);
                ++count;
            };
            if (up)
                above.each(node, add);
            if (down)
                below.each(node, add);
            wish[node] = count == 0 ? x.at(node) : sum / count;
        }
        layer.place(request, width, wish, x);
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (Layer &layer : layers)
            follow(layer, true, sweep + 2 >= sweeps);
        for (qsizetype i = layers.size(); i-- > 0;)
            follow(layers[i], sweep + 2 >= sweeps, true);
    }
}

/// Sets the heights, and moves the picture to the left edge.
void stack(const LayoutRequest &request, const QList<Layer> &layers, const QList<double> &x, Layout &layout)
{
    double left = x.first();
    double right = 0;
    for (qsizetype i = 0; i < x.size(); ++i) {
        left = std::min(left, x.at(i) - request.nodes.at(i).width() / 2);
        right = std::max(right, x.at(i) + request.nodes.at(i).width() / 2);
    }
    layout.centres.resize(x.size());
    double top = 0;
    for (const Layer &layer : layers) {
        for (int row = 0; row < layer.rows; ++row) {
            double height = 0;
            for (qsizetype i = row; i < layer.nodes.size(); i += layer.rows)
                height = std::max(height, request.nodes.at(layer.nodes.at(i)).height());
            for (qsizetype i = row; i < layer.nodes.size(); i += layer.rows)
                layout.centres[layer.nodes.at(i)] = {x.at(layer.nodes.at(i)) - left, top + height / 2};
            top += height + (row + 1 < layer.rows ? request.nodeGap / 2 : request.layerGap);
        }
    }
    layout.size = {right - left, top - request.layerGap};
}

QList<QPointF> curveBetween(const LayoutRequest &request, const Layout &layout, int from, int to)
{
    const QPointF a = layout.centres.at(from);
    const QPointF b = layout.centres.at(to);
    const double halfA = request.nodes.at(from).height() / 2;
    const double halfB = request.nodes.at(to).height() / 2;
    if (from == to) {
        const double side = request.nodes.at(from).width() / 2;
        const QPointF out(side + request.nodeGap, 0);
        return {a + QPointF(side, -halfA / 2), a + out + QPointF(0, -halfA), a + out + QPointF(0, halfA), a + QPointF(side, halfA / 2)};
    }
    const double down = a.y() <= b.y() ? 1 : -1;
    const QPointF start(a.x(), a.y() + down * halfA);
    const QPointF end(b.x(), b.y() - down * halfB);
    const QPointF bend(0, (end.y() - start.y()) / 2);
    return {start, start + bend, end - bend, end};
}

} // namespace

Layout layeredLayout(const LayoutRequest &request)
{
    Layout layout;
    if (request.nodes.isEmpty())
        return layout;
    const Neighbours above(request, true);
    const Neighbours below(request, false);
    double width = 0;
    QList<Layer> layers = makeLayers(request, layersOf(request, above, below), width);
    QList<double> x(request.nodes.size(), 0);
    arrange(request, layers, above, below, width, x);
    stack(request, layers, x, layout);
    for (const auto &[from, to] : request.edges)
        layout.curves.append(curveBetween(request, layout, from, to));
    return layout;
}

} // namespace stagekeeper
