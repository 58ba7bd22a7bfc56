// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/rail.h"

#include "views/common/railbutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stagekeeper {

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_top(new QVBoxLayout), m_pages(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Pages"));
    setFixedWidth(measure::rail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, measure::inside, 0, measure::gap);
    column->setSpacing(measure::inside);
    column->addLayout(m_top);
    column->addLayout(m_pages);
    column->addStretch(1);
    column->addLayout(m_bottom);
    m_pages->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

RailButton *Rail::add(QAction *action, QVBoxLayout *group)
{
    auto *button = new RailButton(m_theme, action, this);
    group->addWidget(button);
    m_buttons.append(button);
    return button;
}

void Rail::addTop(QAction *action)
{
    add(action, m_top);
}

void Rail::addPage(QAction *action)
{
    add(action, m_pages);
}

void Rail::addBottom(QAction *action)
{
    add(action, m_bottom);
}

void Rail::setBadge(QAction *action, int count)
{
    for (RailButton *button : std::as_const(m_buttons)) {
        if (button->action() == action)
            button->setBadge(count);
    }
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<RailButton *>(focusWidget()))
            button->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height())),
                     m_theme.color(Token::Line));
}

} // namespace stagekeeper
