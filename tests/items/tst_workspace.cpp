// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/workspace.h"
#include "tests/support/temporaryregistry.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The registries that are open, their models and what is selected, on real files.
class WorkspaceTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensSeveral();
    void opensAFileOnce();
    void keepsAFileThatCannotBeOpened();
    void opensAgainWhatFailed();
    void opensReadOnly();
    void createsAFile();
    void doesNotOverwriteAFile();
    void choosesTheFirstModel();
    void choosesTheModelThatWasWanted();
    void showsAnotherRegistryWhenOneIsClosed();
    void closesTheLastOne();
    void closesWhileReading();
    void isDestroyedWhileReading();
    void selects();
    void goesToAVersion();
    void saysWhenThereIsNothingToGoTo();
    void goesNowhereInAClosedRegistry();
    void followsChangesOfOthers();
    void leavesAModelThatIsGone();
    void remembersWhatWasOpen();

private:
    void add(TemporaryRegistry &file, const QString &model, const QString &version);
    [[nodiscard]] Registry *open(const QString &path);
    [[nodiscard]] QString model() const { return m_workspace->currentModel().name; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TemporaryRegistry> m_one, m_two;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("STAGEKEEPER_HOME", m_home->path().toUtf8());
    m_one = std::make_unique<TemporaryRegistry>();
    m_two = std::make_unique<TemporaryRegistry>();
    m_settings = std::make_unique<Settings>();
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {{u"tester"_s, u"installation-1"_s}});
}

void WorkspaceTest::cleanup()
{
    m_workspace.reset();
}

void WorkspaceTest::add(TemporaryRegistry &file, const QString &model, const QString &version)
{
    static_cast<void>(valueOf(file.stores().versions->add(sampleVersion(model, version))));
}

/// Opens and waits until its models are read.
Registry *WorkspaceTest::open(const QString &path)
{
    Registry *registry = m_workspace->open(path);
    const auto isRead = [this, registry] {
        auto models = registry->read([](Stores &stores) { return stores.models->list(); });
        models.waitForFinished();
        return registry->state() == Registry::State::Ready && models.result()
            && m_workspace->models(registry).size() == models.result()->size() && m_workspace->currentRegistry();
    };
    [&] { QTRY_VERIFY(isRead()); }();
    return registry;
}

void WorkspaceTest::opensSeveral()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_two, u"b"_s, u"1"_s);
    const QSignalSpy added(m_workspace.get(), &Workspace::registryAdded);
    Registry *one = m_workspace->open(m_one->path());
    QCOMPARE(added.size(), 1); // it appears at once
    QCOMPARE(one->state(), Registry::State::Opening);
    Registry *two = m_workspace->open(m_two->path());
    QCOMPARE(m_workspace->registries(), (QList<Registry *> {one, two}));
    QTRY_COMPARE(m_workspace->models(one).size(), 1);
    QTRY_COMPARE(m_workspace->models(two).size(), 1);
    QCOMPARE(m_workspace->models(two).first().name, u"b"_s);
    QVERIFY(m_workspace->currentRegistry());
}

void WorkspaceTest::opensAFileOnce()
{
    Registry *registry = open(m_one->path());
    const QSignalSpy added(m_workspace.get(), &Workspace::registryAdded);
    const QString link = m_home->filePath(u"link.stagekeeper"_s);
    QVERIFY(QFile::link(m_one->path(), link));
    QCOMPARE(m_workspace->open(m_one->path()), registry);
    QCOMPARE(m_workspace->open(link), registry);
    QCOMPARE(m_workspace->open(m_one->folder() + u"/./x/../test.stagekeeper"_s), registry);
    QCOMPARE(m_workspace->open(QDir::current().relativeFilePath(m_one->path())), registry);
    QVERIFY(added.isEmpty());
    const QString missing = m_home->filePath(u"missing"_s);
    QCOMPARE(m_workspace->open(missing), m_workspace->open(m_home->path() + u"/./missing"_s));
}

