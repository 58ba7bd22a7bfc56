// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineageanswers.h"
#include "model/domain/lineagefold.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class LineageTest final : public QObject
{
    Q_OBJECT

private slots:
    void writesIdsThatCannotCollide();
    void readsIdsAsPeopleWriteThem();
    void findsAncestorsAndDescendantsWithDepth();
    void limitsDepthAndKinds();
    void namesTheWayThatAnEdgeWouldClose();
    void endsOnCycles();
    void takesTheNearestNeighbours();
    void putsRootsAboveWhatNeedsThem();
    void foldsManyLikeNodes();
    void keepsWhatIsToStayUnfolded();
    void saysWhatAVersionCameFrom();
    void findsWhatBadDataReaches();
    void comparesTwoAncestries();
    void keepsThePartThatIsAskedFor();
    void leavesOutEdgesWithoutNodes();
    void walksAHundredThousandInARow();
    void walksFiftyThousandEdgesOfOneNode();
};

namespace {

/// A graph from edges such as "a>b data>b": lower-case words are versions of the model m, except that words that begin
/// with "d" are data and with "x" experiments; a version that ends in "!" is live.
LineageGraph graphOf(const QString &text)
{
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    QHash<QString, int> index;
    const auto nodeOf = [&](const QString &word) {
        if (const auto known = index.constFind(word); known != index.cend())
            return *known;
        LineageNode node;
        node.kind = word.startsWith(u'd') ? LineageKind::Data : word.startsWith(u'x') ? LineageKind::Experiment : LineageKind::Version;
        node.name = node.kind == LineageKind::Version ? u"m"_s : word;
        node.version = node.kind == LineageKind::Version ? word : QString();
        node.id = node.label = word;
        if (node.kind == LineageKind::Version)
            node.stageKind = word.endsWith(u'!') ? StageKind::Live : StageKind::Initial;
        nodes.append(node);
        index.insert(word, int(nodes.size() - 1));
        return int(nodes.size() - 1);
    };
    for (const QString &edge : text.split(u' ', Qt::SkipEmptyParts)) {
        const int from = nodeOf(edge.section(u'>', 0, 0));
        const int to = nodeOf(edge.section(u'>', 1, 1));
        edges.append({from, to, lineageRelationFrom(nodes.at(from).kind)});
    }
    return {nodes, edges};
}

QString words(const LineageGraph &graph, const QList<int> &nodes)
{
    QStringList texts;
    for (const int node : nodes)
        texts += graph.node(node).label;
    return texts.join(u' ');
}

QString steps(const LineageGraph &graph, const QList<LineageStep> &reached)
{
    QStringList texts;
    for (const LineageStep &step : reached)
        texts += graph.node(step.node).label + QString::number(step.depth);
    return texts.join(u' ');
}

QString edgesOf(const LineageGraph &graph)
{
    QStringList texts;
    for (const LineageEdge &edge : graph.edges())
        texts += QString(graph.node(edge.from).label % u'>' % graph.node(edge.to).label);
    return texts.join(u", "_s);
}

QString closure(const LineageGraph &graph, const QString &from, LineageDirection direction, const LineageLimits &limits = {})
{
    return steps(graph, lineageClosure(graph, {graph.indexOf(from)}, direction, limits));
}

LineageGraph chain(int length)
{
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    for (int i = 0; i < length; ++i) {
        LineageNode node;
        node.id = QString::number(i);
        nodes.append(node);
        if (i > 0)
            edges.append({i - 1, i, LineageRelation::DerivedFrom});
    }
    return {nodes, edges};
}

} // namespace

