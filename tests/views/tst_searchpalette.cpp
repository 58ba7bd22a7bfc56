// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/workspace.h"
#include "tests/support/temporaryregistry.h"
#include "views/common/style.h"
#include "views/palette/searchpalette.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// One field that finds everything, by keyboard and by mouse.
class SearchPaletteTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void opensInTheTopThirdWithEveryAction();
    void movesByRowsPastTitles();
    void movesByGroups();
    void enterRunsTheCurrentAction();
    void escapeGivesTheFocusBack();
    void clickChooses();
    void clickOnATitleChoosesNothing();
    void findsModelsAndMarksLetters();
    void appendsVersionsBelow();
    void enterBeforeAnswersWaitsForThem();
    void showsActionsOnly();
    void findsAliases();
    void findsTagsOfTheCurrentModel();
    void saysWhenNothingIsFound();
    void opensAgainEmpty();
    void openingKeyClosesToo();
    void survivesAClosedRegistry();

private:
    void open(const QString &text = {});
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(m_field, Qt::Key(key), modifiers); }
    void finishSearch() const { QTRY_VERIFY(!m_rows->isSearching()); }
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] QString current() const { return m_list->currentIndex().data().toString(); }

    QTemporaryDir m_home;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TemporaryRegistry> m_registry;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_page = nullptr;
    SearchPalette *m_palette = nullptr;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    SearchModel *m_rows = nullptr;
};

void SearchPaletteTest::initTestCase()
{
    qputenv("STAGEKEEPER_HOME", m_home.path().toUtf8());
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
    m_registry = std::make_unique<TemporaryRegistry>();
    ModelVersion tagged = sampleVersion(u"digits"_s, u"1.0.0"_s);
    tagged.tags = {{u"team"_s, u"vision"_s}};
    for (const ModelVersion &version : {tagged, sampleVersion(u"digits"_s, u"2.4.1"_s), sampleVersion(u"names"_s, u"2.4.0"_s)})
        (void)valueOf(m_registry->stores().versions->add(version));
    const VersionId id = valueOf(m_registry->stores().versions->find({u"digits"_s, u"2.4.1"_s, {}}));
    (void)valueOf(m_registry->stores().stages->setAlias(id, u"champion"_s));
    m_settings = std::make_unique<Settings>();
}

void SearchPaletteTest::init()
{
    m_workspace = std::make_unique<Workspace>(*m_settings, OpenOptions {.actor = {u"tester"_s, u"installation-1"_s}});
    Registry *registry = m_workspace->open(m_registry->path());
    QTRY_COMPARE(m_workspace->models(registry).size(), 2);
    m_workspace->setCurrent(registry, u"digits"_s);
    QTRY_VERIFY(m_workspace->currentModel().id.isValid());

    m_window = std::make_unique<QWidget>();
    m_page = new QLineEdit(m_window.get());
    m_palette = new SearchPalette(*m_workspace, *m_theme, m_window.get());
    m_palette->setActions({{u"open"_s, u"Open registry"_s, u"Ctrl O"_s, u"folder"_s},
                           {u"export"_s, u"Export CSV"_s, {}, u"export"_s},
                           {u"undo"_s, u"Undo"_s, u"Ctrl Z"_s, u"undo"_s, false}});
    m_field = m_palette->findChild<QLineEdit *>(u"searchField"_s);
    m_list = m_palette->findChild<QListView *>(u"searchRows"_s);
    m_rows = m_palette->findChild<SearchModel *>();
    m_window->resize(1000, 700);
    m_window->show();
    m_window->activateWindow();
    m_page->setFocus();
    QTRY_VERIFY(m_page->hasFocus());
}

void SearchPaletteTest::open(const QString &text)
{
    m_palette->open(text);
    QTRY_VERIFY(m_field->hasFocus());
    finishSearch();
}

QStringList SearchPaletteTest::rows() const
{
    QStringList texts;
    for (int row = 0; row < m_rows->rowCount(); ++row)
        texts.append((m_rows->entry(row).isTitle ? u"- "_s : QString()) + m_rows->entry(row).text);
    return texts;
}

void SearchPaletteTest::opensInTheTopThirdWithEveryAction()
{
    open();
    QCOMPARE(rows(), (QStringList {u"- Actions"_s, u"Open registry"_s, u"Export CSV"_s, u"- Models"_s, u"digits"_s, u"names"_s}));
    QCOMPARE(current(), u"Open registry"_s);
    QCOMPARE(m_palette->width(), 640);
    const QPoint offset = m_palette->pos() - m_window->mapToGlobal(QPoint());
    QVERIFY(offset.y() < m_window->height() / 3);
    QCOMPARE(offset.x(), (m_window->width() - 640) / 2);
    QCOMPARE(m_field->accessibleDescription(), u"Open registry"_s);
}

void SearchPaletteTest::movesByRowsPastTitles()
{
    open();
    QStringList seen;
    for (int i = 0; i < 4; ++i) {
        press(Qt::Key_Down);
        seen.append(current());
    }
    QCOMPARE(seen, (QStringList {u"Export CSV"_s, u"digits"_s, u"names"_s, u"Open registry"_s}));
    press(Qt::Key_Up);
    QCOMPARE(current(), u"names"_s);
    press(Qt::Key_PageUp);
    QCOMPARE(current(), u"Open registry"_s);
    press(Qt::Key_PageDown);
    QCOMPARE(current(), u"names"_s);
}

