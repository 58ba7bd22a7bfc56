// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layoutmessage.h"
#include "model/layout/layoutprocess.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;
using namespace std::chrono_literals;

namespace {

const QString helper = QStringLiteral(STAGEKEEPER_LAYOUT);

LayoutRequest chain(int nodes)
{
    LayoutRequest request;
    request.nodes.fill({120, 44}, nodes);
    for (int i = 1; i < nodes; ++i)
        request.edges.append({i - 1, i});
    return request;
}

/// About 1.2 edges a node, most of them to something shortly before, as in a lineage.
LayoutRequest lineage(int nodes)
{
    LayoutRequest request = chain(0);
    request.nodes.fill({120, 44}, nodes);
    QRandomGenerator random(7);
    for (int i = 1; i < nodes; ++i) {
        request.edges.append({qMax(0, i - 1 - random.bounded(40)), i});
        if (random.bounded(5) == 0)
            request.edges.append({random.bounded(i), i});
    }
    return request;
}

bool overlap(const LayoutRequest &request, const Layout &layout)
{
    const auto boxOf = [&](int i) {
        QRectF box({}, request.nodes.at(i));
        box.moveCenter(layout.centres.at(i));
        return box.adjusted(1, 1, -1, -1);
    };
    for (int i = 0; i < request.nodes.size(); ++i) {
        for (int j = 0; j < i; ++j) {
            if (boxOf(i).intersects(boxOf(j)))
                return true;
        }
    }
    return false;
}

double distance(const QPointF &point, const QPointF &centre, const QSizeF &size)
{
    const double x = qMax(0.0, std::abs(point.x() - centre.x()) - size.width() / 2);
    const double y = qMax(0.0, std::abs(point.y() - centre.y()) - size.height() / 2);
    return std::hypot(x, y);
}

} // namespace

/// Asking the real helper with the real Graphviz, and false helpers that do what a helper should not.
class TestLayoutProcess final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void laysOut_data();
    void laysOut();
    void putsParentsAboveTheirChildren();
    void survivesSelfEdgesCyclesAndRepeatedEdges();
    void aNewerQuestionOvertakes();
    void cancelledQuestionsAreNotAnswered();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void aHelperKilledWhileWorkingIsAnError();
    void goesAwayWhileTheHelperWorks();
    void waitsWithoutAWindow();
    void needsNoListOfPlugins();
    void theHelperRefusesGarbage();

private:
    QString script(const QByteArray &text);

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

void TestLayoutProcess::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(QFile::exists(helper), qPrintable(helper));
}

QString TestLayoutProcess::script(const QByteArray &text)
{
    QFile file(m_folder.filePath(u"helper%1"_s.arg(++m_scripts)));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text + '\n') < 0 || !file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
        return {};
    return file.fileName();
}

void TestLayoutProcess::laysOut_data()
{
    QTest::addColumn<int>("nodes");
    for (const int nodes : {0, 1, 2, 30, 1000})
        QTest::addRow("%d nodes", nodes) << nodes;
}

void TestLayoutProcess::laysOut()
{
    QFETCH(const int, nodes);
    const LayoutRequest request = lineage(nodes);
    LayoutProcess process(helper);
    QSignalSpy finished(&process, &LayoutProcess::finished);
    QSignalSpy failed(&process, &LayoutProcess::failed);
    process.ask(request);
    QVERIFY(process.isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size() + failed.size(), 1, 60'000);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.isEmpty() ? QString() : failed.first().first().value<Error>().detail));
    QVERIFY(!process.isBusy());

    const auto layout = finished.first().first().value<Layout>();
    QCOMPARE(layout.centres.size(), nodes);
    QVERIFY(!overlap(request, layout));
    for (qsizetype i = 0; i < layout.centres.size(); ++i) {
        const QRectF all(QPointF(0, 0), layout.size);
        QVERIFY(all.adjusted(-1, -1, 1, 1).contains(layout.centres.at(i)));
    }
    for (qsizetype i = 0; i < layout.curves.size(); ++i) {
        const auto &[from, to] = request.edges.at(i);
        QVERIFY(distance(layout.curves.at(i).first(), layout.centres.at(from), request.nodes.at(from)) < 3);
        QVERIFY(distance(layout.curves.at(i).last(), layout.centres.at(to), request.nodes.at(to)) < 3);
    }
}

void TestLayoutProcess::putsParentsAboveTheirChildren()
{
    const LayoutRequest request = chain(4);
    const auto layout = waitForLayout(request, helper);
    QVERIFY(layout);
    for (int i = 1; i < 4; ++i)
        QVERIFY(layout->centres.at(i).y() - layout->centres.at(i - 1).y() >= 44 + request.layerGap - 1);
}

void TestLayoutProcess::survivesSelfEdgesCyclesAndRepeatedEdges()
{
    LayoutRequest request = chain(3);
    request.edges.append({1, 1});
    request.edges.append({2, 0});
    request.edges.append({0, 1});
    const auto layout = waitForLayout(request, helper);
    QVERIFY2(layout, qPrintable(layout ? QString() : layout.error().detail));
    QCOMPARE(layout->curves.size(), request.edges.size());
    QVERIFY(!overlap(request, *layout));
    const auto alone = waitForLayout({{{50, 50}}, {{0, 0}}}, helper);
    QVERIFY2(alone, qPrintable(alone ? QString() : alone.error().detail));
}

void TestLayoutProcess::aNewerQuestionOvertakes()
{
    LayoutProcess process(helper);
    QSignalSpy finished(&process, &LayoutProcess::finished);
    QSignalSpy failed(&process, &LayoutProcess::failed);
    process.ask(lineage(3000));
    process.ask(lineage(500));
    process.ask(chain(5));
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<Layout>().centres.size(), 5);
    QTRY_VERIFY(process.findChildren<QProcess *>().isEmpty());
    QCOMPARE(finished.size(), 1);
    QVERIFY(failed.isEmpty());
}

