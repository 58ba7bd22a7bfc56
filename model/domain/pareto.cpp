// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/pareto.h"

#include <algorithm>
#include <cmath>

namespace stagekeeper {

namespace {

/// Greater is better; nothing for what cannot be compared.
std::optional<double> meritAt(const MeasuredMetric &metric, qsizetype index)
{
    const std::optional<double> &value = metric.values.at(index);
    if (!value || std::isnan(*value))
        return {};
    return metric.direction == MetricDirection::LowerIsBetter ? -*value : *value;
}

struct Point {
    double a, b;
    qsizetype index;
};

} // namespace

qsizetype bestOf(const MeasuredMetric &metric)
{
    qsizetype best = -1;
    std::optional<double> highest;
    for (qsizetype i = 0; i < metric.values.size(); ++i) {
        const auto merit = meritAt(metric, i);
        if (merit && (!highest || *merit > *highest)) {
            highest = merit;
            best = i;
        }
    }
    return best;
}

QList<qsizetype> paretoFront(const MeasuredMetric &a, const MeasuredMetric &b)
{
    Q_ASSERT(a.values.size() == b.values.size());
    QList<Point> points;
    for (qsizetype i = 0; i < a.values.size(); ++i) {
        const auto x = meritAt(a, i), y = meritAt(b, i);
        if (x && y)
            points.append({*x, *y, i});
    }
    std::ranges::stable_sort(points, [](const Point &p, const Point &q) { return p.a != q.a ? p.a > q.a : p.b > q.b; });
    // from the best in a on, only what is better in b than all before is not beaten; equal points stand together
    QList<qsizetype> front;
    const Point *last = nullptr;
    for (const Point &point : std::as_const(points)) {
        if (!last || point.b > last->b || (point.b == last->b && point.a == last->a)) {
            front.append(point.index);
            last = &point;
        }
    }
    return front;
}

} // namespace stagekeeper
