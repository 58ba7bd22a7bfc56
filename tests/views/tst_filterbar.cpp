// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/filterbar.h"
#include "views/common/filteredit.h"
#include "views/common/style.h"
#include "views/common/suggestionpopup.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// Writing a filter: suggestions under the cursor, when it is applied, and what is said of mistakes.
class FilterBarTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void completesAMetric();
    void choosesAmongSuggestions();
    void hidesSuggestionsOnEscape();
    void leavesTabToTheFocusWithoutSuggestions();
    void suggestsOnDemand();
    void appliesWhenTypingPauses();
    void appliesOnEnter();
    void saysNothingInTheMiddleOfAWord();
    void correctsAMistake();
    void staysOneLine();
    void clears();
    void showsHostileTextAsText();

private:
    [[nodiscard]] FilterEdit *edit() const { return m_bar->edit(); }
    [[nodiscard]] QStringList suggestions() const;
    [[nodiscard]] QLabel *error() const { return m_bar->findChild<QLabel *>(u"filterError"_s); }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    FilterBar *m_bar = nullptr;
    QLineEdit *m_next = nullptr;
};

void FilterBarTest::init()
{
    m_theme.setMode(Theme::Mode::Light);
    applyTheme(*qApp, m_theme);
    m_window = std::make_unique<QWidget>();
    m_bar = new FilterBar(m_theme, m_window.get());
    m_next = new QLineEdit(m_window.get());
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_bar);
    column->addWidget(m_next);
    FilterVocabulary vocabulary;
    MetricSummary accuracy, loss;
    accuracy.name = u"accuracy"_s;
    accuracy.count = 3;
    loss.name = u"log loss"_s;
    vocabulary.facts.metrics = {accuracy, loss};
    vocabulary.stages = {u"Development"_s, u"In review"_s};
    m_bar->setVocabulary(vocabulary);
    m_window->show();
    m_window->activateWindow();
    edit()->setFocus();
    QTRY_VERIFY(edit()->hasFocus());
}

QStringList FilterBarTest::suggestions() const
{
    QStringList labels;
    if (edit()->popup()->isVisible()) {
        for (const FilterSuggestion &suggestion : edit()->popup()->suggestions())
            labels.append(suggestion.label);
    }
    return labels;
}

void FilterBarTest::completesAMetric()
{
    QTest::keyClicks(edit(), u"acc"_s);
    QCOMPARE(suggestions().value(0), u"metrics.accuracy"_s);
    QVERIFY(!edit()->popup()->grab().isNull());
    QTest::keyClick(edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), u"metrics.accuracy "_s);
    QVERIFY(edit()->hasFocus());
    QVERIFY(suggestions().contains(u">"_s)); // what may come next
    QTest::keyClicks(edit(), u"> 0.9"_s);
    const QSignalSpy changed(m_bar, &FilterBar::filterChanged);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!edit()->popup()->isVisible());
}

void FilterBarTest::choosesAmongSuggestions()
{
    QTest::keyClicks(edit(), u"stage = "_s);
    QCOMPARE(suggestions(), (QStringList {u"Development"_s, u"In review"_s}));
    QTest::keyClick(edit(), Qt::Key_Down);
    QTest::keyClick(edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), u"stage = \"In review\" "_s);
    edit()->selectAll();
    QTest::keyClicks(edit(), u"stage = "_s);
    QTest::keyClick(edit(), Qt::Key_Up); // from the first to the last
    QTest::keyClick(edit(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), u"stage = \"In review\" "_s);
}

