// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/manual/manualwindow.h"

#include "views/common/plainlabel.h"
#include "views/manual/manualbrowser.h"
#include "views/manual/manualpages.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

ManualWindow::ManualWindow(const Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_field(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_nothing(proseLabel(theme, tr("Nothing found."), Theme::Face::Body, Token::Text2, this)),
      m_browser(new ManualBrowser(theme, this))
{
    setObjectName(u"manualWindow"_s);
    setWindowTitle(tr("Manual"));
    fillWith(this, theme, Token::Window);
    buildLayout();
    resize(1040, 760);
    connect(m_field, &QLineEdit::textChanged, this, &ManualWindow::search);
    connect(m_list, &QListWidget::itemClicked, this, &ManualWindow::open);
    connect(m_list, &QListWidget::itemActivated, this, &ManualWindow::open);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &ManualWindow::followPage);
    listChapters();
    showPage({});
}

void ManualWindow::buildLayout()
{
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(makeBar());
    page->addWidget(hairlineWidget(m_theme, Qt::Horizontal, this));
    page->addWidget(m_browser, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeContents());
    row->addWidget(hairlineWidget(m_theme, Qt::Vertical, this));
    row->addLayout(page, 1);

    const auto bind = [this](const QKeySequence &key, auto function) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, function);
        addAction(action);
    };
    bind(QKeySequence::Find, [this] { m_field->setFocus(Qt::ShortcutFocusReason); });
    bind(QKeySequence(Qt::Key_Escape), [this] { m_field->text().isEmpty() ? hide() : m_field->clear(); });
}

QWidget *ManualWindow::makeContents()
{
    auto *contents = new QWidget(this);
    contents->setFixedWidth(measure::tree);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(measure::cell, measure::cell - 2, measure::cell, measure::cell);
    column->setSpacing(measure::gap);
    m_field->setObjectName(u"manualSearch"_s);
    m_field->setAccessibleName(tr("Search the manual"));
    m_field->setPlaceholderText(tr("Search the manual"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"manualChapters"_s);
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->hide();
    column->addWidget(m_field);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    return contents;
}

QWidget *ManualWindow::makeBar()
{
    auto *bar = new QWidget(this);
    fillWith(bar, m_theme, Token::Base);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    row->setSpacing(measure::inside);
    QToolButton *back = makeButton(u"manualBack"_s, tr("Back"), QKeySequence::Back);
    QToolButton *forward = makeButton(u"manualForward"_s, tr("Forward"), QKeySequence::Forward);
    connect(back, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_browser, &QTextBrowser::forward);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    row->addWidget(back);
    row->addWidget(forward);
    row->addStretch(1);
    return bar;
}

QToolButton *ManualWindow::makeButton(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setToolTip(key.toString(QKeySequence::NativeText));
    button->setShortcut(key);
    button->setAutoRaise(true);
    button->setEnabled(false);
    return button;
}

void ManualWindow::showPage(const QString &name)
{
    m_browser->setSource(manual::url(manual::pages().contains(name) ? name : manual::pages().first()),
                         QTextDocument::MarkdownResource);
    if (!isVisible())
        m_browser->clearHistory(); // it is opened anew
}

void ManualWindow::addRow(const QString &text, const QUrl &url)
{
    auto *row = new QListWidgetItem(text, m_list);
    row->setData(Qt::UserRole, url);
    row->setToolTip(text);
}

void ManualWindow::listChapters()
{
    for (const QString &page : manual::pages())
        addRow(manual::sections(page).value(0).title, manual::url(page));
    followPage(m_browser->source());
}

void ManualWindow::search(const QString &words)
{
    const QStringList marked = words.split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    m_nothing->hide();
    m_browser->mark(marked);
    if (marked.isEmpty())
        return listChapters();
    for (const manual::Section &section : manual::find(words)) {
        const bool isChapter = section.anchor.isEmpty();
        addRow(isChapter ? section.title : tr("%1 · %2", "section, chapter").arg(section.title, section.pageTitle),
               manual::url(section.page, section.anchor));
    }
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setCurrentRow(0);
}

void ManualWindow::open(const QListWidgetItem *row)
{
    if (row)
        m_browser->setSource(row->data(Qt::UserRole).toUrl(), QTextDocument::MarkdownResource);
}

/// The list shows the chapter that is read, unless it shows what was found.
void ManualWindow::followPage(const QUrl &url)
{
    const QString page = manual::pageOf(url);
    if (m_field->text().isEmpty())
        m_list->setCurrentRow(static_cast<int>(manual::pages().indexOf(page)));
    const QString title = manual::sections(page).value(0).title;
    setWindowTitle(page.isEmpty() ? tr("Manual") : tr("%1 – Manual", "title of a chapter").arg(title));
}

/// The field keeps the keyboard; Up and Down move in the list, Enter opens.
bool ManualWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(m_list->currentItem());
        return true;
    default:
        return false;
    }
}

} // namespace stagekeeper
