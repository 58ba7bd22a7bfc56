// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/icons.h"
#include "views/common/style.h"
#include "views/common/tag.h"
#include "views/firstrun/choicelist.h"
#include "views/firstrun/droparea.h"
#include "views/firstrun/firstrunpage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// What is shown while no registry is open.
class FirstRunPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void listsTheWaysWithTheirKeys();
    void keysMoveAndChoose();
    void clickChooses();
    void waysFollowTheirActions();
    void recentFilesCanBeOpened();
    void filesThatAreGoneSaySo();
    void filesMayBeDropped();
    void refusesToTakeText();
    void hintShowsKeysInTheirPlaces();
    void stepsGoBelowWhereItIsNarrow_data();
    void stepsGoBelowWhereItIsNarrow();
    void copiesTheCommand();

private:
    std::unique_ptr<Theme> m_theme;
    QAction m_create {u"Create a registry"_s}, m_import {u"Import models"_s}, m_open {u"Open a registry file"_s};
    std::unique_ptr<FirstRunPage> m_page;
    ChoiceList *m_ways = nullptr;
    ChoiceList *m_recent = nullptr;
};

void FirstRunPageTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
    m_create.setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_open.setShortcut(QKeySequence(u"Ctrl+O"_s));
    m_create.setIcon(themedIcon(*m_theme, u"plus"_s));
}

void FirstRunPageTest::init()
{
    m_import.setEnabled(false);
    m_import.setToolTip(u"Open a registry first"_s);
    m_page = std::make_unique<FirstRunPage>(*m_theme, QList<FirstRunPage::Row> {{&m_create, u"An empty file"_s},
                                                                             {&m_import, u"Files of others"_s},
                                                                             {&m_open, u"One that exists"_s}});
    m_ways = m_page->findChild<ChoiceList *>(u"waysToBegin"_s);
    m_recent = m_page->findChild<ChoiceList *>(u"recentRegistries"_s);
    m_page->resize(1160, 800);
    m_page->show();
    m_page->activateWindow();
    QTRY_VERIFY(m_ways->rows().first()->hasFocus());
}

void FirstRunPageTest::listsTheWaysWithTheirKeys()
{
    QStringList rows;
    for (const ChoiceRow *row : m_ways->rows())
        rows.append(row->text() + u" | "_s + row->accessibleDescription());
    QCOMPARE(rows, (QStringList {u"Create a registry | An empty file"_s, u"Import models | Open a registry first"_s,
                                 u"Open a registry file | One that exists"_s}));
    QVERIFY(m_ways->rows().at(0)->isEnabled());
    QVERIFY(!m_ways->rows().at(1)->isEnabled());
    QVERIFY(!m_recent->isVisible());
}

void FirstRunPageTest::keysMoveAndChoose()
{
    const QSignalSpy opened(&m_open, &QAction::triggered);
    QTest::keyClick(m_ways->rows().at(0), Qt::Key_Down);
    QVERIFY(m_ways->rows().at(2)->hasFocus());
    QTest::keyClick(m_ways->rows().at(2), Qt::Key_Down);
    QVERIFY(m_ways->rows().at(2)->hasFocus());
    QTest::keyClick(m_ways->rows().at(2), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(m_ways->rows().at(2), Qt::Key_Up);
    QVERIFY(m_ways->rows().at(0)->hasFocus());
}

void FirstRunPageTest::clickChooses()
{
    const QSignalSpy created(&m_create, &QAction::triggered);
    QTest::mouseClick(m_ways->rows().at(0), Qt::LeftButton);
    QTest::mouseClick(m_ways->rows().at(1), Qt::LeftButton);
    QCOMPARE(created.size(), 1);
}

void FirstRunPageTest::waysFollowTheirActions()
{
    m_import.setEnabled(true);
    QVERIFY(m_ways->rows().at(1)->isEnabled());
    QCOMPARE(m_ways->rows().at(1)->accessibleDescription(), u"Files of others"_s);
}

void FirstRunPageTest::recentFilesCanBeOpened()
{
    const QSignalSpy requested(m_page.get(), &FirstRunPage::openRequested);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"team.stagekeeper"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    m_page->setRecent({file});
    QVERIFY(m_recent->isVisible());
    QCOMPARE(m_recent->rows().first()->text(), u"team"_s);
    QTest::mouseClick(m_recent->rows().first(), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), file);
    m_page->setRecent({});
    QVERIFY(!m_recent->isVisible());
}