void WorkspaceTest::keepsAFileThatCannotBeOpened()
{
    QFile broken(m_home->filePath(u"broken.stagekeeper"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(5000, 'x'));
    broken.close();
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    Registry *registry = m_workspace->open(broken.fileName());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(registry->state(), Registry::State::Failed);
    QVERIFY(!failed.first().first().value<Error>().message.isEmpty());
    QCOMPARE(m_workspace->registries().size(), 1);
    QCOMPARE(m_workspace->recent(), QStringList());
    Registry *good = open(m_one->path()); // the others go on
    QCOMPARE(m_workspace->currentRegistry(), good);
}

void WorkspaceTest::opensAgainWhatFailed()
{
    const QString path = m_home->filePath(u"later.stagekeeper"_s);
    Registry *registry = m_workspace->open(path);
    QTRY_COMPARE(registry->state(), Registry::State::Failed);
    add(*m_one, u"a"_s, u"1"_s);
    m_one->close();
    QVERIFY(QFile::copy(m_one->path(), path));
    m_workspace->reopen(registry);
    QCOMPARE(registry->state(), Registry::State::Opening);
    QTRY_COMPARE(m_workspace->models(registry).size(), 1);
    m_workspace->reopen(registry); // reads again
    QTRY_COMPARE(model(), u"a"_s);
}

void WorkspaceTest::opensReadOnly()
{
    add(*m_one, u"a"_s, u"1"_s);
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {{}, true});
    Registry *registry = open(m_one->path());
    QVERIFY(registry->info().isReadOnly());
    QCOMPARE(model(), u"a"_s);
}

void WorkspaceTest::createsAFile()
{
    const QString path = m_home->filePath(u"new.stagekeeper"_s);
    auto created = m_workspace->create(path, u"New"_s, Lifecycle());
    QTRY_COMPARE(m_workspace->registries().size(), 1);
    QVERIFY(created.result());
    QTRY_COMPARE(m_workspace->registries().first()->info().name, u"New"_s);
    QCOMPARE(m_workspace->currentRegistry(), m_workspace->registries().first());
}

void WorkspaceTest::doesNotOverwriteAFile()
{
    auto created = m_workspace->create(m_one->path(), u"New"_s, Lifecycle());
    QTRY_VERIFY(created.isFinished());
    QCOMPARE(created.result().error().code, Error::Code::AlreadyExists);
    QVERIFY(m_workspace->registries().isEmpty());
}

void WorkspaceTest::choosesTheFirstModel()
{
    add(*m_one, u"b"_s, u"1"_s);
    add(*m_one, u"a"_s, u"1"_s);
    static_cast<void>(open(m_one->path()));
    QTRY_COMPARE(model(), u"a"_s);
}

void WorkspaceTest::choosesTheModelThatWasWanted()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_one, u"b"_s, u"1"_s);
    m_workspace->setCurrent(m_workspace->open(m_one->path()), u"b"_s); // before anything is read
    QTRY_COMPARE(model(), u"b"_s);
}

void WorkspaceTest::showsAnotherRegistryWhenOneIsClosed()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_two, u"b"_s, u"1"_s);
    Registry *one = open(m_one->path());
    Registry *two = open(m_two->path());
    m_workspace->setCurrent(two, u"b"_s);
    m_workspace->close(two);
    QCOMPARE(m_workspace->currentRegistry(), one);
    QCOMPARE(model(), u"a"_s);
}

void WorkspaceTest::closesTheLastOne()
{
    add(*m_one, u"a"_s, u"1"_s);
    QPointer<Registry> registry = open(m_one->path());
    m_workspace->selectVersions({VersionId {1}});
    const QSignalSpy current(m_workspace.get(), &Workspace::currentChanged);
    m_workspace->close(registry);
    QCOMPARE(current.size(), 1);
    QCOMPARE(m_workspace->currentRegistry(), nullptr);
    QVERIFY(!m_workspace->currentModel().id.isValid());
    QVERIFY(m_workspace->selectedVersions().isEmpty());
    QTRY_VERIFY(!registry);
    QVERIFY(m_workspace->open(m_one->path()));
}

void WorkspaceTest::closesWhileReading()
{
    add(*m_one, u"a"_s, u"1"_s);
    QPointer<Registry> registry = open(m_one->path());
    const QSignalSpy models(m_workspace.get(), &Workspace::modelsChanged);
    m_workspace->reopen(registry);
    registry->read([](Stores &) -> Result<bool> { return true; }).waitForFinished(); // the answer is on its way
    const qsizetype before = models.size();
    m_workspace->close(registry);
    m_workspace->close(registry);
    QTRY_VERIFY(!registry);
    QCOMPARE(models.size(), before);
    QCOMPARE(m_workspace->currentRegistry(), nullptr);
}

