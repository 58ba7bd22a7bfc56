// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/auditchain.h"
#include "tests/support/temporaryregistry.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <sqlite3.h>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The log says what happened, and whatever is done behind its back is found (security.md §3.7).
class AuditStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhoDidWhat();
    void keepsTheOriginalTimeOfImportedHistory();
    void filtersBySubjectAndAction();
    void readsOnFromAPosition();
    void refusesToBeRewritten();
    void findsTampering_data();
    void findsTampering();
    void findsAnIndexThatSaysSomethingElse();
    void raisesNoFalseAlarm();
    void stopsWhenAsked();

private:
    static void fill(TemporaryRegistry &registry);
};

void AuditStoreTest::fill(TemporaryRegistry &registry)
{
    Stores &stores = registry.stores();
    const VersionId first = valueOf(stores.versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    const VersionId second = valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.1.0"_s, {{u"accuracy"_s, 0.5}})));
    QVERIFY(stores.stages->move({first, u"Development"_s, u"Production"_s, u"2026-01-01T00:00:00Z"_s, u"good"_s, {}}));
    (void)valueOf(stores.stages->setAlias(first, u"champion"_s));
    VersionChange change;
    change.description = u"text"_s;
    QVERIFY(stores.versions->change(second, 1, change));
}

void AuditStoreTest::saysWhoDidWhat()
{
    TemporaryRegistry registry;
    fill(registry);
    const QList<AuditEvent> events = valueOf(registry.stores().audit->events({}));
    QStringList actions;
    for (const AuditEvent &event : events) {
        actions.prepend(event.action);
        QCOMPARE(event.actor, u"tester"_s);
        QCOMPARE(event.installation, u"installation-1"_s);
        QVERIFY(qAbs(event.time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    QCOMPARE(actions.join(u' '), u"registry.created model.created version.registered version.registered version.stage alias.set version.changed"_s);
    QCOMPARE(events.at(2).reason, u"good"_s);
    QCOMPARE(events.at(2).before.toObject().value("stage"_L1).toString(), u"Development"_s);
    QCOMPARE(events.at(2).after.toObject().value("stage"_L1).toString(), u"Production"_s);
}

void AuditStoreTest::keepsTheOriginalTimeOfImportedHistory()
{
    TemporaryRegistry registry;
    const ImportedOrigin origin {QDateTime::fromString(u"2026-08-11T09:31:43.161+02:00"_s, Qt::ISODateWithMs), u"analyst"_s};
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s), origin));
    const AuditEvent event = valueOf(registry.stores().audit->events({})).first();
    QVERIFY(event.imported);
    QCOMPARE(event.imported->actor, u"analyst"_s);
    QCOMPARE(event.imported->time.toString(Qt::ISODateWithMs), u"2026-08-11T09:31:43.161+02:00"_s);
    QCOMPARE(event.actor, u"tester"_s);
}

void AuditStoreTest::filtersBySubjectAndAction()
{
    TemporaryRegistry registry;
    fill(registry);
    QCOMPARE(valueOf(registry.stores().audit->events({.model = u"m"_s, .version = u"1.1.0"_s})).size(), 2);
    QCOMPARE(valueOf(registry.stores().audit->events({.action = u"alias.set"_s})).size(), 1);
    QCOMPARE(valueOf(registry.stores().audit->events({.model = u"other"_s})).size(), 0);
}

void AuditStoreTest::readsOnFromAPosition()
{
    TemporaryRegistry registry;
    fill(registry);
    const QList<AuditEvent> page = valueOf(registry.stores().audit->events({.before = 4, .limit = 2}));
    QCOMPARE(page.size(), 2);
    QCOMPARE(page.first().position, 3);
}

void AuditStoreTest::refusesToBeRewritten()
{
    TemporaryRegistry registry;
    fill(registry);
    sqlite3 *database = nullptr; // any SQLite tool meets the guard, which is a trigger in the file
    QCOMPARE(sqlite3_open(registry.path().toUtf8().constData(), &database), SQLITE_OK);
    for (const char *sql : {"DELETE FROM audit_log WHERE seq = 1", "UPDATE audit_log SET action = 'x'"})
        QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT);
    sqlite3_close(database);
}

