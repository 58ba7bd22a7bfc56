// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Registry files of earlier programs, kept in tests/data/registry, mean today what they meant then.
class KeptRegistryTest final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data() { everyKeptFile(); }
    void reads();
    void canBeWrittenOn_data() { everyKeptFile(); }
    void canBeWrittenOn();
    void neverPassesDamageAsTruth_data() { everyKeptFile(); }
    void neverPassesDamageAsTruth();

private:
    static QDir folder() { return QDir(QStringLiteral(TEST_DATA "/registry")); }
    static void everyKeptFile();
    static QByteArray content(const QString &path);
};

namespace {

/// A command line whose registry is a copy of the kept one.
std::unique_ptr<CommandLine> copyOf(const QString &kept)
{
    auto cli = std::make_unique<CommandLine>(false);
    if (!QFile::copy(kept, cli->registry()) || !QFile::setPermissions(cli->registry(), QFile::ReadOwner | QFile::WriteOwner))
        qFatal("%s could not be copied", qPrintable(kept));
    const QDir objects(kept + u".objects"_s);
    QDirIterator files(objects.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const QString target = cli->file(u"test.stagekeeper.objects/"_s + objects.relativeFilePath(file.filePath()));
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file.filePath(), target))
            qFatal("%s could not be copied", qPrintable(file.filePath()));
    }
    return cli;
}

/// Everything that `then` says is still said; later programs may say more.
bool saysTheSame(const QJsonArray &now, const QJsonArray &then)
{
    bool same = now.size() == then.size();
    for (qsizetype i = 0; same && i < then.size(); ++i) {
        const QJsonObject before = then.at(i).toObject(), after = now.at(i).toObject();
        for (auto field = before.begin(); field != before.end(); ++field)
            same = same && after.value(field.key()) == field.value();
    }
    return same;
}

} // namespace

void KeptRegistryTest::everyKeptFile()
{
    QTest::addColumn<QString>("kept");
    const QStringList names = folder().entryList({u"*.stagekeeper"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder().filePath(QFileInfo(name).completeBaseName());
}

QByteArray KeptRegistryTest::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void KeptRegistryTest::reads()
{
    QFETCH(const QString, kept);
    const auto cli = copyOf(kept + u".stagekeeper"_s);
    const QJsonArray then = QJsonDocument::fromJson(content(kept + u".json"_s)).array();
    QCOMPARE(then.size(), 4);
    QVERIFY(saysTheSame(cli->json({u"export"_s}).array(), then));
    const QJsonObject log = cli->json({u"audit"_s, u"verify"_s}).object();
    QVERIFY(log.value("ok"_L1).toBool());
    QCOMPARE(log.value("checked"_L1).toInt(), 13);
    QCOMPARE(cli->json({u"artifact"_s, u"verify"_s}).object().value("checked"_L1).toInt(), 2);
    QCOMPARE(cli->run({u"check"_s, u"--files"_s}).status, 0);
    QCOMPARE(cli->run({u"artifact"_s, u"get"_s, u"ranker@champion"_s, u"weights"_s, u"--output"_s, cli->file(u"weights"_s)}).status, 0);
    QCOMPARE(cli->read(u"weights"_s), QByteArray("weights of the second\n"));
    QCOMPARE(content(cli->registry()), content(kept + u".stagekeeper"_s)); // reading writes nothing
}

void KeptRegistryTest::canBeWrittenOn()
{
    QFETCH(const QString, kept);
    const auto cli = copyOf(kept + u".stagekeeper"_s);
    cli->must({u"register"_s, u"ranker"_s, u"2.0.0"_s, u"--metric"_s, u"auc=0.95"_s});
    cli->must({u"stage"_s, u"set"_s, u"ranker:2.0.0"_s, u"Production"_s});
    QCOMPARE(cli->json({u"show"_s, u"ranker:1.1.0"_s}).object().value("stage"_L1).toString(), u"Archived"_s);
    cli->must({u"check"_s, u"--files"_s});
}

/// A byte is inverted at many places: either the file is refused, or it says what it said, or the check finds it.
void KeptRegistryTest::neverPassesDamageAsTruth()
{
    QFETCH(const QString, kept);
    const auto cli = copyOf(kept + u".stagekeeper"_s);
    const QByteArray whole = content(cli->registry());
    const QJsonArray then = cli->json({u"export"_s}).array();
    int refused = 0, found = 0, used = 0;
    for (qsizetype position = 0; position < whole.size(); ++position) {
        if (whole.at(position) == 0 || ++used % 101 != 0) // most of a small file is empty space
            continue;
        QByteArray damaged = whole;
        damaged[position] = char(~damaged.at(position));
        cli->write(u"test.stagekeeper"_s, damaged);
        const Said said = cli->json({u"export"_s});
        if (said.status != 0) {
            QVERIFY2(said.status == 7 || said.status == 8, qPrintable(said.err));
            QVERIFY(!said.error().value("message"_L1).toString().isEmpty());
            ++refused;
        } else if (!saysTheSame(said.array(), then)) {
            QVERIFY2(cli->run({u"audit"_s, u"verify"_s}).status == 7, qPrintable(u"byte %1"_s.arg(position)));
            ++found;
        }
    }
    qInfo("%d refused, %d opened with other values and found by the check", refused, found);
    QVERIFY(refused > 0 && found > 0);
}

QTEST_GUILESS_MAIN(KeptRegistryTest)
#include "tst_keptregistry.moc"
