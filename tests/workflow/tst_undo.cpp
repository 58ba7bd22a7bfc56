// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"
#include "model/workflow/aliaschange.h"
#include "model/workflow/artifactchange.h"
#include "model/workflow/registration.h"
#include "model/workflow/resolve.h"
#include "model/workflow/stagechange.h"
#include "model/workflow/versionedit.h"
#include "tests/support/temporaryregistry.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Every change has its way back, which is a recorded change of its own and never takes back what somebody else did since.
class UndoTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesBackARegistration();
    void keepsARegistrationThatWasChangedSince();
    void takesBackAStageWithTheDisplacedOne();
    void keepsAStageThatWasChangedSince();
    void keepsAStageWhoseDisplacedOneMoved();
    void takesBackAnAlias();
    void keepsAnAliasThatMovedSince();
    void takesBackAnEdit();
    void takesBackTheFirstDescription();
    void keepsAnEditThatWasChangedSince();
    void letsOthersChangeOtherFields();
    void takesBackARemoval();
    void takesBackArtifacts();
    void takesBackADescription();
    void writesNothingForNoChange();

private:
    [[nodiscard]] Stores &stores() { return m_registry->stores(); }
    [[nodiscard]] VersionId add(const QString &version, const QString &stage = {});
    [[nodiscard]] ModelVersion read(VersionId id) { return stores().versions->read(id).value(); }
    [[nodiscard]] qint64 events() { return stores().audit->size().value(); }
    void conflicts(const Undo &undo);

    std::unique_ptr<TemporaryRegistry> m_registry;
};

void UndoTest::init()
{
    m_registry = std::make_unique<TemporaryRegistry>();
}

VersionId UndoTest::add(const QString &version, const QString &stage)
{
    Registration registration;
    registration.version = sampleVersion(u"m"_s, version);
    registration.version.stage = stage;
    return registerVersion(stores(), registration).value().id;
}

/// The way back is refused and leaves no trace.
void UndoTest::conflicts(const Undo &undo)
{
    const qint64 before = events();
    const auto done = undo.run(stores());
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Conflict);
    QCOMPARE(events(), before);
}

void UndoTest::takesBackARegistration()
{
    const VersionId former = add(u"1"_s, u"Production"_s);
    Registration registration;
    registration.version = sampleVersion(u"m"_s, u"2"_s);
    registration.version.stage = u"Production"_s;
    const auto registered = registerVersion(stores(), registration);
    QVERIFY(registered);
    QCOMPARE(registered->archived, QStringList {u"1"_s});

    QVERIFY(registered->undo.run(stores()));
    QVERIFY(!stores().versions->find({u"m"_s, u"2"_s, {}}));
    QCOMPARE(read(former).stage, u"Production"_s);
    QVERIFY(stores().audit->verify().value().isOk());
}

void UndoTest::keepsARegistrationThatWasChangedSince()
{
    Registration registration;
    registration.version = sampleVersion(u"m"_s, u"1"_s);
    const auto registered = registerVersion(stores(), registration);
    QVERIFY(registered);
    QVERIFY(setStage(stores(), registered->id, u"Staging"_s));
    conflicts(registered->undo);
}

void UndoTest::takesBackAStageWithTheDisplacedOne()
{
    const VersionId first = add(u"1"_s, u"Production"_s);
    const VersionId second = add(u"2"_s);
    const ModelVersion firstBefore = read(first), secondBefore = read(second);
    const auto change = setStage(stores(), second, u"Production"_s, u"better"_s);
    QVERIFY(change);
    QCOMPARE(change->archived, QStringList {u"1"_s});
    QVERIFY(!read(second).deployedAt.isEmpty());

    const auto undone = change->undo.run(stores());
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QCOMPARE(read(first).stage, u"Production"_s);
    QCOMPARE(read(first).deployedAt, firstBefore.deployedAt);
    QCOMPARE(read(second).stage, u"Development"_s);
    QCOMPARE(read(second).deployedAt, secondBefore.deployedAt);
    QVERIFY(stores().audit->verify().value().isOk());
}

