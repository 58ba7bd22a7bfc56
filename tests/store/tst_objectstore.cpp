// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"
#include "tests/support/temporaryregistry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

class ObjectStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void storesByDigest();
    void storesTheSameContentOnce();
    void neverOverwrites();
    void givesBackWhatWasStored();
    void findsDamage();
    void refusesWhatIsNotAPlainFile();
    void leavesNothingBehindWhenTheDiskIsFull();
    void stopsWhenAsked();

private:
    static QString file(const QTemporaryDir &folder, const QString &name, const QByteArray &content);
    static QStringList filesIn(const QString &folder);
};

QString ObjectStoreTest::file(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QStringList ObjectStoreTest::filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

void ObjectStoreTest::storesByDigest()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const ObjectInfo info = valueOf(store.put(file(folder, u"a"_s, "abc")));
    QCOMPARE(info.sha256, u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s); // FIPS 180-4, example of "abc"
    QCOMPARE(info.bytes, 3);
    QVERIFY(store.contains(info.sha256));
    const QStringList files = filesIn(store.folder());
    QCOMPARE(files.size(), 1);
    QVERIFY(!(QFile::permissions(files.first()) & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther)));
}

void ObjectStoreTest::storesTheSameContentOnce()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const ObjectInfo first = valueOf(store.put(file(folder, u"a"_s, "same")));
    const ObjectInfo second = valueOf(store.put(file(folder, u"b"_s, "same")));
    QCOMPARE(first.sha256, second.sha256);
    QCOMPARE(filesIn(store.folder()).size(), 1);
}

void ObjectStoreTest::neverOverwrites()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const QString original = file(folder, u"a"_s, "content");
    (void)valueOf(store.put(original));
    const QString object = filesIn(store.folder()).first();
    QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
    QFile damaged(object);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("other");
    damaged.close();
    const auto again = store.put(original);
    QVERIFY2(!again, "a damaged object is reported, not silently replaced");
    QCOMPARE(again.error().code, Error::Code::Corrupt);
}

void ObjectStoreTest::givesBackWhatWasStored()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const QByteArray content = QByteArray("0123456789").repeated(300'000); // several blocks
    const ObjectInfo info = valueOf(store.put(file(folder, u"a"_s, content)));
    const QString target = folder.filePath(u"out"_s);
    QVERIFY(store.get(info.sha256, target));
    QFile out(target);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), content);
    QCOMPARE(store.get(info.sha256, target).error().code, Error::Code::AlreadyExists);
}

void ObjectStoreTest::findsDamage()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const ObjectInfo info = valueOf(store.put(file(folder, u"a"_s, "content")));
    QVERIFY(store.verify(info.sha256));
    const QString object = filesIn(store.folder()).first();
    QVERIFY(QFile::remove(object));
    QCOMPARE(store.verify(info.sha256).error().code, Error::Code::NotFound);
    QVERIFY(QFile::link(file(folder, u"b"_s, "content"), object));
    QCOMPARE(store.verify(info.sha256).error().code, Error::Code::Corrupt);
    QFile::remove(object);
    QVERIFY(QFile::copy(file(folder, u"c"_s, "kontent"), object));
    QCOMPARE(store.verify(info.sha256).error().code, Error::Code::Corrupt);
    QCOMPARE(store.get(info.sha256, folder.filePath(u"out"_s)).error().code, Error::Code::Corrupt);
    QVERIFY(!QFile::exists(folder.filePath(u"out"_s)));
}

void ObjectStoreTest::refusesWhatIsNotAPlainFile()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    QCOMPARE(store.put(folder.filePath(u"missing"_s)).error().code, Error::Code::NotFound);
    QCOMPARE(store.put(folder.path()).error().code, Error::Code::InvalidArgument);
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
    QCOMPARE(store.put(pipe).error().code, Error::Code::InvalidArgument);
    QVERIFY(QFile::link(file(folder, u"a"_s, "x"), folder.filePath(u"link"_s)));
    QCOMPARE(store.put(folder.filePath(u"link"_s)).error().code, Error::Code::InvalidArgument);
    QCOMPARE(filesIn(store.folder()).size(), 0);
}

void ObjectStoreTest::leavesNothingBehindWhenTheDiskIsFull()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const QString large = file(folder, u"a"_s, QByteArray(3'000'000, 'x'));
    struct rlimit limit { };
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const struct rlimit small {1'000'000, limit.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto stored = store.put(large);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, Error::Code::Unavailable);
    QCOMPARE(filesIn(store.folder()).size(), 0);
    QVERIFY(store.put(large));
}

void ObjectStoreTest::stopsWhenAsked()
{
    QTemporaryDir folder;
    ObjectStore store(folder.filePath(u"objects"_s));
    const auto stored = store.put(file(folder, u"a"_s, QByteArray(3'000'000, 'x')), [](qint64, qint64) { return false; });
    QVERIFY(!stored);
    QCOMPARE(filesIn(store.folder()).size(), 0);
}

QTEST_GUILESS_MAIN(ObjectStoreTest)
#include "tst_objectstore.moc"
