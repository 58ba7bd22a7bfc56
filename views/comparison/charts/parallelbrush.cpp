// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/parallelchart.h"

#include "views/common/shapes.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stagekeeper {

namespace {

constexpr double axisReach = 9;
constexpr double shortest = 4; ///< pixels; a shorter drag takes the brush away
constexpr double aroundValue = 0.004; ///< shares beyond the values that keys choose

} // namespace

bool ParallelChart::isChanged() const
{
    return std::ranges::any_of(m_axes, [](const Axis &axis) { return axis.brush.has_value(); });
}

void ParallelChart::reset()
{
    if (!isChanged())
        return;
    for (Axis &axis : m_axes)
        axis.brush.reset();
    repaintPicture();
    emit brushed(chosen());
    emit changed();
}

bool ParallelChart::isChosen(int version) const
{
    for (int i = 0; i < m_axes.size(); ++i) {
        const auto &brush = m_axes.at(i).brush;
        if (!brush)
            continue;
        const double value = m_numbers.rows.at(i).valueOf(version);
        const double at = std::isfinite(value) ? share(i, value) : -1;
        if (at < brush->first || at > brush->second)
            return false;
    }
    return true;
}

QList<int> ParallelChart::chosen() const
{
    QList<int> versions;
    for (int version = 0; version < m_numbers.versions.size(); ++version) {
        if (isChosen(version))
            versions.append(version);
    }
    return versions;
}

void ParallelChart::setBrush(int row, double from, double to)
{
    if (row >= 0 && row < m_axes.size())
        brush(row, share(row, from), share(row, to));
}

void ParallelChart::brush(int axis, double from, double to)
{
    const auto [low, high] = std::minmax(from, to);
    if (low == high)
        m_axes[axis].brush.reset();
    else
        m_axes[axis].brush = std::pair(low, high);
    repaintPicture();
    emit brushed(chosen());
    emit changed();
}

int ParallelChart::axisAt(const QPointF &at) const
{
    if (at.y() < m_plot.top() - axisReach || at.y() > m_plot.bottom() + axisReach)
        return -1;
    for (int i = 0; i < m_axes.size(); ++i) {
        if (std::abs(m_axes.at(i).x - at.x()) <= axisReach)
            return i;
    }
    return -1;
}

double ParallelChart::shareAt(double y) const
{
    return std::clamp((m_plot.bottom() - y) / m_plot.height(), 0.0, 1.0);
}

void ParallelChart::mousePressEvent(QMouseEvent *event)
{
    ensurePlaces();
    Chart::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !whyEmpty().isEmpty())
        return;
    m_brushedAxis = axisAt(event->position());
    m_brushStart = shareAt(event->position().y());
}

void ParallelChart::mouseMoveEvent(QMouseEvent *event)
{
    ensurePlaces();
    if (event->buttons().testFlag(Qt::LeftButton) && m_brushedAxis >= 0 && m_brushedAxis < m_axes.size()) {
        const double to = shareAt(event->position().y());
        if (std::abs(to - m_brushStart) * m_plot.height() >= shortest) {
            setSpot(-1);
            brush(m_brushedAxis, m_brushStart, to);
        }
        return;
    }
    setCursor(whyEmpty().isEmpty() && axisAt(event->position()) >= 0 ? Qt::SizeVerCursor : Qt::ArrowCursor);
    Chart::mouseMoveEvent(event);
}

void ParallelChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int axis = m_brushedAxis;
    m_brushedAxis = -1;
    const bool isClick = std::abs(shareAt(event->position().y()) - m_brushStart) * m_plot.height() < shortest;
    if (axis >= 0 && axis < m_axes.size() && isClick && m_axes.at(axis).brush) {
        brush(axis, 0, 0);
        return;
    }
    Chart::mouseReleaseEvent(event);
}

void ParallelChart::keyPressEvent(QKeyEvent *event)
{
    const bool isUpOrDown = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (!isUpOrDown || !event->modifiers().testFlag(Qt::ShiftModifier) || currentSpot() < 0) {
        if (event->key() != Qt::Key_Shift)
            m_brushedAxis = -1;
        Chart::keyPressEvent(event);
        return;
    }
    brushByKey(nextSpot(currentSpot(), static_cast<Qt::Key>(event->key())));
}

/// With Shift, the arrow keys choose from the value where they began to the one they reach.
void ParallelChart::brushByKey(int to)
{
    const Place from = m_spots.at(currentSpot());
    if (m_brushedAxis != from.axis) {
        m_brushedAxis = from.axis;
        m_brushStart = share(from.axis, m_numbers.rows.at(from.axis).valueOf(from.version));
    }
    setSpot(to);
    const double end = share(from.axis, m_numbers.rows.at(from.axis).valueOf(m_spots.at(to).version));
    const auto [low, high] = std::minmax(m_brushStart, end);
    brush(from.axis, low - aroundValue, high + aroundValue);
}

void ParallelChart::paintBrushes(QPainter *painter) const
{
    for (const Axis &axis : m_axes) {
        if (!axis.brush)
            continue;
        const double top = m_plot.bottom() - std::min(1.0, axis.brush->second) * m_plot.height();
        const double bottom = m_plot.bottom() - std::max(0.0, axis.brush->first) * m_plot.height();
        shapes::box(painter, QRectF(axis.x - 6, top, 13, bottom - top), measure::tagRadius, color(Token::Selected), color(Token::Accent));
    }
}

} // namespace stagekeeper