void UndoTest::keepsAStageThatWasChangedSince()
{
    const VersionId id = add(u"1"_s);
    const auto change = setStage(stores(), id, u"Staging"_s);
    QVERIFY(change);
    QVERIFY(setStage(stores(), id, u"Archived"_s));
    conflicts(change->undo);
    QCOMPARE(read(id).stage, u"Archived"_s);
}

void UndoTest::keepsAStageWhoseDisplacedOneMoved()
{
    const VersionId first = add(u"1"_s, u"Production"_s);
    const VersionId second = add(u"2"_s);
    const auto change = setStage(stores(), second, u"Production"_s);
    QVERIFY(change);
    QVERIFY(setStage(stores(), first, u"Staging"_s));
    conflicts(change->undo);
    QCOMPARE(read(second).stage, u"Production"_s);
}

void UndoTest::takesBackAnAlias()
{
    const VersionId first = add(u"1"_s);
    const VersionId second = add(u"2"_s);
    const auto set = setAlias(stores(), first, u"champion"_s);
    const auto moved = setAlias(stores(), second, u"champion"_s);
    QVERIFY(set && moved);
    QCOMPARE(moved->from, u"1"_s);
    QVERIFY(moved->undo.run(stores()));
    QCOMPARE(resolve(stores(), u"m@champion"_s).value(), first);
    QVERIFY(set->undo.run(stores()));
    QVERIFY(!resolve(stores(), u"m@champion"_s));

    QVERIFY(setAlias(stores(), first, u"champion"_s));
    const auto removed = removeAlias(stores(), u"m"_s, u"champion"_s);
    QVERIFY(removed);
    QVERIFY(removed->undo.run(stores()));
    QCOMPARE(resolve(stores(), u"m@champion"_s).value(), first);
}

void UndoTest::keepsAnAliasThatMovedSince()
{
    const VersionId first = add(u"1"_s);
    const VersionId second = add(u"2"_s);
    const auto set = setAlias(stores(), first, u"champion"_s);
    QVERIFY(set && setAlias(stores(), second, u"champion"_s));
    conflicts(set->undo);
}

void UndoTest::takesBackAnEdit()
{
    const VersionId id = add(u"1"_s);
    VersionChange first;
    first.description = u"before"_s;
    first.setTags = {{u"kept"_s, u"old"_s}, {u"dropped"_s, {}}};
    QVERIFY(editVersion(stores(), id, -1, first));
    const ModelVersion before = read(id);

    VersionChange change;
    change.description = u"after"_s;
    change.dataRetentionDays = std::optional<qint64>(30);
    change.piiPresent = std::optional<bool>(!before.piiPresent.value_or(false));
    change.setTags = {{u"kept"_s, u"new"_s}, {u"added"_s, u"x"_s}};
    change.removeTags = {u"dropped"_s};
    const auto edit = editVersion(stores(), id, before.revision, change);
    QVERIFY(edit);
    QCOMPARE(edit->revision, before.revision + 1);
    QCOMPARE(read(id).description, u"after"_s);

    QVERIFY(edit->undo.run(stores()));
    const ModelVersion after = read(id);
    QCOMPARE(after.description, before.description);
    QVERIFY(after.dataRetentionDays == before.dataRetentionDays && after.piiPresent == before.piiPresent);
    QCOMPARE(QSet(after.tags.begin(), after.tags.end()), QSet(before.tags.begin(), before.tags.end()));
    QCOMPARE(after.tagValues, before.tagValues);
}

void UndoTest::takesBackTheFirstDescription()
{
    const VersionId id = add(u"1"_s);
    VersionChange change;
    change.description = u"words"_s;
    change.setTags = {{u"empty"_s, QString()}};
    const auto edit = editVersion(stores(), id, -1, change);
    QVERIFY(edit);
    QCOMPARE(read(id).tagValues, (QMap<QString, QString> {{u"empty"_s, QString()}}));
    QVERIFY(edit->undo.run(stores()));
    QVERIFY(read(id).description.isEmpty());
    change = {};
    change.description = QString();
    QVERIFY(editVersion(stores(), id, -1, change));
}

