// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/undohistory.h"
#include "model/workflow/aliaschange.h"
#include "model/workflow/registration.h"
#include "model/workflow/stagechange.h"
#include "model/workflow/versionedit.h"
#include "tests/support/temporaryregistry.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// Ctrl+Z for changes of registries: newest first, in the background, and never over somebody else's change.
class UndoHistoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsWithNothing();
    void takesBackEachKindOfChange_data();
    void takesBackEachKindOfChange();
    void takesBackTheNewestFirst();
    void refusesAfterSomebodyElsesChange();
    void namesWhatCannotBeTakenBack();
    void runsOneAtATime();
    void forgetsAClosedRegistry();
    void goesOnWhenTheRegistryClosesMeanwhile();
    void isDestroyedWhileItRuns();

private:
    using Change = std::function<Result<Undo>(Stores &)>;
    void make(const Change &change);
    [[nodiscard]] ModelVersion read() { return valueOf(m_file->stores().versions->read(m_id)); }

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<UndoHistory> m_history;
    VersionId m_id;
};

namespace {

Result<Undo> stage(Stores &stores, VersionId id, const QString &to)
{
    const auto change = setStage(stores, id, to);
    return change ? Result<Undo>(change->undo) : failAs(change);
}

Result<Undo> describe(Stores &stores, VersionId id, const QString &text)
{
    VersionChange change;
    change.description = text;
    const auto edit = editVersion(stores, id, -1, change);
    return edit ? Result<Undo>(edit->undo) : failAs(edit);
}

} // namespace

Q_DECLARE_METATYPE(std::function<Result<Undo>(Stores &)>)

void UndoHistoryTest::init()
{
    m_history.reset();
    m_registry.reset();
    m_file = std::make_unique<TemporaryRegistry>();
    m_id = valueOf(m_file->stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    m_registry = std::make_unique<Registry>(m_file->path(), OpenOptions {});
    m_registry->open();
    QTRY_COMPARE(m_registry->state(), Registry::State::Ready);
    m_history = std::make_unique<UndoHistory>();
}

/// Makes a change as a page does and hands its way back to the history.
void UndoHistoryTest::make(const Change &change)
{
    bool isDone = false;
    whenDone(m_registry->write(change), this, [this, &isDone](const Result<Undo> &undo) {
        QVERIFY(undo);
        m_history->push(m_registry.get(), u"Changed"_s, *undo);
        isDone = true;
    });
    QTRY_VERIFY(isDone);
}

void UndoHistoryTest::startsWithNothing()
{
    QVERIFY(!m_history->canUndo());
    QCOMPARE(m_history->text(), QString());
    m_history->undo();
    QVERIFY(!m_history->canUndo());
}

void UndoHistoryTest::takesBackEachKindOfChange_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("stage") << Change([](Stores &stores) { return stage(stores, VersionId {1}, u"Production"_s); });
    QTest::newRow("description") << Change([](Stores &stores) { return describe(stores, VersionId {1}, u"new"_s); });
    QTest::newRow("tag") << Change([](Stores &stores) -> Result<Undo> {
        VersionChange change;
        change.setTags.insert(u"task"_s, u"digits"_s);
        return editVersion(stores, VersionId {1}, -1, change)->undo;
    });
    QTest::newRow("alias") << Change([](Stores &stores) -> Result<Undo> {
        return stagekeeper::setAlias(stores, VersionId {1}, u"champion"_s)->undo;
    });
    QTest::newRow("trash") << Change([](Stores &stores) -> Result<Undo> {
        return stagekeeper::removeVersion(stores, VersionId {1})->undo;
    });
    QTest::newRow("registration") << Change([](Stores &stores) -> Result<Undo> {
        Registration asked;
        asked.version = sampleVersion(u"m"_s, u"2.0.0"_s);
        return registerVersion(stores, asked)->undo;
    });
}

void UndoHistoryTest::takesBackEachKindOfChange()
{
    QFETCH(const Change, change);
    const QSignalSpy undone(m_history.get(), &UndoHistory::undone);
    const ModelVersion before = read();
    make(change);
    QVERIFY(m_history->canUndo());
    const QString text = m_history->text();
    QVERIFY(!text.isEmpty());
    m_history->undo();
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(undone.first().first().toString(), text);
    const ModelVersion after = read();
    QCOMPARE(after.stage, before.stage);
    QCOMPARE(after.description, before.description);
    QCOMPARE(after.tags, before.tags);
    QCOMPARE(after.aliases, before.aliases);
    QCOMPARE(valueOf(m_file->stores().versions->ids({})).size(), 1);
    QVERIFY(valueOf(m_file->stores().audit->verify()).isOk());
    QVERIFY(!m_history->canUndo());
}

