// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// `lineage`: what is asked, changed and exported, as people and scripts see it.
class LineageCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsAncestorsAndDescendants();
    void limitsTheDepth();
    void takesTypedIds();
    void exportsDotAndJson();
    void linksAndUnlinks();
    void refusesEdgesThatMakeNoSense();
    void saysWhyImpactAndDifference();
    void failsWithOneSentence();

private:
    [[nodiscard]] QString ids(const QStringList &words) const;

    std::unique_ptr<CommandLine> m_cli;
};

void LineageCommandTest::init()
{
    m_cli = std::make_unique<CommandLine>();
    m_cli->must({u"register"_s, u"m"_s, u"1"_s, u"--data-source"_s, u"d"_s, u"--experiment"_s, u"e"_s});
    m_cli->must({u"register"_s, u"m"_s, u"2"_s, u"--parent"_s, u"m:1"_s});
    m_cli->must({u"register"_s, u"m"_s, u"3"_s, u"--parent"_s, u"m:2"_s, u"--stage"_s, u"Production"_s});
}

/// "id/depth" of what a listing says.
QString LineageCommandTest::ids(const QStringList &words) const
{
    QStringList texts;
    for (const QJsonValue &value : m_cli->json(words).array())
        texts += QString(value.toObject().value("id"_L1).toString() % u'/' % QString::number(value.toObject().value("depth"_L1).toInt()));
    return texts.join(u' ');
}

void LineageCommandTest::listsAncestorsAndDescendants()
{
    QCOMPARE(ids({u"lineage"_s, u"ancestors"_s, u"m:3"_s}), u"model:m:2/1 model:m:1/2 data:d/3 experiment:e/3"_s);
    QCOMPARE(ids({u"lineage"_s, u"descendants"_s, u"m:1"_s}), u"model:m:2/1 model:m:3/2"_s);
    const QJsonObject first = m_cli->json({u"lineage"_s, u"ancestors"_s, u"m:2"_s}).array().first().toObject();
    QCOMPARE(first, QJsonObject({{u"kind"_s, u"model"_s}, {u"id"_s, u"model:m:1"_s}, {u"label"_s, u"m 1"_s}, {u"depth"_s, 1}}));
    QVERIFY(m_cli->run({u"lineage"_s, u"descendants"_s, u"m:1"_s}).out.contains(u"Production"_s));
    QVERIFY(m_cli->json({u"lineage"_s, u"descendants"_s, u"m:3"_s}).array().isEmpty());
    QCOMPARE(m_cli->run({u"lineage"_s, u"descendants"_s, u"m:3"_s}).status, 0);
}

void LineageCommandTest::limitsTheDepth()
{
    QCOMPARE(ids({u"lineage"_s, u"ancestors"_s, u"m:3"_s, u"--depth"_s, u"1"_s}), u"model:m:2/1"_s);
    QCOMPARE(m_cli->run({u"lineage"_s, u"ancestors"_s, u"m:3"_s, u"--depth"_s, u"-1"_s}).status, 2);
}

void LineageCommandTest::takesTypedIds()
{
    QCOMPARE(ids({u"lineage"_s, u"descendants"_s, u"data:d"_s}), u"model:m:1/1 model:m:2/2 model:m:3/3"_s);
    QCOMPARE(ids({u"lineage"_s, u"descendants"_s, u"experiment:e"_s, u"--depth"_s, u"1"_s}), u"model:m:1/1"_s);
    QCOMPARE(ids({u"lineage"_s, u"ancestors"_s, u"model:m:2"_s, u"--depth"_s, u"1"_s}), u"model:m:1/1"_s);
}

void LineageCommandTest::exportsDotAndJson()
{
    const QJsonObject all = m_cli->run({u"lineage"_s, u"export"_s, u"m"_s, u"--format"_s, u"json"_s}).object();
    QCOMPARE(all.value("nodes"_L1).toArray().size(), 5);
    QCOMPARE(all.value("edges"_L1).toArray().size(), 4);
    QCOMPARE(m_cli->json({u"lineage"_s, u"export"_s, u"m:2"_s, u"--depth"_s, u"1"_s}).object().value("nodes"_L1).toArray().size(), 3);
    const QString dot = m_cli->run({u"lineage"_s, u"export"_s, u"m:3"_s}).out;
    QVERIFY(dot.startsWith(u"digraph lineage {"_s));
    QVERIFY(dot.contains(u"\"model:m:2\" -> \"model:m:3\""_s));
    QCOMPARE(m_cli->run({u"lineage"_s, u"export"_s}).out, m_cli->run({u"lineage"_s, u"export"_s, u"m"_s}).out);
    QCOMPARE(m_cli->run({u"lineage"_s, u"export"_s, u"m"_s, u"--format"_s, u"pdf"_s}).status, 2);
    QCOMPARE(m_cli->run({u"lineage"_s, u"export"_s, u"other"_s}).status, 3);
}