void LineageTest::writesIdsThatCannotCollide()
{
    const auto id = [](LineageKind kind, const QString &name, const QString &version = {}) {
        return LineageId {kind, name, version}.toString();
    };
    QCOMPARE(id(LineageKind::Version, u"digits"_s, u"2.0.0+int8"_s), u"model:digits:2.0.0+int8"_s);
    QCOMPARE(id(LineageKind::Version, u"a:b"_s, u"c"_s), u"model:a%3Ab:c"_s);
    QCOMPARE(id(LineageKind::Version, u"a"_s, u"b:c"_s), u"model:a:b%3Ac"_s);
    QCOMPARE(id(LineageKind::Version, u"a%3Ab"_s, u"c"_s), u"model:a%253Ab:c"_s);
    QCOMPARE(id(LineageKind::Data, u"digits"_s, u"sha256:88be"_s), u"data:digits@sha256:88be"_s);
    QCOMPARE(id(LineageKind::Data, u"digits@1"_s), u"data:digits%401"_s);
    QCOMPARE(id(LineageKind::Data, u"digits"_s, u"1"_s), u"data:digits@1"_s);
    QCOMPARE(id(LineageKind::Experiment, u"model:a:b"_s), u"experiment:model%3Aa%3Ab"_s);
    for (const QString &part : {u"a:b"_s, u"%"_s, u"%3A"_s, u"x@y@z"_s, u"line\nfeed"_s, u"אבג:\u202E"_s, u"😀"_s}) {
        for (const LineageKind kind : {LineageKind::Version, LineageKind::Data, LineageKind::Experiment}) {
            const LineageId whole {kind, part, kind == LineageKind::Experiment ? QString() : part};
            QCOMPARE(LineageId::parse(whole.toString()), whole);
        }
    }
}

void LineageTest::readsIdsAsPeopleWriteThem()
{
    QCOMPARE(LineageId::parse(u"model:a:b:1.0"_s), (LineageId {LineageKind::Version, u"a:b"_s, u"1.0"_s}));
    QCOMPARE(LineageId::parse(u"data:a@b@2026-05"_s), (LineageId {LineageKind::Data, u"a@b"_s, u"2026-05"_s}));
    QCOMPARE(LineageId::parse(u"experiment:50% done"_s), (LineageId {LineageKind::Experiment, u"50% done"_s, {}}));
    for (const QString &text : {u""_s, u"model"_s, u"model:"_s, u"model:a"_s, u"model::1"_s, u"digits:1.0.0"_s, u"Data:x"_s})
        QCOMPARE(LineageId::parse(text), std::nullopt);
}

void LineageTest::findsAncestorsAndDescendantsWithDepth()
{
    const LineageGraph graph = graphOf(u"a>b b>c a>c c>e d1>b x1>c e>f"_s);
    QCOMPARE(closure(graph, u"c"_s, LineageDirection::Ancestors), u"b1 a1 x11 d12"_s);
    QCOMPARE(closure(graph, u"c"_s, LineageDirection::Descendants), u"e1 f2"_s);
    QCOMPARE(closure(graph, u"c"_s, LineageDirection::Both), u"b1 a1 x11 e1 d12 f2"_s);
    QCOMPARE(closure(graph, u"a"_s, LineageDirection::Ancestors), QString());
}

void LineageTest::limitsDepthAndKinds()
{
    const LineageGraph graph = graphOf(u"a>b b>c c>e d1>b x1>c"_s);
    QCOMPARE(closure(graph, u"e"_s, LineageDirection::Ancestors, {0, {}}), QString());
    QCOMPARE(closure(graph, u"e"_s, LineageDirection::Ancestors, {2, {}}), u"c1 b2 x12"_s);
    QCOMPARE(closure(graph, u"e"_s, LineageDirection::Ancestors, {-1, {LineageKind::Data}}), u"d13"_s);
}

void LineageTest::namesTheWayThatAnEdgeWouldClose()
{
    const LineageGraph graph = graphOf(u"a>b b>c c>e a>e"_s);
    const auto cycle = [&](const QString &from, const QString &to) {
        return words(graph, lineageCycle(graph, graph.indexOf(from), graph.indexOf(to)));
    };
    QCOMPARE(cycle(u"e"_s, u"a"_s), u"a e"_s);
    QCOMPARE(cycle(u"e"_s, u"b"_s), u"b c e"_s);
    QCOMPARE(cycle(u"b"_s, u"b"_s), u"b"_s);
    QCOMPARE(cycle(u"a"_s, u"c"_s), QString());
}

