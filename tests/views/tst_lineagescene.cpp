// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layeredlayout.h"
#include "tests/support/hostilenames.h"
#include "views/common/style.h"
#include "views/lineage/edgeitem.h"
#include "views/lineage/lineagepictures.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/nodeitem.h"
#include "views/lineage/shownlineage.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

LineageNode version(const QString &number, const QString &model = u"digits"_s)
{
    LineageNode node;
    node.name = model;
    node.version = number;
    node.id = u"model:%1:%2"_s.arg(model, number);
    node.label = QString(model + u' ' + number);
    node.stage = u"Production"_s;
    node.stageKind = StageKind::Live;
    return node;
}

LineageNode data(const QString &name)
{
    LineageNode node;
    node.kind = LineageKind::Data;
    node.name = name;
    node.id = QString(u"data:"_s + name);
    node.label = name;
    node.rows = 12'306;
    return node;
}

/// Data above two versions, the second of which comes from the first; and one version beside them.
LineageGraph sample()
{
    return {{data(u"digits@1"_s), version(u"1.0.0"_s), version(u"1.1.0"_s), version(u"2.0.0"_s, u"other"_s)},
            {{0, 1, LineageRelation::TrainedOn}, {1, 2, LineageRelation::DerivedFrom}, {0, 2, LineageRelation::TrainedOn}}};
}

LineageGraph chain(int length)
{
    QList<LineageNode> nodes;
    QList<LineageEdge> edges;
    for (int i = 0; i < length; ++i) {
        nodes.append(version(u"1.%1.0"_s.arg(i)));
        if (i > 0)
            edges.append({i - 1, i, LineageRelation::DerivedFrom});
    }
    return {nodes, edges};
}

} // namespace

/// The picture of a lineage: what is drawn, what is lit, and how it is walked by key and by mouse.
class TestLineageScene final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void homeVersionsAreCalledByTheirVersion();
    void nodesFitTheirText();
    void hostileNamesStayText();
    void aStraightEdgeHasBoundsThatIntersect();
    void lightFallsOnEdgesBetweenLitNodes();
    void arrowKeysWalkTheEdges();
    void keysZoomAndFit();
    void theWheelZoomsAboutThePointer();
    void aClickSelectsAndADoubleClickActivates();
    void farAwayOnlyBoxesAreLeft();
    void isReadAloud();
    void writesPictures_data();
    void writesPictures();
    void refusesAnUnknownEnding();
    void showsWhatIsNear();
    void foldsWhatIsAlike();
    void cutsWhatIsTooMuch();
    void fiftyThousandEdgesOnOneNodeAreDrawn();

private:
    void show(const LineageGraph &graph);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LineageView> m_view;
};