void FirstRunPageTest::filesThatAreGoneSaySo()
{
    const QTemporaryDir folder;
    const QString here = folder.filePath(u"here.stagekeeper"_s);
    QVERIFY(QFile(here).open(QIODevice::WriteOnly));
    m_page->setRecent({folder.filePath(u"gone.stagekeeper"_s), here});
    QTRY_VERIFY(!m_recent->rows().at(0)->isEnabled());
    QCOMPARE(m_recent->rows().at(0)->note(), u"not there any more"_s);
    QVERIFY(m_recent->rows().at(1)->isEnabled());
    QCOMPARE(m_recent->rows().at(1)->note(), QString());

    m_page->hide();
    QVERIFY(QFile(folder.filePath(u"gone.stagekeeper"_s)).open(QIODevice::WriteOnly));
    m_page->show();
    QTRY_VERIFY(m_recent->rows().at(0)->isEnabled());
}

void FirstRunPageTest::filesMayBeDropped()
{
    const QSignalSpy dropped(m_page.get(), &FirstRunPage::dropped);
    const auto *area = m_page->findChild<DropArea *>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/somewhere/model.onnx"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(area->isActive());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &drop);
    QVERIFY(!area->isActive());
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().value<QList<QUrl>>(), data.urls());
}

void FirstRunPageTest::refusesToTakeText()
{
    QMimeData data;
    data.setText(u"words"_s);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!m_page->findChild<DropArea *>()->isActive());
}

void FirstRunPageTest::hintShowsKeysInTheirPlaces()
{
    m_page->setHint(u"Press %2 or %1 to begin."_s, {&m_create, &m_open});
    QStringList keys;
    for (const TagLabel *key : m_page->findChildren<TagLabel *>()) {
        if (key->text().startsWith(u"Ctrl"_s))
            keys.append(key->text());
    }
    QCOMPARE(keys, (QStringList {u"Ctrl O"_s, u"Ctrl N"_s}));
}

void FirstRunPageTest::stepsGoBelowWhereItIsNarrow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("below");

    QTest::newRow("1024") << 1024 - 48 - 232 << true;
    QTest::newRow("1440") << 1440 - 48 - 232 << false;
    QTest::newRow("2560") << 2560 - 48 - 232 << false;
}

void FirstRunPageTest::stepsGoBelowWhereItIsNarrow()
{
    QFETCH(const int, width);
    QFETCH(const bool, below);

    m_page->resize(width, 800);
    const auto labels = m_page->findChildren<QLabel *>();
    const auto step = std::ranges::find_if(labels, [](const QLabel *label) { return label->text() == "Then"_L1; });
    QVERIFY(step != labels.end());
    const auto bottomOfWays = [this] { return m_ways->mapTo(m_page.get(), m_ways->rect().bottomLeft()).y(); };
    QTRY_COMPARE((*step)->mapTo(m_page.get(), QPoint()).y() > bottomOfWays(), below);
    QVERIFY(m_ways->width() <= 584);
    QVERIFY(m_ways->width() >= 500);
    const auto *scroll = m_page->findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= width);
}

void FirstRunPageTest::copiesTheCommand()
{
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"copyCode"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"stagekeeper-cli --registry team.stagekeeper init --name team"_s);
}

QTEST_MAIN(FirstRunPageTest)

#include "tst_firstrunpage.moc"
