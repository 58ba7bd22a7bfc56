// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineagewalk.h"
#include "model/store/registry.h"
#include "tests/support/hostilenames.h"
#include "tests/support/temporaryregistry.h"

#include <QTest>

#include <algorithm>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The contract of LineageStore, and that no cycle gets in by any way, over a real registry file.
class LineageStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsNodesOfAllKinds();
    void tellsDataApartByDigestOrVersion();
    void showsParentsThatAreNotRegistered();
    void readsThePartOfOneModel();
    void readsTheSameAroundFewAsAmongAll();
    void keepsALonelyVersion();
    void linksAndUnlinks();
    void putsALinkBackWhereItWas();
    void refusesWhatIsThereAlready();
    void refusesAnOldRevision();
    void refusesACycleWithTheWay();
    void refusesACycleAtRegistrationAndRestore();
    void showsACycleThatSomebodyElseWrote();
    void shortensALongWay();
    void takesHostileNames();
    void takesManyEdgesOfOneVersion();

private:
    VersionId add(const QString &model, const QString &version, const QList<Parent> &parents = {},
                  const QList<DataSource> &data = {}, const std::optional<ExperimentLink> &experiment = {});
    [[nodiscard]] Stores &stores() { return m_registry->stores(); }
    [[nodiscard]] LineageGraph graph(const LineageScope &scope = {}) { return valueOf(stores().lineage->graph(scope)); }
    [[nodiscard]] QStringList edges(const LineageScope &scope = {});
    [[nodiscard]] qint64 revision(VersionId id) { return valueOf(stores().versions->read(id)).revision; }

    std::unique_ptr<TemporaryRegistry> m_registry;
};

void LineageStoreTest::init()
{
    m_registry = std::make_unique<TemporaryRegistry>();
}

VersionId LineageStoreTest::add(const QString &model, const QString &version, const QList<Parent> &parents,
                                const QList<DataSource> &data, const std::optional<ExperimentLink> &experiment)
{
    ModelVersion made = sampleVersion(model, version);
    made.parents = parents;
    made.dataSources = data;
    made.experiment = experiment;
    if (experiment)
        made.hyperparameters = {{u"C"_s, 1}, {u"gamma"_s, 0.5}};
    return valueOf(stores().versions->add(made));
}

QStringList LineageStoreTest::edges(const LineageScope &scope)
{
    const LineageGraph all = graph(scope);
    QStringList texts;
    for (const LineageEdge &edge : all.edges())
        texts += QString(all.node(edge.from).label % u'>' % all.node(edge.to).label);
    texts.sort();
    return texts;
}

void LineageStoreTest::readsNodesOfAllKinds()
{
    add(u"m"_s, u"1"_s, {}, {{u"d"_s, u"sha256:0123456789abcdef0123456789abcdef"_s, 10, 2, u"file:d.csv"_s}},
                                ExperimentLink {u"e:1"_s, u"grid"_s});
    const VersionId second = add(u"m"_s, u"2"_s, {{u"m"_s, u"1"_s}});
    QVERIFY(stores().stages->setAlias(second, u"champion"_s));
    QCOMPARE(edges(), (QStringList {u"d@01234567>m 1"_s, u"grid>m 1"_s, u"m 1>m 2"_s}));

    const LineageGraph all = graph();
    const LineageNode version = all.node(all.indexOf(second));
    QCOMPARE(version.id, u"model:m:2"_s);
    QCOMPARE(version.aliases, QStringList {u"champion"_s});
    QCOMPARE(version.stage, u"Development"_s);
    QCOMPARE(version.stageKind, StageKind::Initial);
    QVERIFY(version.isRegistered);
    const LineageNode data = all.node(all.indexOf(u"data:d@sha256:0123456789abcdef0123456789abcdef"_s));
    QCOMPARE(data.rows, 10);
    QCOMPARE(data.detail, u"file:d.csv"_s);
    const LineageNode experiment = all.node(all.indexOf(u"experiment:e%3A1"_s));
    QCOMPARE(experiment.name, u"e:1"_s);
    QCOMPARE(experiment.detail, u"C, gamma"_s);
}