void TestLineageScene::init()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
    m_view = std::make_unique<LineageView>(*m_theme);
    m_view->resize(900, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLineageScene::cleanup()
{
    m_view.reset();
    m_theme.reset();
}

void TestLineageScene::show(const LineageGraph &graph)
{
    const auto faces = nodes::faces(graph, u"digits"_s, *m_theme);
    m_view->lineage()->setGraph(graph, faces, layeredLayout(LineageScene::layoutRequest(graph, faces)));
    m_view->fit();
}

void TestLineageScene::homeVersionsAreCalledByTheirVersion()
{
    const auto faces = nodes::faces(sample(), u"digits"_s, *m_theme);
    QCOMPARE(faces.at(0).title, u"digits@1"_s);
    QCOMPARE(faces.at(0).second, u"%1 rows"_s.arg(QLocale().toString(12'306)));
    QCOMPARE(faces.at(1).title, u"1.0.0"_s);
    QCOMPARE(faces.at(1).second, u"Production"_s);
    QCOMPARE(faces.at(3).title, u"other 2.0.0"_s);
}

void TestLineageScene::nodesFitTheirText()
{
    const auto face = nodes::face(version(QString(4096, u'9')), u"digits"_s, *m_theme);
    QVERIFY(face.size.width() < 300);
    QVERIFY(face.title.size() < 100);
    QVERIFY(QFontMetricsF(m_theme->font(Theme::Face::Body)).horizontalAdvance(face.title) < face.size.width());
}

void TestLineageScene::hostileNamesStayText()
{
    QList<LineageNode> nodes;
    for (const QString &name : hostileNames())
        nodes.append(data(name));
    const LineageGraph graph(nodes, {});
    show(graph);
    m_view->grab();
    for (const NodeItem *item : m_view->lineage()->items()) {
        for (const QChar character : item->face().title)
            QVERIFY2(character.category() != QChar::Other_Format && character.category() != QChar::Other_Control, qPrintable(item->face().title));
    }
}

void TestLineageScene::aStraightEdgeHasBoundsThatIntersect()
{
    const EdgeItem edge({{0, 5}, {10, 5}, {20, 5}, {30, 5}}, *m_theme);
    QVERIFY(edge.boundingRect().intersects(QRectF(10, 0, 5, 10)));
    QVERIFY(edge.boundingRect().height() > 2);
    const EdgeItem point({{3, 3}, {3, 3}, {3, 3}, {3, 3}}, *m_theme);
    QVERIFY(!point.boundingRect().isEmpty());
}

void TestLineageScene::lightFallsOnEdgesBetweenLitNodes()
{
    show(sample());
    m_view->lineage()->setLit({0, 1});
    QVERIFY(m_view->lineage()->isAnyLit());
    QVERIFY(m_view->lineage()->item(0)->isLit());
    QVERIFY(!m_view->lineage()->item(2)->isLit());
    int lit = 0;
    for (const QGraphicsItem *item : m_view->lineage()->QGraphicsScene::items()) {
        if (const auto *edge = qgraphicsitem_cast<const EdgeItem *>(item); edge && edge->isLit())
            ++lit;
    }
    QCOMPARE(lit, 1);
    m_view->lineage()->setLit({});
    QVERIFY(m_view->lineage()->item(2)->isLit());
    QVERIFY(!m_view->lineage()->isAnyLit());
}

void TestLineageScene::arrowKeysWalkTheEdges()
{
    show(sample());
    m_view->lineage()->selectNodes({0});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->lineage()->selectedNodes(), QList<int> {1});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->lineage()->selectedNodes(), QList<int> {2});
    QTest::keyClick(m_view.get(), Qt::Key_Down); // the end
    QCOMPARE(m_view->lineage()->selectedNodes(), QList<int> {2});
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->lineage()->selectedNodes(), QList<int> {1});
    QSignalSpy activated(m_view->lineage(), &LineageScene::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
}

void TestLineageScene::keysZoomAndFit()
{
    show(chain(60));
    const double fitted = m_view->zoom();
    QVERIFY(fitted < 0.5);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(m_view->zoom(), fitted * LineageView::step);
    QTest::keyClick(m_view.get(), Qt::Key_1);
    QCOMPARE(m_view->zoom(), 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->zoom(), 1 / LineageView::step);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->zoom(), fitted);
    m_view->lineage()->selectNodes({59});
    QTest::keyClick(m_view.get(), Qt::Key_Z);
    QCOMPARE(m_view->zoom(), 1.0);
    QVERIFY(m_view->mapToScene(m_view->viewport()->rect()).boundingRect().contains(m_view->lineage()->item(59)->pos()));
    m_view->setZoom(1000);
    QCOMPARE(m_view->zoom(), LineageView::most);
}

void TestLineageScene::theWheelZoomsAboutThePointer()
{
    show(chain(60));
    m_view->setZoom(1);
    m_view->centerOn(m_view->sceneRect().center());
    const QPoint pointer(m_view->viewport()->width() / 2, m_view->viewport()->height() / 3);
    QTest::mouseMove(m_view->viewport(), pointer);
    const QPointF before = m_view->mapToScene(pointer);
    QWheelEvent turn(pointer, m_view->viewport()->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &turn);
    QCOMPARE(m_view->zoom(), LineageView::step);
    QVERIFY(std::abs(m_view->mapToScene(pointer).y() - before.y()) < 3);
}

void TestLineageScene::aClickSelectsAndADoubleClickActivates()
{
    show(sample());
    QSignalSpy selected(m_view->lineage(), &QGraphicsScene::selectionChanged);
    QSignalSpy activated(m_view->lineage(), &LineageScene::activated);
    const QPoint node = m_view->mapFromScene(m_view->lineage()->item(2)->pos());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, node);
    QCOMPARE(m_view->lineage()->selectedNodes(), QList<int> {2});
    QVERIFY(!selected.isEmpty());
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, node);
    QCOMPARE(activated.size(), 1);
}

void TestLineageScene::farAwayOnlyBoxesAreLeft()
{
    const auto face = nodes::face(version(u"1.0.0"_s), u"digits"_s, *m_theme);
    const auto colors = [&](double scale) {
        QImage image(200, 80, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        nodes::paint(&painter, {20, 10, 120, 44}, face, *m_theme, scale);
        painter.end();
        QSet<QRgb> found;
        for (int y = 12; y < 52; ++y) {
            for (int x = 22; x < 138; ++x)
                found.insert(image.pixel(x, y));
        }
        return found.size();
    };
    QCOMPARE(colors(0.1), 1);
    QVERIFY(colors(0.3) > 1);
    QVERIFY(colors(1) > colors(0.3));
}

void TestLineageScene::isReadAloud()
{
    show(sample());
    m_view->lineage()->selectNodes({2});
    QCOMPARE(m_view->accessibleDescription(), u"1.1.0, Production, Model, from 2, to 0"_s);
}

void TestLineageScene::writesPictures_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
    QTest::newRow("png") << u"PNG"_s << QByteArray("\x89PNG");
    QTest::newRow("dot") << u"dot"_s << QByteArray("digraph");
    QTest::newRow("json") << u"json"_s << QByteArray("{");
}

