// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/backup.h"
#include "model/store/sql/database.h"
#include "tests/support/temporaryregistry.h"

#include <QFile>
#include <QDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// What is opened, what is refused, and with which sentence (security.md §4.4 and §7 R8, R16, R24).
class SqliteFileTest : public QObject
{
    Q_OBJECT

private slots:
    void writesTheAgreedNumbers();
    void refusesWhatIsNotARegistry_data();
    void refusesWhatIsNotARegistry();
    void refusesForeignObjects_data();
    void refusesForeignObjects();
    void refusesANewerFileItCannotRead();
    void readsANewerFileItMayNotChange();
    void createsNothingOverAnything();
    void survivesTruncationAnywhere();
    void rollsBackWhatAKilledProgramLeft();
    void saysWhoMustRollBack();
    void opensReadOnlyWithItsReason();
    void opensAReadOnlyDiskWithItsReason();
    void waitsForAnotherWriter();
    void saysWhenTheDiskIsFull();
    void leavesNothingOnAFullDisk();
    void leavesWalMode();
    void backsUpAndRestores();
    void refusesADamagedBackup();

private:
    static QByteArray contentOf(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    static QString killedWhileCommitting(TemporaryRegistry &registry);
};

QByteArray SqliteFileTest::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SqliteFileTest::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
}

void SqliteFileTest::writesTheAgreedNumbers()
{
    TemporaryRegistry registry;
    registry.close();
    const QByteArray header = contentOf(registry.path()).left(100);
    QVERIFY(header.startsWith("SQLite format 3"));
    QCOMPARE(header.mid(68, 4), QByteArray("STKP"));
    QCOMPARE(header.mid(60, 4), QByteArray("\0\0\0\1", 4));
    QCOMPARE(header.mid(18, 2), QByteArray("\1\1")); // rollback journal
}

/// The path of a registry whose journal is full and whose pages are half written, as a kill at that moment leaves it.
QString SqliteFileTest::killedWhileCommitting(TemporaryRegistry &registry)
{
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    registry.close();
    sqlite3 *writer = nullptr;
    sqlite3_open(registry.path().toUtf8().constData(), &writer);
    sqlite3_exec(writer, "BEGIN IMMEDIATE; UPDATE versions SET description = 'half'", nullptr, nullptr, nullptr);
    const int flushed = sqlite3_db_cacheflush(writer);
    const QString left = registry.folder() + u"/left.stagekeeper"_s;
    write(left, contentOf(registry.path()));
    write(left + u"-journal"_s, contentOf(registry.path() + u"-journal"_s));
    sqlite3_close(writer);
    return flushed == SQLITE_OK ? left : QString();
}

void SqliteFileTest::refusesWhatIsNotARegistry_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](const char *kind, Error::Code code) { QTest::newRow(kind) << QString::fromLatin1(kind) << int(code); };
    row("nothing", Error::Code::NotFound);
    row("folder", Error::Code::InvalidArgument);
    row("empty", Error::Code::Unsupported);
    row("text", Error::Code::Unsupported);
    row("other database", Error::Code::Unsupported);
    row("our number only", Error::Code::Corrupt);
    row("symbolic link", Error::Code::Unsupported);
    row("hard link", Error::Code::Unsupported);
    row("pipe", Error::Code::Unsupported);
    row("damaged page", Error::Code::Corrupt);
}

void SqliteFileTest::refusesWhatIsNotARegistry()
{
    QFETCH(const QString, kind);
    QFETCH(const int, code);
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    registry.close();
    QString path = registry.folder() + u"/other"_s;
    const QByteArray native = path.toUtf8();
    if (kind == "folder"_L1) {
        path = registry.folder();
    } else if (kind == "empty"_L1) {
        write(path, {});
    } else if (kind == "text"_L1) {
        write(path, QByteArray("just some text ").repeated(1000));
    } else if (kind == "other database"_L1) {
        sqlite3 *database = nullptr;
        sqlite3_open(native.constData(), &database);
        sqlite3_exec(database, "CREATE TABLE meta (key, value)", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    } else if (kind == "our number only"_L1) {
        sqlite3 *database = nullptr;
        sqlite3_open(native.constData(), &database);
        sqlite3_exec(database, "PRAGMA application_id=0x53544B50; CREATE TABLE t (x)", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    } else if (kind == "symbolic link"_L1) {
        QVERIFY(QFile::link(registry.path(), path));
    } else if (kind == "hard link"_L1) {
        QCOMPARE(::link(registry.path().toUtf8().constData(), native.constData()), 0);
    } else if (kind == "pipe"_L1) {
        QCOMPARE(::mkfifo(native.constData(), 0600), 0);
    } else if (kind == "damaged page"_L1) {
        path = registry.path();
        QByteArray content = contentOf(path);
        content.replace(4096 * 3, 4096, QByteArray(4096, 'x'));
        write(path, content);
    }
    const auto opened = openStores(path, {});
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().code), code);
    QVERIFY2(opened.error().message.contains(path), qPrintable(opened.error().message));
}

