// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/demoregistry.h"
#include "model/workflow/stagechange.h"
#include "tests/views/pageground.h"
#include "views/common/filteredit.h"
#include "views/common/frozentable.h"
#include "views/common/messagebar.h"
#include "views/common/tableview.h"
#include "views/versions/changedialogs.h"
#include "views/versions/versionactions.h"
#include "views/versions/versionspage.h"
#include "views/versions/versiontable.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The Versions page on the demonstration data, as somebody uses it.
class VersionsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheVersionsOfTheCurrentModel();
    void narrowsWhileAFilterIsTyped();
    void showsWhereAFilterIsWrong();
    void sortsWhenAHeaderIsClicked();
    void savesAViewAndShowsItAgain();
    void remembersHowAModelWasShown();
    void movesAStageAndTakesItBack();
    void worksWithTheKeyboardAlone();
    void copiesReferences();
    void keepsTheSelectionWhenOthersWrite();
    void saysWhyItCannotRead();
    void allowsNoChangesWhenReadOnly();
    void comparesWhatIsSelected();
    void followsTheCurrentModel();
    void saysWhenThereIsNothingToShow();
    void closesWhileItLoads();

private:
    [[nodiscard]] VersionTableModel *model() const { return m_page->findChild<VersionTable *>()->model(); }
    [[nodiscard]] TableView *view() const { return m_page->findChild<TableView *>(u"versionTable"_s); }
    [[nodiscard]] FilterEdit *filter() const { return m_page->findChild<FilterEdit *>(); }
    [[nodiscard]] QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    [[nodiscard]] QString cell(int row, const QString &key) const;
    void show();
    void choose(int row, Qt::KeyboardModifiers modifiers = {}) const;
    void type(const QString &text) const;

    QTemporaryDir m_folder;
    QString m_demo, m_file;
    std::unique_ptr<PageGround> m_ground;
    std::unique_ptr<VersionsPage> m_page;
};

void VersionsPageTest::initTestCase()
{
    m_demo = m_folder.filePath(u"demo"_s);
    QVERIFY(createDemoRegistry(m_demo, QStringLiteral(TEST_DATA "/../../resources/demo"), {u"tester"_s, u"i"_s}));
}

void VersionsPageTest::init()
{
    m_file = m_folder.filePath(u"copy.stagekeeper"_s);
    QVERIFY(QFile::copy(m_demo, m_file));
    m_ground = std::make_unique<PageGround>();
    QVERIFY(m_ground->open(m_file, u"digits-classifier"_s));
    m_page = std::make_unique<VersionsPage>(m_ground->context());
    show();
}

void VersionsPageTest::cleanup()
{
    m_page.reset();
    m_ground.reset();
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(m_file + ending);
}

void VersionsPageTest::show()
{
    m_page->resize(1100, 600);
    m_page->show();
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow());
    QTRY_COMPARE(model()->state(), PagedTableModel::State::Ready);
}

QString VersionsPageTest::cell(int row, const QString &key) const
{
    return model()->index(row, model()->columnOf(key)).data().toString();
}

void VersionsPageTest::choose(int row, Qt::KeyboardModifiers modifiers) const
{
    const QRect rect = view()->visualRect(model()->index(row, 1));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, rect.center());
}

void VersionsPageTest::type(const QString &text) const
{
    m_page->focusFilter();
    QTest::keyClicks(filter(), text);
}

void VersionsPageTest::showsTheVersionsOfTheCurrentModel()
{
    QCOMPARE(m_page->title(), u"digits-classifier"_s);
    QCOMPARE(model()->rowCount(), 62);
    QCOMPARE(label(u"filterCount"_s), u"62"_s);
    QVERIFY(model()->columnKeys().contains(u"metrics.accuracy"_s));
    QVERIFY(view()->isVisible());
    QVERIFY(m_page->messageBar()->isHidden());
    QVERIFY(!m_page->grab().isNull());
}

