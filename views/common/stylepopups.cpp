// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/shapes.h"
#include "views/common/stylepainting.h"

#include <QPainter>
#include <QStyleOption>

namespace stagekeeper::stylepainting {

namespace {

constexpr int menuMargin = 8;
constexpr int menuIconColumn = 24;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void menuMark(const Theme &theme, const QStyleOptionMenuItem &option, QPainter *painter, const QRect &cell)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            shapes::tick(painter, cell, theme.color(enabled ? Token::Accent : Token::Disabled));
    } else if (!option.icon.isNull()) {
        option.icon.paint(painter, cell, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void scrollBar(const Theme &theme, const QStyleOptionSlider &option, QPainter *painter, const QRect &handle)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum)
        return;
    const bool grabbed = has(option, QStyle::State_Sunken) || option.activeSubControls == QStyle::SC_ScrollBarSlider;
    QRectF thumb = QRectF(handle).adjusted(1, 1, -1, -1);
    const double thickness = 6;
    if (option.orientation == Qt::Vertical)
        thumb = QRectF(thumb.center().x() - thickness / 2, thumb.top(), thickness, thumb.height());
    else
        thumb = QRectF(thumb.left(), thumb.center().y() - thickness / 2, thumb.width(), thickness);
    shapes::box(painter, thumb, thickness / 2, theme.color(grabbed ? Token::Control : Token::LineStrong));
}

void slider(const Theme &theme, const QStyleOptionSlider &option, QPainter *painter, const QRect &groove,
            const QRect &handle)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    QRectF line = groove;
    if (option.orientation == Qt::Horizontal)
        line = QRectF(line.left(), line.center().y() - 2, line.width(), 4);
    else
        line = QRectF(line.center().x() - 2, line.top(), 4, line.height());
    shapes::box(painter, line, 2, theme.color(Token::LineStrong));
    const double radius = 7;
    const QPointF centre = QRectF(handle).center();
    shapes::box(painter, QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), radius,
                theme.color(enabled ? Token::AccentFill : Token::Disabled), theme.color(Token::Base), 2);
    if (has(option, QStyle::State_HasFocus))
        shapes::focusRing(painter, option.rect, theme);
}

void progressBar(const Theme &theme, const QStyleOptionProgressBar &option, QPainter *painter)
{
    const QRectF track(option.rect.left(), option.rect.center().y() - 1.5, option.rect.width(), 4);
    shapes::box(painter, track, 2, theme.color(Token::LineStrong));
    const int range = option.maximum - option.minimum;
    // Without a total there is no honest length: a middle third says "working".
    double start = track.width() / 3;
    double length = track.width() / 3;
    if (range > 0) {
        start = 0;
        length = track.width() * (option.progress - option.minimum) / range;
    }
    if (option.direction == Qt::RightToLeft)
        start = track.width() - start - length;
    if (length > 0)
        shapes::box(painter, QRectF(track.left() + start, track.top(), length, 4), 2, theme.color(Token::AccentFill));
}

void tab(const Theme &theme, const QStyleOptionTab &option, QPainter *painter)
{
    const QRect rect = option.rect;
    if (has(option, QStyle::State_Selected))
        painter->fillRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2, theme.color(Token::Accent));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        shapes::box(painter, QRectF(rect).adjusted(2, 6, -2, -6), measure::controlRadius, theme.color(Token::Hover));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        shapes::focusRing(painter, rect.adjusted(2, 6, -2, -6), theme);
}

void menuItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter *painter, const QStyle &style)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(option.rect.left() + menuMargin, option.rect.center().y(),
                          option.rect.width() - 2 * menuMargin, 1, theme.color(Token::Line));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled)
        shapes::box(painter, QRectF(option.rect).adjusted(4, 0, -4, 0), 4, theme.color(Token::Selected));
    const QRect inner = option.rect.adjusted(menuMargin, 0, -menuMargin, 0);
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
    const QRect mark(inner.left() + 4, inner.center().y() - 7, 16, 16);
    menuMark(theme, option, painter, visual(mark));

    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QRect text = inner.adjusted(menuIconColumn + 4, 0, -menuMargin, 0);
    QPalette palette = theme.palette();
    palette.setCurrentColorGroup(enabled ? QPalette::Active : QPalette::Disabled);
    painter->setFont(option.font);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine
        | (style.styleHint(QStyle::SH_UnderlineShortcut) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    style.drawItemText(painter, visual(text), flags | QStyle::visualAlignment(option.direction, Qt::AlignLeft), palette,
                       enabled, parts.first(), QPalette::Text);
    if (parts.size() > 1) {
        palette.setColor(QPalette::Active, QPalette::Text, theme.color(Token::Text3));
        palette.setColor(QPalette::Inactive, QPalette::Text, theme.color(Token::Text3));
        style.drawItemText(painter, visual(text), flags | QStyle::visualAlignment(option.direction, Qt::AlignRight),
                           palette, enabled, parts.last(), QPalette::Text);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool rightToLeft = option.direction == Qt::RightToLeft;
        shapes::chevron(painter, visual(QRect(inner.right() - 14, inner.top(), 14, inner.height())),
                        rightToLeft ? shapes::Direction::Left : shapes::Direction::Right,
                        theme.color(enabled ? Token::Text2 : Token::Disabled));
    }
}

void popup(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, theme.color(Token::Raised));
    shapes::box(painter, option.rect, 0, {}, theme.color(Token::LineStrong));
}

} // namespace stagekeeper::stylepainting
