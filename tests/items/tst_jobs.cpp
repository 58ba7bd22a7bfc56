// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/serialqueue.h"
#include "model/items/jobs.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// What runs in the background, for the status bar.
class JobsTest final : public QObject
{
    Q_OBJECT

private slots:
    void showsAJobUntilItIsFinished();
    void showsOneThatIsFinishedAlready();
    void followsProgress();
    void cancelsARunningJob();
    void cancelsOneThatWaits();
    void knowsNothingOfOtherIds();
    void keepsTheOrder();
    void forgetsWhatWasClearedAway();
    void isDestroyedWhileJobsRun();
};

void JobsTest::showsAJobUntilItIsFinished()
{
    SerialQueue queue;
    QSemaphore gate;
    Jobs jobs;
    const QSignalSpy changed(&jobs, &Jobs::changed);
    jobs.track(u"Copying"_s, queue.run([&gate] { return gate.acquire(), 1; }));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(jobs.jobs().size(), 1);
    QCOMPARE(jobs.jobs().first().words, u"Copying"_s);
    QCOMPARE(jobs.jobs().first().total, 0);
    gate.release();
    QTRY_VERIFY(jobs.jobs().isEmpty());
    QTRY_VERIFY(jobs.children().isEmpty());
}

void JobsTest::showsOneThatIsFinishedAlready()
{
    SerialQueue queue;
    Jobs jobs;
    auto future = queue.run([] { return 1; });
    future.waitForFinished();
    jobs.track(u"Copying"_s, future);
    QTRY_VERIFY(jobs.jobs().isEmpty());
}

void JobsTest::followsProgress()
{
    SerialQueue queue;
    QSemaphore gate;
    Jobs jobs;
    jobs.track(u"Copying"_s, queue.run([&gate](JobControl &control) {
        control.setProgress(30, 100);
        gate.acquire();
        control.setProgress(100, 100);
        gate.acquire();
        return true;
    }));
    QTRY_COMPARE(jobs.jobs().first().done, 30);
    QCOMPARE(jobs.jobs().first().total, 100);
    gate.release();
    QTRY_COMPARE(jobs.jobs().first().done, 100);
    gate.release();
    QTRY_VERIFY(jobs.jobs().isEmpty());
}

void JobsTest::cancelsARunningJob()
{
    SerialQueue queue;
    QSemaphore started;
    Jobs jobs;
    auto future = queue.run([&started](JobControl &control) {
        started.release();
        while (!control.isCanceled())
            QThread::yieldCurrentThread();
        return true;
    });
    jobs.track(u"Copying"_s, future);
    started.acquire();
    jobs.cancel(jobs.jobs().first().id);
    QTRY_VERIFY(jobs.jobs().isEmpty());
    QVERIFY(future.isCanceled());
}

void JobsTest::cancelsOneThatWaits()
{
    SerialQueue queue;
    QSemaphore gate;
    Jobs jobs;
    bool ran = false;
    jobs.track(u"First"_s, queue.run([&gate] { return gate.acquire(), 1; }));
    jobs.track(u"Second"_s, queue.run([&ran] { return ran = true; }));
    jobs.cancel(jobs.jobs().last().id);
    gate.release();
    QTRY_VERIFY(jobs.jobs().isEmpty());
    QVERIFY(!ran);
}

void JobsTest::knowsNothingOfOtherIds()
{
    SerialQueue queue;
    QSemaphore gate;
    Jobs jobs;
    auto future = queue.run([&gate] { return gate.acquire(), 1; });
    jobs.track(u"Copying"_s, future);
    jobs.cancel(0);
    jobs.cancel(99);
    QVERIFY(!future.isCanceled());
    gate.release();
    QTRY_VERIFY(jobs.jobs().isEmpty());
    jobs.cancel(1);
}

void JobsTest::keepsTheOrder()
{
    SerialQueue one, two;
    QSemaphore gate;
    Jobs jobs;
    jobs.track(u"a"_s, one.run([&gate] { return gate.acquire(), 1; }));
    jobs.track(u"b"_s, two.run([] { return 1; }));
    jobs.track(u"c"_s, one.run([&gate] { return gate.acquire(), 1; }));
    QTRY_COMPARE(jobs.jobs().size(), 2);
    QCOMPARE(jobs.jobs().at(0).words, u"a"_s);
    QCOMPARE(jobs.jobs().at(1).words, u"c"_s);
    gate.release(2);
    QTRY_VERIFY(jobs.jobs().isEmpty());
}

void JobsTest::forgetsWhatWasClearedAway()
{
    QSemaphore gate;
    Jobs jobs;
    {
        SerialQueue queue;
        jobs.track(u"First"_s, queue.run([&gate] { return gate.acquire(), 1; }));
        jobs.track(u"Second"_s, queue.run([] { return 1; }));
        queue.clear();
        gate.release();
    }
    QTRY_VERIFY(jobs.jobs().isEmpty());
}

void JobsTest::isDestroyedWhileJobsRun()
{
    SerialQueue queue;
    QSemaphore gate;
    auto jobs = std::make_unique<Jobs>();
    auto future = queue.run([&gate](JobControl &control) {
        gate.acquire();
        control.setProgress(1, 2);
        return true;
    });
    jobs->track(u"Copying"_s, future);
    jobs.reset();
    gate.release();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.isCanceled()); // what nobody watches goes on
}

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
