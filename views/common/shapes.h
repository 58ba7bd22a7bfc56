// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

class QPainter;

/// The few shapes that everything in the program is painted with.
namespace stagekeeper::shapes {

/// A filled rounded box with a line of 1 px; an invalid colour leaves its part out.
void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line = {},
         double lineWidth = 1.0);

/// The ring of 2 px that says where the keyboard is, just inside `rect`.
void focusRing(QPainter *painter, const QRect &rect, const Theme &theme, double radius = measure::controlRadius);

enum class Direction { Up, Down, Left, Right };

/// A chevron with round ends, centred in `rect`.
void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color, double side = 8);

void tick(QPainter *painter, const QRectF &rect, const QColor &color);

/// A horizontal line of exactly one pixel at the lower edge of `rect`.
void hairline(QPainter *painter, const QRect &rect, const QColor &color);

} // namespace stagekeeper::shapes
