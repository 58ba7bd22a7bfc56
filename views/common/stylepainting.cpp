// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/stylepainting.h"

#include "views/common/shapes.h"
#include "views/common/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace stagekeeper::stylepainting {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool isSet(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

bool isFilled(const QStyleOptionButton &option, const QWidget *widget)
{
    return isSet(widget, look::primary) || isSet(widget, look::danger)
        || option.features.testFlag(QStyleOptionButton::DefaultButton);
}

/// Focus is shown when it came by keyboard; a field shows it always.
bool showsFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

Token buttonFill(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken);
    const bool hovered = has(option, QStyle::State_MouseOver);
    if (isFilled(option, widget)) {
        if (!enabled)
            return Token::Line;
        if (isSet(widget, look::danger))
            return Token::DangerFill;
        return pressed || hovered ? Token::AccentPress : Token::AccentFill;
    }
    if (!enabled)
        return Token::Base;
    if (pressed || has(option, QStyle::State_On))
        return Token::SelectedOff;
    return hovered ? Token::Hover : Token::Raised;
}

/// A ring that stays visible on a filled button: outside it a gap in the page's colour.
void filledFocusRing(const Theme &theme, const QRect &rect, QPainter *painter)
{
    shapes::box(painter, QRectF(rect).adjusted(2, 2, -2, -2), measure::controlRadius - 2, {},
                theme.color(Token::OnAccent), 1.5);
}

} // namespace

void pushButton(const Theme &theme, const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const bool filled = isFilled(option, widget);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool flat = option.features.testFlag(QStyleOptionButton::Flat);
    const bool idle = !has(option, QStyle::State_MouseOver) && !has(option, QStyle::State_Sunken);
    if (!flat || !idle) {
        const Token line = enabled ? Token::LineStrong : Token::Line;
        shapes::box(painter, option.rect, measure::controlRadius, theme.color(buttonFill(option, widget)),
                    filled || flat ? QColor() : theme.color(line));
    }
    if (!showsFocus(option))
        return;
    if (filled)
        filledFocusRing(theme, option.rect, painter);
    else
        shapes::focusRing(painter, option.rect, theme);
}

Token pushButtonText(const QStyleOptionButton &option, const QWidget *widget)
{
    if (!has(option, QStyle::State_Enabled))
        return Token::Disabled;
    return isFilled(option, widget) ? Token::OnAccent : Token::Text;
}

void toolButton(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const bool outlined = isSet(widget, look::outlined);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor fill = outlined ? theme.color(Token::Raised) : QColor();
    if (has(option, QStyle::State_On))
        fill = theme.color(Token::Selected);
    else if (enabled && has(option, QStyle::State_Sunken))
        fill = theme.color(Token::SelectedOff);
    else if (enabled && has(option, QStyle::State_MouseOver))
        fill = theme.color(Token::Hover);
    const QColor line = outlined ? theme.color(enabled ? Token::LineStrong : Token::Line) : QColor();
    if (fill.isValid() || line.isValid())
        shapes::box(painter, option.rect, measure::controlRadius, fill, line);
    if (showsFocus(option))
        shapes::focusRing(painter, option.rect, theme);
}

void checkBox(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool marked = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QRectF box = option.rect;
    const QColor mark = theme.color(enabled ? Token::OnAccent : Token::Disabled);
    if (marked)
        shapes::box(painter, box, 4, theme.color(enabled ? Token::AccentFill : Token::Line));
    else
        shapes::box(painter, box, 4, theme.color(enabled ? Token::Base : Token::Sunken),
                    theme.color(enabled ? Token::Control : Token::LineStrong));
    if (has(option, QStyle::State_On))
        shapes::tick(painter, box, mark);
    else if (has(option, QStyle::State_NoChange))
        painter->fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), mark);
}

void radioButton(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRectF box = option.rect;
    const double radius = box.width() / 2;
    if (!has(option, QStyle::State_On)) {
        shapes::box(painter, box, radius, theme.color(enabled ? Token::Base : Token::Sunken),
                    theme.color(enabled ? Token::Control : Token::LineStrong));
        return;
    }
    shapes::box(painter, box, radius, theme.color(enabled ? Token::AccentFill : Token::Line));
    const double inset = box.width() * 0.31;
    shapes::box(painter, box.adjusted(inset, inset, -inset, -inset), radius - inset,
                theme.color(enabled ? Token::OnAccent : Token::Disabled));
}

void field(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool editable = enabled && !has(option, QStyle::State_ReadOnly);
    const QColor fill = theme.color(editable ? Token::Base : Token::Sunken);
    if (isSet(widget, look::invalid))
        shapes::box(painter, option.rect, measure::controlRadius, fill, theme.color(Token::Danger),
                    has(option, QStyle::State_HasFocus) ? 2 : 1);
    else if (has(option, QStyle::State_HasFocus))
        shapes::box(painter, option.rect, measure::controlRadius, fill, theme.color(Token::Focus), measure::focusRing);
    else
        shapes::box(painter, option.rect, measure::controlRadius, fill,
                    theme.color(enabled ? Token::Control : Token::Line));
}

void comboBox(const Theme &theme, const QStyleOptionComboBox &option, QPainter *painter, const QRect &arrow)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hovered = enabled && !option.editable && has(option, QStyle::State_MouseOver);
    const bool focused = has(option, QStyle::State_HasFocus);
    if (option.frame)
        shapes::box(painter, option.rect, measure::controlRadius,
                    theme.color(!enabled ? Token::Sunken : (hovered ? Token::Hover : Token::Base)),
                    theme.color(focused ? Token::Focus : (enabled ? Token::Control : Token::Line)),
                    focused ? measure::focusRing : 1);
    shapes::chevron(painter, arrow, shapes::Direction::Down, theme.color(enabled ? Token::Text2 : Token::Disabled));
}

void spinBox(const Theme &theme, const QStyleOptionSpinBox &option, QPainter *painter, const QRect &up,
             const QRect &down)
{
    const auto arrowColor = [&](QAbstractSpinBox::StepEnabledFlag step) {
        const bool can = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
        return theme.color(can ? Token::Text2 : Token::Disabled);
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    shapes::chevron(painter, up, shapes::Direction::Up, arrowColor(QAbstractSpinBox::StepUpEnabled), 6);
    shapes::chevron(painter, down, shapes::Direction::Down, arrowColor(QAbstractSpinBox::StepDownEnabled), 6);
}

void itemRow(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(isViewActive(widget) ? Token::Selected : Token::SelectedOff));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option.rect, theme.color(Token::Hover));
}

bool isViewActive(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const auto *focused = qobject_cast<const QAbstractItemView *>(QApplication::focusWidget());
    if (!view || !focused)
        return widget && widget->hasFocus();
    return view == focused || view->selectionModel() == focused->selectionModel();
}

} // namespace stagekeeper::stylepainting
