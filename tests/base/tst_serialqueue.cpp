// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/serialqueue.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace stagekeeper;

/// Jobs run one after another on one thread; what has not begun can be taken back.
class SerialQueueTest final : public QObject
{
    Q_OBJECT

private slots:
    void runsInOrderOnOneThread();
    void runsHigherPrioritiesFirst();
    void runsManyFromManyThreads();
    void skipsWhatWasCancelledInTime();
    void tellsARunningJobThatItIsCancelled();
    void cancelsWhatIsClearedAway();
    void waitsForTheRunningJobWhenDestroyed();
    void runsJobsThatAJobAdds();
    void reportsProgress();
};

void SerialQueueTest::runsInOrderOnOneThread()
{
    SerialQueue queue;
    QList<int> order;
    QSet<QThread *> threads;
    QList<QFuture<int>> futures;
    for (int i = 0; i < 100; ++i) {
        futures.append(queue.run([&order, &threads, i] {
            order.append(i);
            threads.insert(QThread::currentThread());
            return i;
        }));
    }
    futures.last().waitForFinished();
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(order.at(i), i);
        QCOMPARE(futures.at(i).result(), i);
    }
    QCOMPARE(threads.size(), 1);
    QVERIFY(!threads.contains(QThread::currentThread()));
}

void SerialQueueTest::runsHigherPrioritiesFirst()
{
    SerialQueue queue;
    QSemaphore gate;
    QString order;
    const auto blocker = queue.run([&gate] { return gate.acquire(), true; });
    const auto add = [&queue, &order](char letter, int priority) {
        return queue.run([&order, letter] { return order.append(QLatin1Char(letter)), true; }, priority);
    };
    QList<QFuture<bool>> futures {add('c', 0), add('e', -1), add('a', 2), add('d', 0), add('b', 2)};
    gate.release();
    for (QFuture<bool> &future : futures)
        future.waitForFinished();
    QVERIFY(blocker.isFinished());
    QCOMPARE(order, QStringLiteral("abcde"));
}

void SerialQueueTest::runsManyFromManyThreads()
{
    constexpr int threads = 4, perThread = 2000;
    SerialQueue queue;
    int sum = 0; // no lock: the queue has one thread
    QThreadPool others;
    for (int thread = 0; thread < threads; ++thread) {
        others.start([&queue, &sum] {
            for (int i = 0; i < perThread; ++i)
                static_cast<void>(queue.run([&sum] { return ++sum; }));
        });
    }
    others.waitForDone();
    QCOMPARE(queue.run([&sum] { return sum; }, -1).result(), threads * perThread);
}

void SerialQueueTest::skipsWhatWasCancelledInTime()
{
    SerialQueue queue;
    QSemaphore gate;
    bool ran = false;
    static_cast<void>(queue.run([&gate] { return gate.acquire(), true; }));
    QFuture<bool> cancelled = queue.run([&ran] { return ran = true; });
    cancelled.cancel();
    gate.release();
    cancelled.waitForFinished();
    QVERIFY(!ran);
    QVERIFY(cancelled.isCanceled());
    QCOMPARE(cancelled.resultCount(), 0);
}

void SerialQueueTest::tellsARunningJobThatItIsCancelled()
{
    SerialQueue queue;
    QSemaphore started;
    QFuture<bool> future = queue.run([&started](JobControl &control) {
        started.release();
        while (!control.isCanceled())
            QThread::yieldCurrentThread();
        return true;
    });
    started.acquire();
    future.cancel();
    future.waitForFinished();
    QVERIFY(future.isCanceled());
}

void SerialQueueTest::cancelsWhatIsClearedAway()
{
    SerialQueue queue;
    QSemaphore started, gate;
    std::atomic<int> ran = 0;
    QFuture<bool> inHand = queue.run([&] { return started.release(), gate.acquire(), true; });
    started.acquire();
    QList<QFuture<int>> waiting;
    for (int i = 0; i < 20; ++i)
        waiting.append(queue.run([&ran] { return ++ran; }));
    queue.clear();
    for (const QFuture<int> &future : waiting)
        QVERIFY(future.isFinished() && future.isCanceled());
    gate.release();
    QVERIFY(inHand.result());
    QCOMPARE(ran.load(), 0);
    QCOMPARE(queue.run([] { return 7; }).result(), 7);
}

void SerialQueueTest::waitsForTheRunningJobWhenDestroyed()
{
    QSemaphore started;
    std::atomic<int> finished = 0;
    QFuture<int> last;
    {
        SerialQueue queue;
        static_cast<void>(queue.run([&] {
            started.release();
            QThread::msleep(20);
            return ++finished;
        }));
        last = queue.run([&finished] { return ++finished; });
        started.acquire();
    }
    QCOMPARE(finished.load(), 2);
    QCOMPARE(last.result(), 2);
}

void SerialQueueTest::runsJobsThatAJobAdds()
{
    SerialQueue queue;
    QFuture<int> inner;
    queue.run([&] { return inner = queue.run([] { return 5; }), true; }).waitForFinished();
    QCOMPARE(inner.result(), 5);
}

void SerialQueueTest::reportsProgress()
{
    SerialQueue queue;
    QFuture<bool> future = queue.run([](JobControl &control) {
        for (int done = 0; done <= 10; ++done)
            control.setProgress(done, 10);
        return true;
    });
    future.waitForFinished();
    QCOMPARE(future.progressMaximum(), 10);
    QCOMPARE(future.progressValue(), 10);
}

QTEST_GUILESS_MAIN(SerialQueueTest)
#include "tst_serialqueue.moc"
