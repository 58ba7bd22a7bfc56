// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineage.h"
#include "views/common/theme.h"

#include <QPainterPath>

class QPainter;

/// How the things of a lineage look, in the scene, the legend and the minimap.
namespace stagekeeper::nodes {

/// What is written on a node, ready to be painted.
struct Face {
    LineageKind kind = LineageKind::Version;
    QString title;
    QString second; ///< stage, rows, parameters; may be empty
    std::optional<StageKind> stage;
    bool isRegistered = true;
    bool isCluster = false;
    QSizeF size;
};

/// Versions of `homeModel` are called by their version alone. Sizes are in pixels and fit the theme's fonts.
[[nodiscard]] Face face(const LineageNode &node, const QString &homeModel, const Theme &theme);
/// The same of many nodes.
[[nodiscard]] QList<Face> faces(const LineageGraph &graph, const QString &homeModel, const Theme &theme);

/// Model: rounded box. Data: sheet with a cut corner. Experiment: hexagon.
[[nodiscard]] QPainterPath shape(LineageKind kind, const QRectF &rect);
[[nodiscard]] Token fill(LineageKind kind);
[[nodiscard]] Token line(LineageKind kind);

/// Whole, from certain scales on without its second line and its title, and far away as a plain box.
void paint(QPainter *painter, const QRectF &rect, const Face &face, const Theme &theme, double scale);

/// What the kind is called, for legends and accessible texts.
[[nodiscard]] QString kindName(LineageKind kind);
/// "2.4.1, Production, model version", for those who hear it.
[[nodiscard]] QString spoken(const Face &face);

inline constexpr double secondLineScale = 0.4;
inline constexpr double titleScale = 0.25; ///< letters of three pixels: nobody reads smaller ones, and they take the most time
inline constexpr double plainScale = 0.15;
inline constexpr double dimmed = 0.55; ///< opacity of what is not on the lit path
inline constexpr double clusterOffset = 5; ///< of the box behind a cluster

} // namespace stagekeeper::nodes
