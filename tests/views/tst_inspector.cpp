// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "model/store/objects/objectstore.h"
#include "tests/support/temporaryregistry.h"
#include "views/common/section.h"
#include "views/common/style.h"
#include "views/inspector/inspector.h"
#include "views/inspector/rows.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr int narrow = 260;

/// A program with one registry, and its inspector.
struct Bench {
    explicit Bench(const Theme &theme) : inspector({workspace, settings, undo, jobs, theme})
    {
        inspector.resize(measure::inspector, 900);
    }

    void open()
    {
        file.close();
        registry = workspace.open(file.path());
        inspector.show();
        QTRY_VERIFY(workspace.currentModel().id.isValid());
    }
    void select(const QString &model, const QString &version)
    {
        workspace.goTo(registry, {model, version, {}});
        QTRY_COMPARE(title(), version);
    }
    [[nodiscard]] QString title() const
    {
        const auto *label = inspector.findChild<QLabel *>(u"inspectorTitle"_s);
        return label ? label->text() : QString();
    }
    [[nodiscard]] Section *section(const QString &name) const { return inspector.findChild<Section *>(name); }
    /// What can be read in a section, in the order of its rows.
    [[nodiscard]] QStringList words(const QString &sectionName) const
    {
        QStringList found;
        const QWidget *part = sectionName.isEmpty() ? static_cast<const QWidget *>(&inspector) : section(sectionName);
        if (!part)
            return {u"no section "_s + sectionName};
        for (const QWidget *widget : part->findChildren<QWidget *>()) {
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty())
                found.append(label->text());
            else if (const auto *text = qobject_cast<const WrappedText *>(widget))
                found.append(text->text());
            else if (const auto *link = qobject_cast<const LinkButton *>(widget))
                found.append(link->text());
        }
        return found;
    }
    [[nodiscard]] WrappedText *error() const { return inspector.findChild<WrappedText *>(u"inspectorError"_s); }

    TemporaryRegistry file;
    Settings settings;
    Workspace workspace {settings, {.actor = {u"tester"_s, u"installation-1"_s}}};
    UndoHistory undo;
    Jobs jobs;
    Inspector inspector;
    Registry *registry = nullptr;
};

ModelVersion version(const QString &number, const Metrics &metrics = {}, const QString &parent = {})
{
    ModelVersion made = sampleVersion(u"digits"_s, number, metrics);
    if (!parent.isEmpty())
        made.parents = {{u"digits"_s, parent}};
    return made;
}

} // namespace

/// The pane at the right with a real registry.
class TestInspector final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsNothingQuietly();
    void comparesMetricsWithTheChampion();
    void saysWhatDiffersFromTheParent();
    void followsTheSelection();
    void showsWhatChanged();
    void dropsOvertakenAnswers();
    void readsNothingWhileHidden();
    void saysWhyItCannotRead();
    void summarizesSeveral();
    void goesToLinkedVersions();
    void asksForVersionsOfTheSameData();
    void findsDamagedFiles();
    void staysAsNarrowAsItIs();
    void everythingCanBeReachedByKeyboard();
    void sectionsStayAsTheyWereLeft();
    void keepsTheKeyboardWhereItIs();
    void offersThePagesActs();
    void copiesReferenceAndJson();

private:
    QTemporaryDir m_home;
    std::unique_ptr<Theme> m_theme;
};

void TestInspector::initTestCase()
{
    qputenv("STAGEKEEPER_HOME", m_home.path().toUtf8());
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
}

void TestInspector::showsNothingQuietly()
{
    Bench bench(*m_theme);
    bench.inspector.show();
    QVERIFY(bench.inspector.findChild<QWidget *>(u"nothingSelected"_s));
    QVERIFY(!bench.error()->isVisible());
    QVERIFY(!bench.inspector.verify()->isEnabled());
    QVERIFY(!bench.inspector.copyJson()->isEnabled());
}

