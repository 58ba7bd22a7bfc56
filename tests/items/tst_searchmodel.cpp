// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/searchmodel.h"
#include "tests/support/temporaryregistry.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// What Ctrl+K finds, on real registries.
class SearchModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsActionsAndModelsAtOnce();
    void findsActionsOnly();
    void leavesOutDisabledActions();
    void findsVersions();
    void findsVersionsOfAModel();
    void findsAliases();
    void findsTags();
    void findsTagsBelowVersions();
    void searchesAllRegistries();
    void dropsOvertakenAnswers();
    void forgetsAClosedRegistry();
    void finishesWithoutRegistries();
    void goesOnWhenARegistryFails();
    void isDestroyedWhileSearching();
    void takesAnyText();
    void choosesTheBestRow();

private:
    void add(TemporaryRegistry &file, const QString &model, const QString &version, const QString &tag = {});
    [[nodiscard]] Registry *open(const TemporaryRegistry &file, int models);
    /// Searches, waits for the slow sources, prints "Group: text, text | Group: text".
    [[nodiscard]] QString found(const QString &text);
    [[nodiscard]] QString print() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TemporaryRegistry> m_one, m_two;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SearchModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void SearchModelTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("STAGEKEEPER_HOME", m_home->path().toUtf8());
    m_one = std::make_unique<TemporaryRegistry>();
    m_two = std::make_unique<TemporaryRegistry>();
    m_settings = std::make_unique<Settings>();
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {});
    m_model = std::make_unique<SearchModel>(*m_workspace);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->setActions({{u"register"_s, u"Register a version"_s, u"Ctrl+N"_s, u"register"_s, true},
                         {u"undo"_s, u"Undo"_s, {}, u"undo"_s, false},
                         {u"theme"_s, u"Dark theme"_s, {}, {}, true}});
}

void SearchModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_workspace.reset();
}

void SearchModelTest::add(TemporaryRegistry &file, const QString &model, const QString &version, const QString &tag)
{
    ModelVersion sample = sampleVersion(model, version);
    if (!tag.isEmpty())
        sample.tags = {tag};
    static_cast<void>(valueOf(file.stores().versions->add(sample)));
}

Registry *SearchModelTest::open(const TemporaryRegistry &file, int models)
{
    Registry *registry = m_workspace->open(file.path());
    [&] { QTRY_COMPARE(m_workspace->models(registry).size(), models); }();
    return registry;
}

QString SearchModelTest::found(const QString &text)
{
    m_model->search(text);
    [this] { QTRY_VERIFY(!m_model->isSearching()); }();
    return print();
}

QString SearchModelTest::print() const
{
    QStringList groups;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(SearchModel::IsTitleRole).toBool())
            groups.append(index.data().toString() + u": "_s);
        else
            groups.last() += (groups.last().endsWith(u": "_s) ? QString() : u", "_s) + index.data().toString();
    }
    return groups.join(u" | "_s);
}

void SearchModelTest::listsActionsAndModelsAtOnce()
{
    add(*m_one, u"digits"_s, u"1.0.0"_s);
    static_cast<void>(open(*m_one, 1));
    m_model->search({});
    QVERIFY(!m_model->isSearching());
    QCOMPARE(print(), u"Actions: Register a version, Dark theme | Models: digits"_s);
    const QModelIndex title = m_model->index(0, 0), action = m_model->index(1, 0), model = m_model->index(4, 0);
    QCOMPARE(m_model->flags(title), Qt::NoItemFlags);
    QVERIFY(m_model->flags(action) & Qt::ItemIsSelectable);
    QCOMPARE(action.data(SearchModel::ShortcutRole).toString(), u"Ctrl+N"_s);
    QCOMPARE(m_model->entry(1).actionId, u"register"_s);
    QCOMPARE(model.data(SearchModel::ContextRole).toString(), u"test"_s);
    QCOMPARE(model.data(Qt::AccessibleTextRole).toString(), u"digits, test"_s);
    QCOMPARE(m_model->entry(4).reference, (Reference {u"digits"_s, {}, {}}));
}

void SearchModelTest::findsActionsOnly()
{
    add(*m_one, u"theme"_s, u"1.0.0"_s);
    static_cast<void>(open(*m_one, 1));
    QCOMPARE(found(u"> the"_s), u"Actions: Dark theme"_s);
    QCOMPARE(m_model->index(1, 0).data(SearchModel::PositionsRole).value<QList<int>>(), (QList<int> {5, 6, 7}));
    QCOMPARE(found(u">"_s), u"Actions: Register a version, Dark theme"_s);
}

void SearchModelTest::leavesOutDisabledActions()
{
    QCOMPARE(found(u">undo"_s), QString());
    QCOMPARE(m_model->bestRow(), -1);
}

void SearchModelTest::findsVersions()
{
    add(*m_one, u"digits"_s, u"1.0.0"_s);
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    add(*m_one, u"faces"_s, u"2.4.1"_s);
    Registry *registry = open(*m_one, 2);
    QCOMPARE(found(u"2.4"_s), u"Versions: 2.4.1, 2.4.0"_s);
    QCOMPARE(m_model->entry(2).reference, (Reference {u"digits"_s, u"2.4.0"_s, {}}));
    QCOMPARE(m_model->entry(2).registry, registry);
    QCOMPARE(m_model->index(2, 0).data(SearchModel::ContextRole).toString(), u"digits · Development"_s);
}

