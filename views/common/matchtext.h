// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

class QPainter;

namespace stagekeeper {

/// Paints one line whose letters at `positions` are stronger: what a search found. Gives the width it took.
int paintMatch(QPainter *painter, const QRect &rect, const QString &text, const QList<int> &positions,
               const Theme &theme, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace stagekeeper
