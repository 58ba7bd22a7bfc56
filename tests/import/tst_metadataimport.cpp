// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/metadataimport.h"
#include "model/store/objects/objectstore.h"
#include "model/store/openstores.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Imports small documents into a fresh registry and compares the printed report.
class MetadataImportTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesOneFile();
    void takesAListAndAFolder();
    void isIdempotent();
    void neverOverwrites();
    void writesNothingInADryRun();
    void rejectsBadRowsAndTakesTheOthers();
    void storesFilesAndVerifiesTheirDigests();
    void refusesPathsThatLeadOut_data();
    void refusesPathsThatLeadOut();
    void refusesLinksThatLeadOut();
    void takesFilesAboveTheFolderOnlyByDigest();
    void replaysHistoriesInTheOrderOfTime();
    void rejectsHistoriesThatDoNotHoldTogether_data();
    void rejectsHistoriesThatDoNotHoldTogether();
    void keepsStagesWithinTheirCapacity();
    void leavesTheLiveVersionAlone();
    void stopsWhenAsked();
    void takesManyRows();
    void saysWhatStaysWhenTheDiskFails();

private:
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString importAs(const QString &name, ImportOptions options = {});
    [[nodiscard]] ModelVersion read(const QString &version);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Stores> m_stores;
};

namespace {

const Actor actor{u"tester"_s, u"installation"_s};

QString printed(const Result<ImportReport> &report)
{
    if (!report)
        return u"error: "_s + report.error().message;
    QStringList rows;
    for (const ImportRow &row : report->rows) {
        QStringList words{row.source, outcomeName(row.outcome), row.reference};
        if (!row.reason.isEmpty())
            words.append(row.reason);
        rows.append(words.join(u' '));
    }
    return rows.join(u'\n');
}

QByteArray history(const QByteArray &entries)
{
    QByteArrayList objects;
    for (const QByteArray &entry : entries.split(';')) {
        const QByteArrayList words = entry.trimmed().split(' ');
        const QByteArray from = words.at(1) == "-" ? QByteArray("null") : QByteArray('"' + words.at(1) + '"');
        objects.append(QByteArray(R"({"at":"2026-01-)" + words.at(0) + R"(:00+01:00","event":"e","from":)" + from
            + R"(,"to":")" + words.at(2) + R"(","by":"ann","reason":"because"})"));
    }
    return '[' + objects.join(',') + ']';
}

} // namespace

void MetadataImportTest::init()
{
    m_stores.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"in/deep"_s));
    Result<Stores> stores =
        createRegistry(m_folder->filePath(u"registry.sqlite"_s), u"r"_s, Lifecycle(), {actor, false});
    QVERIFY2(stores, stores ? "" : qPrintable(stores.error().message));
    m_stores = std::make_unique<Stores>(std::move(*stores));
}

void MetadataImportTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString MetadataImportTest::importAs(const QString &name, ImportOptions options)
{
    return printed(importMetadata(*m_stores, m_folder->filePath(name), options));
}

ModelVersion MetadataImportTest::read(const QString &version)
{
    const Result<VersionId> id = m_stores->versions->find({u"m"_s, version, {}});
    return id ? m_stores->versions->read(*id).value_or(ModelVersion()) : ModelVersion();
}

void MetadataImportTest::takesOneFile()
{
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","metrics":{"accuracy":NaN},"new":[1],"stage":"Staging"})");
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json taken m:1"_s);
    const ModelVersion version = read(u"1"_s);
    QCOMPARE(version.stage, u"Staging"_s);
    QVERIFY(version.metrics.value(u"accuracy"_s) != version.metrics.value(u"accuracy"_s));
    QVERIFY(version.extra.contains(u"new"_s));
    QCOMPARE(version.createdBy, u"tester"_s);
}

