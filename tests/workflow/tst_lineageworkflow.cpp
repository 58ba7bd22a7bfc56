// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/stores.h"
#include "model/workflow/aliaschange.h"
#include "model/workflow/lineageedit.h"
#include "model/workflow/lineageview.h"
#include "model/workflow/stagechange.h"
#include "tests/support/temporaryregistry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Edges that people add and remove, with the way back, and the story of a version.
class LineageWorkflowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesBackALink();
    void takesBackAnUnlink();
    void keepsWhatWasChangedSince();
    void bringsKnownFactsAlong();
    void refusesNamesThatCannotBe();
    void findsWhatIsNamed();
    void tellsTheStoryOfAVersion();
    void datesImportedDecisionsByWhenTheyHappened();
    void collectsWhatAnExperimentTried();

private:
    VersionId add(const QString &version, const QList<Parent> &parents = {}, const QList<DataSource> &data = {});
    [[nodiscard]] Stores &stores() { return m_registry->stores(); }
    [[nodiscard]] ModelVersion read(VersionId id) { return valueOf(stores().versions->read(id)); }
    [[nodiscard]] QString found(const QString &text);

    std::unique_ptr<TemporaryRegistry> m_registry;
};

void LineageWorkflowTest::init()
{
    m_registry = std::make_unique<TemporaryRegistry>();
}

VersionId LineageWorkflowTest::add(const QString &version, const QList<Parent> &parents, const QList<DataSource> &data)
{
    ModelVersion made = sampleVersion(u"m"_s, version);
    made.parents = parents;
    made.dataSources = data;
    return valueOf(stores().versions->add(made));
}

/// The ids of what was found, or the code of the error.
QString LineageWorkflowTest::found(const QString &text)
{
    const auto place = findInLineage(stores(), text);
    if (!place)
        return codeName(place.error().code);
    QStringList ids;
    for (const int node : place->nodes)
        ids += place->graph.node(node).id;
    return ids.join(u' ');
}

void LineageWorkflowTest::takesBackALink()
{
    add(u"1"_s);
    const VersionId second = add(u"2"_s);
    const LineageEdit edit = valueOf(linkLineage(stores(), {LineageKind::Version, u"m"_s, u"1"_s}, second, read(second).revision));
    QCOMPARE(edit.to.toString(), u"model:m:2"_s);
    QCOMPARE(edit.revision, read(second).revision);
    QCOMPARE(read(second).parents, (QList<Parent> {{u"m"_s, u"1"_s}}));
    QVERIFY(edit.undo.run(stores()));
    QVERIFY(read(second).parents.isEmpty());
    QVERIFY(valueOf(stores().audit->verify()).isOk());
}

void LineageWorkflowTest::takesBackAnUnlink()
{
    const QList<Parent> parents {{u"x"_s, u"1"_s}, {u"y"_s, u"1"_s}};
    const VersionId id = add(u"1"_s, parents);
    const LineageEdit edit = valueOf(unlinkLineage(stores(), {LineageKind::Version, u"x"_s, u"1"_s}, id));
    QCOMPARE(read(id).parents.size(), 1);
    QVERIFY(edit.undo.run(stores()));
    QCOMPARE(read(id).parents, parents);
}

void LineageWorkflowTest::keepsWhatWasChangedSince()
{
    const VersionId id = add(u"1"_s);
    const LineageId parent {LineageKind::Version, u"x"_s, u"1"_s};
    const LineageEdit linked = valueOf(linkLineage(stores(), parent, id));
    const LineageEdit unlinked = valueOf(unlinkLineage(stores(), parent, id));
    const qint64 events = valueOf(stores().audit->size());
    QCOMPARE(linked.undo.run(stores()).error().code, Error::Code::Conflict);
    QVERIFY(linkLineage(stores(), parent, id));
    QCOMPARE(unlinked.undo.run(stores()).error().code, Error::Code::Conflict);
    QCOMPARE(valueOf(stores().audit->size()), events + 1);
}

void LineageWorkflowTest::bringsKnownFactsAlong()
{
    add(u"1"_s, {}, {{u"d"_s, u"sha256:ab"_s, 12, 3, u"file:d.csv"_s}});
    const VersionId second = add(u"2"_s);
    QVERIFY(linkLineage(stores(), {LineageKind::Data, u"d"_s, u"sha256:ab"_s}, second));
    QCOMPARE(read(second).dataSources.first().rows, 12);
    QCOMPARE(read(second).dataSources.first().uri, u"file:d.csv"_s);
}