void VersionsPageTest::narrowsWhileAFilterIsTyped()
{
    type(u"stage = Production"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QTRY_COMPARE(label(u"filterCount"_s), u"1 of 62"_s);
    QCOMPARE(cell(0, u"stage"_s), u"Production"_s);
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"filterClear"_s), Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), 62);
    type(u"metrics.accuracy > 1000"_s);
    QTRY_COMPARE(model()->rowCount(), 0);
    QTRY_COMPARE(label(u"filterCount"_s), u"0 of 62"_s);
    QVERIFY(!view()->isVisible()); // a sentence and a way out are in its place
    auto *showAll = m_page->findChild<QAction *>(u"showAll"_s);
    QVERIFY(showAll);
    showAll->trigger();
    QTRY_COMPARE(model()->rowCount(), 62);
    QTRY_VERIFY(view()->isVisible());
}

void VersionsPageTest::showsWhereAFilterIsWrong()
{
    auto *error = m_page->findChild<QLabel *>(u"filterError"_s);
    QVERIFY(!error->isVisible());
    type(u"version = 2.0.1 and stag = Production"_s);
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_VERIFY(error->isVisible());
    QVERIFY(error->text().contains(u"stag"_s));
    QCOMPARE(model()->rowCount(), 62); // the last result stays
    const QList<QTextLayout::FormatRange> formats = filter()->document()->firstBlock().layout()->formats();
    const auto wrong = std::ranges::find_if(formats, [](const auto &range) {
        return range.format.underlineStyle() != QTextCharFormat::NoUnderline;
    });
    QVERIFY(wrong != formats.cend());
    QCOMPARE(wrong->start, 20);
    QCOMPARE(wrong->length, 4);
    auto *fix = m_page->findChild<QToolButton *>(u"filterFix"_s);
    QCOMPARE(fix->text(), u"stage"_s);
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), 1);
    QVERIFY(!error->isVisible());
}

void VersionsPageTest::sortsWhenAHeaderIsClicked()
{
    QHeaderView *header = view()->horizontalHeader();
    const int column = model()->columnOf(u"metrics.accuracy"_s);
    const auto click = [&] {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + 20, header->height() / 2});
    };
    const auto isSorted = [&](bool descending) {
        const SortKey wanted {{FilterField::Kind::Metric, u"accuracy"_s}, descending};
        if (model()->state() != PagedTableModel::State::Ready || model()->query().sort != wanted)
            return false;
        const double first = model()->index(0, column).data().toDouble(), third = model()->index(2, column).data().toDouble();
        return descending ? first >= third : first <= third;
    };
    click();
    QTRY_VERIFY(isSorted(true)); // the best first
    QCOMPARE(header->sortIndicatorSection(), column);
    click();
    QTRY_VERIFY(isSorted(false));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
}

void VersionsPageTest::savesAViewAndShowsItAgain()
{
    type(u"stage = Production"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"saveView"_s), Qt::LeftButton);
    auto *name = m_page->findChild<QLineEdit *>(u"viewName"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Live <b>"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const auto tab = [this](const QString &text) {
        const auto buttons = m_page->findChild<QWidget *>(u"viewTabs"_s)->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
        return found == buttons.cend() ? nullptr : *found;
    };
    QTRY_VERIFY(tab(u"Live <b>"_s));
    QVERIFY(tab(u"Live <b>"_s)->isChecked());
    QTest::mouseClick(tab(u"All"_s), Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), 62);
    QCOMPARE(filter()->toPlainText(), QString());
    m_page = std::make_unique<VersionsPage>(m_ground->context()); // the next run
    show();
    QVERIFY(tab(u"Live <b>"_s));
    QTest::mouseClick(tab(u"Live <b>"_s), Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), 1);
    QCOMPARE(filter()->toPlainText(), u"stage = Production"_s);
}

