// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stagekeeper {

namespace {

struct Visible
{
    qsizetype first, last; ///< one past
};

/// With the neighbour outside at both ends, so that the line reaches the edge.
Visible visiblePart(const CurvePoints &curve, const Scale &x)
{
    const auto begin = curve.x.cbegin(), end = curve.x.cend();
    const auto from = std::lower_bound(begin, end, x.low());
    const auto to = std::upper_bound(from, end, x.high());
    return {std::max<qsizetype>(0, from - begin - 1), std::min(curve.x.size(), qsizetype(to - begin) + 1)};
}

/// What is left of the points of one pixel column.
class Column final
{
public:
    void start(qsizetype index, double y)
    {
        m_first = m_low = m_high = m_last = index;
        m_lowest = m_highest = y;
    }
    void add(qsizetype index, double y)
    {
        if (y < m_lowest) {
            m_lowest = y;
            m_low = index;
        }
        if (y > m_highest) {
            m_highest = y;
            m_high = index;
        }
        m_last = index;
    }
    void appendTo(QPolygonF &line, const double *x, const double *y) const
    {
        qsizetype before = -1;
        for (const qsizetype index : {m_first, std::min(m_low, m_high), std::max(m_low, m_high), m_last}) {
            if (index != before)
                line.append({x[index], y[index]});
            before = index;
        }
    }

private:
    qsizetype m_first = 0, m_low = 0, m_high = 0, m_last = 0;
    double m_lowest = 0, m_highest = 0;
};

} // namespace

QList<QPolygonF> decimated(const CurvePoints &curve, const Scale &x, int columns)
{
    const double *const xs = curve.x.constData();
    const double *const ys = curve.y.constData();
    const auto [first, last] = visiblePart(curve, x);
    const double low = x.low(), perUnit = columns / (x.high() - x.low());
    QList<QPolygonF> lines(1);
    Column column;
    bool isStarted = false, gap = false;
    double end = 0; // of the column, so that most points need no more than a comparison
    for (qsizetype i = first; i < last; ++i) {
        const double y = ys[i];
        if (!std::isfinite(y)) {
            gap = true;
            continue;
        }
        if (isStarted && xs[i] < end) {
            column.add(i, y);
        } else {
            if (isStarted)
                column.appendTo(lines.last(), xs, ys);
            if (isStarted && gap)
                lines.emplaceBack();
            column.start(i, y);
            isStarted = true;
            end = low + (std::floor((xs[i] - low) * perUnit) + 1) / perUnit;
        }
        gap = false;
    }
    if (isStarted)
        column.appendTo(lines.last(), xs, ys);
    return lines;
}

Extent extentWithin(const CurvePoints &curve, const Scale &x)
{
    const double *const ys = curve.y.constData();
    const auto [first, last] = visiblePart(curve, x);
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (qsizetype i = first; i < last; ++i) {
        const bool finite = std::isfinite(ys[i]);
        low = finite && ys[i] < low ? ys[i] : low;
        high = finite && ys[i] > high ? ys[i] : high;
    }
    Extent extent;
    extent.add(low);
    extent.add(high);
    return extent;
}

QList<double> smoothed(const QList<double> &values, double weight)
{
    QList<double> result;
    result.reserve(values.size());
    double sum = 0, mass = 0; // mass is 1 - b^t
    for (const double value : values) {
        if (std::isfinite(value)) {
            sum = weight * sum + (1 - weight) * value;
            mass = weight * mass + (1 - weight);
        }
        result.append(std::isfinite(value) ? sum / mass : value);
    }
    return result;
}

} // namespace stagekeeper
