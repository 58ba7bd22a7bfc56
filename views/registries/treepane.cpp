// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/treepane.h"

#include "views/common/plainlabel.h"
#include "views/common/searchbutton.h"
#include "views/registries/registrytreeview.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

TreePane::TreePane(Workspace &workspace, const Theme &theme, QAction *search, QAction *open, QWidget *parent)
    : QWidget(parent), m_noRegistry(new QWidget(this)), m_tree(new RegistryTreeView(workspace, theme, this))
{
    setObjectName(u"treePane"_s);
    setMinimumWidth(180);
    setFocusProxy(m_tree);
    fillWith(this, theme, Token::Window);
    auto *words = new QVBoxLayout(m_noRegistry);
    words->setContentsMargins(2, measure::gap, 2, 0);
    words->addWidget(plainLabel(theme, tr("No registry open"), Theme::Face::Body, Token::Text2, m_noRegistry));
    words->addWidget(proseLabel(theme, tr("Registries and their models appear here."), Theme::Face::Body, Token::Text3,
                                m_noRegistry));
    auto *button = new QToolButton(this);
    button->setObjectName(u"openButton"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setDefaultAction(open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::cell, measure::cell - 2, measure::cell, measure::gap);
    column->setSpacing(measure::gap);
    column->addWidget(new SearchButton(theme, search, this));
    column->addWidget(m_noRegistry);
    column->addWidget(m_tree, 1);
    column->addWidget(button);
    connect(qApp, &QApplication::focusChanged, this, &TreePane::followFocus);
}

void TreePane::setEmpty(bool isEmpty)
{
    m_noRegistry->setVisible(isEmpty);
}

void TreePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else
        QWidget::keyPressEvent(event);
}

void TreePane::followFocus(const QWidget *before, const QWidget *now)
{
    const bool wasHere = before && isAncestorOf(before);
    const bool wentToThePage = now && now->window() == window() && !isAncestorOf(now);
    if (wasHere && wentToThePage)
        emit dismissed();
}

} // namespace stagekeeper