void AuditStoreTest::findsTampering_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("kind");
    const auto guarded = [](const QString &sql) -> QString { // somebody who removes the guard first
        return u"DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete; "_s + sql;
    };
    QTest::newRow("leaf changed") << guarded(u"UPDATE audit_log SET leaf = CAST(replace(CAST(leaf AS TEXT), 'eyJ', 'eyK') AS BLOB) WHERE seq = 2"_s)
                                  << u"entry.changed"_s;
    QTest::newRow("hash changed") << guarded(u"UPDATE audit_log SET leaf_hash = zeroblob(32) WHERE seq = 2"_s) << u"entry.changed"_s;
    QTest::newRow("link changed") << guarded(u"UPDATE audit_log SET prev = zeroblob(31) WHERE seq = 2"_s) << u"chain.broken"_s;
    QTest::newRow("entry deleted") << guarded(u"DELETE FROM audit_log WHERE seq = 2"_s) << u"chain.gap"_s;
    QTest::newRow("first deleted") << guarded(u"DELETE FROM audit_log WHERE seq = 0"_s) << u"chain.gap"_s;
    QTest::newRow("last deleted") << guarded(u"DELETE FROM audit_log WHERE seq = 6"_s) << u"record.changed"_s;
    QTest::newRow("swapped") << guarded(u"UPDATE audit_log SET seq = -1 WHERE seq = 2; UPDATE audit_log SET seq = 2 WHERE seq = 3;"
                                        "UPDATE audit_log SET seq = 3 WHERE seq = -1"_s)
                             << u"entry.moved"_s;
    QTest::newRow("renumbered") << guarded(u"UPDATE audit_log SET seq = 19 WHERE seq = 6"_s) << u"chain.gap"_s;
    QTest::newRow("index column") << guarded(u"UPDATE audit_log SET action = 'x' WHERE seq = 3"_s) << u"entry.index"_s;
    QTest::newRow("metric edited") << u"UPDATE metrics SET value = 0.99 WHERE value = 0.5"_s << u"record.changed"_s;
    QTest::newRow("revision edited") << u"UPDATE versions SET rev = 9 WHERE version = '1.1.0'"_s << u"record.changed"_s;
    QTest::newRow("metric deleted") << u"DELETE FROM metrics WHERE value = 0.5"_s << u"record.changed"_s;
    QTest::newRow("stage edited") << u"UPDATE versions SET stage_id = 3 WHERE version = '1.1.0'"_s << u"record.changed"_s;
    QTest::newRow("curve edited") << u"UPDATE curves SET points = zeroblob(16)"_s << u"record.changed"_s;
    QTest::newRow("artifact edited") << u"UPDATE artifacts SET sha256 = replace(sha256, '3', '4')"_s << u"record.changed"_s;
    QTest::newRow("tag edited") << u"UPDATE tags SET value = 'x'"_s << u"record.changed"_s;
    QTest::newRow("version deleted") << u"DELETE FROM versions WHERE version = '1.1.0'"_s << u"record.missing"_s;
    QTest::newRow("version renamed") << u"UPDATE versions SET version = '9.9.9' WHERE version = '1.1.0'"_s << u"record.unlogged"_s;
    QTest::newRow("alias moved") << u"UPDATE aliases SET version_id = 2"_s << u"record.changed"_s;
    QTest::newRow("alias deleted") << u"DELETE FROM aliases"_s << u"record.missing"_s;
    QTest::newRow("alias added") << u"INSERT INTO aliases VALUES (1, 'x', 2)"_s << u"record.unlogged"_s;
    QTest::newRow("stage widened") << u"UPDATE stages SET capacity = 9 WHERE name = 'Production'"_s << u"record.changed"_s;
    QTest::newRow("model described") << u"UPDATE models SET description = 'x'"_s << u"record.changed"_s;
}

void AuditStoreTest::findsTampering()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, kind);
    TemporaryRegistry registry;
    fill(registry);
    registry.tamper(u"PRAGMA foreign_keys = ON; "_s + sql);
    const CheckReport report = valueOf(registry.stores().audit->verify());
    QVERIFY(!report.isOk());
    QStringList kinds;
    for (const Problem &problem : report.problems)
        kinds.append(problem.kind + u' ' + problem.where);
    QVERIFY2(kinds.join(u", "_s).contains(kind), qPrintable(kinds.join(u", "_s)));
    for (const Problem &problem : report.problems)
        QVERIFY(!problem.where.isEmpty() && !problem.detail.isEmpty());
}

void AuditStoreTest::findsAnIndexThatSaysSomethingElse()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"needle"_s, u"1.0.0"_s)));
    registry.close();
    QFile file(registry.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    int copies = 0;
    for (qsizetype at = whole.indexOf("needle"); at >= 0; at = whole.indexOf("needle", at + 1), ++copies) {
        QVERIFY(file.seek(at) && file.write("noodle") == 6 && file.flush()); // the name in a table, an index or the log
        const auto stores = openStores(registry.path(), {.actor = {}, .readOnly = true});
        QVERIFY2(!stores || !valueOf(stores->audit->verify()).isOk(), qPrintable(QString::number(at)));
        QVERIFY(file.seek(at) && file.write("needle") == 6 && file.flush());
    }
    QVERIFY2(copies > 3, qPrintable(QString::number(copies)));
}

void AuditStoreTest::raisesNoFalseAlarm()
{
    TemporaryRegistry registry;
    Stores colleague = registry.open();
    for (int i = 0; i < 60; ++i) {
        Stores &stores = i % 2 ? colleague : registry.stores();
        const VersionId id = valueOf(stores.versions->add(fullVersion(u"m%1"_s.arg(i % 3), u"1.%1.0"_s.arg(i))));
        if (i % 3 == 0)
            (void)valueOf(stores.stages->setAlias(id, u"champion"_s));
        if (i % 4 == 1 && i % 3)
            QVERIFY(stores.versions->remove(id, u"test"_s));
        if (i % 8 == 1 && i % 3)
            QVERIFY(stores.versions->restore(id));
    }
    const CheckReport report = valueOf(registry.stores().audit->verify());
    QVERIFY2(report.isOk(), qPrintable(report.problems.isEmpty() ? QString() : report.problems.first().kind));
    QVERIFY(report.checked > 80);
}

void AuditStoreTest::stopsWhenAsked()
{
    TemporaryRegistry registry;
    fill(registry);
    const auto report = registry.stores().audit->verify([](qint64, qint64) { return false; });
    QVERIFY(!report);
    QCOMPARE(report.error().code, Error::Code::Unavailable);
}

QTEST_GUILESS_MAIN(AuditStoreTest)
#include "tst_auditstore.moc"
