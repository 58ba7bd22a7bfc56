// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/namerules.h"
#include "model/import/metadataimport.h"
#include "tests/support/hostilenames.h"
#include "tests/support/temporaryregistry.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Brings hostile names and damaged documents through reading, writing and importing.
class HostileInputTest final : public QObject
{
    Q_OBJECT

private slots:
    void hasEnoughNames();
    void refusesWhatCannotBeAName();
    void keepsNamesInDocuments();
    void keepsNamesInRegistries();
    void survivesDamagedDocuments();
};

namespace {

// The name in every field that takes one.
ModelVersion versionWith(const QString &name, const QString &version)
{
    ModelVersion v;
    v.model = name;
    v.version = version;
    v.framework = name;
    v.description = name;
    v.gitBranch = name;
    v.metrics.insert(name, 0.5);
    v.curves.insert(name, {{1, 0.5}});
    v.hyperparameters.insert(name, name);
    v.tags = {name};
    v.tagValues.insert(name, name);
    v.dataSources = {{name, {}, 5, {}, name}};
    v.parents = {{name, name}};
    v.experiment = {name, name};
    v.artifacts = {{name, name, 3, {}, name, false}};
    v.extra.insert(u"x-"_s + name, name);
    return v;
}

} // namespace

void HostileInputTest::hasEnoughNames()
{
    QVERIFY2(hostileNames().size() >= 500, qPrintable(QString::number(hostileNames().size())));
    QVERIFY2(acceptableHostileNames().size() >= 400, qPrintable(QString::number(acceptableHostileNames().size())));
}

void HostileInputTest::refusesWhatCannotBeAName()
{
    for (const QString &name : hostileNames()) {
        const Result<> check = checkName(NameKind::Model, name);
        if (check)
            continue;
        QCOMPARE(check.error().code, Error::Code::InvalidArgument);
        QVERIFY(check.error().message.size() < 1000);
        QCOMPARE(visibleText(check.error().message), check.error().message);
    }
}

void HostileInputTest::keepsNamesInDocuments()
{
    for (const QString &name : acceptableHostileNames()) {
        if (name.contains(u':')) // a parent's reference splits at the last one
            continue;
        const QByteArray json = versionToJson(versionWith(name, name));
        const Result<ModelVersion> read = metadataFromJson(json);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->model, name);
        QCOMPARE(versionToJson(*read), json);
    }
}

void HostileInputTest::keepsNamesInRegistries()
{
    TemporaryRegistry registry;
    const QDir folder(registry.folder());
    const QStringList names = acceptableHostileNames();
    JsonWriter json;
    json.beginArray();
    for (const QString &name : names)
        writeVersion(json, versionWith(name, u"1.0.0"_s));
    json.endArray();
    QVERIFY(folder.mkdir(u"in"_s));
    QFile file(folder.filePath(u"in/all.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json.result()) > 0);
    file.close();
    const QStringList before = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);

    const ImportReport report = valueOf(importMetadata(registry.stores(), folder.filePath(u"in"_s), {}));
    QCOMPARE(report.rows.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const ImportRow &row = report.rows.at(i);
        QVERIFY2(row.outcome == ImportOutcome::Taken, qPrintable(visibleText(row.reference) + u' ' + row.reason));
        const VersionId id = valueOf(registry.stores().versions->find({names.at(i), u"1.0.0"_s, {}}));
        const ModelVersion read = valueOf(registry.stores().versions->read(id));
        const ModelVersion expected = versionWith(names.at(i), u"1.0.0"_s);
        QCOMPARE(metadataToJson(read).replace("\"Development\"", "null"), metadataToJson(expected));
        QCOMPARE(read.artifacts, expected.artifacts);
    }
    QVERIFY(valueOf(registry.stores().audit->verify()).isOk());
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
    const ImportReport again = valueOf(importMetadata(registry.stores(), folder.filePath(u"in"_s), {}));
    QCOMPARE(again.count(ImportOutcome::Same), names.size());
}

void HostileInputTest::survivesDamagedDocuments()
{
    const QByteArray document = versionToJson(versionWith(u"модель \"x\""_s, u"1.0.0"_s));
    for (qsizetype length = 0; length < document.size() - 2; ++length)
        QVERIFY(!metadataFromJson(document.first(length)));
    QRandomGenerator random(23);
    for (int i = 0; i < 5'000; ++i) {
        QByteArray damaged = document;
        for (int change = random.bounded(1, 4); change > 0; --change)
            damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
        const Result<ModelVersion> read = metadataFromJson(damaged);
        if (!read)
            QVERIFY(!read.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostileinput.moc"
