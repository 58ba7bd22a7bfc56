// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/page.h"

#include "views/common/emptystate.h"
#include "views/common/messagebar.h"
#include "views/common/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

Page::Page(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(plainLabel(theme, {}, Theme::Face::Title, Token::Text, this)),
      m_messageBar(new MessageBar(theme, this)), m_content(new QStackedWidget(this)), m_column(new QVBoxLayout(this))
{
    fillWith(this, theme, Token::Base);
    m_title->setObjectName(u"pageTitle"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(makeHeader());
    m_column->addWidget(hairlineWidget(theme, Qt::Horizontal, this));
    m_column->addWidget(m_messageBar);
    m_column->addWidget(m_content, 1);
}

QWidget *Page::makeHeader()
{
    auto *header = new QWidget(this);
    header->setObjectName(u"pageHeader"_s);
    header->setFixedHeight(qMax(measure::pageHeader - 1, fontMetrics().height() * 2 + measure::gap));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->setSpacing(measure::gap);
    row->addWidget(m_title);
    m_tabs = new QHBoxLayout;
    row->addLayout(m_tabs);
    row->addStretch(1);
    m_headerActions = new QHBoxLayout;
    m_headerActions->setSpacing(measure::gap);
    row->addLayout(m_headerActions);
    return header;
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setTitle(const QString &title)
{
    m_title->setText(displayName(title));
    setAccessibleName(m_title->text());
}

void Page::setTabs(QWidget *tabs)
{
    m_tabs->addWidget(tabs);
}

void Page::addHeaderIcon(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    m_headerActions->addWidget(button);
    addAction(action);
}

void Page::addHeaderButton(QAction *action, ActionButton::Look look)
{
    m_headerActions->addWidget(new ActionButton(m_theme, action, look, this));
    addAction(action);
}

void Page::addHeaderWidget(QWidget *widget)
{
    m_headerActions->addWidget(widget);
}

void Page::setBody(QWidget *body)
{
    m_body = body;
    m_content->addWidget(body);
}

void Page::setEmptyState(EmptyState *state)
{
    m_empty = state;
    m_content->addWidget(state);
}

void Page::showEmptyState(bool shown)
{
    if (QWidget *widget = shown ? m_empty : m_body)
        m_content->setCurrentWidget(widget);
}

void Page::setFooter(QWidget *footer)
{
    m_column->addWidget(footer);
}

} // namespace stagekeeper