void SqliteFileTest::refusesForeignObjects_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON versions BEGIN DELETE FROM models; END"_s;
    QTest::newRow("view") << u"CREATE VIEW v AS SELECT * FROM versions"_s;
    QTest::newRow("table") << u"CREATE TABLE extra (x)"_s;
    QTest::newRow("index") << u"CREATE INDEX i ON versions (abs(id))"_s;
    QTest::newRow("virtual table") << u"CREATE VIRTUAL TABLE f USING fts5(x)"_s;
    QTest::newRow("dropped guard") << u"DROP TRIGGER audit_log_no_update"_s;
    QTest::newRow("generated column") << u"ALTER TABLE models ADD COLUMN g TEXT GENERATED ALWAYS AS (name) VIRTUAL"_s;
}

void SqliteFileTest::refusesForeignObjects()
{
    QFETCH(const QString, sql);
    TemporaryRegistry registry;
    registry.close();
    registry.tamper(sql);
    const auto opened = openStores(registry.path(), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Corrupt);
}

void SqliteFileTest::refusesANewerFileItCannotRead()
{
    TemporaryRegistry registry;
    registry.close();
    registry.tamper(u"UPDATE meta SET value = '9' WHERE key IN ('schema', 'min_reader', 'min_writer');"
                    "UPDATE meta SET value = '4.2.0' WHERE key = 'last_writer_app'"_s);
    const auto opened = openStores(registry.path(), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Unsupported);
    QVERIFY(opened.error().message.contains(u"4.2.0"_s));
}

void SqliteFileTest::readsANewerFileItMayNotChange()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    registry.close();
    registry.tamper(u"UPDATE meta SET value = '9' WHERE key IN ('schema', 'min_writer');"
                    "UPDATE meta SET value = '4.2.0' WHERE key = 'last_writer_app'"_s);
    Stores stores = registry.open();
    QVERIFY(stores.info.readOnlyReason.contains(u"4.2.0"_s));
    QCOMPARE(valueOf(stores.models->list()).size(), 1);
    const auto added = stores.versions->add(sampleVersion(u"m"_s, u"2.0.0"_s));
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::Unavailable);
}

void SqliteFileTest::createsNothingOverAnything()
{
    TemporaryRegistry registry;
    const QByteArray before = contentOf(registry.path());
    const auto created = createRegistry(registry.path(), u"x"_s, Lifecycle(), {});
    QVERIFY(!created);
    QCOMPARE(created.error().code, Error::Code::AlreadyExists);
    QCOMPARE(contentOf(registry.path()), before);
    QCOMPARE(createRegistry(registry.folder() + u"/no/such/file"_s, u"x"_s, Lifecycle(), {}).error().code, Error::Code::NotFound);
}

void SqliteFileTest::survivesTruncationAnywhere()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    registry.close();
    const QByteArray whole = contentOf(registry.path());
    for (qsizetype size = 512; size < whole.size(); size += 4608) { // page borders and places between them
        write(registry.path(), whole.left(size));
        const auto opened = openStores(registry.path(), {});
        QVERIFY2(!opened, qPrintable(QString::number(size)));
        QVERIFY(opened.error().code == Error::Code::Corrupt || opened.error().code == Error::Code::Unsupported);
    }
}

void SqliteFileTest::rollsBackWhatAKilledProgramLeft()
{
    TemporaryRegistry registry;
    const QString left = killedWhileCommitting(registry);
    QVERIFY(contentOf(left).contains("half"));
    const auto opened = openStores(left, {.actor = {}, .readOnly = true}); // "check" after the kill
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
    QVERIFY(opened->info.isReadOnly());
    QVERIFY(valueOf(opened->audit->verify()).isOk());
    QVERIFY(!contentOf(left).contains("half"));
}

void SqliteFileTest::saysWhoMustRollBack()
{
    TemporaryRegistry registry;
    const auto database = Database::open(killedWhileCommitting(registry), Database::Mode::ReadOnly);
    QVERIFY(!database);
    QCOMPARE(database.error().code, Error::Code::Unavailable);
    QVERIFY2(database.error().message.contains(u"unfinished"_s), qPrintable(database.error().message));
}

