// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QIcon>

namespace stagekeeper {

/// One of our own icons in the theme's colours, following it when it changes. The name is the file's name in
/// resources/icons. `normal` colours it; disabled and checked states have their own colours.
///
/// `theme` must outlive the icon.
[[nodiscard]] QIcon themedIcon(const Theme &theme, const QString &name, Token normal = Token::Text2);

/// Paints an icon into `rect` in one colour, at the painter's pixel ratio.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color,
               Qt::LayoutDirection direction = Qt::LeftToRight);

/// The same as a pixmap, for labels. `side` is in device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &color, int side, double pixelRatio,
                                 bool mirrored = false);

} // namespace stagekeeper
