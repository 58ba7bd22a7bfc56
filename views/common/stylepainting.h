// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

/// How the style draws single controls. Style only chooses among these.
namespace stagekeeper::stylepainting {

void pushButton(const Theme &theme, const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
/// The colour of text on that button.
[[nodiscard]] Token pushButtonText(const QStyleOptionButton &option, const QWidget *widget);
void toolButton(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget);
void checkBox(const Theme &theme, const QStyleOption &option, QPainter *painter);
void radioButton(const Theme &theme, const QStyleOption &option, QPainter *painter);
void field(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget);
void comboBox(const Theme &theme, const QStyleOptionComboBox &option, QPainter *painter, const QRect &arrow);
void spinBox(const Theme &theme, const QStyleOptionSpinBox &option, QPainter *painter, const QRect &up,
             const QRect &down);
void scrollBar(const Theme &theme, const QStyleOptionSlider &option, QPainter *painter, const QRect &handle);
void slider(const Theme &theme, const QStyleOptionSlider &option, QPainter *painter, const QRect &groove,
            const QRect &handle);
void progressBar(const Theme &theme, const QStyleOptionProgressBar &option, QPainter *painter);
void tab(const Theme &theme, const QStyleOptionTab &option, QPainter *painter);
void menuItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter *painter, const QStyle &style);
void popup(const Theme &theme, const QStyleOption &option, QPainter *painter);
void itemRow(const Theme &theme, const QStyleOption &option, QPainter *painter, const QWidget *widget);
/// Whether the view, or one that shares its selection, has the keyboard.
[[nodiscard]] bool isViewActive(const QWidget *widget);

} // namespace stagekeeper::stylepainting