void VersionsPageTest::remembersHowAModelWasShown()
{
    type(u"stage = Production"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    m_ground->workspace.setCurrent(m_ground->workspace.currentRegistry(), u"wine-origin"_s);
    QTRY_COMPARE(model()->rowCount(), 35);
    QCOMPARE(filter()->toPlainText(), QString());
    m_ground->workspace.setCurrent(m_ground->workspace.currentRegistry(), u"digits-classifier"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QCOMPARE(filter()->toPlainText(), u"stage = Production"_s);
}

void VersionsPageTest::movesAStageAndTakesItBack()
{
    const QString before = cell(0, u"stage"_s), other = before == u"Staging"_s ? u"Development"_s : u"Staging"_s;
    QVERIFY(!m_page->actions()->stage()->isEnabled());
    choose(0);
    QTRY_VERIFY(m_page->actions()->stage()->isEnabled());
    m_page->actions()->stage()->trigger();
    auto *dialog = m_page->findChild<StageDialog *>();
    QVERIFY(dialog);
    auto *stage = dialog->findChild<QComboBox *>(u"stage"_s);
    stage->setCurrentIndex(stage->findData(other));
    QVERIFY(dialog->primaryButton()->text().contains(other));
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(cell(0, u"stage"_s), other);
    QTRY_VERIFY(m_ground->undo.canUndo());
    m_ground->undo.undo();
    QTRY_COMPARE(cell(0, u"stage"_s), before);
    QVERIFY(m_page->messageBar()->isHidden());
    QTRY_VERIFY(!m_page->findChild<StageDialog *>());
}

void VersionsPageTest::worksWithTheKeyboardAlone()
{
    type(u"stage = Development"_s);
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_VERIFY(model()->rowCount() > 1 && model()->rowCount() < 62);
    const int rows = model()->rowCount();
    for (int tabs = 0; tabs < 6 && !view()->hasFocus(); ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_Home);
    QTest::keyClick(view(), Qt::Key_Down);
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 1);
    QTRY_VERIFY(m_page->actions()->stage()->isEnabled());
    QTest::keyClick(view(), Qt::Key_S);
    QTRY_VERIFY(m_page->findChild<StageDialog *>());
    auto *dialog = m_page->findChild<StageDialog *>();
    QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // Staging
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(model()->rowCount(), rows - 1);
    m_ground->undo.undo();
    QTRY_COMPARE(model()->rowCount(), rows);
}

void VersionsPageTest::copiesReferences()
{
    QGuiApplication::clipboard()->clear();
    choose(1);
    QTRY_VERIFY(m_page->actions()->copyReference()->isEnabled());
    m_page->actions()->copyReference()->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"digits-classifier:"_s + cell(1, u"version"_s));
}

void VersionsPageTest::keepsTheSelectionWhenOthersWrite()
{
    choose(3);
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 1);
    const QList<VersionId> selected = m_ground->workspace.selectedVersions();
    Stores other = valueOf(openStores(m_file, {}));
    static_cast<void>(valueOf(other.versions->add(sampleVersion(u"digits-classifier"_s, u"99.0.0"_s))));
    static_cast<void>(valueOf(other.versions->add(sampleVersion(u"digits-classifier"_s, u"0.0.1"_s))));
    QTRY_COMPARE(model()->rowCount(), 64);
    QTRY_COMPARE(label(u"filterCount"_s), u"64"_s);
    QCOMPARE(m_ground->workspace.selectedVersions(), selected);
    QCOMPARE(view()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(view()->selectionModel()->selectedRows().first().row(), 4);
}

