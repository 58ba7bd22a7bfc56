// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/mainwindow.h"
#include "tests/support/temporaryregistry.h"
#include "tests/views/pageground.h"
#include "views/manual/manualwindow.h"
#include "views/registries/treepane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The whole window, driven by its keys: what is shown when, and what is remembered.
class MainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beginsWithTheWaysToBegin();
    void namesTheCurrentModel();
    void findsByKeyboard();
    void comparesWhatIsSelected();
    void showsEveryPage();
    void opensTheManual();
    void laysTheTreeOverANarrowWindow();
    void registersWhatIsDropped();
    void remembersItself();

private:
    void show();
    void open();
    [[nodiscard]] QWidget *part(const char *name) const { return m_window->findChild<QWidget *>(QString::fromLatin1(name)); }
    [[nodiscard]] bool isShown(const char *name) const { return part(name) && part(name)->isVisible(); }
    [[nodiscard]] bool isEnabled(const char *action) const
    {
        return m_window->findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
    }

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<PageGround> m_ground;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_file = std::make_unique<TemporaryRegistry>();
    for (const QString &model : {u"digits"_s, u"iris"_s})
        (void)valueOf(m_file->stores().versions->add(sampleVersion(model, u"1.0.0"_s)));
    m_ground = std::make_unique<PageGround>();
    show();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_ground.reset();
    m_file.reset();
}

void MainWindowTest::show()
{
    m_window = std::make_unique<MainWindow>(m_ground->context(), QString());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::open()
{
    QVERIFY(m_ground->open(m_file->path(), u"digits"_s));
}

void MainWindowTest::beginsWithTheWaysToBegin()
{
    QVERIFY(isShown("firstRunPage"));
    QVERIFY(!isEnabled("versions"));
    QVERIFY(!isShown("inspector"));
    open();
    QVERIFY(!isShown("firstRunPage"));
    QVERIFY(isEnabled("versions"));
    m_ground->workspace.close(m_ground->workspace.currentRegistry());
    QVERIFY(isShown("firstRunPage"));
}

void MainWindowTest::namesTheCurrentModel()
{
    open();
    QTRY_COMPARE(m_window->windowTitle(), u"digits"_s);
    m_ground->workspace.setCurrent(m_ground->workspace.currentRegistry(), u"iris"_s);
    QCOMPARE(m_window->windowTitle(), u"iris"_s);
}

void MainWindowTest::findsByKeyboard()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(isShown("searchPalette"));
    auto *field = m_window->findChild<QLineEdit *>(u"searchField"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"iris"_s);
    const auto *rows = m_window->findChild<QAbstractItemView *>(u"searchRows"_s);
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    QTRY_VERIFY(rows->currentIndex().data().toString().contains(u"iris"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_ground->workspace.currentModel().name, u"iris"_s);
    QVERIFY(!isShown("searchPalette"));
}

// The Compare page is made only now, and shows what was chosen before it was there.
void MainWindowTest::comparesWhatIsSelected()
{
    open();
    auto *table = m_window->findChild<QAbstractItemView *>(u"versionTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->selectAll();
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(isShown("comparePage"));
    auto *comparison = m_window->findChild<QAbstractItemView *>(u"comparisonTable"_s);
    QTRY_COMPARE(comparison->model()->columnCount(), 2);
    QTRY_VERIFY(comparison->hasFocus());
    QVERIFY(!isShown("inspector"));
}

void MainWindowTest::showsEveryPage()
{
    open();
    for (const auto &[key, page] : {std::pair {Qt::Key_2, "comparePage"}, {Qt::Key_3, "lineagePage"}, {Qt::Key_1, "versionsPage"}}) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QTRY_VERIFY2(isShown(page), page);
    }
}

void MainWindowTest::opensTheManual()
{
    open();
    QVERIFY(!m_window->findChild<ManualWindow *>());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto *manual = m_window->findChild<ManualWindow *>();
    QVERIFY(manual && manual->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(manual));
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->window() == manual);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!manual->isVisible());
}

void MainWindowTest::laysTheTreeOverANarrowWindow()
{
    open();
    m_window->resize(1400, 800);
    QTRY_VERIFY(isShown("treePane") && isShown("inspector"));
    const int page = part("versionsPage")->width();
    m_window->resize(1000, 800);
    QTRY_VERIFY(!isShown("treePane") && !isShown("inspector"));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(isShown("treePane"));
    QVERIFY(part("treePane")->geometry().right() > part("versionsPage")->mapTo(m_window.get(), QPoint()).x());
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"registryTree"_s)->hasFocus());
    QTest::keyClick(part("registryTree"), Qt::Key_Escape);
    QTRY_VERIFY(!isShown("treePane"));
    m_window->resize(1400, 800);
    QTRY_VERIFY(isShown("treePane"));
    QTRY_COMPARE(part("versionsPage")->width(), page);
}

void MainWindowTest::registersWhatIsDropped()
{
    open();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"wine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"model_name": "wine", "version": "0.1.0", "metrics": {"accuracy": 0.9}})");
    file.close();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({500, 400}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({500, 400}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(m_file->stores().versions->find({u"wine"_s, u"0.1.0"_s, {}}).has_value());
}

void MainWindowTest::remembersItself()
{
    open();
    m_window->resize(1240, 700);
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QTRY_VERIFY(!isShown("inspector"));
    QVERIFY(m_window->close());
    show();
    QTRY_COMPARE(m_window->size(), QSize(1240, 700));
    QVERIFY(isShown("treePane"));
    QVERIFY(!isShown("inspector"));
    m_window->reopenLast(); // the registry is open already, and stays so
    QCOMPARE(m_ground->workspace.registries().size(), 1);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
