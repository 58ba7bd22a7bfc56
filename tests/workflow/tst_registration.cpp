// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"
#include "model/workflow/checks.h"
#include "model/workflow/registration.h"
#include "model/workflow/stagechange.h"
#include "tests/support/hostilenames.h"
#include "tests/support/temporaryregistry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Registering: version texts that are worked out, files before rows, names, and the lifecycle.
class RegistrationTest final : public QObject
{
    Q_OBJECT

private slots:
    void countsUpFromTheHighest();
    void isHonestWhenTheNewestIsNoSemVer();
    void makesTimestamps();
    void storesFilesBeforeTheRow();
    void leavesNoRowWhenAFileIsMissing();
    void refusesNamesThatRepeat();
    void refusesDigestsThatAreNone();
    void ignoresWhatOnlyTheRegistryGives();
    void takesHostileNamesEverywhere();
    void keepsSeveralWhereTheStageHasRoom();
    void refusesAFullStageWithoutAnArchive();
};

namespace {

Registration registrationOf(const QString &version, const QString &stage = {})
{
    Registration registration;
    registration.version = sampleVersion(u"m"_s, version);
    registration.version.stage = stage;
    return registration;
}

Registration counted(const QString &spec)
{
    Registration registration = registrationOf(QString());
    registration.versionSpec = spec;
    return registration;
}

} // namespace

void RegistrationTest::countsUpFromTheHighest()
{
    TemporaryRegistry registry;
    for (const QString &version : {u"1.10.0"_s, u"1.9.0"_s, u"1.10.0-rc.1"_s})
        QVERIFY(registerVersion(registry.stores(), registrationOf(version)));
    QCOMPARE(registerVersion(registry.stores(), counted(u"next-minor"_s)).value().version, u"1.11.0"_s);
}

void RegistrationTest::isHonestWhenTheNewestIsNoSemVer()
{
    TemporaryRegistry registry;
    QVERIFY(registerVersion(registry.stores(), registrationOf(u"1.0.0"_s)));
    QVERIFY(registerVersion(registry.stores(), registrationOf(u"main-abc1234"_s)));
    const auto refused = registerVersion(registry.stores(), counted(u"next-patch"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidArgument);
    QVERIFY(refused.error().message.contains(u"main-abc1234"_s));
}

void RegistrationTest::makesTimestamps()
{
    TemporaryRegistry registry;
    const QString seconds = registerVersion(registry.stores(), counted(u"timestamp"_s)).value().version;
    const QString micro = registerVersion(registry.stores(), counted(u"timestamp-us"_s)).value().version;
    QVERIFY(QRegularExpression(u"^\\d{8}-\\d{6}$"_s).match(seconds).hasMatch());
    QVERIFY(QRegularExpression(u"^\\d{8}-\\d{6}-\\d{6}$"_s).match(micro).hasMatch());
}

void RegistrationTest::storesFilesBeforeTheRow()
{
    TemporaryRegistry registry;
    QFile file(registry.folder() + u"/w.onnx"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("weights") == 7);
    file.close();
    Registration registration = registrationOf(u"1"_s);
    registration.artifacts = {{{}, file.fileName(), {}, {}, true}, {u"elsewhere"_s, {}, u"s3://b/k"_s, {}, true}};
    const auto prepared = storeFiles(registry.stores(), registration);
    QVERIFY(prepared);
    QVERIFY(prepared->artifacts.isEmpty());
    const auto registered = registerVersion(registry.stores(), *prepared);
    QVERIFY(registered);
    const QList<Artifact> artifacts = registry.stores().versions->read(registered->id).value().artifacts;
    QCOMPARE(artifacts.size(), 2);
    QVERIFY(artifacts.at(0).isStored);
    QCOMPARE(artifacts.at(0).kind, u"onnx"_s);
    QCOMPARE(artifacts.at(1).uri, u"s3://b/k"_s);
    QVERIFY(verifyArtifacts(registry.stores()).value().isOk());
}

void RegistrationTest::leavesNoRowWhenAFileIsMissing()
{
    TemporaryRegistry registry;
    Registration registration = registrationOf(u"1"_s);
    registration.artifacts = {{{}, u"/nowhere/x"_s, {}, {}, true}};
    const auto refused = registerVersion(registry.stores(), registration);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::NotFound);
    QVERIFY(registry.stores().models->list().value().isEmpty());
}

