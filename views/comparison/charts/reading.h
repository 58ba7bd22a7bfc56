// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/chart.h"

namespace stagekeeper {

/// What is read at a spot, on a card beside it that stays within `bounds`.
void paintReading(QPainter *painter, const Theme &theme, const QRectF &bounds, const Chart::Spot &spot);

} // namespace stagekeeper
