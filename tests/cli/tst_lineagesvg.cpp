// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/lineagesvg.h"
#include "model/domain/lineageid.h"
#include "tests/support/hostilenames.h"

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// The picture of a lineage as a file: nothing that stands in names may become anything but text.
class LineageSvgTest final : public QObject
{
    Q_OBJECT

private slots:
    void writesHostileNamesAsTextOnly();
    void drawsAnEmptyGraph();
    void saysThatTheHelperIsMissing();
};

namespace {

LineageGraph hostileGraph()
{
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    for (const QString &name : acceptableHostileNames()) {
        for (const LineageKind kind : {LineageKind::Data, LineageKind::Experiment, LineageKind::Version}) {
            LineageNode node;
            node.kind = kind;
            node.label = node.stage = node.detail = name;
            node.id = LineageId {kind, name, {}}.toString();
            nodes.append(node);
            if (kind != LineageKind::Version)
                edges.append({int(nodes.size() - 1), int(nodes.size()), lineageRelationFrom(kind)});
        }
    }
    return {nodes, edges};
}

} // namespace

void LineageSvgTest::writesHostileNamesAsTextOnly()
{
    const LineageGraph graph = hostileGraph();
    QVERIFY(graph.size() > 1500); // so that no helper is needed
    const auto svg = lineageSvg(graph);
    QVERIFY(svg);
    const QSet<QString> elements {u"svg"_s, u"style"_s, u"defs"_s, u"marker"_s, u"polygon"_s, u"path"_s, u"rect"_s, u"g"_s,
                                  u"title"_s, u"text"_s};
    const QSet<QString> attributes {u"viewBox"_s, u"x"_s, u"y"_s, u"width"_s, u"height"_s, u"rx"_s, u"class"_s, u"points"_s,
                                    u"d"_s, u"fill"_s, u"id"_s, u"refX"_s, u"refY"_s, u"markerWidth"_s, u"markerHeight"_s,
                                    u"orient"_s, u"marker-end"_s};
    int titles = 0, styles = 0;
    QXmlStreamReader xml(*svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY2(elements.contains(xml.name().toString()), qPrintable(xml.name().toString()));
        titles += xml.name() == u"title"_s;
        styles += xml.name() == u"style"_s;
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            QVERIFY2(attributes.contains(attribute.qualifiedName().toString()), qPrintable(attribute.qualifiedName().toString()));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(titles, graph.size());
    QCOMPARE(styles, 1);
}

void LineageSvgTest::drawsAnEmptyGraph()
{
    const auto svg = lineageSvg({});
    QVERIFY(!svg || svg->contains("<svg"));
}

void LineageSvgTest::saysThatTheHelperIsMissing()
{
    LineageNode node;
    node.id = node.label = u"m 1"_s;
    const auto svg = lineageSvg({{node}, {}});
    QVERIFY(!svg); // it stands beside the programs, not beside the tests
    QCOMPARE(svg.error().code, Error::Code::Unavailable);
    QVERIFY(!svg.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(LineageSvgTest)
#include "tst_lineagesvg.moc"