void VersionsPageTest::saysWhyItCannotRead()
{
    TemporaryRegistry broken;
    static_cast<void>(valueOf(broken.stores().versions->add(sampleVersion(u"m"_s, u"1.0.0"_s))));
    QVERIFY(m_ground->open(broken.path(), u"m"_s));
    QTRY_COMPARE(model()->rowCount(), 1);
    broken.tamper(u"ALTER TABLE versions RENAME TO gone"_s);
    m_page->filterBy(u"stage = Development"_s);
    QTRY_VERIFY(m_page->messageBar()->isVisible());
    QCOMPARE(m_page->messageBar()->sentence(), model()->error().message);
    QCOMPARE(model()->rowCount(), 1); // what was read stays
    broken.tamper(u"ALTER TABLE gone RENAME TO versions"_s);
    emit m_page->messageBar()->retryRequested();
    QTRY_COMPARE(model()->state(), PagedTableModel::State::Ready);
    QVERIFY(m_page->messageBar()->isHidden());
}

void VersionsPageTest::allowsNoChangesWhenReadOnly()
{
    m_page.reset();
    m_ground = std::make_unique<PageGround>(OpenOptions {{}, true});
    QVERIFY(m_ground->open(m_file, u"digits-classifier"_s));
    m_page = std::make_unique<VersionsPage>(m_ground->context());
    show();
    QVERIFY(!m_page->messageBar()->sentence().isEmpty());
    choose(0);
    QTRY_VERIFY(m_page->actions()->copyReference()->isEnabled());
    const VersionActions *actions = m_page->actions();
    for (const QAction *action : actions->all())
        QCOMPARE(action->isEnabled(), action == actions->copyReference() || action == actions->compare());
    QTest::keyClick(view(), Qt::Key_S);
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(!m_page->findChild<StageDialog *>());
    QCOMPARE(model()->rowCount(), 62);
}

void VersionsPageTest::comparesWhatIsSelected()
{
    const ComparisonChoice &choice = m_ground->workspace.comparison();
    QSignalSpy requested(&choice, &ComparisonChoice::requested);
    choose(1);
    choose(2, Qt::ShiftModifier);
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 2);
    QTest::keyClick(view(), Qt::Key_Return);
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(choice.versions().size(), 2);
    choose(0); // one alone: against the champion
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 1);
    QTest::keyClick(view(), Qt::Key_Return);
    QTRY_COMPARE(requested.count(), 2);
    QCOMPARE(choice.versions().size(), 2);
    QCOMPARE(choice.baseline(), 0);
    QCOMPARE(choice.versions().last().version, m_ground->workspace.selectedVersions().first());
}

void VersionsPageTest::followsTheCurrentModel()
{
    choose(0);
    QTRY_COMPARE(m_ground->workspace.selectedVersions().size(), 1);
    m_ground->workspace.setCurrent(m_ground->workspace.currentRegistry(), u"wine-origin"_s);
    QCOMPARE(m_page->title(), u"wine-origin"_s);
    QTRY_COMPARE(model()->rowCount(), 35);
    QVERIFY(m_ground->workspace.selectedVersions().isEmpty());
    m_ground->workspace.goTo(m_ground->workspace.currentRegistry(), {u"digits-classifier"_s, {}, u"champion"_s});
    QTRY_COMPARE(view()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_page->title(), u"digits-classifier"_s);
    QCOMPARE(cell(view()->selectionModel()->selectedRows().first().row(), u"version"_s), u"2.0.1"_s);
}

void VersionsPageTest::saysWhenThereIsNothingToShow()
{
    m_ground->workspace.close(m_ground->workspace.currentRegistry());
    QTRY_VERIFY(!view()->isVisible());
    QCOMPARE(model()->rowCount(), 0);
    for (const QAction *action : m_page->actions()->all())
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
}

void VersionsPageTest::closesWhileItLoads()
{
    m_page->filterBy(u"metrics.accuracy > 0.5"_s);
    m_page.reset();
    m_page = std::make_unique<VersionsPage>(m_ground->context());
    m_page->filterBy(u"stage = Production"_s);
    m_ground->workspace.close(m_ground->workspace.currentRegistry());
    QTRY_COMPARE(model()->state(), PagedTableModel::State::Idle);
    QCOMPARE(model()->rowCount(), 0);
}

QTEST_MAIN(VersionsPageTest)
#include "tst_versionspage.moc"
