// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importsource.h"
#include "model/store/objects/objectstore.h"
#include "tests/support/temporaryregistry.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Imports the stores that data/make_seed_stores.py writes; some of their rows are damaged on purpose.
class SeedImportTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_registry = std::make_unique<TemporaryRegistry>(); }
    void recognisesSources_data();
    void recognisesSources();
    void refusesWhatIsNoSource_data();
    void refusesWhatIsNoSource();
    void takesARegistryFolder();
    void takesADatabase();
    void takesAnArtifactFolder();
    void addsArtifactsToRegisteredVersions();
    void isIdempotent_data();
    void isIdempotent();
    void writesNothingInADryRun_data();
    void writesNothingInADryRun();

private:
    [[nodiscard]] QStringList importFrom(const QString &path, bool dryRun = false);
    [[nodiscard]] ModelVersion read(const QString &model, const QString &version);
    [[nodiscard]] Stores &stores() { return m_registry->stores(); }

    std::unique_ptr<TemporaryRegistry> m_registry;
};

static const QString seed = QStringLiteral(TEST_DATA "/seed/");

static void addSources()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("registry") << u"registry"_s;
    QTest::newRow("database") << u"metadata.db"_s;
    QTest::newRow("artifacts") << u"artifacts"_s;
}

QStringList SeedImportTest::importFrom(const QString &path, bool dryRun)
{
    QStringList rows;
    const ImportReport report = valueOf(stagekeeper::importFrom(stores(), path, {dryRun, {}, {}}));
    for (const ImportRow &row : report.rows) {
        const QString line = row.source % u' ' % outcomeName(row.outcome) % u' ' % row.reference % u' ' % row.reason;
        rows.append(line.trimmed());
    }
    return rows;
}

ModelVersion SeedImportTest::read(const QString &model, const QString &version)
{
    return valueOf(stores().versions->read(valueOf(stores().versions->find({model, version, {}}))));
}

void SeedImportTest::recognisesSources_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("source");
    QTest::newRow("registry") << u"registry"_s << int(ImportSource::SeedRegistry);
    QTest::newRow("its index") << u"registry/index.json"_s << int(ImportSource::SeedRegistry);
    QTest::newRow("artifacts") << u"artifacts"_s << int(ImportSource::SeedArtifacts);
    QTest::newRow("their index") << u"artifacts/artifacts.json"_s << int(ImportSource::SeedArtifacts);
    QTest::newRow("database") << u"metadata.db"_s << int(ImportSource::SeedDatabase);
    QTest::newRow("metadata file") << u"registry/text_ranker/0.1.0/metadata.json"_s << int(ImportSource::Metadata);
    QTest::newRow("folder of files") << u"registry/text_ranker"_s << int(ImportSource::Metadata);
}

void SeedImportTest::recognisesSources()
{
    QFETCH(QString, path);
    QFETCH(int, source);
    QCOMPARE(int(valueOf(detectSource(seed + path))), source);
}

void SeedImportTest::refusesWhatIsNoSource_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << seed + u"none"_s << int(Error::Code::NotFound);
    QTest::newRow("another file") << seed + u"registry/text_ranker/0.1.0/model.pth"_s << int(Error::Code::Unsupported);
    QTest::newRow("folder without JSON") << seed + u"artifacts/text_ranker"_s << int(Error::Code::Unsupported);
    QTest::newRow("a registry") << QString() << int(Error::Code::Unsupported);
}

void SeedImportTest::refusesWhatIsNoSource()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const Result<ImportSource> source = detectSource(path.isEmpty() ? m_registry->path() : path);
    QVERIFY(!source);
    QCOMPARE(int(source.error().code), code);
}

void SeedImportTest::takesARegistryFolder()
{
    const QStringList expected{
        u"image_classifier/1.0.0 taken image_classifier:1.0.0"_s,
        u"image_classifier/1.1.0 taken image_classifier:1.1.0"_s,
        u"image_classifier/1.2.0 rejected image_classifier:1.2.0 model.pth is not the file that was registered: its MD5 differs."_s,
        u"image_classifier/1.3.0 rejected image_classifier:1.3.0 This registry has no stage \"Canary\"; it has "
        u"Development, "
        "Staging, Production, Archived."_s,
        u"image_classifier/9.9.9 rejected image_classifier:9.9.9 The file \"image_classifier/9.9.9/metadata.json\" is not there."_s,
        u"image_classifier/1.0.0 skipped image_classifier:1.0.0 index.json lists this version again; the first entry counts."_s,
        u"image_classifier/../../text_ranker/0.1.0 rejected image_classifier:../../text_ranker/0.1.0 The path "
        "\"image_classifier/../../text_ranker/0.1.0/metadata.json\" is not allowed: it must stay inside the imported folder."_s,
        u"text_ranker/0.1.0 taken text_ranker:0.1.0"_s,
    };
    QCOMPARE(importFrom(seed + u"registry"_s), expected);

    const ModelVersion first = read(u"image_classifier"_s, u"1.0.0"_s);
    QCOMPARE(first.stage, u"Archived"_s);
    QCOMPARE(first.createdAt.toString(Qt::ISODateWithMs), u"2024-01-14T12:30:45.123Z"_s);
    QCOMPARE(first.extra.value(u"registered_at"_s).toString(), u"2024-01-14T12:30:45.123456"_s);
    QStringList files;
    for (const Artifact &artifact : first.artifacts) {
        QVERIFY(artifact.isStored && stores().objects->contains(artifact.sha256));
        files.append(artifact.name);
    }
    QCOMPARE(files, QStringList({u"model.pth"_s, u"artifacts/labels.json"_s, u"artifacts/notes.txt"_s}));

    const ModelVersion second = read(u"image_classifier"_s, u"1.1.0"_s);
    QCOMPARE(second.stage, u"Production"_s);
    QCOMPARE(second.extra.value(u"owner"_s).toString(), u"vision team"_s);
    QVERIFY(std::isnan(second.metrics.value(u"loss"_s)));
    const QList<AuditEvent> events = valueOf(stores().audit->events({u"image_classifier"_s, u"1.1.0"_s, {}, -1, 1}));
    QCOMPARE(events.first().imported->time.toUTC().toString(Qt::ISODate), u"2024-02-01T08:00:00Z"_s);
}

