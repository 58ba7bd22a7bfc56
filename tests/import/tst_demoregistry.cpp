// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/demoregistry.h"
#include "model/store/objects/objectstore.h"
#include "model/store/openstores.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class DemoRegistryTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void holdsTheWholeHistory();
    void leavesNothingWhenStopped();
    void refusesAnExistingFile();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"demo.registry"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Actor m_actor{u"tester"_s, u"installation"_s};
    const QString m_demo = QStringLiteral(TEST_DATA "/../../resources/demo");
};

void DemoRegistryTest::holdsTheWholeHistory()
{
    const Result<> made = createDemoRegistry(path(), m_demo, m_actor);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + u' ' + made.error().detail));
    Result<Stores> stores = openStores(path(), {m_actor, true});
    QVERIFY(stores);
    QCOMPARE(stores->info.name, u"team-models"_s);

    QStringList models;
    const Result<QList<RegisteredModel>> list = stores->models->list();
    QVERIFY(list);
    for (const RegisteredModel &model : *list)
        models.append(u"%1 %2 %3"_s.arg(model.name).arg(model.versions).arg(model.live));
    QCOMPARE(models,
        QStringList(
            {u"co2-forecast 28 2.0.1"_s, u"diabetes-progression 200 20260902-205113"_s, u"digits-classifier 62 2.0.1"_s,
                u"travel-mode-ranker 23 2.0.0"_s, u"tumor-screening 55 2.0.0"_s, u"wine-origin 35 v1.2.0"_s}));

    const Result<VersionId> champion = stores->versions->find({u"digits-classifier"_s, {}, u"champion"_s});
    QVERIFY(champion);
    const Result<ModelVersion> version = stores->versions->read(*champion);
    QVERIFY(version);
    QCOMPARE(version->version, u"2.0.1"_s);
    QCOMPARE(version->stage, u"Production"_s);
    QVERIFY(!version->artifacts.isEmpty());
    QVERIFY(version->artifacts.first().isStored);
    QVERIFY(stores->objects->contains(version->artifacts.first().sha256));
    QVERIFY(stores->versions->find({u"digits-classifier"_s, {}, u"challenger"_s}));
    QVERIFY(stores->versions->find({u"digits-classifier"_s, {}, u"baseline"_s}));

    // 708 entries of history, of which 403 are registrations
    const Result<QList<AuditEvent>> moves = stores->audit->events({{}, {}, u"version.stage"_s, -1, 1000});
    QVERIFY(moves);
    QCOMPARE(moves->size(), 305);
    QVERIFY(std::ranges::all_of(*moves, [](const AuditEvent &event) { return event.imported.has_value(); }));
    const Result<QList<AuditEvent>> rollback =
        stores->audit->events({u"digits-classifier"_s, u"1.2.0"_s, u"version.stage"_s, -1, 1});
    QVERIFY(rollback);
    QCOMPARE(rollback->first().imported->actor, u"release-manager"_s);
    QCOMPARE(rollback->first().imported->time.toUTC().toString(Qt::ISODateWithMs), u"2026-08-18T07:37:51.336Z"_s);
    QVERIFY(rollback->first().reason.startsWith(u"Overconfident"_s));
    const Result<CheckReport> check = stores->audit->verify();
    QVERIFY(check && check->isOk());
}

void DemoRegistryTest::leavesNothingWhenStopped()
{
    const Result<> made = createDemoRegistry(path(), m_demo, m_actor, [](qint64, qint64) { return false; });
    QVERIFY(!made);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void DemoRegistryTest::refusesAnExistingFile()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const Result<> made = createDemoRegistry(path(), m_demo, m_actor);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::AlreadyExists);
    QCOMPARE(QFileInfo(path()).size(), 4);
}

QTEST_GUILESS_MAIN(DemoRegistryTest)
#include "tst_demoregistry.moc"