void TestLineageScene::writesPictures()
{
    QFETCH(const QString, ending);
    QFETCH(const QByteArray, begin);
    const QTemporaryDir folder;
    LineageGraph hostile({data(u"</text><script>alert(1)</script>"_s), version(u"1.0.0"_s)}, {{0, 1, LineageRelation::TrainedOn}});
    show(hostile);
    const QString name = folder.filePath(QString(u"picture."_s + ending));
    QVERIFY(writeLineage(*m_view->lineage(), u"<b>Lineage</b>"_s, name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begin), bytes.first(20).constData());
    if (ending != "svg"_L1)
        return;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        reader.readNext();
        QVERIFY(reader.name() != "script"_L1 && reader.name() != "b"_L1);
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestLineageScene::refusesAnUnknownEnding()
{
    show(sample());
    const auto refused = writeLineage(*m_view->lineage(), {}, u"picture.exe"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidArgument);
}

void TestLineageScene::showsWhatIsNear()
{
    LineageChoice choice;
    choice.focus = {10};
    choice.depth = 2;
    QCOMPARE(shownLineage(chain(30), choice).graph.size(), 5);
    choice.direction = LineageDirection::Ancestors;
    QCOMPARE(shownLineage(chain(30), choice).graph.size(), 3);
    choice.isOverview = true;
    QCOMPARE(shownLineage(chain(30), choice).graph.size(), 30);
    LineageChoice versions;
    versions.kinds = {LineageKind::Version};
    QCOMPARE(shownLineage(sample(), versions).graph.size(), 3);
}

void TestLineageScene::foldsWhatIsAlike()
{
    QList<LineageNode> nodes {data(u"d"_s)};
    QList<LineageEdge> edges;
    for (int i = 1; i <= 20; ++i) {
        nodes.append(version(u"1.%1.0"_s.arg(i)));
        edges.append({0, i, LineageRelation::TrainedOn});
    }
    const LineageGraph graph(nodes, edges);
    LineageChoice choice;
    choice.focus = {3};
    const ShownLineage folded = shownLineage(graph, choice);
    QCOMPARE(folded.graph.size(), 3);
    QCOMPARE(folded.members.at(folded.find(5)).size(), 19);
    QCOMPARE(folded.members.at(folded.find(3)), QList<int> {3});
    choice.opened = {graph.node(5).id};
    QCOMPARE(shownLineage(graph, choice).graph.size(), 4);
    choice.isFolded = false;
    QCOMPARE(shownLineage(graph, choice).graph.size(), 21);
}

void TestLineageScene::cutsWhatIsTooMuch()
{
    LineageChoice choice;
    choice.focus = {2000};
    choice.depth = -1;
    const ShownLineage cut = shownLineage(chain(4000), choice);
    QVERIFY(cut.isCut);
    QCOMPARE(cut.graph.size(), neighbourhoodSize);
    QVERIFY(cut.find(2000) >= 0);
    choice.isOverview = true;
    const ShownLineage all = shownLineage(chain(4000), choice);
    QVERIFY(!all.isCut);
    QCOMPARE(all.graph.size(), 4000);
}

void TestLineageScene::fiftyThousandEdgesOnOneNodeAreDrawn()
{
    QList<LineageNode> nodes {data(u"d"_s)};
    QList<LineageEdge> edges;
    for (int i = 1; i <= 50'000; ++i) {
        nodes.append(version(u"1.%1.0"_s.arg(i)));
        edges.append({0, i, LineageRelation::TrainedOn});
    }
    const LineageGraph graph(nodes, edges);
    LineageChoice choice;
    choice.focus = {3};
    QCOMPARE(shownLineage(graph, choice).graph.size(), 3);
    choice.isFolded = false;
    const ShownLineage cut = shownLineage(graph, choice);
    QCOMPARE(cut.graph.size(), neighbourhoodSize);
    show(cut.graph);
    choice.isOverview = true;
    QCOMPARE(shownLineage(graph, choice).graph.size(), 50'001);
    show(graph);
    m_view->lineage()->setLit({0, 40'000});
    QVERIFY(!m_view->grab().isNull());
    m_view->lineage()->selectNodes({0});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->lineage()->selectedNodes().size(), 1);
}

QTEST_MAIN(TestLineageScene)

#include "tst_lineagescene.moc"