void FilterBarTest::hidesSuggestionsOnEscape()
{
    QTest::keyClicks(edit(), u"acc"_s);
    QVERIFY(!suggestions().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(suggestions().isEmpty());
    QCOMPARE(m_bar->text(), u"acc"_s);
    QTest::keyClicks(edit(), u"u"_s);
    QVERIFY(!suggestions().isEmpty());
    m_next->setFocus();
    QVERIFY(suggestions().isEmpty());
}

void FilterBarTest::leavesTabToTheFocusWithoutSuggestions()
{
    QTest::keyClicks(edit(), u"qqqq"_s);
    QVERIFY(suggestions().isEmpty());
    for (int tabs = 0; tabs < 3 && !m_next->hasFocus(); ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_next->hasFocus());
    QCOMPARE(m_bar->text(), u"qqqq"_s);
}

void FilterBarTest::suggestsOnDemand()
{
    QVERIFY(suggestions().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(suggestions().contains(u"stage"_s));
    QCOMPARE(m_bar->text(), QString());
}

void FilterBarTest::appliesWhenTypingPauses()
{
    const QSignalSpy changed(m_bar, &FilterBar::filterChanged);
    QTest::keyClicks(edit(), u"stage = Development"_s);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).toString(), u"stage = Development"_s);
    m_bar->setText(u"stage = Development"_s);
    QCOMPARE(changed.size(), 1);
}

void FilterBarTest::appliesOnEnter()
{
    const QSignalSpy changed(m_bar, &FilterBar::filterChanged);
    QTest::keyClicks(edit(), u"stage = Development"_s);
    QTest::keyClick(edit(), Qt::Key_Enter);
    QVERIFY(changed.size() == 1);
    QCOMPARE(m_bar->text(), u"stage = Development"_s);
}

void FilterBarTest::saysNothingInTheMiddleOfAWord()
{
    QTest::keyClicks(edit(), u"stage = "_s);
    QVERIFY(error()->isHidden() || !error()->isVisible());
    QTRY_VERIFY(error()->isVisible());
    QTest::keyClicks(edit(), u"Development"_s);
    QTRY_VERIFY(!error()->isVisible());
}

void FilterBarTest::correctsAMistake()
{
    const QSignalSpy changed(m_bar, &FilterBar::filterChanged);
    m_bar->setCount(u"12 of 40"_s);
    m_bar->setText(u"stag = Development"_s);
    QVERIFY(error()->isVisible());
    QVERIFY(changed.isEmpty());
    QVERIFY(m_bar->findChild<QLabel *>(u"filterCount"_s)->text() != u"12 of 40"_s); // says that it is the last result
    QTest::mouseClick(m_bar->findChild<QToolButton *>(u"filterFix"_s), Qt::LeftButton);
    QCOMPARE(m_bar->text(), u"stage = Development"_s);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!error()->isVisible());
    QCOMPARE(m_bar->findChild<QLabel *>(u"filterCount"_s)->text(), u"12 of 40"_s);
}

void FilterBarTest::staysOneLine()
{
    QGuiApplication::clipboard()->setText(u"stage =\r\nDevelopment\n"_s);
    edit()->paste();
    QCOMPARE(edit()->document()->blockCount(), 1);
    QCOMPARE(m_bar->text().simplified(), u"stage = Development"_s);
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(edit()->document()->blockCount(), 1);
    m_bar->setText(u"stage = Development\nor stage = Staging"_s); // from a saved view
    QCOMPARE(edit()->document()->blockCount(), 1);
}

void FilterBarTest::clears()
{
    auto *clear = m_bar->findChild<QToolButton *>(u"filterClear"_s);
    QVERIFY(!clear->isVisible());
    m_bar->setText(u"stage = Development"_s);
    QVERIFY(clear->isVisible());
    const QSignalSpy changed(m_bar, &FilterBar::filterChanged);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!changed.first().first().value<Filter>());
    QVERIFY(!clear->isVisible());
}

void FilterBarTest::showsHostileTextAsText()
{
    m_bar->setText(u"<img src=x onerror=1> \u202E = '--"_s);
    QVERIFY(error()->isVisible());
    QCOMPARE(error()->textFormat(), Qt::PlainText);
    QVERIFY(!error()->text().contains(QChar(0x202E)));
}

QTEST_MAIN(FilterBarTest)
#include "tst_filterbar.moc"
