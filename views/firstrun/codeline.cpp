// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/firstrun/codeline.h"

#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

CodeLine::CodeLine(const Theme &theme, const QString &code, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *words = plainLabel(theme, code, Theme::Face::Mono, Token::Text, this);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    words->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QToolButton(this);
    copy->setObjectName(u"copyCode"_s);
    copy->setIcon(themedIcon(theme, u"copy"_s));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy the command"));
    connect(copy, &QToolButton::clicked, this, [code] { QGuiApplication::clipboard()->setText(code); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::cell, measure::inside - 1, measure::inside, measure::inside - 1);
    row->addWidget(words, 1);
    row->addWidget(copy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CodeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), measure::controlRadius, m_theme.color(Token::Sunken), m_theme.color(Token::Line));
}

} // namespace stagekeeper
