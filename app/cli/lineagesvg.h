// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/lineage.h"

#include <QByteArray>

namespace stagekeeper {

/// The graph as a picture, laid out by the helper, or by the simpler layout when there are too many nodes for that. Texts are
/// the content of text elements only: no links, images, scripts or styles come from data.
[[nodiscard]] Result<QByteArray> lineageSvg(const LineageGraph &graph);

} // namespace stagekeeper