void UndoHistoryTest::takesBackTheNewestFirst()
{
    make([this](Stores &stores) { return describe(stores, m_id, u"one"_s); });
    make([this](Stores &stores) { return describe(stores, m_id, u"two"_s); });
    const QSignalSpy undone(m_history.get(), &UndoHistory::undone);
    m_history->undo();
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(read().description, u"one"_s);
    m_history->undo();
    QTRY_COMPARE(undone.size(), 2);
    QCOMPARE(read().description, QString());
}

void UndoHistoryTest::refusesAfterSomebodyElsesChange()
{
    make([this](Stores &stores) { return stage(stores, m_id, u"Staging"_s); });
    QVERIFY(setStage(m_file->stores(), m_id, u"Production"_s));
    const QSignalSpy failed(m_history.get(), &UndoHistory::failed), undone(m_history.get(), &UndoHistory::undone);
    m_history->undo();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::Conflict);
    QVERIFY(undone.isEmpty());
    QCOMPARE(read().stage, u"Production"_s);
    QVERIFY(!m_history->canUndo()); // it would fail again
}

void UndoHistoryTest::namesWhatCannotBeTakenBack()
{
    const QSignalSpy pushed(m_history.get(), &UndoHistory::pushed);
    m_history->push(nullptr, u"Exported 3 versions"_s, {});
    QCOMPARE(pushed.first(), (QVariantList {u"Exported 3 versions"_s, false}));
    QVERIFY(!m_history->canUndo());
    m_history->push(nullptr, u"Moved"_s, {u"Move back"_s, [](Stores &) { return Result<>(); }}); // its registry was closed
    QVERIFY(!m_history->canUndo());
    QCOMPARE(pushed.last(), (QVariantList {u"Moved"_s, false}));
}

void UndoHistoryTest::runsOneAtATime()
{
    make([this](Stores &stores) { return describe(stores, m_id, u"one"_s); });
    make([this](Stores &stores) { return describe(stores, m_id, u"two"_s); });
    const QSignalSpy undone(m_history.get(), &UndoHistory::undone);
    m_history->undo();
    QVERIFY(!m_history->canUndo());
    m_history->undo(); // a second press while the first is at work
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(read().description, u"one"_s);
    QVERIFY(m_history->canUndo());
}

void UndoHistoryTest::forgetsAClosedRegistry()
{
    TemporaryRegistry other;
    Registry stays(other.path(), {});
    m_history->push(&stays, u"Stays"_s, {u"Stay"_s, [](Stores &) { return Result<>(); }});
    make([this](Stores &stores) { return describe(stores, m_id, u"one"_s); });
    const QSignalSpy changed(m_history.get(), &UndoHistory::changed);
    m_registry.reset();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_history->text(), u"Stay"_s);
}

void UndoHistoryTest::goesOnWhenTheRegistryClosesMeanwhile()
{
    TemporaryRegistry other;
    Registry stays(other.path(), {});
    m_history->push(&stays, u"Stays"_s, {u"Stay"_s, [](Stores &) { return Result<>(); }});
    make([this](Stores &stores) { return describe(stores, m_id, u"one"_s); });
    QSemaphore started;
    static_cast<void>(m_registry->read([&started](Stores &) -> Result<bool> {
        started.release();
        QThread::msleep(50);
        return true;
    }));
    started.acquire();
    m_history->undo(); // waits behind the read, and is given up with its registry
    m_registry.reset();
    QTRY_VERIFY(m_history->canUndo());
    QCOMPARE(m_history->text(), u"Stay"_s);
}

void UndoHistoryTest::isDestroyedWhileItRuns()
{
    make([this](Stores &stores) { return describe(stores, m_id, u"one"_s); });
    m_history->undo();
    m_history.reset();
    const auto after = m_registry->read([](Stores &) -> Result<bool> { return true; }, -2);
    QTRY_VERIFY(after.isFinished());
    QCOMPARE(read().description, QString()); // what was asked for is done
}

QTEST_GUILESS_MAIN(UndoHistoryTest)
#include "tst_undohistory.moc"
