// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/actionbar.h"
#include "views/common/emptystate.h"
#include "views/common/jobbar.h"
#include "views/common/messagebar.h"
#include "views/common/page.h"
#include "views/common/rail.h"
#include "views/common/railbutton.h"
#include "views/common/section.h"
#include "views/common/style.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

class SamplePage final : public Page
{
public:
    explicit SamplePage(const Theme &theme) : Page(theme)
    {
        setTitle(u"digits\u202E<b>x</b>"_s);
        body = new QWidget;
        setBody(body);
        setEmptyState(new EmptyState(theme, u"Nothing here"_s, u"Because."_s));
    }
    using Page::showEmptyState;
    QWidget *body;
};

QStringList visibleButtons(const QWidget &widget)
{
    QStringList texts;
    for (const QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (!button->isHidden())
            texts.append(button->text());
    }
    return texts;
}

} // namespace

/// The parts that every page is made of.
class TestPageParts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void messageBarOffersWhatTheErrorAllows_data();
    void messageBarOffersWhatTheErrorAllows();
    void messageBarShowsMarkupAsText();
    void messageBarReplacesWhatItOffered();
    void pageShowsBodyOrEmptyState();
    void actionButtonFollowsItsAction();
    void railChoosesByKeyboard();
    void disabledRailEntrySaysWhy();
    void jobAppearsOnlyWhenItTakesTime();
    void noticeCanBeUndoneOnce();
    void sectionHidesItsContent();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestPageParts::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
}

void TestPageParts::messageBarOffersWhatTheErrorAllows_data()
{
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QStringList>("offers");

    QTest::newRow("busy") << Error::Code::Unavailable << QString() << QStringList {u"Try again"_s};
    QTest::newRow("conflict") << Error::Code::Conflict << u"rev 3"_s << QStringList {u"Reload"_s, u"Details"_s};
    QTest::newRow("signed out") << Error::Code::Unauthenticated << QString() << QStringList {u"Sign in…"_s};
    QTest::newRow("corrupt") << Error::Code::Corrupt << u"page 7"_s << QStringList {u"Details"_s};
    QTest::newRow("not allowed") << Error::Code::PermissionDenied << QString() << QStringList();
}

void TestPageParts::messageBarOffersWhatTheErrorAllows()
{
    QFETCH(const Error::Code, code);
    QFETCH(const QString, detail);
    QFETCH(const QStringList, offers);

    MessageBar bar(*m_theme);
    QVERIFY(bar.isHidden());
    bar.showError({code, u"What happened."_s, detail});
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentence(), u"What happened."_s);
    QCOMPARE(visibleButtons(bar), offers);
    bar.dismiss();
    QCOMPARE(bar.sentence(), QString());
}