void WorkspaceTest::isDestroyedWhileReading()
{
    for (int i = 0; i < 20; ++i)
        add(*m_one, u"a%1"_s.arg(i), u"1"_s);
    static_cast<void>(m_workspace->open(m_one->path()));
    static_cast<void>(m_workspace->create(m_home->filePath(u"new"_s), u"New"_s, Lifecycle()));
    m_workspace.reset();
    QVERIFY(valueOf(m_one->stores().audit->verify()).isOk());
}

void WorkspaceTest::selects()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_one, u"b"_s, u"1"_s);
    Registry *registry = open(m_one->path());
    const QSignalSpy selection(m_workspace.get(), &Workspace::selectionChanged);
    m_workspace->selectVersions({VersionId {1}});
    m_workspace->selectVersions({VersionId {1}});
    QCOMPARE(selection.size(), 1);
    m_workspace->setCurrent(registry, u"b"_s);
    QVERIFY(m_workspace->selectedVersions().isEmpty()); // versions of another model
    QCOMPARE(selection.size(), 2);
}

void WorkspaceTest::goesToAVersion()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_two, u"b"_s, u"1"_s);
    add(*m_two, u"b"_s, u"2"_s);
    static_cast<void>(open(m_one->path()));
    Registry *two = open(m_two->path());
    const QSignalSpy reveal(m_workspace.get(), &Workspace::revealRequested);
    m_workspace->goTo(two, {u"b"_s, u"2"_s, {}});
    QTRY_COMPARE(reveal.size(), 1);
    QCOMPARE(m_workspace->currentRegistry(), two);
    QCOMPARE(model(), u"b"_s);
    QCOMPARE(m_workspace->selectedVersions(), (QList {valueOf(m_two->stores().versions->find({u"b"_s, u"2"_s, {}}))}));
}

void WorkspaceTest::saysWhenThereIsNothingToGoTo()
{
    add(*m_one, u"a"_s, u"1"_s);
    Registry *registry = open(m_one->path());
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    m_workspace->goTo(registry, {u"a"_s, u"9"_s, {}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::NotFound);
    QCOMPARE(model(), u"a"_s);
}

void WorkspaceTest::goesNowhereInAClosedRegistry()
{
    add(*m_one, u"a"_s, u"1"_s);
    QPointer<Registry> registry = open(m_one->path());
    m_workspace->goTo(registry, {u"a"_s, u"1"_s, {}});
    registry->read([](Stores &) -> Result<bool> { return true; }).waitForFinished(); // the answer is on its way
    m_workspace->close(registry);
    QTRY_VERIFY(!registry);
    QCOMPARE(m_workspace->currentRegistry(), nullptr);
    QVERIFY(m_workspace->selectedVersions().isEmpty());
}

void WorkspaceTest::followsChangesOfOthers()
{
    add(*m_one, u"a"_s, u"1"_s);
    Registry *registry = open(m_one->path());
    QTRY_COMPARE(m_workspace->currentModel().versions, 1);
    const QSignalSpy updated(m_workspace.get(), &Workspace::currentUpdated);
    const QSignalSpy current(m_workspace.get(), &Workspace::currentChanged);
    add(*m_one, u"a"_s, u"2"_s);
    add(*m_one, u"b"_s, u"1"_s);
    QTRY_COMPARE(m_workspace->models(registry).size(), 2);
    QCOMPARE(m_workspace->currentModel().versions, 2);
    QVERIFY(!updated.isEmpty());
    QVERIFY(current.isEmpty());
}

void WorkspaceTest::leavesAModelThatIsGone()
{
    add(*m_one, u"a"_s, u"1"_s);
    add(*m_one, u"b"_s, u"1"_s);
    Registry *registry = open(m_one->path());
    m_workspace->setCurrent(registry, u"b"_s);
    m_one->tamper(u"UPDATE models SET name = 'c' WHERE name = 'b'"_s);
    m_workspace->reopen(registry);
    QTRY_COMPARE(model(), u"a"_s);
}

void WorkspaceTest::remembersWhatWasOpen()
{
    static_cast<void>(open(m_one->path()));
    Registry *two = open(m_two->path());
    const QString one = QFileInfo(m_one->path()).canonicalFilePath();
    QTRY_COMPARE(m_workspace->recent(), (QStringList {two->address(), one}));
    QCOMPARE(m_settings->value(settings::openRegistries), (QStringList {one, two->address()}));
    m_workspace->close(two);
    QCOMPARE(m_settings->value(settings::openRegistries), QStringList {one});
    QCOMPARE(m_workspace->recent().size(), 2);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