void LineageStoreTest::tellsDataApartByDigestOrVersion()
{
    add(u"m"_s, u"1"_s, {}, {{u"d"_s, u"a"_s, {}, {}, {}}});
    add(u"m"_s, u"2"_s, {}, {{u"d"_s, u"b"_s, {}, {}, {}}, {u"d"_s, u"a"_s, {}, {}, {}}});
    add(u"m"_s, u"3"_s, {}, {{u"d"_s, {}, {}, {}, {}}});
    ModelVersion dated = sampleVersion(u"m"_s, u"4"_s);
    dated.dataSources = {{u"d"_s, {}, {}, {}, {}}};
    dated.trainingDataVersion = u"2026-08"_s;
    QVERIFY(stores().versions->add(dated));
    QCOMPARE(edges(), (QStringList {u"d>m 3"_s, u"d@2026-08>m 4"_s, u"d@a>m 1"_s, u"d@a>m 2"_s, u"d@b>m 2"_s}));
}

void LineageStoreTest::showsParentsThatAreNotRegistered()
{
    add(u"m"_s, u"1"_s, {{u"elsewhere"_s, u"9"_s}, {u"elsewhere"_s, {}}});
    const LineageGraph all = graph();
    QCOMPARE(edges(), (QStringList {u"elsewhere 9>m 1"_s, u"elsewhere>m 1"_s}));
    QVERIFY(!all.node(all.indexOf(u"model:elsewhere:9"_s)).isRegistered);
    QVERIFY(!all.node(all.indexOf(u"model:elsewhere:9"_s)).versionId.isValid());

    const VersionId late = add(u"elsewhere"_s, u"9"_s);
    QVERIFY(graph().node(graph().indexOf(late)).isRegistered);
    QVERIFY(stores().versions->remove(late, {}));
    QVERIFY(!graph().node(graph().indexOf(u"model:elsewhere:9"_s)).isRegistered);
}

void LineageStoreTest::readsThePartOfOneModel()
{
    const DataSource shared {u"d"_s, u"x"_s, {}, {}, {}};
    add(u"a"_s, u"1"_s, {}, {shared});
    add(u"b"_s, u"1"_s, {{u"a"_s, u"1"_s}});
    add(u"c"_s, u"1"_s, {{u"b"_s, u"1"_s}, {u"z"_s, u"1"_s}});
    add(u"other"_s, u"1"_s, {}, {shared});
    const ModelId b = valueOf(stores().models->find(u"b"_s)).id;
    QCOMPARE(edges({b, {}}), (QStringList {u"a 1>b 1"_s, u"b 1>c 1"_s, u"d@x>a 1"_s, u"z 1>c 1"_s}));
    QCOMPARE(edges().size(), 5);
    const VersionId other = valueOf(stores().versions->find({u"other"_s, u"1"_s, {}}));
    QCOMPARE(edges({{}, {other}}), QStringList {u"d@x>other 1"_s});
}