void TestLayoutProcess::cancelledQuestionsAreNotAnswered()
{
    LayoutProcess process(helper);
    QSignalSpy finished(&process, &LayoutProcess::finished);
    QSignalSpy failed(&process, &LayoutProcess::failed);
    process.ask(chain(5));
    process.cancel();
    QVERIFY(!process.isBusy());
    QTRY_VERIFY(process.findChildren<QProcess *>().isEmpty());
    QVERIFY(finished.isEmpty());
    QVERIFY(failed.isEmpty());
}

void TestLayoutProcess::saysWhatWentWrong_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("missing") << m_folder.filePath(u"nowhere"_s) << Error::Code::NotFound << u"nowhere"_s;
    QTest::newRow("hangs") << script("exec sleep 60") << Error::Code::Unavailable << u"too long"_s;
    QTest::newRow("hangs and reads") << script("cat >/dev/null; exec sleep 60") << Error::Code::Unavailable << u"too long"_s;
    QTest::newRow("crashes") << script("kill -SEGV $$") << Error::Code::Internal << u"unexpectedly"_s;
    QTest::newRow("gives up") << script("echo no idea >&2; exit 3") << Error::Code::Internal << u"could not"_s;
    QTest::newRow("says nothing") << script("cat >/dev/null") << Error::Code::Corrupt << u"understand"_s;
    QTest::newRow("says garbage") << script("cat >/dev/null; head -c 5000 /dev/urandom") << Error::Code::Corrupt << u"understand"_s;
    QTest::newRow("says the question") << script("exec cat") << Error::Code::Corrupt << u"understand"_s;
    QTest::newRow("never stops talking") << script("exec yes") << Error::Code::Corrupt << u"more than"_s;
}

void TestLayoutProcess::saysWhatWentWrong()
{
    QFETCH(const QString, program);
    QFETCH(const Error::Code, code);
    QFETCH(const QString, word);
    LayoutProcess process(program);
    if (code == Error::Code::Unavailable)
        process.setLimit(300ms);
    QSignalSpy finished(&process, &LayoutProcess::finished);
    QSignalSpy failed(&process, &LayoutProcess::failed);
    process.ask(lineage(200));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(word), qPrintable(error.message));
    QVERIFY(!process.isBusy());
    QTRY_VERIFY(process.findChildren<QProcess *>().isEmpty());
    QCOMPARE(failed.size(), 1);
    QVERIFY(finished.isEmpty());
}

void TestLayoutProcess::aHelperKilledWhileWorkingIsAnError()
{
    LayoutProcess process(helper);
    QSignalSpy finished(&process, &LayoutProcess::finished);
    QSignalSpy failed(&process, &LayoutProcess::failed);
    process.ask(lineage(3000));
    auto *running = process.findChild<QProcess *>();
    QVERIFY(running);
    QSignalSpy started(running, &QProcess::started);
    QVERIFY(started.wait(10'000)); // not a moment longer: it may be done soon
    running->kill();
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::Internal);
    process.ask(chain(3)); // the next question is answered
    QVERIFY(finished.wait(10'000));
}

void TestLayoutProcess::goesAwayWhileTheHelperWorks()
{
    auto process = std::make_unique<LayoutProcess>(helper);
    QSignalSpy finished(process.get(), &LayoutProcess::finished);
    process->ask(lineage(1000));
    process.reset();
    QVERIFY(finished.isEmpty());
}

void TestLayoutProcess::waitsWithoutAWindow()
{
    QVERIFY(waitForLayout(chain(3), helper));
    const auto slow = waitForLayout(chain(3), script("exec sleep 60"), 200ms);
    QVERIFY(!slow);
    QCOMPARE(slow.error().code, Error::Code::Unavailable);
    const auto missing = waitForLayout(chain(3), m_folder.filePath(u"nowhere"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
}

// Where Graphviz was installed without running its configuration, it finds none of its plugins by itself.
void TestLayoutProcess::needsNoListOfPlugins()
{
    qputenv("GVBINDIR", m_folder.path().toUtf8());
    const auto layout = waitForLayout(chain(3), helper);
    qunsetenv("GVBINDIR");
    QVERIFY2(layout, qPrintable(layout ? QString() : layout.error().detail));
}

void TestLayoutProcess::theHelperRefusesGarbage()
{
    for (const QByteArray &input : {QByteArray(), QByteArray("hello"), QByteArray(10'000, '\xff'), layoutmessage::write(Layout {})}) {
        QProcess process;
        process.start(helper, QStringList());
        QVERIFY(process.waitForStarted());
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestLayoutProcess)

#include "tst_layoutprocess.moc"