void SearchPaletteTest::movesByGroups()
{
    open();
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(current(), u"digits"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(current(), u"digits"_s);
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(current(), u"Open registry"_s);
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(current(), u"digits"_s);
    press(Qt::Key_Tab);
    QCOMPARE(current(), u"Open registry"_s);
    QVERIFY(m_field->hasFocus());
}

void SearchPaletteTest::enterRunsTheCurrentAction()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::actionChosen);
    open();
    QTest::keyClicks(m_field, u"csv"_s);
    finishSearch();
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"export"_s);
    QVERIFY(!m_palette->isVisible());
    QTRY_VERIFY(m_page->hasFocus());
}

void SearchPaletteTest::escapeGivesTheFocusBack()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::actionChosen);
    open();
    press(Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QTRY_VERIFY(m_page->hasFocus());
    QCOMPARE(chosen.size(), 0);
}

void SearchPaletteTest::clickChooses()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::modelChosen);
    open();
    const QRect row = m_list->visualRect(m_rows->index(5, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(1).toString(), u"names"_s);
    QVERIFY(!m_palette->isVisible());
}

void SearchPaletteTest::clickOnATitleChoosesNothing()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::modelChosen);
    open();
    const QRect row = m_list->visualRect(m_rows->index(3, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.size(), 0);
    QVERIFY(m_palette->isVisible());
    QCOMPARE(current(), u"Open registry"_s);
}

void SearchPaletteTest::findsModelsAndMarksLetters()
{
    open(u"DIG"_s);
    QCOMPARE(current(), u"digits"_s);
    QCOMPARE(m_list->currentIndex().data(SearchModel::PositionsRole).value<QList<int>>(), (QList<int> {0, 1, 2}));
    const QRect name = m_list->visualRect(m_list->currentIndex());
    const QImage marked = m_list->viewport()->grab(name).toImage();
    open(u">"_s);
    open();
    m_list->setCurrentIndex(m_rows->index(4, 0));
    const QImage plain = m_list->viewport()->grab(m_list->visualRect(m_rows->index(4, 0))).toImage();
    QCOMPARE(current(), u"digits"_s);
    QCOMPARE(marked.size(), plain.size());
    QVERIFY(marked != plain);
}

void SearchPaletteTest::appendsVersionsBelow()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::versionChosen);
    open(u"digits 2.4"_s);
    QCOMPARE(rows(), (QStringList {u"- Versions"_s, u"2.4.1"_s}));
    QCOMPARE(current(), u"2.4.1"_s);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(1).toString(), u"digits"_s);
    QCOMPARE(chosen.first().at(2).toString(), u"2.4.1"_s);
}

void SearchPaletteTest::enterBeforeAnswersWaitsForThem()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::versionChosen);
    m_palette->open(u"2.4.0"_s);
    QCOMPARE(m_palette->findChild<QLabel *>(u"nothingFound"_s)->text(), u"Searching…"_s);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(1).toString(), u"names"_s);
}

void SearchPaletteTest::showsActionsOnly()
{
    open(u">"_s);
    QCOMPARE(rows(), (QStringList {u"- Actions"_s, u"Open registry"_s, u"Export CSV"_s}));
    QTest::keyClicks(m_field, u"digits"_s);
    QCOMPARE(rows(), QStringList());
    QCOMPARE(m_palette->findChild<QLabel *>(u"nothingFound"_s)->text(), u"No action is called “digits”."_s);
}

void SearchPaletteTest::findsAliases()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::versionChosen);
    open(u"@champ"_s);
    QCOMPARE(current(), u"digits@champion"_s);
    press(Qt::Key_Enter);
    QCOMPARE(chosen.first().at(2).toString(), u"2.4.1"_s);
}

void SearchPaletteTest::findsTagsOfTheCurrentModel()
{
    const QSignalSpy chosen(m_palette, &SearchPalette::tagChosen);
    open(u"#te"_s);
    QCOMPARE(rows(), (QStringList {u"- Tags"_s, u"team"_s}));
    press(Qt::Key_Return);
    QCOMPARE(chosen.first().first().toString(), u"team"_s);
}

void SearchPaletteTest::saysWhenNothingIsFound()
{
    open(u"<b>zzz"_s);
    const auto *empty = m_palette->findChild<QLabel *>(u"nothingFound"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!m_list->isVisible());
    QCOMPARE(empty->textFormat(), Qt::PlainText);
    QCOMPARE(empty->text(), u"Nothing found for “<b>zzz”."_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(m_palette->isVisible());
    m_field->setText(u"csv"_s);
    QVERIFY(!empty->isVisible());
    QVERIFY(m_list->isVisible());
}

void SearchPaletteTest::opensAgainEmpty()
{
    open(u"zzz"_s);
    press(Qt::Key_Escape);
    m_palette->setActions({{u"close"_s, u"Close registry"_s, {}, u"close"_s}});
    open();
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(current(), u"Close registry"_s);
}

void SearchPaletteTest::openingKeyClosesToo()
{
    open(u"digits"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!m_palette->isVisible());
    QCOMPARE(m_field->text(), u"digits"_s);
}

void SearchPaletteTest::survivesAClosedRegistry()
{
    m_palette->open(u"2.4"_s);
    m_workspace->close(m_workspace->currentRegistry());
    QTRY_VERIFY(!m_rows->isSearching());
    QCOMPARE(rows(), QStringList());
}

QTEST_MAIN(SearchPaletteTest)

#include "tst_searchpalette.moc"
