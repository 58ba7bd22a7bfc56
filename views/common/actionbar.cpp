// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/actionbar.h"

#include "views/common/plainlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace stagekeeper {

ActionBar::ActionBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_fact(plainLabel(theme, {}, Theme::Face::Strong, Token::Text, this)),
      m_hint(plainLabel(theme, {}, Theme::Face::Small, Token::Text3, this)), m_row(new QHBoxLayout(this))
{
    setObjectName(u"actionBar"_s);
    setFixedHeight(qMax(measure::actionBar, fontMetrics().height() + measure::group + measure::gap));
    m_row->setContentsMargins(measure::margin, 1, measure::margin, 0);
    m_row->setSpacing(measure::gap);
    m_row->addWidget(m_fact);
    m_row->addWidget(m_hint);
    m_row->addStretch(1);
}

void ActionBar::setText(const QString &fact, const QString &hint)
{
    m_fact->setText(fact);
    m_hint->setText(hint);
}

void ActionBar::addAction(QAction *action, ActionButton::Look look)
{
    m_row->addWidget(new ActionButton(m_theme, action, look, this));
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Sunken));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
}

} // namespace stagekeeper
