// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/firstrun/firstrunpage.h"

#include "model/base/whendone.h"
#include "views/common/actionbutton.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/tag.h"
#include "views/firstrun/choicelist.h"
#include "views/firstrun/codeline.h"
#include "views/firstrun/droparea.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int pageLeft = 88;
constexpr int pageTop = 96;
constexpr int waysWidth = 584;
constexpr int stepsWidth = 344;
constexpr int columnGap = 56;
constexpr int besideFrom = 980; ///< narrower pages have the steps below
constexpr qsizetype maxRecent = 5;

QVBoxLayout *columnOf(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::gap);
    return column;
}

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, const QList<Row> &rows, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(rows), m_scroll(new QScrollArea(this))
{
    setObjectName(u"firstRunPage"_s);
    setAcceptDrops(true);
    fillWith(this, theme, Token::Base);
    buildLayout();
    updateWays();
    for (const Row &row : std::as_const(m_rows))
        connect(row.action, &QAction::changed, this, &FirstRunPage::updateWays);
}

void FirstRunPage::buildLayout()
{
    auto *content = new QWidget(m_scroll);
    fillWith(content, m_theme, Token::Base);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setSpacing(columnGap);
    m_columns->addWidget(makeWays(), 1000, Qt::AlignTop);
    m_columns->addWidget(makeSteps(), 600, Qt::AlignTop);
    m_columns->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columnOf(this)->addWidget(m_scroll);
}

QWidget *FirstRunPage::makeWays()
{
    auto *ways = new QWidget(m_scroll);
    ways->setMaximumWidth(waysWidth);
    QVBoxLayout *column = columnOf(ways);
    column->addWidget(plainLabel(m_theme, tr("Open your first registry"), Theme::Face::Hero, Token::Text, ways));
    column->addWidget(proseLabel(m_theme, tr("A registry is one file with your models, their versions and their history. "
                                             "No server is needed."), Theme::Face::Body, Token::Text2, ways));
    column->addSpacing(measure::gap);
    m_ways = new ChoiceList(m_theme, true, ways);
    m_ways->setObjectName(u"waysToBegin"_s);
    for (const Row &row : std::as_const(m_rows)) {
        ChoiceRow *choice = m_ways->addRow();
        choice->setObjectName(row.action->objectName() + "Row"_L1);
        connect(choice, &ChoiceRow::clicked, row.action, &QAction::trigger);
    }
    m_dropArea = new DropArea(m_theme, ways);
    column->addWidget(m_ways);
    column->addSpacing(measure::gap);
    column->addWidget(m_dropArea);
    column->addWidget(makeRecent());
    column->addWidget(makeScript());
    return ways;
}

QWidget *FirstRunPage::makeRecent()
{
    m_recentPart = new QWidget(m_scroll);
    m_recentPart->hide();
    QVBoxLayout *column = columnOf(m_recentPart);
    column->setContentsMargins(0, measure::margin, 0, 0);
    column->addWidget(plainLabel(m_theme, tr("Open again"), Theme::Face::Strong, Token::Text, m_recentPart));
    m_recent = new ChoiceList(m_theme, false, m_recentPart);
    m_recent->setObjectName(u"recentRegistries"_s);
    column->addWidget(m_recent);
    return m_recentPart;
}

QWidget *FirstRunPage::makeScript()
{
    auto *script = new QWidget(m_scroll);
    QVBoxLayout *column = columnOf(script);
    column->setContentsMargins(0, measure::margin, 0, 0);
    column->addWidget(plainLabel(m_theme, tr("From a script"), Theme::Face::Strong, Token::Text, script));
    column->addWidget(new CodeLine(m_theme, u"stagekeeper-cli --registry team.stagekeeper init --name team"_s, script));
    return script;
}

QWidget *FirstRunPage::makeSteps()
{
    auto *steps = new QWidget(m_scroll);
    steps->setMaximumWidth(waysWidth);
    QVBoxLayout *column = columnOf(steps);
    column->addWidget(plainLabel(m_theme, tr("Then"), Theme::Face::Hero, Token::Text, steps));
    column->addWidget(proseLabel(m_theme, tr("Three steps to a model in production."), Theme::Face::Body, Token::Text2, steps));
    column->addSpacing(measure::gap);
    column->addWidget(makeStep(1, tr("Register a version"),
                               tr("A model file with its metrics, parameters and data, from this window or from a training script.")));
    column->addWidget(hairlineWidget(m_theme, Qt::Horizontal, steps));
    column->addWidget(makeStep(2, tr("Find the best"),
                               tr("Filter and sort by any metric, parameter or tag. Colour shows which numbers are good.")));
    column->addWidget(hairlineWidget(m_theme, Qt::Horizontal, steps));
    column->addWidget(makeStep(3, tr("Put it to work"),
                               tr("Move it to Production or point an alias at it. Every step is recorded and can be undone.")));
    column->addSpacing(measure::margin);
    m_hint = new QHBoxLayout;
    m_hint->setSpacing(measure::inside);
    column->addLayout(m_hint);
    return steps;
}

