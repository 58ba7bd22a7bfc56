// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"
#include "model/store/registry.h"
#include "tests/support/temporaryregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

class RegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void opensOnItsOwnThread();
    void failsWithTheReason();
    void tellsOfItsOwnWrites();
    void tellsOfTheWritesOfOthers();
    void writesInOneTransaction();
    void answersReadsBeforeItIsOpen();
    void closesWhileJobsWait();
};

void RegistryTest::opensOnItsOwnThread()
{
    TemporaryRegistry file;
    Registry registry(file.path(), {});
    QSignalSpy opened(&registry, &Registry::opened);
    registry.open();
    QCOMPARE(registry.state(), Registry::State::Opening);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(registry.info().name, u"test"_s);
    QCOMPARE(registry.lifecycle().stages().size(), 4);
    auto thread = registry.read([](Stores &) -> Result<QThread *> { return QThread::currentThread(); });
    QTRY_VERIFY(thread.isFinished());
    QVERIFY(*thread.result() != QThread::currentThread());
}

void RegistryTest::failsWithTheReason()
{
    Registry registry(u"/nonexistent/registry"_s, {});
    QSignalSpy failed(&registry, &Registry::failed);
    registry.open();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(registry.state(), Registry::State::Failed);
    QCOMPARE(registry.error().code, Error::Code::NotFound);
}

void RegistryTest::tellsOfItsOwnWrites()
{
    TemporaryRegistry file;
    Registry registry(file.path(), {});
    QSignalSpy changed(&registry, &Registry::changed);
    registry.open();
    auto added = registry.write([](Stores &stores) { return stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)); });
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(added.result());
    auto refused = registry.write([](Stores &stores) { return stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)); });
    QTRY_VERIFY(refused.isFinished());
    QVERIFY(!refused.result());
    QCOMPARE(changed.size(), 1);
}

void RegistryTest::tellsOfTheWritesOfOthers()
{
    TemporaryRegistry file;
    Registry registry(file.path(), {});
    QSignalSpy opened(&registry, &Registry::opened);
    QSignalSpy changed(&registry, &Registry::changed);
    registry.open();
    QTRY_COMPARE(opened.size(), 1);
    (void)valueOf(file.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    QTRY_COMPARE(changed.size(), 1);
}

void RegistryTest::writesInOneTransaction()
{
    TemporaryRegistry file;
    Registry registry(file.path(), {});
    registry.open();
    auto failed = registry.write([](Stores &stores) -> Result<> {
        (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
        return fail(Error::Code::Internal, u"stop"_s);
    });
    QTRY_VERIFY(failed.isFinished());
    QVERIFY(valueOf(file.stores().models->list()).isEmpty());
}

void RegistryTest::answersReadsBeforeItIsOpen()
{
    Registry registry(u"/nonexistent/registry"_s, {});
    auto read = registry.read([](Stores &stores) { return stores.models->list(); });
    QTRY_VERIFY(read.isFinished());
    QCOMPARE(read.result().error().code, Error::Code::Unavailable);
}

void RegistryTest::closesWhileJobsWait()
{
    TemporaryRegistry file;
    auto registry = std::make_unique<Registry>(file.path(), OpenOptions());
    registry->open();
    QList<QFuture<Result<QList<RegisteredModel>>>> waiting;
    for (int i = 0; i < 50; ++i)
        waiting.append(registry->read([](Stores &stores) { return stores.models->list(); }));
    registry.reset();
    for (const auto &future : waiting)
        QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
