// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/records.h"
#include "model/store/objects/objectstore.h"
#include "tests/support/temporaryregistry.h"

#include <QTest>

#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The contract of VersionStore and StageStore, over a real registry file alone and shared by two connections.
class VersionStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsEverythingOfAVersion();
    void givesNamesAndTimesOfItsOwn();
    void refusesTextThatWouldComeBackChanged();
    void refusesTheSameVersionTwice();
    void refusesAnUnknownStage();
    void findsByVersionAndAlias();
    void saysWhichPartIsMissing();
    void sortsBySemVerPrecedence();
    void changesOnlyWhatIsNamed();
    void refusesAnEditOfWhatSomebodyElseChanged();
    void restoresFromTheTrashUnchanged();
    void keepsAliasedVersionsOutOfTheTrash();
    void movesStagesFromWhereTheyAre();
    void movesAnAliasAtomically();
    void undoesAWholeTransaction();
    void keepsWhatAnInnerFailureDidNotTouch();
    void seesWhatAnotherConnectionWrote();
    void countsAndNamesModels();
};

void VersionStoreTest::keepsEverythingOfAVersion()
{
    TemporaryRegistry registry;
    const ModelVersion full = fullVersion(u"digits"_s, u"1.2.0-rc.1+build"_s);
    const VersionId id = valueOf(registry.stores().versions->add(full));
    ModelVersion read = valueOf(registry.stores().versions->read(id));

    QCOMPARE(read.metrics.value(u"accuracy"_s), 0.98);
    QVERIFY(std::isnan(read.metrics.value(u"log_loss"_s, 0)));
    QVERIFY(std::isinf(read.metrics.value(u"mse"_s)));
    QCOMPARE(read.curves, full.curves);
    QCOMPARE(read.hyperparameters, full.hyperparameters);
    QCOMPARE(read.tags, full.tags);
    QCOMPARE(read.tagValues, full.tagValues);
    QCOMPARE(read.dataSources, full.dataSources);
    QCOMPARE(read.parents, full.parents);
    QCOMPARE(read.experiment, full.experiment);
    QCOMPARE(read.artifacts, full.artifacts);
    QCOMPARE(read.signature, full.signature);
    QCOMPARE(read.extra, full.extra);
    QCOMPARE(read.parameters, full.parameters);
    QCOMPARE(read.piiPresent, std::optional(false));
    QVERIFY(!read.gdprCompliant);
    QCOMPARE(read.description, full.description);
    QCOMPARE(read.trainingStart, full.trainingStart);

    ModelVersion expected = full; // and the digest covers the rest
    expected.createdAt = read.createdAt;
    expected.createdBy = read.createdBy;
    QCOMPARE(versionDigest(read), versionDigest(expected));
}

void VersionStoreTest::givesNamesAndTimesOfItsOwn()
{
    TemporaryRegistry registry;
    const VersionId id = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    const ModelVersion version = valueOf(registry.stores().versions->read(id));
    QCOMPARE(version.createdBy, u"tester"_s);
    QVERIFY(qAbs(version.createdAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(version.revision, 1);
}

void VersionStoreTest::refusesTextThatWouldComeBackChanged()
{
    TemporaryRegistry registry;
    Stores &stores = registry.stores();
    const QList<QString> texts {u"a"_s + QChar(0xFFFE), u"a"_s + QChar(0xFFFF), QChar(0xFEFF) + u"a"_s};
    for (const QString &text : texts) {
        QList<ModelVersion> versions(6, sampleVersion(u"m"_s, u"1.0.0"_s));
        versions[0].description = text;
        versions[1].experiment = ExperimentLink {text, u"name"_s};
        versions[2].hyperparameters = {{text, 1}};
        versions[3].tags = {u"tag"_s};
        versions[3].tagValues = {{u"tag"_s, text}};
        versions[4].dataSources = {{.name = text, .digest = {}, .rows = {}, .columns = {}, .uri = {}}};
        versions[5].model = text;
        for (const ModelVersion &version : std::as_const(versions)) {
            const auto added = stores.versions->add(version);
            QVERIFY(!added);
            QCOMPARE(added.error().code, Error::Code::InvalidArgument);
        }
    }
    ModelVersion inside = sampleVersion(u"m"_s, u"1.0.0"_s);
    inside.description = u"a"_s + QChar(0xFEFF) + u"b"_s;
    const VersionId id = valueOf(stores.versions->add(inside));
    QCOMPARE(valueOf(stores.versions->read(id)).description, inside.description);
    QVERIFY(valueOf(stores.audit->verify()).isOk());
}

void VersionStoreTest::refusesTheSameVersionTwice()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    const auto again = registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().code, Error::Code::AlreadyExists);
    QCOMPARE(valueOf(registry.stores().models->find(u"m"_s)).versions, 1);
}

void VersionStoreTest::refusesAnUnknownStage()
{
    TemporaryRegistry registry;
    ModelVersion version = sampleVersion(u"m"_s, u"1.0.0"_s);
    version.stage = u"Limbo"_s;
    const auto added = registry.stores().versions->add(version);
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::InvalidArgument);
    QVERIFY2(valueOf(registry.stores().models->list()).isEmpty(), "the model must not stay behind");
    QCOMPARE(valueOf(registry.stores().audit->size()), 1);
}