void UndoTest::keepsAnEditThatWasChangedSince()
{
    const VersionId id = add(u"1"_s);
    VersionChange mine, theirs;
    mine.setTags = {{u"owner"_s, u"me"_s}};
    theirs.setTags = {{u"owner"_s, u"them"_s}};
    const qint64 seen = read(id).revision;
    const auto edit = editVersion(stores(), id, seen, mine);
    QVERIFY(edit);
    const auto late = editVersion(stores(), id, seen, theirs);
    QVERIFY(!late);
    QCOMPARE(late.error().code, Error::Code::Conflict);
    QVERIFY(editVersion(stores(), id, -1, theirs));
    conflicts(edit->undo);
    QCOMPARE(read(id).tagValues.value(u"owner"_s), u"them"_s);
}

void UndoTest::letsOthersChangeOtherFields()
{
    const VersionId id = add(u"1"_s);
    VersionChange mine, theirs;
    mine.setTags = {{u"owner"_s, u"me"_s}};
    theirs.description = u"theirs"_s;
    const auto edit = editVersion(stores(), id, -1, mine);
    QVERIFY(edit && editVersion(stores(), id, -1, theirs));
    QVERIFY(edit->undo.run(stores()));
    QCOMPARE(read(id).description, u"theirs"_s);
    QVERIFY(!read(id).tags.contains(u"owner"_s));
}

void UndoTest::takesBackARemoval()
{
    const VersionId id = add(u"1"_s);
    const ModelVersion before = read(id);
    const auto removed = removeVersion(stores(), id, u"by mistake"_s);
    QVERIFY(removed);
    QVERIFY(!stores().versions->read(id));
    QVERIFY(removed->undo.run(stores()));
    QCOMPARE(read(id).metrics, before.metrics);
    QCOMPARE(read(id).tags, before.tags);
}

void UndoTest::takesBackArtifacts()
{
    const VersionId id = add(u"1"_s);
    QFile file(m_registry->folder() + u"/weights.onnx"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("weights") == 7);
    file.close();
    const auto added = addArtifact(stores(), id, {{}, file.fileName(), {}, {}, true});
    QVERIFY(added);
    QVERIFY(added->undo.run(stores()));
    QVERIFY(read(id).artifacts.isEmpty());

    QVERIFY(addArtifact(stores(), id, {{}, file.fileName(), {}, {}, true}));
    const auto removed = removeArtifact(stores(), id, u"weights.onnx"_s);
    QVERIFY(removed);
    QVERIFY(removed->undo.run(stores()));
    QCOMPARE(read(id).artifacts, QList {added->artifact});
    conflicts(removed->undo);
}

void UndoTest::takesBackADescription()
{
    static_cast<void>(add(u"1"_s));
    const auto described = describeModel(stores(), u"m"_s, -1, u"finds fraud"_s);
    QVERIFY(described);
    QVERIFY(described->run(stores()));
    QCOMPARE(stores().models->find(u"m"_s).value().description, QString());
    conflicts(*described);
}

void UndoTest::writesNothingForNoChange()
{
    const VersionId id = add(u"1"_s);
    QVERIFY(setAlias(stores(), id, u"champion"_s));
    VersionChange same;
    same.description = read(id).description;
    const qint64 before = events();
    const auto alias = setAlias(stores(), id, u"champion"_s);
    const auto edit = editVersion(stores(), id, -1, same);
    QVERIFY(alias && !alias->undo);
    QVERIFY(edit && !edit->undo);
    QCOMPARE(events(), before);
    QCOMPARE(setStage(stores(), id, u"Development"_s).error().code, Error::Code::InvalidArgument);
}

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