void LineageCommandTest::linksAndUnlinks()
{
    const QStringList data {u"--from"_s, u"data:extra@sha256:ab"_s, u"--to"_s, u"m:3"_s, u"--relation"_s, u"trained_on"_s};
    const QJsonObject linked = m_cli->json(QStringList {u"lineage"_s, u"link"_s} + data).object();
    QCOMPARE(linked.value("from"_L1), u"data:extra@sha256:ab"_s);
    QCOMPARE(linked.value("to"_L1), u"model:m:3"_s);
    QCOMPARE(m_cli->run(QStringList {u"lineage"_s, u"link"_s} + data).status, 4);
    QCOMPARE(ids({u"lineage"_s, u"descendants"_s, u"data:extra"_s}), u"model:m:3/1"_s);
    m_cli->must(QStringList {u"lineage"_s, u"unlink"_s} + data);
    QCOMPARE(m_cli->run(QStringList {u"lineage"_s, u"unlink"_s} + data).status, 3);

    m_cli->must({u"lineage"_s, u"link"_s, u"--from"_s, u"far:1"_s, u"--to"_s, u"m:1"_s, u"--relation"_s, u"derived_from"_s});
    m_cli->must({u"lineage"_s, u"link"_s, u"--from"_s, u"grid"_s, u"--to"_s, u"m:2"_s, u"--relation"_s, u"produced"_s});
    m_cli->must({u"lineage"_s, u"link"_s, u"--from"_s, u"m:1"_s, u"--to"_s, u"m:3"_s});
    QCOMPARE(ids({u"lineage"_s, u"ancestors"_s, u"m:2"_s, u"--depth"_s, u"1"_s}), u"model:m:1/1 experiment:grid/1"_s);
    m_cli->must({u"audit"_s, u"verify"_s});
    m_cli->must({u"check"_s});
}

void LineageCommandTest::refusesEdgesThatMakeNoSense()
{
    const auto status = [&](const QString &from, const QString &to, const QString &relation) {
        return m_cli->run({u"lineage"_s, u"link"_s, u"--from"_s, from, u"--to"_s, to, u"--relation"_s, relation}).status;
    };
    QCOMPARE(status(u"m:3"_s, u"m:1"_s, u"derived_from"_s), 2);
    QCOMPARE(status(u"m:1"_s, u"m:1"_s, u"derived_from"_s), 2);
    QCOMPARE(status(u"data:d"_s, u"m:2"_s, u"produced"_s), 2);
    QCOMPARE(status(u"m:1"_s, u"data:d"_s, u"derived_from"_s), 2);
    QCOMPARE(status(u"m:1"_s, u"m:2"_s, u"likes"_s), 2);
    QCOMPARE(status(u"m:1"_s, u"m:9"_s, u"derived_from"_s), 3);
    QCOMPARE(status(u"m@nobody"_s, u"m:2"_s, u"derived_from"_s), 3);
    const Said refused = m_cli->json({u"lineage"_s, u"link"_s, u"--from"_s, u"m:3"_s, u"--to"_s, u"m:1"_s});
    QVERIFY(refused.error().value("message"_L1).toString().contains(u"m:1 → m:2 → m:3"_s));
    QCOMPARE(m_cli->run({u"register"_s, u"m"_s, u"4"_s, u"--parent"_s, u"m:4"_s}).status, 2);
}

void LineageCommandTest::saysWhyImpactAndDifference()
{
    const QJsonObject why = m_cli->json({u"lineage"_s, u"why"_s, u"m:3"_s}).object();
    QCOMPARE(why.value("stage"_L1), u"Production"_s);
    QCOMPARE(why.value("path"_L1).toArray().size(), 4);
    QCOMPARE(why.value("decisions"_L1).toArray().first().toObject().value("action"_L1), u"version.registered"_s);
    const QJsonObject impact = m_cli->json({u"lineage"_s, u"impact"_s, u"data:d"_s}).object();
    QCOMPARE(impact.value("versions"_L1).toArray().size(), 3);
    QCOMPARE(impact.value("live"_L1).toArray(), QJsonArray({u"model:m:3"_s}));
    const QJsonObject diff = m_cli->json({u"lineage"_s, u"diff"_s, u"m:2"_s, u"m:3"_s}).object();
    QCOMPARE(diff.value("common"_L1).toArray().size(), 4);
    QCOMPARE(diff.value("only_left"_L1).toArray(), QJsonArray());
    QCOMPARE(diff.value("only_right"_L1).toArray(), QJsonArray({u"model:m:3"_s}));
    for (const QStringList &words : {QStringList {u"why"_s, u"m:3"_s}, {u"impact"_s, u"data:d"_s}, {u"diff"_s, u"m:2"_s, u"m:3"_s}})
        m_cli->must(QStringList {u"lineage"_s} + words);
}

void LineageCommandTest::failsWithOneSentence()
{
    for (const QString &missing : {u"m:9"_s, u"data:none"_s, u"experiment:none"_s, u"none:1"_s}) {
        const Said said = m_cli->run({u"lineage"_s, u"ancestors"_s, missing});
        QCOMPARE(said.status, 3);
        QCOMPARE(said.err.count(u'\n'), 1);
        QVERIFY(said.out.isEmpty());
    }
    QCOMPARE(m_cli->run({u"lineage"_s}).status, 2);
    QCOMPARE(m_cli->run({u"lineage"_s, u"why"_s, u"data:d"_s}).status, 2);
}

QTEST_GUILESS_MAIN(LineageCommandTest)
#include "tst_lineagecommand.moc"