void TestInspector::comparesMetricsWithTheChampion()
{
    Bench bench(*m_theme);
    VersionStore &versions = *bench.file.stores().versions;
    const auto champion = valueOf(versions.add(version(u"1.0.0"_s, {{u"accuracy"_s, 0.9}, {u"log_loss"_s, 0.3}, {u"holdout_rows"_s, 10}})));
    ModelVersion next = version(u"1.1.0"_s, {{u"accuracy"_s, 0.95}, {u"log_loss"_s, 0.2}, {u"ece"_s, 0.1}});
    (void)valueOf(versions.add(next));
    QVERIFY(bench.file.stores().stages->setAlias(champion, u"champion"_s));
    bench.open();
    bench.select(u"digits"_s, u"1.1.0"_s);

    const QList<NumberLabel *> numbers = bench.section(u"metrics"_s)->findChildren<NumberLabel *>();
    QStringList rows;
    for (const NumberLabel *label : numbers)
        rows.append(label->accessibleName());
    QCOMPARE(rows, QStringList({u"accuracy 0.9500"_s, u"▲ +0.0500, better"_s, u"ece 0.1000"_s, u""_s, u"holdout_rows —"_s, u""_s,
                                u"log_loss 0.200"_s, u"▼ −0.100, better"_s}));
    QCOMPARE(numbers.at(1)->palette().color(QPalette::WindowText), m_theme->color(Token::Better));
    QCOMPARE(numbers.at(7)->palette().color(QPalette::WindowText), m_theme->color(Token::Better));

    bench.select(u"digits"_s, u"1.0.0"_s);
    QCOMPARE(bench.section(u"metrics"_s)->findChildren<NumberLabel *>().size(), 3); // not compared with itself
}

void TestInspector::saysWhatDiffersFromTheParent()
{
    Bench bench(*m_theme);
    ModelVersion parent = version(u"1.0.0"_s);
    parent.hyperparameters = {{u"C"_s, 4}, {u"kernel"_s, u"rbf"_s}, {u"old"_s, true}};
    ModelVersion child = version(u"1.1.0"_s, {}, u"1.0.0"_s);
    child.hyperparameters = {{u"C"_s, 8}, {u"kernel"_s, u"rbf"_s}, {u"tol"_s, 0.5}};
    (void)valueOf(bench.file.stores().versions->add(parent));
    (void)valueOf(bench.file.stores().versions->add(child));
    bench.open();
    bench.select(u"digits"_s, u"1.1.0"_s);
    QStringList words = bench.words(u"parameters"_s);
    words.sort();
    QCOMPARE(words, QStringList({u"0.5"_s, u"8"_s, u"C"_s, u"kernel"_s, u"new"_s, u"old"_s, u"rbf"_s, u"tol"_s, u"was 4"_s, u"was true"_s, u"—"_s}));
}

void TestInspector::followsTheSelection()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(fullVersion(u"digits"_s, u"1.0.0"_s)));
    (void)valueOf(bench.file.stores().versions->add(version(u"1.1.0"_s)));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    QVERIFY(bench.words(u"madeBy"_s).contains(u"mlp-64-128-10"_s));
    bench.select(u"digits"_s, u"1.1.0"_s);
    QVERIFY(!bench.words(u"madeBy"_s).contains(u"mlp-64-128-10"_s));
    QVERIFY(!bench.section(u"files"_s)); // it has none
    bench.workspace.selectVersions({});
    QTRY_VERIFY(bench.inspector.findChild<QWidget *>(u"nothingSelected"_s));
}

void TestInspector::showsWhatChanged()
{
    Bench bench(*m_theme);
    const VersionId id = valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    QVERIFY(!bench.inspector.findChild<WrappedText *>(u"description"_s));
    VersionChange change;
    change.description = u"Better now"_s;
    const auto written = bench.registry->write([id, change](Stores &stores) { return stores.versions->change(id, 1, change, u"Because"_s); });
    QTRY_VERIFY(bench.inspector.findChild<WrappedText *>(u"description"_s));
    QVERIFY(written.isFinished());
    QCOMPARE(bench.inspector.findChild<WrappedText *>(u"description"_s)->text(), u"Better now"_s);
    QVERIFY(bench.words(u"history"_s).contains(u"Changed description"_s));
    QVERIFY(bench.words(u"history"_s).contains(u"Because"_s));
}

