// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `versions` and `models`: filters, orders, limits, and what people and programs read.
class VersionsCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsTheNewestFirst();
    void sortsAndLimits();
    void filters();
    void pointsAtWhatIsWrongInAFilter();
    void saysThatAModelDoesNotExist();
    void hasTheKeysThatScriptsUse();
    void showsHiddenCharacters();
    void listsModels();

private:
    [[nodiscard]] QStringList versions(const QStringList &words) const;
    std::unique_ptr<CommandLine> m_cli;
};

void VersionsCommandTest::init()
{
    m_cli = std::make_unique<CommandLine>();
    m_cli->must({u"register"_s, u"m"_s, u"1.0.0"_s, u"--metric"_s, u"f1=0.7"_s});
    m_cli->must({u"register"_s, u"m"_s, u"1.2.0"_s, u"--metric"_s, u"f1=0.9"_s, u"--stage"_s, u"Production"_s});
    m_cli->must({u"register"_s, u"m"_s, u"1.10.0"_s, u"--metric"_s, u"f1=0.8"_s, u"--tag"_s, u"task=ner"_s});
    m_cli->must({u"register"_s, u"other"_s, u"7"_s});
}

QStringList VersionsCommandTest::versions(const QStringList &words) const
{
    QStringList texts;
    const QJsonArray rows = m_cli->json(QStringList {u"versions"_s} + words).array();
    for (const auto &row : rows)
        texts += row.toObject().value("version"_L1).toString();
    return texts;
}

void VersionsCommandTest::listsTheNewestFirst()
{
    QCOMPARE(versions({u"m"_s}), QStringList({u"1.10.0"_s, u"1.2.0"_s, u"1.0.0"_s}));
    QCOMPARE(versions({u"--limit"_s, u"2"_s}), QStringList({u"7"_s, u"1.10.0"_s}));
    QCOMPARE(versions({u"--limit"_s, u"0"_s}), QStringList());
}

void VersionsCommandTest::sortsAndLimits()
{
    QCOMPARE(versions({u"m"_s, u"--sort"_s, u"metrics.f1:desc"_s}), QStringList({u"1.2.0"_s, u"1.10.0"_s, u"1.0.0"_s}));
    QCOMPARE(versions({u"m"_s, u"--sort"_s, u"version"_s, u"--limit"_s, u"2"_s}), QStringList({u"1.0.0"_s, u"1.2.0"_s}));
    QCOMPARE(m_cli->run({u"versions"_s, u"m"_s, u"--sort"_s, u"colour"_s}).status, 2);
}

void VersionsCommandTest::filters()
{
    QCOMPARE(versions({u"m"_s, u"--where"_s, u"stage = Production and metrics.f1 > 0.8"_s}), QStringList({u"1.2.0"_s}));
    QCOMPARE(versions({u"--where"_s, u"tags.task = \"ner\""_s}), QStringList({u"1.10.0"_s}));
}

void VersionsCommandTest::pointsAtWhatIsWrongInAFilter()
{
    const Said said = m_cli->run({u"versions"_s, u"m"_s, u"--where"_s, u"stage = Production and foo > 3"_s});
    QCOMPARE(said.status, 2);
    QVERIFY(said.out.isEmpty());
    const QStringList lines = said.err.split(u'\n');
    QCOMPARE(lines.at(0), u"  stage = Production and foo > 3"_s);
    QCOMPARE(lines.at(1), u"                         ^^^"_s);
    QVERIFY(lines.at(2).contains(u"\"foo\""_s));

    const Said programs = m_cli->json({u"versions"_s, u"m"_s, u"--where"_s, u"stage ="_s});
    QCOMPARE(programs.status, 2);
    QCOMPARE(programs.error().value("code"_L1), u"invalid_argument"_s);
}

void VersionsCommandTest::saysThatAModelDoesNotExist()
{
    QCOMPARE(m_cli->run({u"versions"_s, u"nobody"_s}).status, 3);
    QCOMPARE(m_cli->run({u"show"_s, u"m:9"_s}).status, 3);
    QCOMPARE(m_cli->run({u"show"_s, u"m"_s}).status, 2);
    QCOMPARE(m_cli->run({u"--registry"_s, u"/nowhere/x"_s, u"versions"_s}).status, 3);
}

void VersionsCommandTest::hasTheKeysThatScriptsUse()
{
    const QJsonObject row = m_cli->json({u"versions"_s, u"m"_s, u"--limit"_s, u"1"_s}).array().first().toObject();
    const QStringList expected {u"aliases"_s, u"created_at"_s, u"created_by"_s, u"hyperparameters"_s, u"metrics"_s, u"model"_s,
                                u"revision"_s, u"stage"_s, u"tag_values"_s, u"tags"_s, u"version"_s};
    QCOMPARE(row.keys(), expected);
    QVERIFY(row.value("created_at"_L1).toString().endsWith(u'Z'));
}

void VersionsCommandTest::showsHiddenCharacters()
{
    const QString name = u"evil\u202Etxt\u200B"_s;
    m_cli->must({u"register"_s, name, u"1"_s, u"--tag"_s, u"t=\x1b[31m"_s, u"--description"_s, u"\x1b]0;title\x07"_s});
    for (const QStringList &words : {QStringList {u"versions"_s}, {u"models"_s}, {u"show"_s, QString(name % u":1"_s)}, {u"audit"_s, u"log"_s}}) {
        const Said said = m_cli->run(words);
        QCOMPARE(said.status, 0);
        QVERIFY(said.out.contains(u"evil⟦U+202E⟧txt⟦U+200B⟧"_s));
        QVERIFY(!said.out.contains(QChar(0x202E)) && !said.out.contains(QChar(0x1b)));
    }
    QCOMPARE(m_cli->json({u"versions"_s, name}).array().first().toObject().value("model"_L1).toString(), name);
}

void VersionsCommandTest::listsModels()
{
    m_cli->must({u"alias"_s, u"set"_s, u"m:1.0.0"_s, u"champion"_s});
    const QJsonArray models = m_cli->json({u"models"_s}).array();
    QCOMPARE(models.size(), 2);
    const QJsonObject model = models.first().toObject();
    QCOMPARE(model.value("name"_L1), u"m"_s);
    QCOMPARE(model.value("versions"_L1), 3);
    QCOMPARE(model.value("latest"_L1), u"1.10.0"_s);
    QCOMPARE(model.value("production"_L1), u"1.2.0"_s);
    QCOMPARE(model.value("aliases"_L1), QJsonObject({{u"champion"_s, u"1.0.0"_s}}));
    QVERIFY(models.last().toObject().value("production"_L1).isNull());
}

QTEST_GUILESS_MAIN(VersionsCommandTest)
#include "tst_versionscommand.moc"
