// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/emptystate.h"

#include "views/common/actionbutton.h"
#include "views/common/plainlabel.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int left = 88;
constexpr int top = 96;

} // namespace

EmptyState::EmptyState(const Theme &theme, const QString &sentence, const QString &why, QAction *action,
                       QWidget *parent)
    : QWidget(parent), m_sentence(proseLabel(theme, sentence, Theme::Face::Title, Token::Text, this)),
      m_why(proseLabel(theme, why, Theme::Face::Body, Token::Text2, this))
{
    setObjectName(u"emptyState"_s);
    // The texts get the width of prose, the rest stays free: a layout alone would centre what has a maximum width.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(left, top, left, measure::group);
    auto *texts = new QWidget(this);
    texts->setMaximumWidth(measure::prose);
    row->addWidget(texts, 1000);
    row->addStretch(1);
    auto *column = new QVBoxLayout(texts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::gap);
    column->addWidget(m_sentence);
    column->addWidget(m_why);
    if (action) {
        column->addSpacing(measure::gap);
        column->addWidget(new ActionButton(theme, action, ActionButton::Look::Primary, this), 0, Qt::AlignLeading);
    }
    column->addStretch(1);
}

void EmptyState::setSentence(const QString &sentence, const QString &why)
{
    m_sentence->setText(displayLines(sentence));
    m_why->setText(displayLines(why));
}

} // namespace stagekeeper
