// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/railbutton.h"

#include "views/common/shapes.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int markWidth = 3;
constexpr int badgeSide = 15;
constexpr int mostCounted = 99;

} // namespace

RailButton::RailButton(const Theme &theme, QAction *action, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_action(action)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(action->objectName() + "RailButton"_L1);
    followAction();
    connect(action, &QAction::changed, this, &RailButton::followAction);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RailButton::followAction()
{
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setToolTip(m_action->toolTip());
    setAccessibleName(m_action->iconText());
    setAccessibleDescription(m_action->toolTip());
    update();
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n waiting", nullptr, count) : m_action->toolTip());
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect square((width() - side) / 2, (height() - side) / 2, side, side);
    const bool current = m_action->isCheckable() && m_action->isChecked();
    if (current)
        shapes::box(&painter, square, measure::controlRadius, m_theme.color(Token::Selected));
    else if (isEnabled() && (underMouse() || isDown()))
        shapes::box(&painter, square, measure::controlRadius, m_theme.color(isDown() ? Token::SelectedOff : Token::Line));
    if (current) {
        const QRectF mark = QStyle::visualRect(layoutDirection(), rect(),
                                               QRect(0, square.top() + 8, markWidth, side - 16));
        shapes::box(&painter, mark, markWidth / 2.0, m_theme.color(Token::Accent));
    }
    const int icon = measure::bigIcon;
    const QRect iconRect(square.center().x() - icon / 2 + 1, square.center().y() - icon / 2 + 1, icon, icon);
    m_action->icon().paint(&painter, iconRect, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled,
                           current ? QIcon::On : QIcon::Off);
    if (m_badge > 0)
        paintBadge(&painter, square);
    if (hasFocus())
        shapes::focusRing(&painter, square, m_theme);
}

void RailButton::paintBadge(QPainter *painter, const QRect &square)
{
    const QString text = m_badge > mostCounted ? u"%1+"_s.arg(mostCounted) : QString::number(m_badge);
    QFont font = m_theme.font(Theme::Face::Small);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const int width = qMax(badgeSide, painter->fontMetrics().horizontalAdvance(text) + 2 * measure::inside);
    const QRect badge(square.right() - width + 3, square.top() - 1, width, badgeSide);
    const QRect visual = QStyle::visualRect(layoutDirection(), rect(), badge);
    shapes::box(painter, visual, badgeSide / 2.0, m_theme.color(Token::AccentFill));
    painter->setPen(m_theme.color(Token::OnAccent));
    painter->drawText(visual, Qt::AlignCenter, text);
}

} // namespace stagekeeper
