// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

class QLabel;
class QWidget;

namespace stagekeeper {

/// A name from outside as it may be shown: one line, and every character that is invisible or turns the reading
/// direction spelt out, such as ⟦U+202E⟧.
[[nodiscard]] QString displayName(const QString &name);
/// The same for a text of several lines.
[[nodiscard]] QString displayLines(const QString &text);

/// A label that shows text as it is, never as markup, and follows the theme.
///
/// `token` and `face` choose colour and font.
[[nodiscard]] QLabel *plainLabel(const Theme &theme, const QString &text, Theme::Face face = Theme::Face::Body,
                                 Token token = Token::Text, QWidget *parent = nullptr);

/// The same, wrapped into lines and not wider than prose should be.
[[nodiscard]] QLabel *proseLabel(const Theme &theme, const QString &text, Theme::Face face = Theme::Face::Body,
                                 Token token = Token::Text2, QWidget *parent = nullptr);

/// Keeps a widget's font and text colour those of the theme.
void followTheme(QWidget *widget, const Theme &theme, Theme::Face face, Token token);
/// Keeps a widget filled with one colour.
void fillWith(QWidget *widget, const Theme &theme, Token token);

/// A line of one pixel between two parts of a page.
[[nodiscard]] QWidget *hairlineWidget(const Theme &theme, Qt::Orientation orientation, QWidget *parent = nullptr);

} // namespace stagekeeper