void LineageTest::endsOnCycles()
{
    const LineageGraph graph = graphOf(u"a>b b>c c>a c>e e>e"_s);
    QCOMPARE(closure(graph, u"a"_s, LineageDirection::Both), u"c1 b1 e3"_s);
    QCOMPARE(lineageLevels(graph).size(), graph.size());
    QCOMPARE(foldLineage(graph).graph.size(), graph.size());
    QCOMPARE(lineageReasons(graph, graph.indexOf(u"e"_s)).size(), 3);
    QCOMPARE(words(graph, lineageNeighbourhood(graph, {graph.indexOf(u"e"_s)}, 10)), u"e c b a"_s);
}

void LineageTest::takesTheNearestNeighbours()
{
    const LineageGraph graph = graphOf(u"a>b b>c c>e d1>b d1>g"_s);
    const auto near = [&](int count) { return words(graph, lineageNeighbourhood(graph, {graph.indexOf(u"b"_s)}, count)); };
    QCOMPARE(near(0), QString());
    QCOMPARE(near(1), u"b"_s);
    QCOMPARE(near(4), u"b a d1 c"_s);
    QCOMPARE(near(100), u"b a d1 c g e"_s);
}

void LineageTest::putsRootsAboveWhatNeedsThem()
{
    const LineageGraph graph = graphOf(u"a>b b>c c>e d1>e x1>b"_s);
    const QList<int> levels = lineageLevels(graph);
    const auto level = [&](const QString &word) { return levels.at(graph.indexOf(word)); };
    QCOMPARE(level(u"a"_s), 0);
    QCOMPARE(level(u"x1"_s), 0);
    QCOMPARE(level(u"e"_s), 3);
    QCOMPARE(level(u"d1"_s), 2);
}

void LineageTest::foldsManyLikeNodes()
{
    const LineageGraph graph = graphOf(u"d1>a1 d1>a2 d1>a3 d1>a4 d1>a5 d1>a6 a1>b a2>b a3>b a4>b a5>b a6>b"_s);
    const LineageFold fold = foldLineage(graph);
    QCOMPARE(edgesOf(fold.graph), u"d1>6 versions, 6 versions>b"_s.replace(u"6 versions"_s, fold.graph.node(1).label));
    QCOMPARE(fold.graph.node(1).count, 6);
    QCOMPARE(fold.graph.node(1).id, u"fold:a1"_s);
    QCOMPARE(fold.graph.node(1).detail, u"a1 – a6"_s);
    QCOMPARE(words(graph, fold.members.at(1)), u"a1 a2 a3 a4 a5 a6"_s);
    const LineageGraph five = graphOf(u"d1>a1 d1>a2 d1>a3 d1>a4 d1>a5"_s);
    QCOMPARE(foldLineage(five).graph.size(), five.size());
}

void LineageTest::keepsWhatIsToStayUnfolded()
{
    const LineageGraph graph = graphOf(u"d1>a1 d1>a2 d1>a3 d1>a4 d1>a5 d1>a6 d1>a7"_s);
    const LineageFold fold = foldLineage(graph, {graph.indexOf(u"a3"_s)});
    QCOMPARE(fold.graph.size(), 3);
    QCOMPARE(fold.graph.node(2).label, u"a3"_s);
    QCOMPARE(fold.graph.node(1).count, 6);
    const QList<int> opened = fold.members.at(1);
    QCOMPARE(foldLineage(graph, QSet<int>(opened.begin(), opened.end())).graph.size(), graph.size());
}

void LineageTest::saysWhatAVersionCameFrom()
{
    const LineageGraph graph = graphOf(u"a>b b>c z>c d1>a d1>b d2>c x1>a x2>c"_s);
    QStringList texts;
    for (const LineageReason &reason : lineageReasons(graph, graph.indexOf(u"c"_s)))
        texts += QString(graph.node(reason.node).label % u' ' % lineageWord(reason.relation));
    QCOMPARE(texts.join(u", "_s), u"d1 trained_on, x1 produced, a derived_from, b derived_from, d2 trained_on, x2 produced"_s);
    QVERIFY(lineageReasons(graph, graph.indexOf(u"z"_s)).isEmpty());
}