/// A part that is small is read by itself, and one that is large with everything; nobody may notice which.
void LineageStoreTest::readsTheSameAroundFewAsAmongAll()
{
    const auto fill = [this](int count) {
        return stores().transact([&]() -> Result<> {
            for (int i = 0; i < count; ++i) {
                const QString version = u"%1/%2"_s.arg(count).arg(i);
                const QList<Parent> parents {{u"m"_s, u"%1/%2"_s.arg(count).arg(i / 2)}, {u"gone"_s, QString::number(i / 100)}};
                add(u"m"_s, version, i ? parents : parents.sliced(1), {{u"d%1"_s.arg(i % 7), {}, {}, {}, {}}},
                    ExperimentLink {u"e%1"_s.arg(i % 5), {}});
            }
            return {};
        });
    };
    QVERIFY(fill(60));
    const VersionId start = valueOf(stores().versions->find({u"m"_s, u"60/3"_s, {}}));
    const QStringList alone = edges({{}, {start}});
    QVERIFY(alone.size() > 60);
    QVERIFY(fill(2500));
    QCOMPARE(edges({{}, {start}}), alone);
    const VersionId root = valueOf(stores().versions->find({u"m"_s, u"2500/0"_s, {}}));
    const QStringList both = edges({{}, {start, root}}); // too many around the second
    for (const QString &edge : alone)
        QVERIFY2(both.contains(edge), qPrintable(edge));
    QCOMPARE(both.filter(u"m 2500/"_s).size() + alone.size(), both.size());
}

void LineageStoreTest::keepsALonelyVersion()
{
    const VersionId alone = add(u"m"_s, u"1"_s);
    QVERIFY(graph().isEmpty());
    QCOMPARE(graph({{}, {alone}}).size(), 1);
    QCOMPARE(graph({{}, {alone}}).node(0).label, u"m 1"_s);
    QVERIFY(stores().versions->remove(alone, {}));
    QCOMPARE(stores().lineage->graph({{}, {alone}}).error().code, Error::Code::NotFound);
}

void LineageStoreTest::linksAndUnlinks()
{
    add(u"m"_s, u"1"_s);
    const VersionId second = add(u"m"_s, u"2"_s);
    const qint64 before = valueOf(stores().audit->size());
    QVERIFY(stores().lineage->link(second, revision(second), {Parent {u"m"_s, u"1"_s}}, u"forgotten"_s));
    QVERIFY(stores().lineage->link(second, revision(second), {DataSource {u"d"_s, u"x"_s, 5, {}, {}}}, {}));
    QVERIFY(stores().lineage->link(second, -1, {ExperimentLink {u"e"_s, u"grid"_s}}, {}));
    QCOMPARE(valueOf(stores().audit->size()), before + 3);
    QCOMPARE(edges(), (QStringList {u"d@x>m 2"_s, u"grid>m 2"_s, u"m 1>m 2"_s}));
    QVERIFY(valueOf(stores().audit->verify()).isOk());

    QVERIFY(stores().lineage->unlink(second, revision(second), {LineageKind::Version, u"m"_s, u"1"_s}, {}));
    QVERIFY(stores().lineage->unlink(second, -1, {LineageKind::Data, u"d"_s, {}}, {}));
    QVERIFY(stores().lineage->unlink(second, -1, {LineageKind::Experiment, u"e"_s, {}}, {}));
    QCOMPARE(edges(), QStringList());
    const ModelVersion now = valueOf(stores().versions->read(second));
    QVERIFY(now.parents.isEmpty() && now.dataSources.isEmpty() && !now.experiment);
    QVERIFY(valueOf(stores().audit->verify()).isOk());
}

void LineageStoreTest::putsALinkBackWhereItWas()
{
    const QList<Parent> parents {{u"x"_s, u"1"_s}, {u"y"_s, u"1"_s}, {u"z"_s, u"1"_s}};
    const QList<DataSource> data {{u"a"_s, u"1"_s, 1, 2, u"file:a"_s}, {u"b"_s, u"1"_s, {}, {}, {}}};
    const VersionId id = add(u"m"_s, u"1"_s, parents, data, ExperimentLink {u"e"_s, u"grid"_s});
    const ModelVersion before = valueOf(stores().versions->read(id));
    for (const LineageId &from : {LineageId {LineageKind::Version, u"y"_s, u"1"_s}, LineageId {LineageKind::Data, u"a"_s, u"1"_s},
                                  LineageId {LineageKind::Experiment, u"e"_s, {}}}) {
        const LineageLink link = valueOf(stores().lineage->unlink(id, -1, from));
        QVERIFY(stores().lineage->link(id, -1, link));
    }
    const ModelVersion after = valueOf(stores().versions->read(id));
    QCOMPARE(after.parents, before.parents);
    QCOMPARE(after.dataSources, before.dataSources);
    QCOMPARE(after.experiment, before.experiment);
}

