// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/togglechip.h"

#include "views/common/icons.h"
#include "views/common/shapes.h"

#include <QPainter>
#include <QStyle>

namespace stagekeeper {

ToggleChip::ToggleChip(const Theme &theme, const QString &icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ToggleChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Face::Strong));
    return {2 * measure::cell + measure::icon + measure::gap + metrics.horizontalAdvance(text()), qMax(28, metrics.height() + measure::gap)};
}

void ToggleChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Token fill = isChecked() ? Token::Selected : underMouse() ? Token::Hover : Token::Raised;
    shapes::box(&painter, rect(), measure::controlRadius, m_theme.color(fill), isChecked() ? QColor() : m_theme.color(Token::LineStrong));
    const QColor color = m_theme.color(isChecked() ? Token::Accent : Token::Text2);
    const QRect icon(measure::cell, (height() - measure::icon) / 2, measure::icon, measure::icon);
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, color, layoutDirection());
    painter.setFont(m_theme.font(Theme::Face::Strong));
    painter.setPen(color);
    const QRect words = rect().adjusted(icon.right() + measure::gap, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), text());
    if (hasFocus())
        shapes::focusRing(&painter, rect(), m_theme);
}

} // namespace stagekeeper
