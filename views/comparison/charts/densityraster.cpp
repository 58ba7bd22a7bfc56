// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/densityraster.h"

#include <algorithm>
#include <cmath>

namespace stagekeeper {

namespace {

constexpr double faintest = 0.12; ///< the opacity of a single line

} // namespace

DensityRaster::DensityRaster(const QRectF &area, double pixelRatio)
    : m_area(area), m_ratio(pixelRatio), m_width(std::max(1, static_cast<int>(std::ceil(area.width() * pixelRatio)))),
      m_height(std::max(1, static_cast<int>(std::ceil(area.height() * pixelRatio)))),
      m_counts(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height))
{
}

void DensityRaster::addLine(const QPointF &from, const QPointF &to)
{
    if (!std::isfinite(from.y()) || !std::isfinite(to.y()) || to.x() <= from.x())
        return;
    const QPointF start = (from - m_area.topLeft()) * m_ratio, end = (to - m_area.topLeft()) * m_ratio;
    const double slope = (end.y() - start.y()) / (end.x() - start.x());
    const int first = std::max(0, static_cast<int>(std::floor(start.x())));
    const int last = std::min(m_width - 1, static_cast<int>(std::floor(end.x())));
    for (int x = first; x <= last; ++x) {
        const double left = std::max(double(x), start.x()), right = std::min(x + 1.0, end.x());
        const auto [low, high] = std::minmax({start.y() + (left - start.x()) * slope, start.y() + (right - start.x()) * slope});
        const int top = std::clamp(static_cast<int>(std::floor(low)), 0, m_height - 1);
        const int bottom = std::clamp(static_cast<int>(std::ceil(high)) - 1, top, m_height - 1);
        for (int y = top; y <= bottom; ++y)
            ++m_counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
    }
}

QImage DensityRaster::image(const QColor &color) const
{
    QImage image(m_width, m_height, QImage::Format_ARGB32);
    const quint32 most = *std::ranges::max_element(m_counts);
    const double scale = (1 - faintest) / std::max(std::log(double(std::max(most, 2U))), 1e-9);
    for (int y = 0; y < m_height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < m_width; ++x) {
            const quint32 count = m_counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
            const double opacity = count == 0 ? 0 : faintest + scale * std::log(double(count));
            line[x] = qRgba(color.red(), color.green(), color.blue(), static_cast<int>(opacity * 255));
        }
    }
    return image;
}

} // namespace stagekeeper
