// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineage.h"

#include <QByteArray>

namespace stagekeeper {

/// The graph as Graphviz reads it, in UTF-8. Whatever stands in names stays text: all of it is quoted, and nothing becomes
/// markup, an escape sequence or an attribute (security.md §6).
[[nodiscard]] QByteArray lineageDot(const LineageGraph &graph);

/// `{nodes:[{kind,id,label}], edges:[{from,to,relation}]}`; from and to are ids.
[[nodiscard]] QByteArray lineageJson(const LineageGraph &graph);

/// The second line of a node: stage, rows, or what it lacks. Empty when there is nothing to say.
[[nodiscard]] QString lineageSecondLine(const LineageNode &node);

} // namespace stagekeeper