void SeedImportTest::takesADatabase()
{
    const QStringList rows = importFrom(seed + u"metadata.db"_s);
    const QStringList expected{
        u"models[1] changed image_classifier:1.0.0 Taken into \"Archived\", because \"Production\" holds no more "
        u"versions of "
        "this model."_s,
        u"models[2] taken image_classifier:1.1.0"_s,
        u"models[3] rejected image_classifier:1.2.0 The column \"tags\" holds no JSON list. Line 1, column 1: a value is expected."_s,
        u"models[4] rejected image_classifier:1.3.0 This registry has no stage \"Shadow\"; it has Development, "
        u"Staging, "
        "Production, Archived."_s,
        u"models[5] rejected text_ranker:0.1.0 \"pii_present\" must be true or false, not a number."_s,
    };
    QCOMPARE(rows, expected);
    const ModelVersion version = read(u"image_classifier"_s, u"1.1.0"_s);
    QCOMPARE(version.parameters, std::optional<qint64>(25'600'000));
    QCOMPARE(version.modelSizeMb, std::optional(98.5));
    QCOMPARE(version.tags, QStringList({u"vision"_s}));
    QCOMPARE(version.piiPresent, std::optional(true));
    QCOMPARE(version.gdprCompliant, std::optional(false));
    QCOMPARE(version.parents, QList<Parent>({{u"image_classifier"_s, u"1.0.0"_s}}));
    QVERIFY(!version.trainingDurationSeconds);
    QVERIFY(std::isinf(version.metrics.value(u"f1"_s)));
    QCOMPARE(version.createdAt.toString(Qt::ISODate), u"2024-01-02T13:00:00Z"_s);
}

void SeedImportTest::takesAnArtifactFolder()
{
    const QStringList expected{
        u"image_classifier:1.0.0 taken image_classifier:1.0.0"_s,
        u"image_classifier:1.1.0 rejected image_classifier:1.1.0 The file of \"model.pth\" is not the one that was "
        u"described: "
        "its digest or size differs."_s,
        u"text_ranker:0.1.0 taken text_ranker:0.1.0"_s,
        u"text_ranker:0.2.0 rejected text_ranker:0.2.0 The file \"text_ranker/0.2.0/missing.bin\" is not there."_s,
    };
    QCOMPARE(importFrom(seed + u"artifacts"_s), expected);
    const ModelVersion version = read(u"text_ranker"_s, u"0.1.0"_s);
    QCOMPARE(version.framework, u"pytorch"_s);
    QCOMPARE(version.artifacts.first().name, u"ranker.bin"_s);
    QVERIFY(version.artifacts.first().isStored);
}

void SeedImportTest::addsArtifactsToRegisteredVersions()
{
    const QStringList registry = importFrom(seed + u"registry"_s);
    QVERIFY(registry.first().contains(u" taken "_s));
    const QStringList expected{
        u"image_classifier:1.0.0 rejected image_classifier:1.0.0 The version has another artifact \"model.pth\"; it is "
        u"not "
        "overwritten."_s,
        u"image_classifier:1.1.0 rejected image_classifier:1.1.0 The version has another artifact \"model.pth\"; it is "
        u"not "
        "overwritten."_s,
        u"text_ranker:0.1.0 changed text_ranker:0.1.0 The file was added to the registered version."_s,
        u"text_ranker:0.2.0 rejected text_ranker:0.2.0 The file \"text_ranker/0.2.0/missing.bin\" is not there."_s,
    };
    QCOMPARE(importFrom(seed + u"artifacts"_s), expected);
    QCOMPARE(read(u"text_ranker"_s, u"0.1.0"_s).artifacts.size(), 2);
    QVERIFY(importFrom(seed + u"artifacts"_s).contains(u"text_ranker:0.1.0 same text_ranker:0.1.0"_s));
    QVERIFY(valueOf(stores().audit->verify()).isOk());
}

void SeedImportTest::isIdempotent_data()
{
    addSources();
}

void SeedImportTest::isIdempotent()
{
    QFETCH(QString, path);
    const QStringList first = importFrom(seed + path);
    const qint64 events = valueOf(stores().audit->size());
    const QStringList second = importFrom(seed + path);
    QCOMPARE(second.filter(u" same "_s).size(), first.filter(u" taken "_s).size());
    QVERIFY(second.filter(u" taken "_s).isEmpty());
    QCOMPARE(valueOf(stores().audit->size()), events);
}

void SeedImportTest::writesNothingInADryRun_data()
{
    addSources();
}

void SeedImportTest::writesNothingInADryRun()
{
    QFETCH(QString, path);
    const qint64 events = valueOf(stores().audit->size());
    const QStringList preview = importFrom(seed + path, true);
    QCOMPARE(valueOf(stores().audit->size()), events);
    QVERIFY(!QDir(stores().objects->folder()).exists());
    QCOMPARE(importFrom(seed + path), preview);
}

QTEST_GUILESS_MAIN(SeedImportTest)
#include "tst_seedimport.moc"
