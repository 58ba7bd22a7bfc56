// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `artifact`, `import`, `export`, `backup`, `restore`, `check`: what goes to files and comes from them.
class FileCommandsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void storesFilesAndGivesThemBack();
    void writesHostileNamesIntoTheFolderOnly();
    void linksFilesWithoutCopying();
    void findsDamagedAndMissingFiles();
    void exportsAndImports();
    void exportsWithoutFormulas();
    void neverOverwritesAnExport();
    void saysHowAnImportWent();
    void saysInOneSentenceWhyNothingCanBeImported_data();
    void saysInOneSentenceWhyNothingCanBeImported();
    void importsOnlyFromPlainFilesAndFolders();
    void restoresABackup();
    void seesATamperedRegistry();

private:
    [[nodiscard]] QString objectFile() const;
    std::unique_ptr<CommandLine> m_cli;
    QString m_model;
};

void FileCommandsTest::init()
{
    m_cli = std::make_unique<CommandLine>();
    m_model = m_cli->write(u"m.onnx"_s, "weights");
    m_cli->must({u"register"_s, u"m"_s, u"1"_s, u"--artifact"_s, m_model, u"--metric"_s, u"f1=0.5"_s});
}

QString FileCommandsTest::objectFile() const
{
    QDirIterator files(m_cli->registry() + u".objects"_s, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

void FileCommandsTest::storesFilesAndGivesThemBack()
{
    m_cli->must({u"artifact"_s, u"add"_s, u"m:1"_s, u"again=%1"_s.arg(m_model)});
    QCOMPARE(m_cli->run({u"artifact"_s, u"add"_s, u"m:1"_s, u"again=%1"_s.arg(m_model)}).status, 4);
    const QJsonArray artifacts = m_cli->json({u"artifact"_s, u"list"_s, u"m:1"_s}).array();
    QCOMPARE(artifacts.size(), 2);
    QCOMPARE(artifacts.at(0).toObject().value("sha256"_L1), artifacts.at(1).toObject().value("sha256"_L1));

    const QString copy = m_cli->file(u"copy.onnx"_s);
    m_cli->must({u"artifact"_s, u"get"_s, u"m:1"_s, u"again"_s, u"--output"_s, copy});
    QCOMPARE(m_cli->read(u"copy.onnx"_s), QByteArray("weights"));
    QCOMPARE(m_cli->run({u"artifact"_s, u"get"_s, u"m:1"_s, u"again"_s, u"--output"_s, copy}).status, 4);
    m_cli->must({u"artifact"_s, u"remove"_s, u"m:1"_s, u"again"_s});
    QCOMPARE(m_cli->run({u"artifact"_s, u"get"_s, u"m:1"_s, u"again"_s}).status, 3);
    const QJsonObject report = m_cli->json({u"artifact"_s, u"verify"_s, u"m:1"_s}).object();
    QCOMPARE(report, QJsonObject({{u"ok"_s, true}, {u"checked"_s, 1}, {u"problems"_s, QJsonArray()}}));
}

void FileCommandsTest::writesHostileNamesIntoTheFolderOnly()
{
    QVERIFY(QDir().mkpath(m_cli->file(u"deep/folder"_s)));
    for (const QString &name : {u"../../escaped"_s, u"/tmp/absolute"_s, u"..\\windows"_s, u"CON"_s, u".hidden"_s}) {
        m_cli->must({u"artifact"_s, u"add"_s, u"m:1"_s, QString(name % u'=' % m_model)});
        m_cli->must({u"artifact"_s, u"get"_s, u"m:1"_s, name, u"--output"_s, m_cli->file(u"deep/folder"_s)});
    }
    QCOMPARE(QDir(m_cli->file(u"deep/folder"_s)).entryList(QDir::Files | QDir::Hidden).size(), 5);
    QVERIFY(!QFile::exists(m_cli->file(u"escaped"_s)));
}

void FileCommandsTest::linksFilesWithoutCopying()
{
    const QString outside = m_cli->write(u"outside.bin"_s, "there");
    m_cli->must({u"artifact"_s, u"add"_s, u"m:1"_s, outside, u"--link"_s});
    m_cli->must({u"artifact"_s, u"add"_s, u"m:1"_s, u"s3://bucket/big.bin"_s});
    QCOMPARE(m_cli->run({u"artifact"_s, u"get"_s, u"m:1"_s, u"big.bin"_s}).status, 8);
    QCOMPARE(m_cli->json({u"artifact"_s, u"verify"_s}).object().value("checked"_L1), 2);

    m_cli->write(u"outside.bin"_s, "changed");
    const Said changed = m_cli->json({u"artifact"_s, u"verify"_s});
    QCOMPARE(changed.status, 1);
    const QJsonObject problem = changed.object().value("problems"_L1).toArray().first().toObject();
    QCOMPARE(problem.value("kind"_L1), u"file.changed"_s);
    QCOMPARE(problem.value("where"_L1), u"m:1/outside.bin"_s);
}

void FileCommandsTest::findsDamagedAndMissingFiles()
{
    const QString object = objectFile();
    QVERIFY(QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner));
    QFile file(object);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    const Said damaged = m_cli->json({u"artifact"_s, u"verify"_s});
    QCOMPARE(damaged.status, 7);
    QCOMPARE(damaged.object().value("problems"_L1).toArray().first().toObject().value("kind"_L1), u"object.corrupt"_s);
    QCOMPARE(m_cli->run({u"artifact"_s, u"get"_s, u"m:1"_s, u"m.onnx"_s, u"--output"_s, m_cli->file(u"x"_s)}).status, 7);
    QVERIFY(!QFile::exists(m_cli->file(u"x"_s)));

    QVERIFY(QFile::remove(object));
    const Said missing = m_cli->json({u"check"_s});
    QCOMPARE(missing.status, 7);
    QCOMPARE(missing.object().value("problems"_L1).toArray().first().toObject().value("kind"_L1), u"object.missing"_s);
}

void FileCommandsTest::exportsAndImports()
{
    m_cli->must({u"register"_s, u"other"_s, u"2"_s, u"--metric"_s, u"loss=NaN"_s, u"--tag"_s, u"a=b"_s});
    const QString file = m_cli->file(u"all.json"_s);
    m_cli->must({u"export"_s, u"--sort"_s, u"created_at"_s, u"--output"_s, file});
    QCOMPARE(m_cli->json({u"export"_s, u"--sort"_s, u"created_at"_s}).out.toUtf8(), m_cli->read(u"all.json"_s));

    const QStringList there {u"--registry"_s, m_cli->file(u"there.stagekeeper"_s)};
    m_cli->must(there + QStringList {u"init"_s});
    const QJsonObject dry = m_cli->json(there + QStringList {u"import"_s, file, u"--dry-run"_s}).object();
    QCOMPARE(dry.value("taken"_L1), 2);
    QVERIFY(m_cli->json(there + QStringList {u"models"_s}).array().isEmpty());
    QCOMPARE(m_cli->json(there + QStringList {u"import"_s, file}).object().value("taken"_L1), 2);
    QCOMPARE(m_cli->json(there + QStringList {u"import"_s, file}).object().value("same"_L1), 2);
    QCOMPARE(m_cli->run(there + QStringList {u"metadata"_s, u"other:2"_s}).out, m_cli->run({u"metadata"_s, u"other:2"_s}).out);
}

void FileCommandsTest::exportsWithoutFormulas()
{
    m_cli->must({u"register"_s, u"=cmd|' /C calc'!A0"_s, u"@SUM(1)"_s, u"--metric"_s, u"f1=-0.5"_s, u"--description"_s, u"a \"b\", c"_s});
    const QString csv = m_cli->run({u"export"_s, u"--format"_s, u"csv"_s, u"--limit"_s, u"1"_s}).out;
    QVERIFY(csv.contains(u"\r\n'=cmd|' /C calc'!A0,'@SUM(1),"_s));
    QVERIFY(csv.contains(u"\"a \"\"b\"\", c\""_s));
    QVERIFY(csv.endsWith(u",-0.5\r\n"_s));
    QCOMPARE(m_cli->run({u"export"_s, u"--format"_s, u"xml"_s}).status, 2);
}

void FileCommandsTest::neverOverwritesAnExport()
{
    const QString file = m_cli->write(u"there.json"_s, "mine");
    QCOMPARE(m_cli->run({u"export"_s, u"--output"_s, file}).status, 4);
    QCOMPARE(m_cli->read(u"there.json"_s), QByteArray("mine"));
}

void FileCommandsTest::saysHowAnImportWent()
{
    QCOMPARE(m_cli->run({u"import"_s, m_cli->file(u"nothing"_s)}).status, 3);
    const QString bad = m_cli->write(u"bad.json"_s, "{\"model_name\": 7}");
    const Said refused = m_cli->json({u"import"_s, bad});
    QCOMPARE(refused.status, 2);
    const QString mixed = m_cli->write(u"mixed.json"_s, R"([{"model_name": "n", "version": "1"}, {"model_name": 7}])");
    const Said partly = m_cli->json({u"import"_s, mixed});
    QCOMPARE(partly.status, 1);
    QCOMPARE(partly.object().value("taken"_L1), 1);
    QCOMPARE(partly.object().value("rejected"_L1), 1);
    QCOMPARE(partly.err, QString()); // the object says it

    const Said inWords = m_cli->run({u"import"_s, mixed});
    QCOMPARE(inWords.status, 1);
    QCOMPARE(inWords.err, u"stagekeeper-cli: 1 of 2 could not be taken; the list says why.\n"_s);
    QCOMPARE(m_cli->run({u"import"_s, bad}).err, u"stagekeeper-cli: 1 of 1 could not be taken; the list says why.\n"_s);
}

void FileCommandsTest::saysInOneSentenceWhyNothingCanBeImported_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QByteArray() << u"is empty."_s;
    QTest::newRow("JSON null") << QByteArray("null") << u"is neither a JSON object or list nor an SQLite database."_s;
    const QString otherEncoding = u"is not in UTF-8, which JSON must be; it seems to be in UTF-16 or UTF-32."_s;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << otherEncoding;
    QTest::newRow("UTF-16 with a mark") << QByteArray("\xfe\xff\0{\0}", 6) << otherEncoding;
    QTest::newRow("half a database") << QByteArray("SQLite format 3\0\x10", 17) << u"cannot be read as an SQLite database."_s;
}

