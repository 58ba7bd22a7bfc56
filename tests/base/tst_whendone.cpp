// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/result.h"
#include "model/base/serialqueue.h"
#include "model/base/whendone.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <stdexcept>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// An answer comes once, on the thread of whoever asked, and never to somebody who is gone.
class WhenDoneTest final : public QObject
{
    Q_OBJECT

private slots:
    void handsOverOnTheThreadOfTheContext();
    void handsOverWhatIsThereAlready();
    void neverCallsBeforeItReturns();
    void handsOverAnError();
    void staysSilentWhenTheContextIsGone();
    void staysSilentWhenTheContextGoesAfterTheAnswer();
    void staysSilentWhenCancelled();
    void staysSilentForAnException();
    void letsTheHandlerDestroyTheContext();
    void letsTheHandlerAskAgain();
    void keepsNoWatchers();

private:
    SerialQueue m_queue;
};

void WhenDoneTest::handsOverOnTheThreadOfTheContext()
{
    QThread *thread = nullptr;
    int answer = 0, calls = 0;
    whenDone(m_queue.run([] { return 42; }), this, [&](int result) {
        thread = QThread::currentThread();
        answer = result;
        ++calls;
    });
    QTRY_COMPARE(answer, 42);
    QCOMPARE(calls, 1);
    QCOMPARE(thread, QThread::currentThread());
}

void WhenDoneTest::handsOverWhatIsThereAlready()
{
    QFuture<int> future = m_queue.run([] { return 42; });
    future.waitForFinished();
    int answer = 0;
    whenDone(future, this, [&answer](int result) { answer = result; });
    QTRY_COMPARE(answer, 42);
}

void WhenDoneTest::neverCallsBeforeItReturns()
{
    QFuture<int> future = m_queue.run([] { return 1; });
    future.waitForFinished();
    bool called = false;
    whenDone(future, this, [&called](int) { called = true; });
    QVERIFY(!called);
    QTRY_VERIFY(called);
}

void WhenDoneTest::handsOverAnError()
{
    Error error;
    const auto future = m_queue.run([]() -> Result<int> { return fail(Error::Code::Conflict, u"Somebody was faster."_s); });
    whenDone(future, this, [&error](const Result<int> &result) { error = result.error(); });
    QTRY_COMPARE(error.message, u"Somebody was faster."_s);
    QCOMPARE(error.code, Error::Code::Conflict);
}

void WhenDoneTest::staysSilentWhenTheContextIsGone()
{
    QSemaphore gate;
    bool called = false;
    auto context = std::make_unique<QObject>();
    whenDone(m_queue.run([&gate] { return gate.acquire(), 1; }), context.get(), [&called](int) { called = true; });
    context.reset();
    gate.release();
    bool after = false;
    whenDone(m_queue.run([] { return 2; }), this, [&after](int) { after = true; });
    QTRY_VERIFY(after);
    QVERIFY(!called);
}

void WhenDoneTest::staysSilentWhenTheContextGoesAfterTheAnswer()
{
    bool called = false, after = false;
    auto context = std::make_unique<QObject>();
    QFuture<int> future = m_queue.run([] { return 1; });
    whenDone(future, context.get(), [&called](int) { called = true; });
    future.waitForFinished(); // the answer is on its way through the event loop
    context.reset();
    whenDone(m_queue.run([] { return 2; }), this, [&after](int) { after = true; });
    QTRY_VERIFY(after);
    QVERIFY(!called);
}

void WhenDoneTest::staysSilentWhenCancelled()
{
    QSemaphore gate;
    bool called = false, after = false;
    QFuture<int> future = m_queue.run([&gate] { return gate.acquire(), 1; });
    whenDone(future, this, [&called](int) { called = true; });
    future.cancel();
    gate.release();
    whenDone(m_queue.run([] { return 2; }), this, [&after](int) { after = true; });
    QTRY_VERIFY(after);
    QVERIFY(!called);
}

void WhenDoneTest::staysSilentForAnException()
{
    QPromise<int> promise;
    promise.start();
    bool called = false, after = false;
    whenDone(promise.future(), this, [&called](int) { called = true; });
    promise.setException(std::make_exception_ptr(std::runtime_error("broken")));
    promise.finish();
    whenDone(m_queue.run([] { return 2; }), this, [&after](int) { after = true; });
    QTRY_VERIFY(after);
    QVERIFY(!called);
    QTRY_VERIFY(findChildren<QFutureWatcherBase *>().isEmpty());
}

void WhenDoneTest::letsTheHandlerDestroyTheContext()
{
    auto context = std::make_unique<QObject>();
    whenDone(m_queue.run([] { return 1; }), context.get(), [&context](int) { context.reset(); });
    QTRY_VERIFY(!context);
}

void WhenDoneTest::letsTheHandlerAskAgain()
{
    int answer = 0;
    whenDone(m_queue.run([] { return 1; }), this, [this, &answer](int first) {
        whenDone(m_queue.run([first] { return first + 1; }), this, [&answer](int second) { answer = second; });
    });
    QTRY_COMPARE(answer, 2);
}

void WhenDoneTest::keepsNoWatchers()
{
    QObject context;
    int answers = 0;
    for (int i = 0; i < 50; ++i)
        whenDone(m_queue.run([] { return 1; }), &context, [&answers](int) { ++answers; });
    QTRY_COMPARE(answers, 50);
    QTRY_VERIFY(context.children().isEmpty());
}

QTEST_GUILESS_MAIN(WhenDoneTest)
#include "tst_whendone.moc"