void TestPageParts::messageBarShowsMarkupAsText()
{
    MessageBar bar(*m_theme);
    bar.showError({Error::Code::NotFound, u"<img src=x> \u202Eis gone."_s, {}});
    QCOMPARE(bar.findChild<QLabel *>(u"messageSentence"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(bar.sentence(), u"<img src=x> ⟦U+202E⟧is gone."_s);
}

void TestPageParts::messageBarReplacesWhatItOffered()
{
    MessageBar bar(*m_theme);
    QAction first(u"One"_s);
    QAction second(u"Two"_s);
    QAction third(u"Three"_s);
    bar.showMessage(MessageBar::Kind::Info, u"Choose."_s, {&first, &second, &third});
    QCOMPARE(visibleButtons(bar), (QStringList {u"One"_s, u"Two"_s}));
    bar.showMessage(MessageBar::Kind::Ok, u"Done."_s);
    QCOMPARE(visibleButtons(bar), QStringList());
}

void TestPageParts::pageShowsBodyOrEmptyState()
{
    SamplePage page(*m_theme);
    page.resize(800, 600);
    page.show();
    QCOMPARE(page.title(), u"digits⟦U+202E⟧<b>x</b>"_s);
    auto *empty = page.findChild<QWidget *>(u"emptyState"_s);
    QVERIFY(page.body->isVisible());
    page.showEmptyState(true);
    QVERIFY(empty->isVisible());
    QVERIFY(!page.body->isVisible());
    page.showEmptyState(false);
    QVERIFY(page.body->isVisible());
}

void TestPageParts::actionButtonFollowsItsAction()
{
    QAction action(u"Compare"_s);
    action.setShortcut(Qt::Key_Return);
    ActionButton button(*m_theme, &action, ActionButton::Look::Primary);
    const int width = button.sizeHint().width();
    action.setShortcut({});
    QVERIFY(button.sizeHint().width() < width);
    action.setEnabled(false);
    QVERIFY(!button.isEnabled());
    action.setEnabled(true);
    const QSignalSpy triggered(&action, &QAction::triggered);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(keyCap(QKeySequence(u"Ctrl+K"_s)), u"Ctrl K"_s);
}

void TestPageParts::railChoosesByKeyboard()
{
    QAction overview(u"Overview"_s);
    QAction versions(u"Versions"_s);
    for (QAction *action : {&overview, &versions})
        action->setCheckable(true);
    Rail rail(*m_theme);
    rail.addPage(&overview);
    rail.addPage(&versions);
    rail.setBadge(&versions, 3);
    rail.show();
    rail.activateWindow();
    const QList<RailButton *> buttons = rail.findChildren<RailButton *>();
    buttons.first()->setFocus();
    QTRY_VERIFY(buttons.first()->hasFocus());
    QTest::keyClick(buttons.first(), Qt::Key_Down);
    QVERIFY(buttons.last()->hasFocus());
    QTest::keyClick(buttons.last(), Qt::Key_Return);
    QVERIFY(versions.isChecked());
    QVERIFY(buttons.last()->isChecked());
    QCOMPARE(buttons.last()->accessibleName(), u"Versions"_s);
}

void TestPageParts::disabledRailEntrySaysWhy()
{
    QAction lineage(u"Lineage"_s);
    Rail rail(*m_theme);
    rail.addPage(&lineage);
    lineage.setEnabled(false);
    lineage.setToolTip(u"This registry keeps no lineage"_s);
    const auto *button = rail.findChild<RailButton *>();
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"This registry keeps no lineage"_s);
}

void TestPageParts::jobAppearsOnlyWhenItTakesTime()
{
    JobBar bar(*m_theme);
    bar.resize(900, 26);
    bar.show();
    const auto *words = bar.findChild<QLabel *>(u"jobWords"_s);
    bar.setJob(u"Verifying"_s, 1, 2);
    QVERIFY(!words->isVisible());
    QTRY_VERIFY(words->isVisible());
    const QSignalSpy cancelled(&bar, &JobBar::cancelRequested);
    QTest::mouseClick(bar.findChild<QToolButton *>(u"jobCancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    bar.clearJob();
    QVERIFY(!words->isVisible());
}

void TestPageParts::noticeCanBeUndoneOnce()
{
    JobBar bar(*m_theme);
    bar.resize(900, 26);
    bar.show();
    int undone = 0;
    bar.notify(u"Moved champion"_s, [&undone] { ++undone; });
    auto *undo = bar.findChild<QToolButton *>(u"noticeUndo"_s);
    QVERIFY(undo->isVisible());
    undo->click();
    undo->click();
    QCOMPARE(undone, 1);
    QVERIFY(!undo->isVisible());
    bar.notify(u"Exported"_s);
    QVERIFY(!undo->isVisible());
}

void TestPageParts::sectionHidesItsContent()
{
    auto *content = new QWidget;
    Section section(*m_theme, u"Metrics"_s, content);
    QVERIFY(section.isExpanded());
    section.setExpanded(false);
    QVERIFY(content->isHidden());
    QTest::mouseClick(section.findChild<SectionHeader *>(), Qt::LeftButton);
    QVERIFY(section.isExpanded());
}

QTEST_MAIN(TestPageParts)

#include "tst_pageparts.moc"
