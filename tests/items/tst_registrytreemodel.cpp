// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/registrytreemodel.h"
#include "model/items/roles.h"
#include "model/workflow/stagechange.h"
#include "tests/support/temporaryregistry.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QPersistentModelIndex>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// Registries and their models as a tree that follows the workspace.
class RegistryTreeModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsRegistriesWithTheirModels();
    void showsWhatWasOpenBefore();
    void saysWhyARegistryCannotBeOpened();
    void marksReadOnly();
    void addsAndRemovesModels();
    void keepsPlacesWhileOthersClose();
    void findsWhatItShows();
    void knowsNothingOfOtherIndexes();

private:
    void add(TemporaryRegistry &file, const QString &model, const QString &version);
    [[nodiscard]] Registry *open(const TemporaryRegistry &file);
    [[nodiscard]] QString print() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TemporaryRegistry> m_one, m_two;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RegistryTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RegistryTreeModelTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("STAGEKEEPER_HOME", m_home->path().toUtf8());
    m_one = std::make_unique<TemporaryRegistry>();
    m_two = std::make_unique<TemporaryRegistry>();
    m_settings = std::make_unique<Settings>();
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {});
    m_model = std::make_unique<RegistryTreeModel>(*m_workspace);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void RegistryTreeModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_workspace.reset();
}

void RegistryTreeModelTest::add(TemporaryRegistry &file, const QString &model, const QString &version)
{
    static_cast<void>(valueOf(file.stores().versions->add(sampleVersion(model, version))));
}

Registry *RegistryTreeModelTest::open(const TemporaryRegistry &file)
{
    Registry *registry = m_workspace->open(file.path());
    [&] { QTRY_COMPARE(registry->state(), Registry::State::Ready); }();
    return registry;
}

/// "test 2: a 1, b 3* | other" with the counts, * for live.
QString RegistryTreeModelTest::print() const
{
    QStringList registries;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex registry = m_model->index(row, 0);
        QStringList models;
        for (int i = 0; i < m_model->rowCount(registry); ++i) {
            const QModelIndex model = m_model->index(i, 0, registry);
            models.append(model.data().toString() + u' ' + model.data(CountRole).toString()
                          + (model.data(LiveRole).toBool() ? u"*"_s : QString()));
        }
        registries.append(registry.data().toString() + u' ' + registry.data(CountRole).toString() + u": "_s + models.join(u", "_s));
    }
    return registries.join(u" | "_s);
}

void RegistryTreeModelTest::showsRegistriesWithTheirModels()
{
    add(*m_one, u"b"_s, u"1"_s);
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_one, u"a"_s, u"2"_s);
    QVERIFY(setStage(m_one->stores(), VersionId {1}, u"Production"_s));
    const Registry *registry = m_workspace->open(m_one->path());
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex row = m_model->index(0, 0);
    QCOMPARE(row.data(StateRole).toInt(), int(Registry::State::Opening));
    QVERIFY(row.data(MutedRole).toBool());
    QVERIFY(!row.data(CountRole).isValid());
    QTRY_COMPARE(print(), u"test 2: a 2, b 1*"_s);
    QCOMPARE(row.data(ExactRole).toString(), registry->address());
    QVERIFY(!row.data(MutedRole).toBool());
    QVERIFY(!row.data(NoteRole).isValid());
}

void RegistryTreeModelTest::showsWhatWasOpenBefore()
{
    add(*m_one, u"a"_s, u"1"_s);
    const Registry *registry = open(*m_one);
    QTRY_COMPARE(m_workspace->models(registry).size(), 1);
    const RegistryTreeModel later(*m_workspace);
    QCOMPARE(later.rowCount(), 1);
    QCOMPARE(later.rowCount(later.index(0, 0)), 1);
}

