// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRect>
#include <QString>

class QFont;
class QPainter;

/// Text in cells: shortened to fit, and digits under digits.
namespace stagekeeper::celltext {

/// One line in the painter's font and colour, shortened in the middle or at the end where it does not fit.
void paint(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment,
           Qt::TextElideMode elide = Qt::ElideRight);

/// A number at the right edge. Where the font's digits differ in width each gets the widest digit's room.
void paintNumber(QPainter *painter, const QRect &rect, const QString &text);
[[nodiscard]] int numberWidth(const QFont &font, const QString &text);

} // namespace stagekeeper::celltext