void VersionStoreTest::findsByVersionAndAlias()
{
    TemporaryRegistry registry;
    const VersionId id = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    (void)valueOf(registry.stores().stages->setAlias(id, u"champion"_s));
    QCOMPARE(valueOf(registry.stores().versions->find({u"m"_s, u"1.0.0"_s, {}})), id);
    QCOMPARE(valueOf(registry.stores().versions->find({u"m"_s, {}, u"champion"_s})), id);
}

void VersionStoreTest::saysWhichPartIsMissing()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    for (const auto &[reference, part] : {std::pair {Reference {u"x"_s, u"1.0.0"_s, {}}, u"\"x\""_s},
                                          {Reference {u"m"_s, u"2.0.0"_s, {}}, u"\"2.0.0\""_s},
                                          {Reference {u"m"_s, {}, u"best"_s}, u"\"best\""_s}}) {
        const auto found = registry.stores().versions->find(reference);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::NotFound);
        QVERIFY2(found.error().message.contains(part), qPrintable(found.error().message));
    }
}

void VersionStoreTest::sortsBySemVerPrecedence()
{
    TemporaryRegistry registry;
    const QStringList ascending {u"1.0.0-alpha"_s, u"1.0.0-alpha.1"_s, u"1.0.0-alpha.beta"_s, u"1.0.0-beta"_s, u"1.0.0-beta.2"_s,
                                 u"1.0.0-beta.11"_s, u"1.0.0-rc.1"_s, u"1.0.0"_s, u"1.2.0"_s, u"1.10.0"_s};
    for (const int index : {9, 2, 5, 0, 7, 3, 1, 8, 6, 4})
        (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, ascending.at(index))));
    VersionQuery query;
    query.model = valueOf(registry.stores().models->find(u"m"_s)).id;
    query.sort = {{FilterField::Kind::Version, {}}, false};
    QStringList found;
    for (const VersionSummary &summary : valueOf(registry.stores().versions->summaries(valueOf(registry.stores().versions->ids(query)))))
        found.append(summary.version);
    QCOMPARE(found, ascending);
    QCOMPARE(valueOf(registry.stores().versions->ids(query, 3)).size(), 3);
}

void VersionStoreTest::changesOnlyWhatIsNamed()
{
    TemporaryRegistry registry;
    const VersionId id = valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    VersionChange change;
    change.description = u"new"_s;
    change.gdprCompliant = std::optional(true);
    change.setTags = {{u"family"_s, u"cnn"_s}, {u"fresh"_s, std::nullopt}};
    change.removeTags = {u"purpose"_s};
    QVERIFY(registry.stores().versions->change(id, 1, change));
    const ModelVersion version = valueOf(registry.stores().versions->read(id));
    QCOMPARE(version.description, u"new"_s);
    QCOMPARE(version.gdprCompliant, std::optional(true));
    QCOMPARE(version.tags, QStringList({u"family"_s, u"empty"_s, u"fresh"_s}));
    QCOMPARE(version.tagValues.value(u"family"_s), u"cnn"_s);
    QCOMPARE(version.revision, 2);
    QCOMPARE(version.dataRetentionDays, std::optional<qint64>(365));
    const AuditEvent event = valueOf(registry.stores().audit->events({})).first();
    QCOMPARE(event.action, u"version.changed"_s);
    QCOMPARE(event.before.toObject().value("tags.family"_L1).toString(), u"mlp"_s);
    QCOMPARE(event.after.toObject().value("description"_L1).toString(), u"new"_s);
}

void VersionStoreTest::refusesAnEditOfWhatSomebodyElseChanged()
{
    TemporaryRegistry registry;
    const VersionId id = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    Stores colleague = registry.open();
    VersionChange theirs, mine;
    theirs.description = u"theirs"_s;
    mine.description = u"mine"_s;
    QVERIFY(colleague.versions->change(id, 1, theirs));
    const auto result = registry.stores().versions->change(id, 1, mine);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Conflict);
    QCOMPARE(valueOf(registry.stores().versions->read(id)).description, u"theirs"_s);
}

void VersionStoreTest::restoresFromTheTrashUnchanged()
{
    TemporaryRegistry registry;
    VersionStore &versions = *registry.stores().versions;
    const VersionId id = valueOf(versions.add(fullVersion(u"m"_s, u"1.0.0"_s)));
    const QByteArray digest = versionDigest(valueOf(versions.read(id)));
    QVERIFY(versions.remove(id, u"mistake"_s));
    QCOMPARE(versions.read(id).error().code, Error::Code::NotFound);
    QCOMPARE(versions.add(fullVersion(u"m"_s, u"1.0.0"_s)).error().code, Error::Code::AlreadyExists);
    QCOMPARE(valueOf(registry.stores().artifacts->storedDigests()).size(), 1);
    QVERIFY(versions.restore(id));
    QCOMPARE(versionDigest(valueOf(versions.read(id))), digest);
    QVERIFY(valueOf(registry.stores().audit->verify()).isOk());
}