void MetadataImportTest::takesAListAndAFolder()
{
    write(u"in/b.json"_s,
        R"([{"model_name":"m","version":"1"},{"model_name":"m","version":"2"},{"model_name":"m","version":"1"}])");
    write(u"in/deep/c.json"_s,
        R"({"model_name":"m","version":"3","created_at":"2026-01-02T03:04:05Z","created_by":"eve"})");
    write(u"in/other.json"_s, R"({"lockfileVersion":3})");
    write(u"in/readme.txt"_s, "x");
    QCOMPARE(importAs(u"in"_s),
        u"b.json[0] taken m:1\nb.json[1] taken m:2\nb.json[2] same m:1\ndeep/c.json taken m:3\n"
        "other.json skipped  This is no metadata of a model: it has no \"model_name\"."_s);
    QCOMPARE(read(u"3"_s).createdBy, u"eve"_s);
    QCOMPARE(read(u"3"_s).createdAt.toString(Qt::ISODate), u"2026-01-02T03:04:05Z"_s);
    const auto events = m_stores->audit->events({u"m"_s, u"3"_s, {}, -1, 1});
    QVERIFY(events);
    QCOMPARE(events->first().imported->actor, u"eve"_s);
}

void MetadataImportTest::isIdempotent()
{
    const QByteArray document =
        R"({"model_name":"m","version":"1","metrics":{"a":0.1,"b":"NaN","c":"-Infinity"},"hyperparameters":{"x":[1,2.5],)"
        R"("big":9007199254740993},"tags":["t","u"],"tag_values":{"u":"v"},"curves":{"loss":[[1,0.5],[2,"NaN"]]},)"
        R"("datasets":[{"name":"d","digest":"sha256:00","rows":5}],"parents":["m:0","n"],"signature":{"inputs":[]},)"
        R"("experiment":{"id":"e","name":null},"parameters":9007199254740993,"x":{"y":1},"description":"long"})";
    write(u"in/a.json"_s, document);
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json taken m:1"_s);
    const auto size = m_stores->audit->size();
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json same m:1"_s);
    QCOMPARE(m_stores->audit->size(), size);
    // what we write ourselves is the same too
    write(u"in/a.json"_s, versionToJson(read(u"1"_s)));
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json same m:1"_s);
}

void MetadataImportTest::neverOverwrites()
{
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","metrics":{"a":1},"framework":"x"})");
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json taken m:1"_s);
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","metrics":{"a":2},"task":"t"})");
    QCOMPARE(importAs(u"in/a.json"_s),
        u"a.json rejected m:1 This version is registered with other content (framework, metrics, task); it is not overwritten."_s);
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","metrics":{"a":1},"framework":"x","stage":"Archived"})");
    QCOMPARE(importAs(u"in/a.json"_s),
        u"a.json skipped m:1 This version is registered; it is in \"Development\" here and in \"Archived\" there."_s);
    QCOMPARE(read(u"1"_s).metrics.value(u"a"_s), 1.0);
}

void MetadataImportTest::writesNothingInADryRun()
{
    write(u"in/model.bin"_s, "weights");
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"1","artifacts":[{"name":"f","path":"model.bin"}]},{"model_name":""}])");
    QCOMPARE(importAs(u"in/a.json"_s, {true, {}, {}}),
        u"a.json[0] taken m:1\na.json[1] rejected  The model name is empty."_s);
    QCOMPARE(m_stores->models->list()->size(), 0);
    QVERIFY(!QFileInfo::exists(m_stores->objects->folder()));
}

void MetadataImportTest::rejectsBadRowsAndTakesTheOthers()
{
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"1","metrics":{"a":"x"}},{"model_name":"m"},7,)"
        R"({"model_name":"m","version":"2","stage":"Shadow"},{"model_name":"m","version":"3"}])");
    write(u"in/b.json"_s, R"({"model_name":"m","version":"4","version":"5"})");
    QCOMPARE(importAs(u"in"_s),
        u"a.json[0] rejected  \"metrics.a\" must be a number, not a text.\n"
        "a.json[1] rejected  \"model_name\" and \"version\" must both be given.\n"
        "a.json[2] skipped  This is no metadata of a model: it has no \"model_name\".\n"
        "a.json[3] rejected m:2 This registry has no stage \"Shadow\"; it has Development, Staging, Production, "
        "Archived.\n"
        "a.json[4] taken m:3\n"
        "b.json rejected  Line 1, column 33, in \"version\": this key occurs twice in the same object."_s);
}

