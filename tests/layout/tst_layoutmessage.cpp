// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layoutmessage.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

LayoutRequest sampleRequest()
{
    return {{{100, 40}, {120.5, 40}, {90, 40}}, {{0, 1}, {1, 2}, {2, 2}}, 30, 50};
}

Layout sampleLayout()
{
    const QList<QPointF> curve {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    return {{300, 200}, {{50, 20}, {60, 110}, {45.25, 180}}, {curve, curve, curve + QList<QPointF> {{1, 1}, {2, 2}, {3, 3}}}};
}

} // namespace

/// What the program and its layout helper say to each other, whole and damaged.
class TestLayoutMessage final : public QObject
{
    Q_OBJECT

private slots:
    void requestComesBackAsItWas();
    void layoutComesBackAsItWas();
    void refusesEveryTruncation();
    void survivesEveryChangedByte();
    void refusesAnswersToAnotherQuestion();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void refusesAGraphThatIsTooLarge();
};

void TestLayoutMessage::requestComesBackAsItWas()
{
    const auto read = layoutmessage::readRequest(layoutmessage::write(sampleRequest()));
    QVERIFY(read);
    QCOMPARE(*read, sampleRequest());
    const auto empty = layoutmessage::readRequest(layoutmessage::write(LayoutRequest {}));
    QVERIFY(empty);
    QCOMPARE(*empty, LayoutRequest {});
}

void TestLayoutMessage::layoutComesBackAsItWas()
{
    const auto read = layoutmessage::readLayout(layoutmessage::write(sampleLayout()), sampleRequest());
    QVERIFY(read);
    QCOMPARE(*read, sampleLayout());
}

void TestLayoutMessage::refusesEveryTruncation()
{
    const QByteArray request = layoutmessage::write(sampleRequest());
    for (qsizetype length = 0; length < request.size(); ++length)
        QVERIFY2(!layoutmessage::readRequest(request.first(length)), qPrintable(QString::number(length)));
    QVERIFY(!layoutmessage::readRequest(request + 'x'));
    const QByteArray layout = layoutmessage::write(sampleLayout());
    for (qsizetype length = 0; length < layout.size(); ++length)
        QVERIFY2(!layoutmessage::readLayout(layout.first(length), sampleRequest()), qPrintable(QString::number(length)));
    QVERIFY(!layoutmessage::readLayout(layout + 'x', sampleRequest()));
}

// Whatever is read without an error is something that the rest of the program can draw.
void TestLayoutMessage::survivesEveryChangedByte()
{
    const QByteArray original = layoutmessage::write(sampleLayout());
    int refused = 0;
    for (qsizetype at = 0; at < original.size(); ++at) {
        for (const char changed : {'\x00', '\x7f', '\x80', '\xff'}) {
            QByteArray bytes = original;
            bytes[at] = changed;
            const auto layout = layoutmessage::readLayout(bytes, sampleRequest());
            if (!layout) {
                ++refused;
                continue;
            }
            QCOMPARE(layout->centres.size(), 3);
            QCOMPARE(layout->curves.size(), 3);
            for (const QPointF &centre : layout->centres)
                QVERIFY(std::abs(centre.x()) <= layoutmessage::longest && std::abs(centre.y()) <= layoutmessage::longest);
        }
    }
    QVERIFY(refused > 100);
}

void TestLayoutMessage::refusesAnswersToAnotherQuestion()
{
    LayoutRequest other = sampleRequest();
    other.nodes.append({10, 10});
    QVERIFY(!layoutmessage::readLayout(layoutmessage::write(sampleLayout()), other));
    other = sampleRequest();
    other.edges.removeLast();
    QVERIFY(!layoutmessage::readLayout(layoutmessage::write(sampleLayout()), other));
    QVERIFY(!layoutmessage::readLayout(layoutmessage::write(sampleRequest()), sampleRequest()));
}

void TestLayoutMessage::refusesWhatCannotBe_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("end");
    QTest::newRow("no width") << 0.0 << 1;
    QTest::newRow("negative width") << -4.0 << 1;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 1;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1;
    QTest::newRow("an end beyond the nodes") << 40.0 << 3;
    QTest::newRow("a negative end") << 40.0 << -1;
}

void TestLayoutMessage::refusesWhatCannotBe()
{
    QFETCH(const double, width);
    QFETCH(const int, end);
    LayoutRequest request = sampleRequest();
    request.nodes[0].setWidth(width);
    request.edges[0].second = end;
    QVERIFY(!layoutmessage::check(request));
    QVERIFY(!layoutmessage::readRequest(layoutmessage::write(request)));
}

void TestLayoutMessage::refusesAGraphThatIsTooLarge()
{
    LayoutRequest request;
    request.nodes.fill({10, 10}, layoutmessage::mostNodes + 1);
    const auto refused = layoutmessage::check(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidArgument);
    request.nodes.removeLast();
    QVERIFY(layoutmessage::check(request));
}

QTEST_APPLESS_MAIN(TestLayoutMessage)

#include "tst_layoutmessage.moc"