void LineageWorkflowTest::refusesNamesThatCannotBe()
{
    const VersionId id = add(u"1"_s);
    const QString tooLong(5000, u'x');
    for (const LineageId &from : {LineageId {LineageKind::Version, u" "_s, u"1"_s}, LineageId {LineageKind::Version, u"m"_s, tooLong},
                                  LineageId {LineageKind::Data, u"a\nb"_s, {}}, LineageId {LineageKind::Experiment, {}, {}}}) {
        QCOMPARE(linkLineage(stores(), from, id).error().code, Error::Code::InvalidArgument);
    }
    const QString longest(4096, u'x');
    QVERIFY(linkLineage(stores(), {LineageKind::Version, longest, longest}, id));
    QVERIFY(linkLineage(stores(), {LineageKind::Data, longest, {}}, id));
    QCOMPARE(found(u"model:%1:%1"_s.arg(longest)), u"model:%1:%1"_s.arg(longest));
}

void LineageWorkflowTest::findsWhatIsNamed()
{
    const VersionId id = add(u"1"_s, {{u"elsewhere"_s, u"9"_s}}, {{u"d"_s, u"a"_s, {}, {}, {}}, {u"d"_s, u"b"_s, {}, {}, {}}});
    QVERIFY(setAlias(stores(), id, u"champion"_s));
    QCOMPARE(found(u"m:1"_s), u"model:m:1"_s);
    QCOMPARE(found(u"m@champion"_s), u"model:m:1"_s);
    QCOMPARE(found(u"model:m:1"_s), u"model:m:1"_s);
    QCOMPARE(found(u"elsewhere:9"_s), u"model:elsewhere:9"_s);
    QCOMPARE(found(u"data:d"_s), u"data:d@a data:d@b"_s);
    QCOMPARE(found(u"data:d@b"_s), u"data:d@b"_s);
    for (const QString &missing : {u"data:e"_s, u"experiment:e"_s, u"m:2"_s, u"model:m:2"_s, u"other:1"_s})
        QCOMPARE(found(missing), u"not_found"_s);
    QCOMPARE(found(u"nothing"_s), u"invalid_argument"_s);
}

void LineageWorkflowTest::tellsTheStoryOfAVersion()
{
    add(u"1"_s, {}, {{u"d"_s, u"a"_s, {}, {}, {}}});
    const VersionId second = add(u"2"_s, {{u"m"_s, u"1"_s}});
    QVERIFY(setStage(stores(), second, u"Production"_s, u"better"_s));
    QVERIFY(setAlias(stores(), second, u"champion"_s));
    const LineageStory story = valueOf(lineageStory(stores(), second));
    QStringList reasons, decisions;
    for (const LineageReason &reason : story.reasons)
        reasons += story.graph.node(reason.node).label;
    for (const LineageDecision &decision : story.decisions)
        decisions += QStringList {decision.action, decision.from, decision.to, decision.alias, decision.reason}.join(u'|');
    QCOMPARE(reasons, (QStringList {u"d@a"_s, u"m 1"_s}));
    QCOMPARE(decisions, (QStringList {u"version.registered||Development||"_s, u"version.stage|Development|Production||better"_s,
                                      u"alias.set||2|champion|"_s}));
}

void LineageWorkflowTest::datesImportedDecisionsByWhenTheyHappened()
{
    const QDateTime then = QDateTime::fromString(u"2025-03-01T10:00:00+02:00"_s, Qt::ISODate);
    QVERIFY(stores().versions->add(sampleVersion(u"m"_s, u"1"_s), ImportedOrigin {then, u"somebody"_s}));
    const LineageDecision decision = valueOf(decisionsOn(stores(), u"m"_s, u"1"_s)).first();
    QCOMPARE(decision.time, then);
    QCOMPARE(decision.actor, u"somebody"_s);
    QVERIFY(decision.isImported);
}

void LineageWorkflowTest::collectsWhatAnExperimentTried()
{
    for (int i = 0; i < 3; ++i) {
        ModelVersion made = sampleVersion(u"m"_s, QString::number(i));
        made.experiment = ExperimentLink {u"e"_s, {}};
        made.hyperparameters = {{u"C"_s, i / 2}, {u"kernel"_s, u"rbf"_s}};
        QVERIFY(stores().versions->add(made));
    }
    const LineageGraph graph = valueOf(stores().lineage->graph());
    const QJsonObject tried = valueOf(triedHyperparameters(stores(), graph, graph.indexOf(u"experiment:e"_s)));
    QCOMPARE(tried, QJsonObject({{u"C"_s, QJsonArray({0, 1})}, {u"kernel"_s, u"rbf"_s}}));
}

QTEST_GUILESS_MAIN(LineageWorkflowTest)
#include "tst_lineageworkflow.moc"