void MetadataImportTest::storesFilesAndVerifiesTheirDigests()
{
    write(u"in/deep/model.bin"_s, "weights");
    const QByteArray digest = "9a2ff8a3e9a8a3bff3cf7d1ea2c0da3ab5a4b1b9d3f7c5a36f9c7a1f7a2d3c41";
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"1","artifacts":[{"name":"model","kind":"bin","path":"deep/model.bin"}]},)"
        R"({"model_name":"m","version":"2","artifacts":[{"name":"model","path":"deep/model.bin","sha256":")"
            + digest + R"("}]},{"model_name":"m","version":"3","artifacts":[{"name":"model","path":"gone"}]},)"
            + R"({"model_name":"m","version":"4","artifacts":[{"name":"model","path":"gone","sha256":")" + digest
            + R"("}]},)" + R"({"model_name":"m","version":"5","artifacts":[{"name":"model","uri":"s3://b/k"}]}])");
    QCOMPARE(importAs(u"in"_s),
        u"a.json[0] taken m:1\n"
        "a.json[1] rejected m:2 The file of \"model\" is not the one that was described: its digest or size differs.\n"
        "a.json[2] rejected m:3 The file \"gone\" is not there.\n"
        "a.json[3] taken m:4 Recorded by digest, because the file was not found: model.\n"
        "a.json[4] taken m:5"_s);
    const Artifact stored = read(u"1"_s).artifacts.value(0);
    QVERIFY(stored.isStored);
    QCOMPARE(stored.bytes, 7);
    QVERIFY(m_stores->objects->verify(stored.sha256));
    QVERIFY(!read(u"4"_s).artifacts.value(0).isStored);
    QCOMPARE(read(u"5"_s).artifacts.value(0).uri, u"s3://b/k"_s);
    QVERIFY(importAs(u"in"_s).startsWith(u"a.json[0] same m:1"_s));
}

void MetadataImportTest::refusesPathsThatLeadOut_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/etc/hostname", "../registry.sqlite", "deep/../../registry.sqlite",
             "..\\\\registry.sqlite", "~/.ssh/id_rsa", "deep"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void MetadataImportTest::refusesPathsThatLeadOut()
{
    QFETCH(QString, path);
    write(u"in/a.json"_s,
        R"({"model_name":"m","version":"1","artifacts":[{"name":"f","path":")" + path.toUtf8() + R"("}]})");
    const QString report = importAs(u"in/a.json"_s);
    QVERIFY2(report.startsWith(u"a.json rejected m:1"_s), qPrintable(report));
    QVERIFY2(
        report.contains(u"not allowed"_s) || report.contains(u"not a plain file"_s) || report.contains(u"not there"_s),
        qPrintable(report));
}

void MetadataImportTest::refusesLinksThatLeadOut()
{
    write(u"secret"_s, "s");
    QVERIFY(QFile::link(m_folder->filePath(u"secret"_s), m_folder->filePath(u"in/link"_s)));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"in/folder"_s)));
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"1","artifacts":[{"name":"f","path":"link"}]},)"
        R"({"model_name":"m","version":"2","artifacts":[{"name":"f","path":"folder/secret"}]}])");
    QCOMPARE(importAs(u"in/a.json"_s),
        u"a.json[0] rejected m:1 The path \"link\" is not allowed: a link leads out of the imported folder.\n"
        "a.json[1] rejected m:2 The path \"folder/secret\" is not allowed: a link leads out of the imported folder."_s);
}