void TestInspector::dropsOvertakenAnswers()
{
    Bench bench(*m_theme);
    const VersionId id = valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    QSemaphore gate;
    const auto blocked = bench.registry->read([&gate](Stores &) -> Result<bool> { gate.acquire(); return true; }, 9);
    bench.workspace.selectVersions({id});
    bench.workspace.selectVersions({});
    bool isLast = false;
    whenDone(bench.registry->read([](Stores &) -> Result<bool> { return true; }, -9), &bench.inspector,
             [&isLast](const Result<bool> &) { isLast = true; });
    gate.release();
    QTRY_VERIFY(isLast);
    QVERIFY(blocked.isFinished());
    QCOMPARE(bench.title(), QString());
    QVERIFY(bench.inspector.findChild<QWidget *>(u"nothingSelected"_s));
}

void TestInspector::readsNothingWhileHidden()
{
    Bench bench(*m_theme);
    const VersionId id = valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    bench.inspector.hide();
    bench.workspace.selectVersions({id});
    bool isLast = false;
    whenDone(bench.registry->read([](Stores &) -> Result<bool> { return true; }, -9), &bench.inspector,
             [&isLast](const Result<bool> &) { isLast = true; });
    QTRY_VERIFY(isLast);
    QCOMPARE(bench.title(), QString());
    bench.inspector.show();
    QTRY_COMPARE(bench.title(), u"1.0.0"_s);
}

void TestInspector::saysWhyItCannotRead()
{
    Bench bench(*m_theme);
    const VersionId id = valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    QSignalSpy failed(&bench.inspector, &Inspector::failed);
    bench.workspace.selectVersions({VersionId {4711}});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(bench.error()->isVisible());
    QVERIFY(!bench.error()->text().isEmpty());
    bench.workspace.selectVersions({id});
    QTRY_COMPARE(bench.title(), u"1.0.0"_s);
    QVERIFY(!bench.error()->isVisible());
}

void TestInspector::summarizesSeveral()
{
    Bench bench(*m_theme);
    QList<VersionId> ids;
    for (const auto &[number, accuracy] : {std::pair {u"1.0.0"_s, 0.5}, {u"1.1.0"_s, 0.75}, {u"1.2.0"_s, 0.625}}) {
        ModelVersion next = version(number, {{u"accuracy"_s, accuracy}, {u"rows"_s, 7}});
        next.tags = {u"shared"_s, number};
        next.hyperparameters = {{u"same"_s, 1}, {u"other"_s, number}};
        ids.append(valueOf(bench.file.stores().versions->add(next)));
    }
    bench.open();
    bench.workspace.selectVersions(ids);
    QTRY_VERIFY(bench.section(u"ranges"_s));
    QVERIFY(bench.words(u"ranges"_s).contains(u"accuracy"_s));
    QCOMPARE(bench.section(u"ranges"_s)->findChild<SectionHeader *>()->accessibleDescription(), u"1 of 2 differ"_s);
    QCOMPARE(bench.words(u"commonParameters"_s), QStringList({u"same"_s, u"1"_s}));
    QVERIFY(bench.section(u"commonTags"_s));
    QVERIFY(bench.inspector.findChild<QWidget *>(u"compareHint"_s));
    QVERIFY(!bench.inspector.copyReference()->isEnabled());
}

void TestInspector::goesToLinkedVersions()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    (void)valueOf(bench.file.stores().versions->add(version(u"1.1.0"_s, {}, u"1.0.0"_s)));
    bench.open();
    bench.select(u"digits"_s, u"1.1.0"_s);
    QSignalSpy activated(&bench.inspector, &Inspector::versionActivated);
    auto *parent = bench.inspector.findChild<LinkButton *>(u"parentLink0"_s);
    QVERIFY(parent);
    QTest::keyClick(parent, Qt::Key_Return);
    QTRY_COMPARE(bench.title(), u"1.0.0"_s);
    QCOMPARE(activated.takeFirst(), QVariantList({u"digits"_s, u"1.0.0"_s}));
    auto *child = bench.inspector.findChild<LinkButton *>(u"childLink0"_s);
    QVERIFY(child);
    QTest::mouseClick(child, Qt::LeftButton);
    QTRY_COMPARE(bench.title(), u"1.1.0"_s);
}

