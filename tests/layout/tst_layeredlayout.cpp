// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layeredlayout.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRectF>
#include <QTest>

#include <algorithm>

using namespace stagekeeper;

namespace {

LayoutRequest chain(int nodes)
{
    LayoutRequest request;
    request.nodes.fill({120, 44}, nodes);
    for (int i = 1; i < nodes; ++i)
        request.edges.append({i - 1, i});
    return request;
}

LayoutRequest star(int leaves)
{
    LayoutRequest request;
    request.nodes.fill({120, 44}, leaves + 1);
    for (int i = 1; i <= leaves; ++i)
        request.edges.append({0, i});
    return request;
}

LayoutRequest lineage(int nodes)
{
    LayoutRequest request;
    QRandomGenerator random(11);
    for (int i = 0; i < nodes; ++i)
        request.nodes.append({80.0 + random.bounded(90), 44});
    for (int i = 1; i < nodes; ++i) {
        request.edges.append({qMax(0, i - 1 - random.bounded(40)), i});
        if (random.bounded(5) == 0)
            request.edges.append({random.bounded(i), i});
    }
    return request;
}

/// Whether any two boxes overlap, found by sweeping from left to right.
bool overlap(const LayoutRequest &request, const Layout &layout)
{
    QList<QRectF> boxes;
    for (qsizetype i = 0; i < layout.centres.size(); ++i) {
        QRectF box({}, request.nodes.at(i));
        box.moveCenter(layout.centres.at(i));
        boxes.append(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    std::ranges::sort(boxes, {}, &QRectF::left);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype j = i + 1; j < boxes.size() && boxes.at(j).left() < boxes.at(i).right(); ++j) {
            if (boxes.at(i).intersects(boxes.at(j)))
                return true;
        }
    }
    return false;
}

bool isInside(const LayoutRequest &request, const Layout &layout)
{
    const QRectF page(QPointF(-0.5, -0.5), layout.size + QSizeF(1, 1));
    for (qsizetype i = 0; i < layout.centres.size(); ++i) {
        QRectF box({}, request.nodes.at(i));
        box.moveCenter(layout.centres.at(i));
        if (!page.contains(box))
            return false;
    }
    return true;
}

} // namespace

/// The layout for graphs that are too large for Graphviz.
class TestLayeredLayout final : public QObject
{
    Q_OBJECT

private slots:
    void boxesNeverOverlap_data();
    void boxesNeverOverlap();
    void parentsAreAboveTheirChildren();
    void aChildStandsBelowItsParents();
    void wideLayersKeepToThePage();
    void cyclesAndSelfEdgesEnd();
    void takesLittleTime();
};

void TestLayeredLayout::boxesNeverOverlap_data()
{
    QTest::addColumn<LayoutRequest>("request");
    QTest::newRow("nothing") << LayoutRequest {};
    QTest::newRow("one") << chain(1);
    QTest::newRow("chain") << chain(200);
    QTest::newRow("star") << star(3000);
    QTest::newRow("lineage") << lineage(3000);
    LayoutRequest apart = lineage(2000);
    apart.edges.clear();
    QTest::newRow("no edges") << apart;
}

void TestLayeredLayout::boxesNeverOverlap()
{
    QFETCH(const LayoutRequest, request);
    const Layout layout = layeredLayout(request);
    QCOMPARE(layout.centres.size(), request.nodes.size());
    QCOMPARE(layout.curves.size(), request.edges.size());
    QVERIFY(!overlap(request, layout));
    QVERIFY(isInside(request, layout));
}

void TestLayeredLayout::parentsAreAboveTheirChildren()
{
    const LayoutRequest request = lineage(500);
    const Layout layout = layeredLayout(request);
    for (qsizetype i = 0; i < request.edges.size(); ++i) {
        const auto &[from, to] = request.edges.at(i);
        QVERIFY(layout.centres.at(from).y() + 44 < layout.centres.at(to).y());
        QCOMPARE(layout.curves.at(i).size(), 4);
        QCOMPARE(layout.curves.at(i).first(), layout.centres.at(from) + QPointF(0, 22));
        QCOMPARE(layout.curves.at(i).last(), layout.centres.at(to) - QPointF(0, 22));
    }
}

void TestLayeredLayout::aChildStandsBelowItsParents()
{
    // two chains from two roots: they do not cross, and each is straight
    LayoutRequest request;
    request.nodes.fill({100, 40}, 6);
    request.edges = {{0, 2}, {1, 3}, {2, 4}, {3, 5}};
    const Layout layout = layeredLayout(request);
    QVERIFY(qAbs(layout.centres.at(0).x() - layout.centres.at(4).x()) < 1);
    QVERIFY(qAbs(layout.centres.at(1).x() - layout.centres.at(5).x()) < 1);
    QVERIFY(qAbs(layout.centres.at(0).x() - layout.centres.at(1).x()) >= 100 + request.nodeGap - 1);
}

void TestLayeredLayout::wideLayersKeepToThePage()
{
    const Layout layout = layeredLayout(star(3000));
    QVERIFY2(layout.size.width() < 3 * layout.size.height(), qPrintable(QString::number(layout.size.width())));
    const Layout mixed = layeredLayout(lineage(10'000));
    QVERIFY2(mixed.size.width() < 6 * mixed.size.height(), qPrintable(QString::number(mixed.size.width() / mixed.size.height())));
}

void TestLayeredLayout::cyclesAndSelfEdgesEnd()
{
    LayoutRequest request = chain(10);
    request.edges.append({9, 0});
    request.edges.append({5, 5});
    request.edges.append({7, 3});
    const Layout layout = layeredLayout(request);
    QVERIFY(!overlap(request, layout));
    QCOMPARE(layout.curves.size(), request.edges.size());
}

void TestLayeredLayout::takesLittleTime()
{
    const LayoutRequest request = lineage(10'000);
    QElapsedTimer timer;
    timer.start();
    const Layout layout = layeredLayout(request);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // under sanitizers, on a busy machine
    QCOMPARE(layout.centres.size(), 10'000);
}

QTEST_APPLESS_MAIN(TestLayeredLayout)

#include "tst_layeredlayout.moc"