void RegistrationTest::refusesNamesThatRepeat()
{
    TemporaryRegistry registry;
    Registration registration = registrationOf(u"1"_s);
    registration.artifacts = {{u"a"_s, {}, u"s3://b/1"_s, {}, true}, {u"a"_s, {}, u"s3://b/2"_s, {}, true}};
    QCOMPARE(registerVersion(registry.stores(), registration).error().code, Error::Code::InvalidArgument);
}

void RegistrationTest::refusesDigestsThatAreNone()
{
    ModelVersion version = sampleVersion(u"m"_s, u"1"_s);
    version.artifacts = {{u"a"_s, {}, -1, u"../../etc/passwd"_s, {}, true}};
    QVERIFY(!validate(version));
    version.artifacts[0].sha256 = QString(64, u'a');
    QVERIFY(validate(version));
}

void RegistrationTest::ignoresWhatOnlyTheRegistryGives()
{
    TemporaryRegistry registry;
    Registration registration = registrationOf(u"1"_s);
    registration.version.aliases = {u"champion"_s};
    registration.version.artifacts = {{u"claimed"_s, {}, 3, QString(64, u'a'), {}, true}};
    const auto registered = registerVersion(registry.stores(), registration);
    QVERIFY(registered);
    const ModelVersion version = registry.stores().versions->read(registered->id).value();
    QVERIFY(version.aliases.isEmpty());
    QVERIFY(!version.artifacts.first().isStored); // the store does not hold it, whatever the document says
}

void RegistrationTest::takesHostileNamesEverywhere()
{
    TemporaryRegistry registry;
    const QStringList names = acceptableHostileNames();
    QVERIFY(names.size() > 400);
    const auto all = registry.stores().transact([&]() -> Result<> {
        for (const QString &name : names) {
            Registration registration;
            registration.version.model = name;
            registration.version.version = name;
            registration.version.tags = {name};
            registration.version.metrics = {{name, 1.0}};
            registration.version.hyperparameters = {{name, name}};
            const auto registered = registerVersion(registry.stores(), registration);
            if (!registered)
                return failAs(registered);
            const auto version = registry.stores().versions->read(registered->id);
            if (!version || version->model != name || version->tags != QStringList {name} || !version->metrics.contains(name))
                return fail(Error::Code::Internal, name);
        }
        return {};
    });
    QVERIFY2(all, all ? "" : qPrintable(all.error().message));
    QVERIFY(checkRegistry(registry.stores()).value().isOk());
}

void RegistrationTest::keepsSeveralWhereTheStageHasRoom()
{
    QList<Stage> stages = Lifecycle::classicStages();
    for (Stage &stage : stages)
        stage.capacity = stage.kind == StageKind::Live ? 2 : 0;
    TemporaryRegistry registry {Lifecycle(stages)};
    for (const QString &version : {u"1"_s, u"2"_s})
        QVERIFY(registerVersion(registry.stores(), registrationOf(version, u"Production"_s)).value().archived.isEmpty());
    QCOMPARE(registerVersion(registry.stores(), registrationOf(u"3"_s, u"Production"_s)).value().archived, QStringList {u"1"_s});
}

void RegistrationTest::refusesAFullStageWithoutAnArchive()
{
    TemporaryRegistry registry {Lifecycle({{u"new"_s, StageKind::Initial, 0}, {u"live"_s, StageKind::Live, 1}})};
    QVERIFY(registerVersion(registry.stores(), registrationOf(u"1"_s, u"live"_s)));
    const auto second = registerVersion(registry.stores(), registrationOf(u"2"_s));
    QVERIFY(second);
    const auto refused = setStage(registry.stores(), second->id, u"live"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::Conflict);
    QCOMPARE(registry.stores().versions->read(second->id).value().stage, u"new"_s);
}

QTEST_GUILESS_MAIN(RegistrationTest)
#include "tst_registration.moc"
