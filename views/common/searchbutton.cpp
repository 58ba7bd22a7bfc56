// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/searchbutton.h"

#include "views/common/actionbutton.h"
#include "views/common/celltext.h"
#include "views/common/icons.h"
#include "views/common/shapes.h"
#include "views/common/tag.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stagekeeper {

SearchButton::SearchButton(const Theme &theme, QAction *action, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_action(action)
{
    setObjectName(u"searchButton"_s);
    setAccessibleName(action->iconText());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize SearchButton::sizeHint() const
{
    return {measure::tree - 2 * measure::cell, qMax(28, fontMetrics().height() + measure::cell)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), measure::controlRadius, m_theme.color(underMouse() ? Token::Hover : Token::Raised),
                m_theme.color(Token::LineStrong));
    const auto visual = [this](int x, int partWidth) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, partWidth, height()));
    };
    paintIcon(&painter, visual(measure::gap, measure::icon), u"search"_s, m_theme.color(Token::Text2),
              layoutDirection());
    const QString key = keyCap(m_action->shortcut());
    const int keyWidth = key.isEmpty() ? 0 : tagSize(m_theme, key).width();
    const int textLeft = measure::gap + measure::icon + measure::gap - 2;
    const int keyLeft = width() - keyWidth - 6;
    painter.setPen(m_theme.color(Token::Text3));
    celltext::paint(&painter, visual(textLeft, keyLeft - textLeft - measure::inside), m_action->iconText(),
                    QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    if (!key.isEmpty())
        paintTag(&painter, visual(keyLeft, keyWidth), key, m_theme, Token::LineStrong, Token::Text3);
    if (hasFocus())
        shapes::focusRing(&painter, rect(), m_theme);
}

} // namespace stagekeeper