void TestInspector::asksForVersionsOfTheSameData()
{
    Bench bench(*m_theme);
    ModelVersion trained = version(u"1.0.0"_s);
    trained.dataSources = {{u"a \"b\""_s, {}, {}, {}, {}}};
    (void)valueOf(bench.file.stores().versions->add(trained));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    QSignalSpy requested(&bench.inspector, &Inspector::filterRequested);
    bench.inspector.findChild<LinkButton *>(u"dataLink0"_s)->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"data_source = \"a \\\"b\\\"\""_s);
}

void TestInspector::findsDamagedFiles()
{
    Bench bench(*m_theme);
    ObjectStore &objects = *bench.file.stores().objects;
    ModelVersion stored = version(u"1.0.0"_s);
    QString damaged;
    for (const auto &name : {u"good.bin"_s, u"bad.bin"_s}) {
        QFile file(bench.file.folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
        file.close();
        const ObjectInfo info = valueOf(objects.put(file.fileName()));
        stored.artifacts.append({name, {}, info.bytes, info.sha256, {}, true});
        damaged = info.sha256;
    }
    QDirIterator found(objects.folder(), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile object(found.next());
        QVERIFY(object.open(QIODevice::ReadOnly));
        if (object.readAll() != "bad.bin")
            continue;
        object.close();
        QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(object.open(QIODevice::WriteOnly));
        object.write("BAD.bin");
    }
    (void)valueOf(bench.file.stores().versions->add(stored));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    auto *verify = bench.inspector.findChild<LinkButton *>(u"verifyButton"_s);
    QVERIFY(verify);
    verify->click();
    QVERIFY(!bench.inspector.verify()->isEnabled());
    QTRY_VERIFY(bench.inspector.verify()->isEnabled());
    QCOMPARE(bench.section(u"files"_s)->findChild<SectionHeader *>()->accessibleDescription(), u"1 damaged"_s);
    QStringList names;
    for (const ElidedLabel *label : bench.section(u"files"_s)->findChildren<ElidedLabel *>())
        names.append(label->accessibleName());
    names.sort();
    QCOMPARE(names, QStringList({u"bad.bin, damaged"_s, u"good.bin, verified"_s}));
    QCOMPARE(bench.section(u"files"_s)->findChildren<WrappedText *>().size(), 1); // what is wrong with it
}

void TestInspector::staysAsNarrowAsItIs()
{
    Bench bench(*m_theme);
    const QString endless = u"x"_s.repeated(10000);
    const QString hebrew = u"שלום עולם "_s.repeated(20).trimmed();
    ModelVersion wide = version(u"v"_s + u"1"_s.repeated(150), {{u"m"_s.repeated(120), 0.5}});
    wide.description = endless;
    wide.architecture = wide.framework = endless;
    wide.hyperparameters = {{u"key"_s, endless}, {hebrew, hebrew}};
    wide.tags = {u"t"_s.repeated(120), hebrew};
    wide.dataSources = {{hebrew, {}, {}, {}, endless}};
    wide.parents = {{u"p"_s.repeated(150), u"9"_s.repeated(150)}};
    wide.artifacts = {{u"f"_s.repeated(200), {}, 123456789, u"ab"_s.repeated(32), {}, true}};
    (void)valueOf(bench.file.stores().versions->add(wide));
    bench.open();
    QAction act(u"A long name of what is to be done with it"_s);
    bench.inspector.setActions(&act, {});
    bench.inspector.resize(narrow, 900);
    bench.select(u"digits"_s, wide.version);
    if (auto *more = bench.inspector.findChild<LinkButton *>(u"descriptionMore"_s))
        more->click();
    bench.section(u"json"_s)->setExpanded(true);
    const auto *content = bench.inspector.findChild<QWidget *>(u"inspectorContent"_s);
    QTRY_COMPARE(bench.inspector.findChild<WrappedText *>(u"description"_s)->text().size(), endless.size());
    QStringList tooWide;
    for (const QWidget *widget : content->findChildren<QWidget *>()) {
        const int right = widget->mapTo(content, QPoint(widget->width(), 0)).x();
        if (widget->isVisible() && right > narrow)
            tooWide.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(tooWide.isEmpty(), qPrintable(tooWide.join(u", "_s)));
    QVERIFY(content->minimumSizeHint().width() <= narrow);
}

void TestInspector::everythingCanBeReachedByKeyboard()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(fullVersion(u"digits"_s, u"1.0.0"_s)));
    bench.open();
    QAction act(u"Promote"_s);
    QAction icon(u"Compare"_s);
    bench.inspector.setActions(&act, {&icon});
    bench.select(u"digits"_s, u"1.0.0"_s);
    const QList<QAbstractButton *> buttons = bench.inspector.findChild<QWidget *>(u"inspectorContent"_s)->findChildren<QAbstractButton *>();
    QVERIFY(buttons.size() > 15);
    for (const QAbstractButton *button : buttons) {
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    }
}