void SqliteFileTest::opensReadOnlyWithItsReason()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    Stores stores = registry.open(true);
    QVERIFY(stores.info.isReadOnly());
    QCOMPARE(valueOf(stores.models->list()).size(), 1);
    QCOMPARE(stores.versions->add(sampleVersion(u"m"_s, u"2.0.0"_s)).error().code, Error::Code::Unavailable);
}

void SqliteFileTest::opensAReadOnlyDiskWithItsReason()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere; the permission is tested as another user");
    TemporaryRegistry registry;
    registry.close();
    QVERIFY(QFile::setPermissions(registry.path(), QFile::ReadOwner));
    QVERIFY(registry.open().info.isReadOnly());
}

void SqliteFileTest::waitsForAnotherWriter()
{
    TemporaryRegistry registry;
    Stores colleague = registry.open();
    QVERIFY(colleague.backend->begin());
    QCOMPARE(valueOf(registry.stores().models->list()).size(), 0); // reading goes on meanwhile
    colleague.backend->rollback();
    QVERIFY(registry.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
}

void SqliteFileTest::saysWhenTheDiskIsFull()
{
    TemporaryRegistry registry;
    Stores &stores = registry.stores();
    (void)valueOf(stores.versions->add(sampleVersion(u"m"_s, u"1.0.0"_s)));
    const auto size = QFileInfo(registry.path()).size();
    struct rlimit limit { };
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const struct rlimit small {rlim_t(size + 8192), limit.rlim_max}; // as good as a full disk, and needs no mount
    ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    ModelVersion large = sampleVersion(u"m"_s, u"2.0.0"_s);
    large.description = u"x"_s.repeated(200'000);
    const auto added = stores.versions->add(large);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::Unavailable);
    QCOMPARE(valueOf(stores.models->find(u"m"_s)).versions, 1);
    QVERIFY(stores.versions->add(large)); // and it works once there is room
    QVERIFY(valueOf(stores.audit->verify()).isOk());
}

void SqliteFileTest::leavesNothingOnAFullDisk()
{
    TemporaryRegistry registry;
    const QStringList before = QDir(registry.folder()).entryList(QDir::Files | QDir::Hidden);
    struct rlimit limit { };
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const struct rlimit small {8192, limit.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto created = createRegistry(registry.folder() + u"/new"_s, u"x"_s, Lifecycle(), {});
    const auto copied = backupRegistry(registry.path(), registry.folder() + u"/copy"_s);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QCOMPARE(created.error().code, Error::Code::Unavailable);
    QCOMPARE(copied.error().code, Error::Code::Unavailable);
    QCOMPARE(QDir(registry.folder()).entryList(QDir::Files | QDir::Hidden), before);
}

void SqliteFileTest::leavesWalMode()
{
    TemporaryRegistry registry;
    registry.close();
    registry.tamper(u"PRAGMA journal_mode=WAL"_s);
    { const Stores stores = registry.open(); }
    QCOMPARE(contentOf(registry.path()).mid(18, 2), QByteArray("\1\1"));
}

void SqliteFileTest::backsUpAndRestores()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    const QString backup = registry.folder() + u"/backup"_s;
    QVERIFY(backupRegistry(registry.path(), backup));
    (void)valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.1.0"_s)));
    QCOMPARE(backupRegistry(registry.path(), backup).error().code, Error::Code::AlreadyExists);
    const QString restored = registry.folder() + u"/restored"_s;
    QVERIFY(restoreRegistry(backup, restored));
    Stores stores = valueOf(openStores(restored, {}));
    QCOMPARE(valueOf(stores.models->find(u"m"_s)).versions, 1);
    QVERIFY(valueOf(stores.audit->verify()).isOk());
    QVERIFY(!stores.info.isReadOnly());
}

void SqliteFileTest::refusesADamagedBackup()
{
    TemporaryRegistry registry;
    (void)valueOf(registry.stores().versions->add(fullVersion(u"m"_s, u"1.0.0"_s)));
    registry.tamper(u"UPDATE versions SET description = 'other'"_s);
    const QString target = registry.folder() + u"/target"_s;
    const auto restored = restoreRegistry(registry.path(), target);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, Error::Code::Corrupt);
    QVERIFY(!QFile::exists(target));
    QCOMPARE(QDir(registry.folder()).entryList({u".backup*"_s}, QDir::Files | QDir::Hidden).size(), 0);
}

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "tst_sqlitefile.moc"
