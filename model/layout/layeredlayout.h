// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/layout/layout.h"

namespace stagekeeper {

/// Arranges a graph that is too large for Graphviz: everything below what it comes from, near to what it belongs to, and wide
/// layers in several rows so that the picture keeps to a page's shape. Some milliseconds for 10,000 nodes; it takes any graph.
[[nodiscard]] Layout layeredLayout(const LayoutRequest &request);

} // namespace stagekeeper