QWidget *FirstRunPage::makeStep(int number, const QString &title, const QString &why)
{
    auto *step = new QWidget(m_scroll);
    auto *row = new QHBoxLayout(step);
    row->setContentsMargins(0, measure::inside, 0, measure::inside);
    row->setSpacing(measure::cell);
    auto *count = new TagLabel(m_theme, locale().toString(number), step);
    row->addWidget(count, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(measure::inside);
    texts->addWidget(plainLabel(m_theme, title, Theme::Face::Strong, Token::Text, step));
    texts->addWidget(proseLabel(m_theme, why, Theme::Face::Body, Token::Text2, step));
    row->addLayout(texts, 1);
    return step;
}

void FirstRunPage::updateWays()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QAction *action = m_rows.at(i).action;
        ChoiceRow *row = m_ways->rows().at(i);
        row->setChoice(action->icon(), action->text(), action->isEnabled() ? m_rows.at(i).why : action->toolTip());
        row->setKey(keyCap(action->shortcut()));
        row->setEnabled(action->isEnabled());
        row->setVisible(action->isVisible());
    }
}

void FirstRunPage::setRecent(const QStringList &files)
{
    m_files = files.first(qMin(files.size(), maxRecent));
    m_recent->clear();
    for (const QString &file : std::as_const(m_files)) {
        const QFileInfo info(file);
        ChoiceRow *row = m_recent->addRow();
        row->setChoice(themedIcon(m_theme, u"database"_s), info.completeBaseName(), QDir::toNativeSeparators(info.absolutePath()));
        row->setToolTip(displayName(QDir::toNativeSeparators(file)));
        connect(row, &ChoiceRow::clicked, this, [this, file] { emit openRequested(file); });
    }
    m_recentPart->setVisible(!m_files.isEmpty());
    findGone();
}

void FirstRunPage::findGone()
{
    if (m_files.isEmpty())
        return;
    const auto look = [files = m_files] {
        QStringList gone;
        for (const QString &file : files) {
            if (!QFileInfo::exists(file))
                gone.append(file);
        }
        return gone;
    };
    whenDone(m_queue.run(look), this, [this](const QStringList &gone) { markGone(gone); });
}

void FirstRunPage::markGone(const QStringList &gone)
{
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const bool isGone = gone.contains(m_files.at(i));
        m_recent->rows().at(i)->setEnabled(!isGone);
        m_recent->rows().at(i)->setNote(isGone ? tr("not there any more") : QString());
    }
}

void FirstRunPage::setHint(const QString &sentence, const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_hint->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto addWords = [this](const QString &words) {
        if (!words.isEmpty())
            m_hint->addWidget(plainLabel(m_theme, words, Theme::Face::Body, Token::Text3, this));
    };
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', from)) {
        addWords(sentence.mid(from, at - from).trimmed());
        const int number = sentence.mid(at + 1, 1).toInt();
        if (const QAction *action = actions.value(number - 1))
            m_hint->addWidget(new TagLabel(m_theme, keyCap(action->shortcut()), this));
        from = at + 2;
    }
    addWords(sentence.mid(from).trimmed());
    m_hint->addStretch(1);
}

/// The steps go below the ways where there is no room beside them.
void FirstRunPage::arrange()
{
    const bool isBeside = width() >= besideFrom;
    const int left = isBeside ? qMin(pageLeft, (width() - waysWidth - stepsWidth - columnGap) / 2) : measure::group * 2;
    m_columns->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setContentsMargins(left, isBeside ? pageTop : measure::group * 2, left, measure::group);
    m_columns->itemAt(1)->widget()->setMaximumWidth(isBeside ? stepsWidth : waysWidth);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FirstRunPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ways->focusFirst();
    findGone();
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_dropArea->setActive(true);
}

void FirstRunPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropArea->setActive(false);
}

void FirstRunPage::dropEvent(QDropEvent *event)
{
    m_dropArea->setActive(false);
    event->acceptProposedAction();
    emit dropped(event->mimeData()->urls());
}

} // namespace stagekeeper
