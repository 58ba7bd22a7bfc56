// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>

#include <vector>

namespace stagekeeper {

/// Counts how many lines pass through each pixel: the picture of very many lines, where single ones cannot be told apart.
class DensityRaster final
{
public:
    DensityRaster(const QRectF &area, double pixelRatio);

    void addLine(const QPointF &from, const QPointF &to); ///< left to right; nothing where an end is not finite
    /// One colour, the denser the more of it; on a logarithmic scale, as single lines are to be seen beside thousands.
    [[nodiscard]] QImage image(const QColor &color) const;

private:
    QRectF m_area;
    double m_ratio;
    int m_width, m_height;
    std::vector<quint32> m_counts;
};

} // namespace stagekeeper