void SearchModelTest::findsVersionsOfAModel()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    add(*m_one, u"faces"_s, u"2.4.1"_s);
    static_cast<void>(open(*m_one, 2));
    QCOMPARE(found(u"dig 2.4"_s), u"Versions: 2.4.0"_s);
}

void SearchModelTest::findsAliases()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    static_cast<void>(valueOf(m_one->stores().stages->setAlias(VersionId {1}, u"champion"_s)));
    static_cast<void>(open(*m_one, 1));
    QCOMPARE(found(u"@champ"_s), u"Versions: digits@champion"_s);
    QCOMPARE(m_model->entry(1).reference, (Reference {u"digits"_s, u"2.4.0"_s, {}}));
}

void SearchModelTest::findsTags()
{
    add(*m_one, u"digits"_s, u"1.0.0"_s, u"baseline"_s);
    add(*m_one, u"digits"_s, u"1.1.0"_s, u"baseline"_s);
    static_cast<void>(open(*m_one, 1));
    QTRY_VERIFY(m_workspace->currentModel().id.isValid());
    QCOMPARE(found(u"#base"_s), u"Tags: baseline"_s);
    QCOMPARE(m_model->entry(1).tag, u"baseline"_s);
    QVERIFY(m_model->entry(1).context.contains(u'2'));
}

void SearchModelTest::findsTagsBelowVersions()
{
    add(*m_one, u"digits"_s, u"1.0.0-base"_s, u"baseline"_s);
    static_cast<void>(open(*m_one, 1));
    QTRY_VERIFY(m_workspace->currentModel().id.isValid());
    QCOMPARE(found(u"base"_s), u"Versions: 1.0.0-base | Tags: baseline"_s);
}

void SearchModelTest::searchesAllRegistries()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    add(*m_two, u"faces"_s, u"2.4.1"_s);
    Registry *one = open(*m_one, 1);
    Registry *two = open(*m_two, 1);
    static_cast<void>(found(u"2.4"_s));
    QCOMPARE(m_model->rowCount(), 3); // one title for both
    QCOMPARE((QSet {m_model->entry(1).registry, m_model->entry(2).registry}), (QSet {one, two}));
}

void SearchModelTest::dropsOvertakenAnswers()
{
    add(*m_one, u"digits"_s, u"1.0.0"_s);
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    Registry *registry = open(*m_one, 1);
    const QSignalSpy finished(m_model.get(), &SearchModel::finished);
    m_model->search(u"2.4"_s);
    QSemaphore gate;
    static_cast<void>(registry->read([&gate](Stores &) -> Result<bool> { return gate.acquire(), true; }, 100));
    bool paused = false; // long enough for the model to ask
    QTimer::singleShot(300, this, [&paused] { paused = true; });
    QTRY_VERIFY(paused);
    m_model->search(u"1.0.0"_s);
    gate.release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(print(), u"Versions: 1.0.0"_s);
}

void SearchModelTest::forgetsAClosedRegistry()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    add(*m_two, u"faces"_s, u"2.4.1"_s);
    Registry *one = open(*m_one, 1);
    static_cast<void>(open(*m_two, 1));
    static_cast<void>(found(u"2.4"_s));
    QCOMPARE(m_model->rowCount(), 3);
    m_workspace->close(one);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(print(), u"Versions: 2.4.1"_s);
}

void SearchModelTest::finishesWithoutRegistries()
{
    QCOMPARE(found(u"nothing like this"_s), QString());
    QCOMPARE(found(u"dark"_s), u"Actions: Dark theme"_s);
}

void SearchModelTest::goesOnWhenARegistryFails()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    add(*m_two, u"faces"_s, u"2.4.1"_s);
    static_cast<void>(open(*m_one, 1));
    static_cast<void>(open(*m_two, 1));
    static_cast<void>(m_workspace->open(m_home->filePath(u"missing"_s)));
    m_one->tamper(u"ALTER TABLE versions RENAME TO gone"_s);
    QCOMPARE(found(u"2.4"_s), u"Versions: 2.4.1"_s);
}

void SearchModelTest::isDestroyedWhileSearching()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s);
    Registry *registry = open(*m_one, 1);
    m_model->search(u"2.4"_s);
    m_tester.reset();
    m_model.reset();
    const auto after = registry->read([](Stores &) -> Result<bool> { return true; }, -2);
    QTRY_VERIFY(after.isFinished());
}

void SearchModelTest::takesAnyText()
{
    add(*m_one, u"digits"_s, u"2.4.0"_s, u"t"_s);
    static_cast<void>(open(*m_one, 1));
    for (const QString &text : {u"%"_s, u"_ _"_s, u"'; DROP TABLE versions; --"_s, u"   "_s, u"@"_s, u"#"_s, u">>"_s,
                                u"@ "_s, u"\u202E\u202E"_s, u"a b c d e f g h i j"_s, u"\""_s, u"💥💥"_s, u"x"_s.repeated(5000)}) {
        static_cast<void>(found(text));
        QVERIFY2(!print().contains(u"2.4.0"_s), qPrintable(text));
    }
}

void SearchModelTest::choosesTheBestRow()
{
    add(*m_one, u"regression"_s, u"1.0.0"_s);
    add(*m_one, u"theme"_s, u"1.0.0"_s);
    static_cast<void>(open(*m_one, 2));
    m_model->search(u"theme"_s);
    QCOMPARE(m_model->entry(m_model->bestRow()).text, u"theme"_s); // better than "Dark theme", which is above
    m_model->search({});
    QCOMPARE(m_model->bestRow(), 1);
}

QTEST_GUILESS_MAIN(SearchModelTest)
#include "tst_searchmodel.moc"