void LineageTest::findsWhatBadDataReaches()
{
    const LineageGraph graph = graphOf(u"d1>a a>b! a>c d2>c c>e!"_s);
    const LineageReach one = lineageReach(graph, {graph.indexOf(u"d1"_s)});
    QCOMPARE(steps(graph, one.versions), u"a1 b!2 c2 e!3"_s);
    QCOMPARE(words(graph, one.live), u"b! e!"_s);
    const LineageReach two = lineageReach(graph, {graph.indexOf(u"d2"_s)});
    QCOMPARE(steps(graph, two.versions), u"c1 e!2"_s);
    const LineageReach both = lineageReach(graph, lineageMatches(graph, {LineageKind::Data, u"d2"_s, {}}));
    QCOMPARE(both.versions, two.versions);
}

void LineageTest::comparesTwoAncestries()
{
    const LineageGraph graph = graphOf(u"a>b a>c d1>b d2>c b>f"_s);
    const LineageDiff diff = lineageDiff(graph, graph.indexOf(u"f"_s), graph.indexOf(u"c"_s));
    QCOMPARE(words(graph, diff.common), u"a"_s);
    QCOMPARE(words(graph, diff.onlyLeft), u"f b d1"_s);
    QCOMPARE(words(graph, diff.onlyRight), u"c d2"_s);
    const LineageDiff same = lineageDiff(graph, graph.indexOf(u"f"_s), graph.indexOf(u"f"_s));
    QCOMPARE(words(graph, same.common), u"f b a d1"_s);
    QVERIFY(same.onlyLeft.isEmpty() && same.onlyRight.isEmpty());
}

void LineageTest::keepsThePartThatIsAskedFor()
{
    const LineageGraph graph = graphOf(u"a>b b>c a>c"_s);
    const LineageGraph part = graph.part({graph.indexOf(u"c"_s), graph.indexOf(u"a"_s), graph.indexOf(u"c"_s)});
    QCOMPARE(part.size(), 2);
    QCOMPARE(edgesOf(part), u"a>c"_s);
    QVERIFY(graph.part({}).isEmpty());
}

void LineageTest::leavesOutEdgesWithoutNodes()
{
    const LineageGraph graph({LineageNode {}}, {{0, 1, {}}, {-1, 0, {}}, {0, 0, {}}});
    QCOMPARE(graph.edges().size(), 1);
    QVERIFY(LineageGraph({}, {{0, 0, {}}}).edges().isEmpty());
}

void LineageTest::walksAHundredThousandInARow()
{
    const LineageGraph graph = chain(100'000);
    const auto ancestors = lineageClosure(graph, {99'999}, LineageDirection::Ancestors);
    QCOMPARE(ancestors.size(), 99'999);
    QCOMPARE(ancestors.last(), (LineageStep {0, 99'999}));
    QCOMPARE(lineagePath(graph, 0, 99'999).size(), 100'000);
    QCOMPARE(lineageLevels(graph).last(), 99'999);
    QCOMPARE(lineageReasons(graph, 99'999).size(), 99'999);
    QCOMPARE(foldLineage(graph).graph.size(), 100'000);
}

void LineageTest::walksFiftyThousandEdgesOfOneNode()
{
    QList<LineageNode> nodes(50'001);
    QList<LineageEdge> edges;
    for (int i = 1; i <= 50'000; ++i)
        edges.append({0, i, LineageRelation::DerivedFrom});
    const LineageGraph graph(nodes, edges);
    QCOMPARE(lineageClosure(graph, {0}, LineageDirection::Descendants).size(), 50'000);
    QCOMPARE(lineageNeighbourhood(graph, {0}, 200).size(), 200);
    const LineageFold fold = foldLineage(graph);
    QCOMPARE(fold.graph.size(), 2);
    QCOMPARE(fold.graph.edges().size(), 1);
    QCOMPARE(fold.graph.node(1).count, 50'000);
}

QTEST_APPLESS_MAIN(LineageTest)

#include "tst_lineage.moc"
