// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineageexport.h"
#include "model/domain/lineageid.h"
#include "model/domain/namerules.h"
#include "tests/support/hostilenames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class LineageExportTest final : public QObject
{
    Q_OBJECT

private slots:
    void writesDot();
    void writesJson();
    void keepsHostileNamesInsideTheirQuotes();
    void isReadByGraphvizAsItWasMeant();
    void keepsHostileNamesInJson();
};

namespace {

LineageNode node(LineageKind kind, const QString &name, const QString &version)
{
    LineageNode made;
    const LineageId id {kind, name, version};
    made.kind = kind;
    made.id = id.toString();
    made.name = name;
    made.version = version;
    made.label = lineageLabel(id);
    return made;
}

LineageGraph smallGraph()
{
    LineageNode version = node(LineageKind::Version, u"m"_s, u"1"_s);
    version.stage = u"Production"_s;
    LineageNode elsewhere = node(LineageKind::Version, u"n"_s, u"0"_s);
    elsewhere.isRegistered = false;
    return {{node(LineageKind::Data, u"d"_s, u"2026"_s), version, elsewhere},
            {{0, 1, LineageRelation::TrainedOn}, {2, 1, LineageRelation::DerivedFrom}}};
}

/// A graph of hostile names, each in all three kinds, in a chain.
LineageGraph hostileGraph()
{
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    for (const QString &name : acceptableHostileNames()) {
        for (const LineageKind kind : {LineageKind::Version, LineageKind::Data, LineageKind::Experiment}) {
            nodes.append(node(kind, name, kind == LineageKind::Experiment ? QString() : name));
            nodes.last().stage = name;
            if (nodes.size() > 1)
                edges.append({int(nodes.size() - 2), int(nodes.size() - 1), LineageRelation::Produced});
        }
    }
    return {nodes, edges};
}

/// What is left of a line of DOT when its quoted strings are taken out.
QByteArray outsideOfQuotes(const QByteArray &line)
{
    QByteArray rest;
    bool isInside = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isInside && line.at(i) == '\\')
            ++i;
        else if (line.at(i) == '"')
            isInside = !isInside;
        else if (!isInside)
            rest += line.at(i);
    }
    return isInside ? "open" : rest;
}

} // namespace

void LineageExportTest::writesDot()
{
    const QByteArray dot = lineageDot(smallGraph());
    QVERIFY(dot.contains("  \"data:d@2026\" [label=\"d@2026\", shape=note"));
    QVERIFY(dot.contains("  \"model:m:1\" [label=\"m 1\\nProduction\", shape=box, style=\"rounded,filled\""));
    QVERIFY(dot.contains("style=\"rounded,filled,dashed\""));
    QVERIFY(dot.contains("  \"data:d@2026\" -> \"model:m:1\" [tooltip=\"trained_on\"];\n"));
    QVERIFY(lineageDot({}).startsWith("digraph lineage {"));
}

void LineageExportTest::writesJson()
{
    const QJsonObject json = QJsonDocument::fromJson(lineageJson(smallGraph())).object();
    QCOMPARE(json.value("nodes"_L1).toArray().at(0).toObject(),
             QJsonObject({{u"kind"_s, u"data"_s}, {u"id"_s, u"data:d@2026"_s}, {u"label"_s, u"d@2026"_s}}));
    QCOMPARE(json.value("edges"_L1).toArray().at(1).toObject(),
             QJsonObject({{u"from"_s, u"model:n:0"_s}, {u"to"_s, u"model:m:1"_s}, {u"relation"_s, u"derived_from"_s}}));
    QCOMPARE(json.keys(), (QStringList {u"edges"_s, u"nodes"_s}));
}

void LineageExportTest::keepsHostileNamesInsideTheirQuotes()
{
    const LineageGraph graph = hostileGraph();
    const QList<QByteArray> lines = lineageDot(graph).split('\n');
    QCOMPARE(lines.size(), 4 + graph.size() + graph.edges().size() + 2);
    for (const QByteArray &line : lines.sliced(4, graph.size())) {
        const QByteArray rest = outsideOfQuotes(line).simplified().replace("+ ", "");
        const bool isPlain = rest.startsWith("[label=, shape=") && rest.endsWith("];") && rest.count('=') == 4;
        QVERIFY2(isPlain, line.constData());
    }
    for (const QByteArray &line : lines.sliced(4 + graph.size(), graph.edges().size()))
        QCOMPARE(outsideOfQuotes(line).replace(" + ", "").simplified(), "-> [tooltip=];");
}

void LineageExportTest::isReadByGraphvizAsItWasMeant()
{
    if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
        QSKIP("there is no dot here");
    const LineageGraph graph = hostileGraph();
    QProcess dot;
    dot.start(u"dot"_s, {u"-Tcanon"_s});
    QVERIFY(dot.waitForStarted());
    dot.write(lineageDot(graph));
    dot.closeWriteChannel();
    QVERIFY(dot.waitForFinished(60'000));
    const QByteArray complaint = dot.readAllStandardError().left(1000);
    QVERIFY2(dot.exitCode() == 0 && complaint.isEmpty(), complaint.constData());
    const QByteArray read = dot.readAllStandardOutput();
    QCOMPARE(read.count("label="), lineageDot(graph).count("label=") + 1); // and the one that all nodes begin with
    QCOMPARE(read.count(" -> "), lineageDot(graph).count(" -> "));
}

void LineageExportTest::keepsHostileNamesInJson()
{
    const LineageGraph graph = hostileGraph();
    const QJsonArray nodes = QJsonDocument::fromJson(lineageJson(graph)).object().value("nodes"_L1).toArray();
    QCOMPARE(nodes.size(), graph.size());
    for (int i = 0; i < graph.size(); ++i)
        QCOMPARE(nodes.at(i).toObject().value("id"_L1).toString(), graph.node(i).id);
}

QTEST_APPLESS_MAIN(LineageExportTest)
#include "tst_lineageexport.moc"