void VersionStoreTest::keepsAliasedVersionsOutOfTheTrash()
{
    TemporaryRegistry registry;
    const VersionId id = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    (void)valueOf(registry.stores().stages->setAlias(id, u"champion"_s));
    QCOMPARE(registry.stores().versions->remove(id, {}).error().code, Error::Code::Conflict);
}

void VersionStoreTest::movesStagesFromWhereTheyAre()
{
    TemporaryRegistry registry;
    StageStore &stages = *registry.stores().stages;
    const VersionId id = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    QVERIFY(stages.move({id, u"Development"_s, u"Production"_s, u"2026-01-01T00:00:00Z"_s, u"why"_s, {}}));
    const ModelId model = valueOf(registry.stores().models->find(u"m"_s)).id;
    QCOMPARE(valueOf(stages.holders(model, u"Production"_s)), QList<VersionId> {id});
    QCOMPARE(valueOf(registry.stores().models->find(u"m"_s)).live, u"1.0.0"_s);
    QCOMPARE(valueOf(registry.stores().versions->read(id)).deployedAt, u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(stages.move({id, u"Development"_s, u"Staging"_s, {}, {}, {}}).error().code, Error::Code::Conflict);
}

void VersionStoreTest::movesAnAliasAtomically()
{
    TemporaryRegistry registry;
    StageStore &stages = *registry.stores().stages;
    const VersionId first = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    const VersionId second = valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"2.0.0"_s)));
    QVERIFY(!valueOf(stages.setAlias(first, u"champion"_s)).isValid());
    QCOMPARE(valueOf(stages.setAlias(second, u"champion"_s)), first);
    QVERIFY(valueOf(registry.stores().versions->read(first)).aliases.isEmpty());
    const ModelId model = valueOf(registry.stores().models->find(u"m"_s)).id;
    QCOMPARE(valueOf(stages.removeAlias(model, u"champion"_s)), second);
    QCOMPARE(stages.removeAlias(model, u"champion"_s).error().code, Error::Code::NotFound);
    QVERIFY(valueOf(registry.stores().audit->verify()).isOk());
}

void VersionStoreTest::undoesAWholeTransaction()
{
    TemporaryRegistry registry;
    Stores &stores = registry.stores();
    const Result<> result = stores.transact([&]() -> Result<> {
        (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s, {{u"brand_new"_s, 1}})));
        return fail(Error::Code::Internal, u"stop"_s);
    });
    QVERIFY(!result);
    QVERIFY(valueOf(stores.models->list()).isEmpty());
    QCOMPARE(valueOf(stores.audit->size()), 1);
    (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s, {{u"brand_new"_s, 1}}))); // kept numbers were forgotten
    QVERIFY(valueOf(stores.audit->verify()).isOk());
}

void VersionStoreTest::keepsWhatAnInnerFailureDidNotTouch()
{
    TemporaryRegistry registry;
    Stores &stores = registry.stores();
    const Result<> result = stores.transact([&]() -> Result<> {
        (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
        ModelVersion bad = sampleVersion(u"other"_s, u"1.0.0"_s, {{u"new_metric"_s, 1}});
        bad.stage = u"Limbo"_s;
        if (stores.versions->add(bad))
            return fail(Error::Code::Internal, u"accepted"_s);
        (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.1.0"_s, {{u"new_metric"_s, 1}})));
        return {};
    });
    QVERIFY(result);
    QCOMPARE(valueOf(stores.models->list()).size(), 1);
    QCOMPARE(valueOf(stores.models->find(u"m"_s)).versions, 2);
    QVERIFY(valueOf(stores.audit->verify()).isOk());
}

void VersionStoreTest::seesWhatAnotherConnectionWrote()
{
    TemporaryRegistry registry;
    const qint64 token = registry.stores().backend->changeToken();
    Stores colleague = registry.open();
    (void)valueOf(colleague.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    QVERIFY(registry.stores().backend->changeToken() != token);
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.1.0"_s)));
    (void)valueOf(colleague.versions->add(sampleVersion(u"m"_s, u"1.2.0"_s)));
    QVERIFY(valueOf(registry.stores().audit->verify()).isOk());
}

void VersionStoreTest::countsAndNamesModels()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"b"_s, u"1.0.0"_s)));
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"a"_s, u"1.0.0"_s)));
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"a"_s, u"0.9.0"_s)));
    const QList<RegisteredModel> models = valueOf(registry.stores().models->list());
    QCOMPARE(models.size(), 2);
    QCOMPARE(models.first().name, u"a"_s);
    QCOMPARE(models.first().versions, 2);
    QCOMPARE(models.first().latest, u"0.9.0"_s);
    QVERIFY(registry.stores().models->describe(models.first().id, models.first().revision, u"text"_s));
    QCOMPARE(registry.stores().models->describe(models.first().id, models.first().revision, u"late"_s).error().code,
             Error::Code::Conflict);
    QVERIFY(valueOf(registry.stores().audit->verify()).isOk());
}

QTEST_GUILESS_MAIN(VersionStoreTest)
#include "tst_versionstore.moc"