void TestInspector::sectionsStayAsTheyWereLeft()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    (void)valueOf(bench.file.stores().versions->add(version(u"1.1.0"_s)));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    QVERIFY(!bench.section(u"json"_s)->isExpanded());
    bench.section(u"json"_s)->setExpanded(true);
    bench.section(u"madeBy"_s)->setExpanded(false);
    bench.select(u"digits"_s, u"1.1.0"_s);
    QVERIFY(bench.section(u"json"_s)->isExpanded());
    QVERIFY(!bench.section(u"madeBy"_s)->isExpanded());
    QVERIFY(!bench.section(u"madeBy"_s)->content()->isVisible());
}

void TestInspector::keepsTheKeyboardWhereItIs()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    (void)valueOf(bench.file.stores().versions->add(version(u"1.1.0"_s)));
    QLineEdit elsewhere(&bench.inspector);
    bench.open();
    bench.inspector.activateWindow();
    QTRY_VERIFY(bench.inspector.isActiveWindow());
    bench.select(u"digits"_s, u"1.0.0"_s);
    bench.inspector.findChild<QWidget *>(u"madeByHeader"_s)->setFocus();
    bench.select(u"digits"_s, u"1.1.0"_s);
    const QWidget *again = bench.inspector.findChild<QWidget *>(u"inspectorContent"_s)->findChild<QWidget *>(u"madeByHeader"_s);
    QVERIFY(again && again->hasFocus());
    elsewhere.show();
    elsewhere.setFocus();
    bench.select(u"digits"_s, u"1.0.0"_s);
    QVERIFY(elsewhere.hasFocus());
}

void TestInspector::offersThePagesActs()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    QAction act(u"Promote"_s);
    act.setObjectName(u"promote"_s);
    auto icon = std::make_unique<QAction>(u"Compare"_s);
    bench.inspector.setActions(&act, {icon.get()});
    bench.select(u"digits"_s, u"1.0.0"_s);
    QSignalSpy triggered(&act, &QAction::triggered);
    auto *button = bench.inspector.findChild<QPushButton *>(u"promoteButton"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(triggered.size(), 1);
    icon.reset(); // a page took it away
    bench.inspector.setActions(nullptr, {});
    QVERIFY(!bench.inspector.findChild<QWidget *>(u"inspectorContent"_s)->findChild<QWidget *>(u"inspectorActions"_s));
}

void TestInspector::copiesReferenceAndJson()
{
    Bench bench(*m_theme);
    (void)valueOf(bench.file.stores().versions->add(version(u"1.0.0"_s)));
    bench.open();
    bench.select(u"digits"_s, u"1.0.0"_s);
    bench.inspector.copyReference()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"digits:1.0.0"_s);
    bench.inspector.copyJson()->trigger();
    QVERIFY(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object().contains(u"model_name"_s));
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
