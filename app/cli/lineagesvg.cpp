// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/lineagesvg.h"

#include "model/domain/lineageexport.h"
#include "model/domain/lineageid.h"
#include "model/domain/namerules.h"
#include "model/layout/layeredlayout.h"
#include "model/layout/layoutprocess.h"

#include <QRectF>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int mostForGraphviz = 1500;
constexpr int mostCharacters = 40;
constexpr double characterWidth = 7;
constexpr double boxHeight = 44;
constexpr double margin = 16;

QString shortened(const QString &text)
{
    const QString visible = visibleText(text);
    if (visible.size() <= mostCharacters)
        return visible;
    // not between the halves of a surrogate pair
    const qsizetype end = visible.at(mostCharacters - 2).isHighSurrogate() ? mostCharacters - 2 : mostCharacters - 1;
    return visible.first(end) % u'…';
}

LayoutRequest requestFor(const LineageGraph &graph)
{
    LayoutRequest request;
    for (const LineageNode &node : graph.nodes()) {
        const qsizetype characters = std::max(shortened(node.label).size(), shortened(lineageSecondLine(node)).size());
        request.nodes.append({std::max(80.0, double(characters) * characterWidth + 28), boxHeight});
    }
    for (const LineageEdge &edge : graph.edges())
        request.edges.append({edge.from, edge.to});
    return request;
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString points(const QList<QPointF> &list)
{
    QStringList texts;
    for (const QPointF &point : list)
        texts += QString(number(point.x()) % u',' % number(point.y()));
    return texts.join(u' ');
}

void writeShape(QXmlStreamWriter &xml, const LineageNode &node, const QRectF &box)
{
    constexpr double cut = 12;
    if (node.kind == LineageKind::Version) {
        xml.writeEmptyElement(u"rect"_s);
        xml.writeAttribute(u"x"_s, number(box.x()));
        xml.writeAttribute(u"y"_s, number(box.y()));
        xml.writeAttribute(u"width"_s, number(box.width()));
        xml.writeAttribute(u"height"_s, number(box.height()));
        xml.writeAttribute(u"rx"_s, u"6"_s);
        xml.writeAttribute(u"class"_s, node.isRegistered ? u"model"_s : u"model elsewhere"_s);
        return;
    }
    const bool isData = node.kind == LineageKind::Data;
    const QPointF right(cut, 0);
    const double middle = box.center().y();
    const QList<QPointF> data {box.topLeft(), box.topRight() - right, {box.right(), box.top() + cut}, box.bottomRight(),
                               box.bottomLeft()};
    const QList<QPointF> hexagon {box.topLeft() + right, box.topRight() - right, {box.right(), middle},
                                  box.bottomRight() - right, box.bottomLeft() + right, {box.left(), middle}};
    xml.writeEmptyElement(u"polygon"_s);
    xml.writeAttribute(u"points"_s, points(isData ? data : hexagon));
    xml.writeAttribute(u"class"_s, isData ? u"data"_s : u"experiment"_s);
}

void writeText(QXmlStreamWriter &xml, const QString &text, const QPointF &where, const QString &kind)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(u"text"_s);
    xml.writeAttribute(u"x"_s, number(where.x()));
    xml.writeAttribute(u"y"_s, number(where.y()));
    xml.writeAttribute(u"class"_s, kind);
    xml.writeCharacters(shortened(text));
    xml.writeEndElement();
}

void writeNode(QXmlStreamWriter &xml, const LineageNode &node, const QRectF &box)
{
    xml.writeStartElement(u"g"_s);
    xml.writeTextElement(u"title"_s, visibleText(node.id));
    writeShape(xml, node, box);
    const QString second = lineageSecondLine(node);
    writeText(xml, node.label, {box.x() + 14, box.y() + (second.isEmpty() ? 27 : 19)}, u"name"_s);
    writeText(xml, second, {box.x() + 14, box.y() + 35}, u"detail"_s);
    xml.writeEndElement();
}

void writeEdge(QXmlStreamWriter &xml, const LineageEdge &edge, const QList<QPointF> &curve)
{
    if (curve.isEmpty())
        return;
    xml.writeEmptyElement(u"path"_s);
    const QString rest = curve.size() > 1 ? QString(u" C "_s % points(curve.sliced(1))) : QString();
    xml.writeAttribute(u"d"_s, u"M " % points({curve.first()}) % rest);
    xml.writeAttribute(u"class"_s, lineageWord(edge.relation));
    xml.writeAttribute(u"marker-end"_s, u"url(#arrow)"_s);
}

void writeHead(QXmlStreamWriter &xml, const QSizeF &size)
{
    xml.writeStartDocument();
    xml.writeStartElement(u"svg"_s);
    xml.writeAttribute(u"xmlns"_s, u"http://www.w3.org/2000/svg"_s);
    xml.writeAttribute(u"viewBox"_s, points({{-margin, -margin}, {size.width() + 2 * margin, size.height() + 2 * margin}}));
    xml.writeTextElement(u"style"_s,
                         u".model{fill:#add8e6;stroke:#1f6f8b} .elsewhere{stroke-dasharray:4 3;fill:#f4f6f8} "
                         ".data{fill:#90ee90;stroke:#217a21} .experiment{fill:#ffffe0;stroke:#8a7400} "
                         "path{fill:none;stroke:#6b7280} text{font-family:sans-serif;fill:#111827} .name{font-size:12px} "
                         ".detail{font-size:10px;fill:#4b5563}"_s);
    xml.writeStartElement(u"defs"_s);
    xml.writeStartElement(u"marker"_s);
    for (const auto &[name, value] : {std::pair {u"id"_s, u"arrow"_s}, {u"viewBox"_s, u"0 0 8 8"_s}, {u"refX"_s, u"8"_s},
                                      {u"refY"_s, u"4"_s}, {u"markerWidth"_s, u"8"_s}, {u"markerHeight"_s, u"8"_s},
                                      {u"orient"_s, u"auto"_s}})
        xml.writeAttribute(name, value);
    xml.writeEmptyElement(u"polygon"_s);
    xml.writeAttribute(u"points"_s, u"0,1 8,4 0,7"_s);
    xml.writeAttribute(u"fill"_s, u"#6b7280"_s);
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

Result<QByteArray> lineageSvg(const LineageGraph &graph)
{
    const LayoutRequest request = requestFor(graph);
    const Result<Layout> layout = graph.size() > mostForGraphviz ? layeredLayout(request) : waitForLayout(request);
    if (!layout && layout.error().code == Error::Code::NotFound) // of the helper; for scripts that means the graph
        return fail(Error::Code::Unavailable, layout.error().message, layout.error().detail);
    if (!layout)
        return failAs(layout);
    QByteArray svg;
    QXmlStreamWriter xml(&svg);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    writeHead(xml, layout->size);
    for (qsizetype i = 0; i < graph.edges().size(); ++i)
        writeEdge(xml, graph.edges().at(i), layout->curves.at(i));
    for (int i = 0; i < graph.size(); ++i) {
        const QSizeF size = request.nodes.at(i);
        const QPointF corner = layout->centres.at(i) - QPointF(size.width() / 2, size.height() / 2);
        writeNode(xml, graph.node(i), QRectF(corner, size));
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return svg;
}

} // namespace stagekeeper