void LineageStoreTest::refusesWhatIsThereAlready()
{
    const VersionId id = add(u"m"_s, u"1"_s, {{u"x"_s, u"1"_s}}, {{u"d"_s, u"1"_s, {}, {}, {}}}, ExperimentLink {u"e"_s, {}});
    const qint64 before = valueOf(stores().audit->size());
    const auto code = [&](const LineageLink &link) { return stores().lineage->link(id, -1, link).error().code; };
    QCOMPARE(code({Parent {u"x"_s, u"1"_s}}), Error::Code::AlreadyExists);
    QCOMPARE(code({DataSource {u"d"_s, u"1"_s, {}, {}, {}}}), Error::Code::AlreadyExists);
    QCOMPARE(code({ExperimentLink {u"e"_s, {}}}), Error::Code::AlreadyExists);
    QCOMPARE(code({ExperimentLink {u"f"_s, {}}}), Error::Code::Conflict);
    QCOMPARE(stores().lineage->unlink(id, -1, {LineageKind::Version, u"x"_s, u"2"_s}).error().code, Error::Code::NotFound);
    QCOMPARE(stores().lineage->unlink(id, -1, {LineageKind::Experiment, u"f"_s, {}}).error().code, Error::Code::NotFound);
    QCOMPARE(valueOf(stores().audit->size()), before);
}

void LineageStoreTest::refusesAnOldRevision()
{
    const VersionId id = add(u"m"_s, u"1"_s);
    const qint64 old = revision(id);
    QVERIFY(stores().lineage->link(id, old, {Parent {u"x"_s, u"1"_s}}));
    QCOMPARE(stores().lineage->link(id, old, {Parent {u"y"_s, u"1"_s}}).error().code, Error::Code::Conflict);
    QCOMPARE(stores().lineage->unlink(id, old, {LineageKind::Version, u"x"_s, u"1"_s}).error().code, Error::Code::Conflict);
    QCOMPARE(edges(), QStringList {u"x 1>m 1"_s});
}

void LineageStoreTest::refusesACycleWithTheWay()
{
    const VersionId first = add(u"m"_s, u"1"_s);
    add(u"m"_s, u"2"_s, {{u"m"_s, u"1"_s}});
    add(u"m"_s, u"3"_s, {{u"m"_s, u"2"_s}});
    const auto refused = stores().lineage->link(first, -1, {Parent {u"m"_s, u"3"_s}});
    QCOMPARE(refused.error().code, Error::Code::InvalidArgument);
    QVERIFY2(refused.error().message.contains(u"m:1 → m:2 → m:3"_s), qPrintable(refused.error().message));
    QCOMPARE(stores().lineage->link(first, -1, {Parent {u"m"_s, u"1"_s}}).error().code, Error::Code::InvalidArgument);
    QCOMPARE(edges().size(), 2);
}

void LineageStoreTest::refusesACycleAtRegistrationAndRestore()
{
    const VersionId child = add(u"m"_s, u"2"_s, {{u"m"_s, u"1"_s}});
    ModelVersion first = sampleVersion(u"m"_s, u"1"_s);
    first.parents = {{u"m"_s, u"2"_s}};
    QCOMPARE(stores().versions->add(first).error().code, Error::Code::InvalidArgument);
    first.parents = {{u"m"_s, u"1"_s}};
    QCOMPARE(stores().versions->add(first).error().code, Error::Code::InvalidArgument);

    QVERIFY(stores().versions->remove(child, {}));
    first.parents = {{u"m"_s, u"2"_s}};
    QVERIFY(stores().versions->add(first));
    const auto restored = stores().versions->restore(child);
    QCOMPARE(restored.error().code, Error::Code::InvalidArgument);
    QVERIFY(restored.error().message.contains(u"m:2 → m:1"_s));
    QVERIFY(valueOf(stores().audit->verify()).isOk());
}