void MetadataImportTest::takesFilesAboveTheFolderOnlyByDigest()
{
    write(u"model.bin"_s, "weights");
    const Result<ObjectInfo> info = digestOfFile(m_folder->filePath(u"model.bin"_s));
    write(u"in/deep/a.json"_s,
        R"([{"model_name":"m","version":"1","artifacts":[{"name":"f","path":"model.bin","sha256":")"
            + info->sha256.toLatin1()
            + R"("}]},{"model_name":"m","version":"2","artifacts":[{"name":"f","path":"model.bin"}]}])");
    QCOMPARE(
        importAs(u"in/deep"_s), u"a.json[0] taken m:1\na.json[1] rejected m:2 The file \"model.bin\" is not there."_s);
    QVERIFY(read(u"1"_s).artifacts.value(0).isStored);
    write(u"in/deep/a.json"_s, R"({"model_name":"m","version":"3","artifacts":[{"name":"f","path":"model.bin"}]})");
    QCOMPARE(importAs(u"in/deep"_s, {false, m_folder->path(), {}}), u"a.json taken m:3"_s);
}

void MetadataImportTest::replaysHistoriesInTheOrderOfTime()
{
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"2","stage":"Production","deployed_at":"2026-01-03T10:00:00+01:00","history":)"
            + history("02T10:00 - Development; 03T10:00 Development Production")
            + R"(},{"model_name":"m","version":"1","stage":"Archived","deployed_at":"2026-01-02T10:00:00+01:00","history":)"
            + history("01T10:00 - Development; 02T10:00 Development Production; 03T10:00 Production Archived") + "}]");
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json[0] taken m:2\na.json[1] taken m:1"_s);
    const auto events = m_stores->audit->events({u"m"_s, {}, {}, -1, 100});
    QVERIFY(events);
    QStringList lines;
    for (auto event = events->crbegin(); event != events->crend(); ++event) {
        if (event->imported)
            lines.append(event->version % u' ' % event->action % u' ' % event->imported->time.toString(Qt::ISODate)
                % u' ' % event->imported->actor % u' ' % event->reason);
    }
    QCOMPARE(lines,
        QStringList({u"1 version.registered 2026-01-01T10:00:00+01:00 ann "_s,
            u"2 version.registered 2026-01-02T10:00:00+01:00 ann "_s,
            u"1 version.stage 2026-01-02T10:00:00+01:00 ann because"_s,
            u"1 version.stage 2026-01-03T10:00:00+01:00 ann because"_s,
            u"2 version.stage 2026-01-03T10:00:00+01:00 ann because"_s}));
    QCOMPARE(read(u"1"_s).stage, u"Archived"_s);
    QCOMPARE(read(u"1"_s).deployedAt, u"2026-01-02T10:00:00+01:00"_s);
    QCOMPARE(read(u"1"_s).createdBy, u"ann"_s);
    QCOMPARE(read(u"2"_s).createdAt.toString(Qt::ISODate), u"2026-01-02T09:00:00Z"_s);
    QVERIFY(m_stores->audit->verify()->isOk());
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json[0] same m:2\na.json[1] same m:1"_s);
}

void MetadataImportTest::rejectsHistoriesThatDoNotHoldTogether_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *entries, const QString &reason) {
        QTest::newRow(name) << history(entries) << reason;
    };
    row("gap", "01T10:00 - Development; 02T10:00 Staging Archived",
        u"Entry 2 of the history begins in \"Staging\", but the version was in \"Development\"."_s);
    row("backwards", "02T10:00 - Development; 01T10:00 Development Archived",
        u"Entry 2 of the history is earlier than the one before it."_s);
    row("other end", "01T10:00 - Development",
        u"The history ends in \"Development\", but the stage is \"Archived\"."_s);
    row("unknown stage", "01T10:00 - Alpha; 01T10:00 Alpha Archived",
        u"This registry has no stage \"Alpha\"; it has Development, Staging, Production, Archived."_s);
}

void MetadataImportTest::rejectsHistoriesThatDoNotHoldTogether()
{
    QFETCH(QByteArray, entries);
    QFETCH(QString, reason);
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","stage":"Archived","history":)" + entries + '}');
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json rejected m:1 "_s + reason);
}

