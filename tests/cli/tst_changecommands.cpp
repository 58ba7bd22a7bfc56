// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `alias`, `tag`, `stage`: small changes of registered versions, and what the log says of them.
class ChangeCommandsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void movesAnAlias();
    void removesAnAlias();
    void setsAndRemovesTags();
    void movesThroughTheStages();
    void refusesStagesThatDoNotFit();
    void usesTheRegistrysOwnStages();
    void findsNamesWithSeparators();
    void logsWhoDidWhat();

private:
    std::unique_ptr<CommandLine> m_cli;
};

void ChangeCommandsTest::init()
{
    m_cli = std::make_unique<CommandLine>();
    m_cli->must({u"register"_s, u"m"_s, u"1"_s});
    m_cli->must({u"register"_s, u"m"_s, u"2"_s});
}

void ChangeCommandsTest::movesAnAlias()
{
    m_cli->must({u"alias"_s, u"set"_s, u"m:1"_s, u"champion"_s});
    const QJsonObject moved = m_cli->json({u"alias"_s, u"set"_s, u"m:2"_s, u"champion"_s}).object();
    QCOMPARE(moved.value("from"_L1), u"1"_s);
    QCOMPARE(moved.value("to"_L1), u"2"_s);
    QCOMPARE(m_cli->json({u"show"_s, u"m@champion"_s}).object().value("version"_L1), u"2"_s);
    QCOMPARE(m_cli->run({u"alias"_s, u"set"_s, u"m:3"_s, u"champion"_s}).status, 3);
    QCOMPARE(m_cli->run({u"alias"_s, u"set"_s, u"m:1"_s, u" "_s}).status, 2);
}

void ChangeCommandsTest::removesAnAlias()
{
    m_cli->must({u"alias"_s, u"set"_s, u"m:1"_s, u"a"_s});
    m_cli->must({u"alias"_s, u"set"_s, u"m:1"_s, u"b"_s});
    m_cli->must({u"alias"_s, u"remove"_s, u"m@a"_s});
    m_cli->must({u"alias"_s, u"remove"_s, u"m"_s, u"b"_s});
    QVERIFY(m_cli->json({u"alias"_s, u"list"_s, u"m"_s}).array().isEmpty());
    QCOMPARE(m_cli->run({u"alias"_s, u"remove"_s, u"m@a"_s}).status, 3);
    QCOMPARE(m_cli->run({u"alias"_s, u"list"_s, u"nobody"_s}).status, 3);
}

void ChangeCommandsTest::setsAndRemovesTags()
{
    const QJsonObject set = m_cli->json({u"tag"_s, u"set"_s, u"m:1"_s, u"a=1"_s, u"b"_s, u"c=x=y"_s}).object();
    QCOMPARE(set.value("tags"_L1), QJsonObject({{u"a"_s, u"1"_s}, {u"b"_s, QJsonValue()}, {u"c"_s, u"x=y"_s}}));
    const QJsonObject left = m_cli->json({u"tag"_s, u"remove"_s, u"m:1"_s, u"a"_s, u"c"_s}).object();
    QCOMPARE(left.value("tags"_L1), QJsonObject({{u"b"_s, QJsonValue()}}));
    QCOMPARE(m_cli->run({u"tag"_s, u"remove"_s, u"m:1"_s, u"b"_s, u"unknown"_s}).status, 3);
    QCOMPARE(m_cli->json({u"show"_s, u"m:1"_s}).object().value("tags"_L1), QJsonArray({u"b"_s}));
}

void ChangeCommandsTest::movesThroughTheStages()
{
    m_cli->must({u"stage"_s, u"set"_s, u"m:1"_s, u"Production"_s});
    const QJsonObject change
        = m_cli->json({u"stage"_s, u"set"_s, u"m:2"_s, u"Production"_s, u"--reason"_s, u"better"_s}).object();
    QCOMPARE(change.value("from"_L1), u"Development"_s);
    QCOMPARE(change.value("to"_L1), u"Production"_s);
    QCOMPARE(change.value("archived"_L1), QJsonArray({u"m:1"_s}));
    QVERIFY(!m_cli->json({u"show"_s, u"m:2"_s}).object().value("deployed_at"_L1).isNull());
    QCOMPARE(m_cli->json({u"show"_s, u"m:1"_s}).object().value("stage"_L1), u"Archived"_s);
}

void ChangeCommandsTest::refusesStagesThatDoNotFit()
{
    const Said unknown = m_cli->run({u"stage"_s, u"set"_s, u"m:1"_s, u"production"_s});
    QCOMPARE(unknown.status, 2);
    QVERIFY(unknown.err.contains(u"Development, Staging, Production, Archived"_s));
    QCOMPARE(m_cli->run({u"stage"_s, u"set"_s, u"m:1"_s, u"Development"_s}).status, 2);
    QCOMPARE(m_cli->json({u"show"_s, u"m:1"_s}).object().value("revision"_L1), 1);
}

void ChangeCommandsTest::usesTheRegistrysOwnStages()
{
    const QStringList other {u"--registry"_s, m_cli->file(u"other.stagekeeper"_s)};
    m_cli->must(other + QStringList {u"init"_s, u"--stages"_s, u"new, live ,old"_s, u"--name"_s, u"team"_s});
    m_cli->must(other + QStringList {u"register"_s, u"m"_s, u"1"_s});
    QCOMPARE(m_cli->json(other + QStringList {u"show"_s, u"m:1"_s}).object().value("stage"_L1), u"new"_s);
    m_cli->must(other + QStringList {u"stage"_s, u"set"_s, u"m:1"_s, u"live"_s});
    QCOMPARE(m_cli->run({u"--registry"_s, m_cli->file(u"x"_s), u"init"_s, u"--stages"_s, u"a,a"_s}).status, 2);
    QCOMPARE(m_cli->run(other + QStringList {u"init"_s}).status, 4);
}

void ChangeCommandsTest::findsNamesWithSeparators()
{
    m_cli->must({u"register"_s, u"a:b"_s, u"1@2:3"_s});
    m_cli->must({u"alias"_s, u"set"_s, u"a:b:1@2:3"_s, u"x:y@z"_s});
    QCOMPARE(m_cli->json({u"show"_s, u"a:b@x:y@z"_s}).object().value("version"_L1), u"1@2:3"_s);
}

void ChangeCommandsTest::logsWhoDidWhat()
{
    m_cli->must({u"--identity"_s, u"Ada"_s, u"stage"_s, u"set"_s, u"m:1"_s, u"Staging"_s, u"--reason"_s, u"it works"_s});
    const QJsonObject event = m_cli->json({u"audit"_s, u"log"_s, u"m:1"_s, u"--limit"_s, u"1"_s}).array().first().toObject();
    QCOMPARE(event.value("by"_L1), u"Ada"_s);
    QCOMPARE(event.value("kind"_L1), u"version.stage"_s);
    QCOMPARE(event.value("subject"_L1), u"m:1"_s);
    QCOMPARE(event.value("before"_L1), QJsonObject({{u"stage"_s, u"Development"_s}}));
    QCOMPARE(event.value("after"_L1), QJsonObject({{u"stage"_s, u"Staging"_s}}));
    QCOMPARE(event.value("reason"_L1), u"it works"_s);
    QCOMPARE(m_cli->json({u"audit"_s, u"log"_s, u"--kind"_s, u"version.stage"_s}).array().size(), 1);
    QCOMPARE(m_cli->run({u"audit"_s, u"log"_s, u"nobody"_s}).status, 3);
}

QTEST_GUILESS_MAIN(ChangeCommandsTest)
#include "tst_changecommands.moc"
