// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/layout/layout.h"

namespace stagekeeper {

/// Arranges a graph with Graphviz's dot. It keeps static state, cannot be stopped and may crash on strange graphs: so only the
/// layout helper calls it, once.
[[nodiscard]] Result<Layout> graphvizLayout(const LayoutRequest &request);

} // namespace stagekeeper