void MetadataImportTest::keepsStagesWithinTheirCapacity()
{
    write(u"in/a.json"_s,
        R"([{"model_name":"m","version":"1","stage":"Production","deployed_at":"2026-01-02T00:00:00Z"},)"
        R"({"model_name":"m","version":"2","stage":"Production","deployed_at":"2026-01-03T00:00:00Z"},)"
        R"({"model_name":"n","version":"1","stage":"Production"}])");
    QCOMPARE(importAs(u"in/a.json"_s),
        u"a.json[0] changed m:1 Taken into \"Archived\", because \"Production\" holds no more versions of this model.\n"
        "a.json[1] taken m:2\na.json[2] taken n:1"_s);
    QCOMPARE(read(u"1"_s).stage, u"Archived"_s);
}

void MetadataImportTest::leavesTheLiveVersionAlone()
{
    write(u"in/a.json"_s, R"({"model_name":"m","version":"1","stage":"Production"})");
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json taken m:1"_s);
    write(u"in/a.json"_s,
        R"({"model_name":"m","version":"2","stage":"Production","history":)"
            + history("01T10:00 - Development; 02T10:00 Development Production") + '}');
    QVERIFY(importAs(u"in/a.json"_s).startsWith(u"a.json changed m:2 Taken into \"Archived\""_s));
    QCOMPARE(read(u"1"_s).stage, u"Production"_s);
    QCOMPARE(read(u"2"_s).stage, u"Archived"_s);
}

void MetadataImportTest::stopsWhenAsked()
{
    write(u"in/a.json"_s, R"([{"model_name":"m","version":"1"},{"model_name":"m","version":"2"}])");
    QCOMPARE(importAs(u"in/a.json"_s, {false, {}, [](qint64, qint64) { return false; }}),
        u"a.json[0] skipped m:1 The import was stopped before this version.\n"
        "a.json[1] skipped m:2 The import was stopped before this version."_s);
    QCOMPARE(importAs(u"in/a.json"_s), u"a.json[0] taken m:1\na.json[1] taken m:2"_s);
}

void MetadataImportTest::takesManyRows()
{
    QByteArrayList rows;
    for (int i = 0; i < 1200; ++i)
        rows.append(
            QByteArray(R"({"model_name":"m","version":"1.0.)" + QByteArray::number(i) + R"(","metrics":{"a":0.5}})"));
    rows[700] = R"({"model_name":"m","version":"1.0.3","metrics":{"a":0.6}})";
    write(u"in/a.json"_s, '[' + rows.join(',') + ']');
    const Result<ImportReport> report = importMetadata(*m_stores, m_folder->filePath(u"in/a.json"_s), {});
    QVERIFY(report);
    QCOMPARE(report->count(ImportOutcome::Taken), 1199);
    QCOMPARE(report->count(ImportOutcome::Rejected), 1);
    QCOMPARE(m_stores->models->find(u"m"_s)->versions, 1199);
}

// A limit on the size of files fails the second batch as a full disk would.
void MetadataImportTest::saysWhatStaysWhenTheDiskFails()
{
    QByteArrayList rows;
    for (int i = 0; i < 2000; ++i)
        rows.append(R"({"model_name":"m","version":"1.0.)" + QByteArray::number(i) + "\"}");
    write(u"in/a.json"_s, '[' + rows.join(',') + ']');
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const QString file = m_folder->filePath(u"registry.sqlite"_s);
    QVERIFY(QFileInfo::exists(file));
    const auto limitAfterOneBatch = [&](qint64 done, qint64) {
        rlimit limit = unlimited;
        limit.rlim_cur = rlim_t(QFileInfo(file).size());
        return done < 2500 || ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    };
    const QString printed = importAs(u"in/a.json"_s, {false, {}, limitAfterOneBatch});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    QVERIFY2(printed.startsWith(u"error: "_s), qPrintable(printed));
    QVERIFY2(printed.contains(u"500 version(s) before it were taken and stay"_s), qPrintable(printed));
    QCOMPARE(m_stores->models->find(u"m"_s)->versions, 500);
    QVERIFY(importAs(u"in/a.json"_s).contains(u"a.json[1999] taken m:1.0.1999"_s));
    QCOMPARE(m_stores->models->find(u"m"_s)->versions, 2000);
}

QTEST_GUILESS_MAIN(MetadataImportTest)
#include "tst_metadataimport.moc"