void RegistryTreeModelTest::saysWhyARegistryCannotBeOpened()
{
    Registry *registry = m_workspace->open(m_home->filePath(u"missing.stagekeeper"_s));
    const QModelIndex row = m_model->indexOf(registry);
    QTRY_COMPARE(row.data(StateRole).toInt(), int(Registry::State::Failed));
    QCOMPARE(row.data().toString(), u"missing"_s);
    QCOMPARE(row.data(ErrorRole).toString(), registry->error().message);
    QCOMPARE(row.data(IconNameRole).toString(), u"warning"_s);
    QVERIFY(!row.data(NoteRole).toString().isEmpty());
    QVERIFY(row.data(MutedRole).toBool());
}

void RegistryTreeModelTest::marksReadOnly()
{
    m_tester.reset();
    m_model.reset();
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {{}, true});
    const RegistryTreeModel model(*m_workspace);
    Registry *registry = open(*m_one);
    QCOMPARE(model.indexOf(registry).data(IconNameRole).toString(), u"lock"_s);
    QCOMPARE(model.indexOf(registry).data(ErrorRole).toString(), registry->info().readOnlyReason);
}

void RegistryTreeModelTest::addsAndRemovesModels()
{
    add(*m_one, u"b"_s, u"1"_s);
    add(*m_one, u"d"_s, u"1"_s);
    Registry *registry = open(*m_one);
    QTRY_COMPARE(print(), u"test 2: b 1, d 1"_s);
    const QPersistentModelIndex d = m_model->indexOf(registry, u"d"_s), b = m_model->indexOf(registry, u"b"_s);
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_one, u"c"_s, u"1"_s);
    add(*m_one, u"e"_s, u"1"_s);
    m_workspace->reopen(registry);
    QTRY_COMPARE(print(), u"test 5: a 1, b 1, c 1, d 1, e 1"_s);
    QCOMPARE(d.row(), 3);
    m_one->tamper(u"UPDATE models SET name = 'f' WHERE name = 'b'"_s);
    m_workspace->reopen(registry);
    QTRY_COMPARE(print(), u"test 5: a 1, c 1, d 1, e 1, f 1"_s);
    QVERIFY(!b.isValid());
    QCOMPARE(d.data().toString(), u"d"_s);
}

void RegistryTreeModelTest::keepsPlacesWhileOthersClose()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_two, u"b"_s, u"1"_s);
    Registry *one = open(*m_one);
    Registry *two = open(*m_two);
    QTRY_COMPARE(print(), u"test 1: a 1 | test 1: b 1"_s);
    const QPersistentModelIndex a = m_model->indexOf(one, u"a"_s), b = m_model->indexOf(two, u"b"_s);
    m_workspace->close(one);
    QCOMPARE(print(), u"test 1: b 1"_s);
    QVERIFY(!a.isValid());
    QCOMPARE(b.parent(), m_model->index(0, 0));
    QCOMPARE(b.data().toString(), u"b"_s);
    m_workspace->close(two);
    QCOMPARE(m_model->rowCount(), 0);
}

void RegistryTreeModelTest::findsWhatItShows()
{
    add(*m_one, u"a"_s, u"1"_s);
    Registry *registry = open(*m_one);
    QTRY_VERIFY(m_model->indexOf(registry, u"a"_s).isValid());
    const QModelIndex model = m_model->indexOf(registry, u"a"_s);
    QCOMPARE(m_model->modelAt(model), u"a"_s);
    QCOMPARE(m_model->registryAt(model), registry);
    QCOMPARE(m_model->registryAt(model.parent()), registry);
    QCOMPARE(m_model->modelAt(model.parent()), QString());
}

void RegistryTreeModelTest::knowsNothingOfOtherIndexes()
{
    QCOMPARE(m_model->registryAt({}), nullptr);
    QCOMPARE(m_model->modelAt({}), QString());
    QVERIFY(!m_model->indexOf(nullptr).isValid());
    QVERIFY(!m_model->indexOf(nullptr, u"a"_s).isValid());
}

QTEST_GUILESS_MAIN(RegistryTreeModelTest)
#include "tst_registrytreemodel.moc"