/// Another tool can write what ours refuses. It is shown, and nothing runs for ever.
void LineageStoreTest::showsACycleThatSomebodyElseWrote()
{
    const VersionId first = add(u"m"_s, u"1"_s);
    add(u"m"_s, u"2"_s, {{u"m"_s, u"1"_s}});
    m_registry->tamper(u"INSERT INTO parents SELECT id, 0, 'm', '2' FROM versions WHERE version = '1'"_s);
    QCOMPARE(edges({{}, {first}}), (QStringList {u"m 1>m 2"_s, u"m 2>m 1"_s}));
    QCOMPARE(edges().size(), 2);
    QCOMPARE(stores().lineage->link(first, -1, {Parent {u"m"_s, u"1"_s}}).error().code, Error::Code::InvalidArgument);
    QVERIFY(stores().lineage->link(first, -1, {Parent {u"x"_s, u"1"_s}}));
    QVERIFY(stores().lineage->unlink(first, -1, {LineageKind::Version, u"m"_s, u"2"_s}));
    QCOMPARE(edges().size(), 2);
}

void LineageStoreTest::shortensALongWay()
{
    QVERIFY(stores().transact([this]() -> Result<> {
        for (int i = 0; i < 300; ++i)
            add(u"m"_s, QString::number(i), i ? QList<Parent> {{u"m"_s, QString::number(i - 1)}} : QList<Parent>());
        return {};
    }));
    const VersionId first = valueOf(stores().versions->find({u"m"_s, u"0"_s, {}}));
    const auto refused = stores().lineage->link(first, -1, {Parent {u"m"_s, u"299"_s}});
    QCOMPARE(refused.error().message.section(u": "_s, 1), u"m:0 → m:1 → m:2 → m:3 → … → m:297 → m:298 → m:299."_s);
}

void LineageStoreTest::takesHostileNames()
{
    const QStringList names = acceptableHostileNames();
    QVERIFY(stores().transact([&]() -> Result<> {
        for (const QString &name : names)
            add(name, u"its own"_s, {{name, name}}, {{name, name, {}, {}, name}}, ExperimentLink {name, name});
        return {};
    }));
    const LineageGraph all = graph();
    QCOMPARE(all.size(), 4 * names.size());
    QCOMPARE(all.edges().size(), 3 * names.size());
    for (const LineageNode &node : all.nodes()) {
        const auto id = LineageId::parse(node.id);
        QVERIFY2(id, qPrintable(node.id));
        QCOMPARE(*id, (LineageId {node.kind, node.name, node.version}));
    }
}

void LineageStoreTest::takesManyEdgesOfOneVersion()
{
    QList<Parent> parents;
    for (int i = 0; i < 50'000; ++i)
        parents.append({u"p"_s, QString::number(i)});
    const VersionId id = add(u"m"_s, u"1"_s, parents);
    QCOMPARE(graph({{}, {id}}).edges().size(), 50'000);
    QVERIFY(stores().lineage->link(id, -1, {Parent {u"p"_s, u"one more"_s}}));
    const LineageGraph all = graph();
    QCOMPARE(lineageClosure(all, {all.indexOf(id)}, LineageDirection::Ancestors).size(), 50'001);
    const VersionId child = add(u"m"_s, u"2"_s, {{u"m"_s, u"1"_s}});
    QCOMPARE(stores().lineage->link(id, -1, {Parent {u"m"_s, u"2"_s}}).error().code, Error::Code::InvalidArgument);
    QVERIFY(revision(child) > 0);
}

QTEST_GUILESS_MAIN(LineageStoreTest)

#include "tst_lineagestore.moc"
