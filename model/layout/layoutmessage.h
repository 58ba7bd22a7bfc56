// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/layout/layout.h"

#include <QByteArray>

/// What the program and its layout helper say to each other: a head with version and length, then the lists. Each side
/// refuses what is longer, larger or stranger than the other may send.
namespace stagekeeper::layoutmessage {

inline constexpr int mostNodes = 20'000;
inline constexpr int mostEdges = 100'000;
inline constexpr int mostPoints = 4'000'000; ///< of all curves
inline constexpr double longest = 1e8; ///< of any coordinate
inline constexpr qsizetype mostBytes = 96 * 1024 * 1024;

/// The first reason why the helper would not take this.
[[nodiscard]] Result<> check(const LayoutRequest &request);

[[nodiscard]] QByteArray write(const LayoutRequest &request);
[[nodiscard]] QByteArray write(const Layout &layout);
[[nodiscard]] Result<LayoutRequest> readRequest(const QByteArray &bytes);
/// An answer to `request`: as many positions and curves as it has nodes and edges.
[[nodiscard]] Result<Layout> readLayout(const QByteArray &bytes, const LayoutRequest &request);

} // namespace stagekeeper::layoutmessage