void FileCommandsTest::saysInOneSentenceWhyNothingCanBeImported()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, sentence);
    QVERIFY(QDir().mkpath(m_cli->file(u"source"_s)));
    const QString file = m_cli->write(u"source/metadata.json"_s, content);
    const QByteArray before = m_cli->read(u"test.stagekeeper"_s);
    const Said said = m_cli->run({u"import"_s, file});
    QVERIFY(said.status != 0);
    QCOMPARE(said.err, u"stagekeeper-cli: \"%1\" %2\n"_s.arg(file, sentence));
    QCOMPARE(said.out, QString());
    // in a folder it is one row among others
    const Said inFolder = m_cli->run({u"import"_s, m_cli->file(u"source"_s)});
    QCOMPARE(inFolder.err.count(u'\n'), qsizetype(content == "null" ? 0 : 1));
    QCOMPARE(m_cli->read(u"test.stagekeeper"_s), before);
}

void FileCommandsTest::importsOnlyFromPlainFilesAndFolders()
{
    const QString pipe = m_cli->file(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(m_cli->run({u"import"_s, pipe}).err, u"stagekeeper-cli: \"%1\" is not a plain file.\n"_s.arg(pipe));
    const QString folder = m_cli->file(u"empty"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(m_cli->run({u"import"_s, folder}).err.startsWith(u"stagekeeper-cli: The folder \"%1\" holds no"_s.arg(folder)));
    // a plain file whose reading fails, for root too
    QCOMPARE(m_cli->run({u"import"_s, u"/proc/self/mem"_s}).err, u"stagekeeper-cli: \"/proc/self/mem\" cannot be read.\n"_s);
}

void FileCommandsTest::restoresABackup()
{
    const QString backup = m_cli->file(u"backup.stagekeeper"_s);
    m_cli->must({u"backup"_s, backup});
    QCOMPARE(m_cli->run({u"backup"_s, backup}).status, 4);
    m_cli->must({u"register"_s, u"m"_s, u"2"_s});
    QCOMPARE(m_cli->run({u"restore"_s, backup}).status, 4);
    const QStringList there {u"--registry"_s, m_cli->file(u"restored.stagekeeper"_s)};
    m_cli->must(there + QStringList {u"restore"_s, backup});
    QCOMPARE(m_cli->json(there + QStringList {u"versions"_s}).array().size(), 1);
    m_cli->must(there + QStringList {u"audit"_s, u"verify"_s});
}

void FileCommandsTest::seesATamperedRegistry()
{
    m_cli->must({u"check"_s, u"--files"_s});
    m_cli->must({u"tag"_s, u"set"_s, u"m:1"_s, u"checked"_s});
    QFile file(m_cli->registry());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray content = file.readAll();
    const qsizetype place = content.indexOf("checked");
    QVERIFY(place > 0);
    for (qsizetype at = place; at >= 0; at = content.indexOf("checked", at + 1)) {
        file.seek(at);
        file.write("cheated");
    }
    file.close();
    const Said verified = m_cli->json({u"audit"_s, u"verify"_s});
    QCOMPARE(verified.status, 7);
    QVERIFY(!verified.object().value("ok"_L1).toBool());
}

QTEST_GUILESS_MAIN(FileCommandsTest)
#include "tst_filecommands.moc"
