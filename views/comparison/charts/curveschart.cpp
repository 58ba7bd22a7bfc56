// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/curveschart.h"

#include "views/common/format.h"
#include "views/comparison/charts/numberschart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr float faint = 0.25F; ///< of the curve as measured behind the smooth one

/// By ascending step; a step that is not finite has no place.
CurvePoints inOrder(const CurvePoints &points)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < std::min(points.x.size(), points.y.size()); ++i) {
        if (std::isfinite(points.x.at(i)))
            order.append(i);
    }
    if (order.size() == points.x.size() && order.size() == points.y.size() && std::ranges::is_sorted(points.x))
        return points;
    std::ranges::stable_sort(order, {}, [&points](qsizetype i) { return points.x.at(i); });
    CurvePoints sorted;
    for (const qsizetype i : order) {
        sorted.x.append(points.x.at(i));
        sorted.y.append(points.y.at(i));
    }
    return sorted;
}

/// Opaque, as blending takes seven times as long on a long line.
QColor mixed(const QColor &ink, const QColor &ground, float share)
{
    const auto part = [share](float over, float under) { return over * share + under * (1 - share); };
    return QColor::fromRgbF(part(ink.redF(), ground.redF()), part(ink.greenF(), ground.greenF()), part(ink.blueF(), ground.blueF()));
}

} // namespace

CurvesChart::CurvesChart(const Theme &theme, QWidget *parent) : PlotChart(theme, parent)
{
    setObjectName(u"curvesChart"_s);
}

void CurvesChart::setCurves(const QString &metric, const QList<VersionCurve> &curves)
{
    m_metric = metric;
    m_curves.clear();
    m_starts.clear();
    m_total = 0;
    QList<LegendEntry> entries;
    for (const VersionCurve &curve : curves) {
        m_curves.append({curve.name, curve.version, inOrder(curve.points)});
        m_starts.append(m_total);
        m_total += m_curves.constLast().points.x.size();
        if (entries.size() < distinctSeries)
            entries.append({chartName(curve.name), {seriesLook(curve.version).color, seriesLook(curve.version).dash, Marker::None}, true});
    }
    setLegend(entries);
    showAll();
    smoothAll();
    updateWords();
    dataChanged();
}

void CurvesChart::setSmoothing(double weight)
{
    const double bounded = qBound(0.0, weight, 0.999);
    if (bounded == m_smoothing)
        return;
    m_smoothing = bounded;
    smoothAll();
    updateWords();
    repaintPicture();
    emit changed();
}

void CurvesChart::setLogarithmic(bool logarithmic)
{
    if (logarithmic == m_isLogarithmic)
        return;
    m_isLogarithmic = logarithmic;
    updateWords();
    dataChanged();
}

void CurvesChart::smoothAll()
{
    m_smoothed.clear();
    for (const VersionCurve &curve : m_curves) {
        if (m_smoothing > 0)
            m_smoothed.append(smoothed(curve.points.y, m_smoothing));
    }
}

QString CurvesChart::formula() const
{
    if (m_smoothing <= 0)
        return tr("as measured");
    const QString weight = QString::number(m_smoothing, 'f', 2);
    //: an exponential moving average, corrected for its start; y(t) is the value at step t
    return tr("s(t) = %1 s(t−1) + %2 y(t), drawn s(t) / (1 − %1ᵗ)").arg(weight, QString::number(1 - m_smoothing, 'f', 2));
}

void CurvesChart::updateWords()
{
    m_notDrawn = 0;
    const Scale scale({}, kind());
    for (const VersionCurve &curve : m_curves)
        m_notDrawn += std::ranges::count_if(curve.points.y, [&scale](double value) { return !scale.holds(value); });
    const auto count = static_cast<int>(std::min<qsizetype>(m_notDrawn, std::numeric_limits<int>::max()));
    QString note;
    if (count > 0)
        note = m_isLogarithmic ? tr("%n value(s) are not positive or not finite", nullptr, count) : tr("%n value(s) are not finite", nullptr, count);
    setNote(note);
}

QString CurvesChart::whyEmpty() const
{
    if (m_curves.isEmpty() || m_total == 0)
        return tr("None of these versions has values by step.");
    if (m_notDrawn == m_total)
        return m_isLogarithmic ? tr("No value is positive, so that a logarithmic axis shows none.") : tr("None of the values is finite.");
    return {};
}

Scale::Kind CurvesChart::kind() const
{
    return m_isLogarithmic ? Scale::Kind::Logarithmic : Scale::Kind::Linear;
}

const QList<double> &CurvesChart::shown(int curve) const
{
    return m_smoothed.isEmpty() ? m_curves.at(curve).points.y : m_smoothed.at(curve);
}

ChartTable CurvesChart::table() const
{
    const auto cell = [curves = m_curves, starts = m_starts, smooth = m_smoothed](int row, int column) -> QVariant {
        const auto curve = std::ranges::upper_bound(starts, row) - starts.cbegin() - 1;
        const qsizetype point = row - starts.at(curve);
        switch (column) {
        case 0:
            return curves.at(curve).name;
        case 1:
            return curves.at(curve).points.x.at(point);
        case 2:
            return curves.at(curve).points.y.at(point);
        default:
            return smooth.at(curve).at(point);
        }
    };
    QStringList columns {tr("Version"), tr("Step"), chartName(m_metric)};
    if (!m_smoothed.isEmpty())
        columns.append(tr("smoothed"));
    return {columns, spotCount(), cell, [curves = m_curves, starts = m_starts](int row) {
                return curves.at(std::ranges::upper_bound(starts, row) - starts.cbegin() - 1).version;
            }};
}

Scale CurvesChart::wholeX() const
{
    Extent extent;
    for (const VersionCurve &curve : m_curves) {
        if (!curve.points.x.isEmpty()) {
            extent.add(curve.points.x.constFirst());
            extent.add(curve.points.x.constLast());
        }
    }
    return Scale(extent);
}

Scale CurvesChart::wholeY(const Scale &x) const
{
    Extent extent;
    for (int i = 0; i < m_curves.size(); ++i)
        extent.add(extentWithin({m_curves.at(i).points.x, shown(i)}, x));
    if (m_isLogarithmic && extent.low <= 0) { // the lowest that has a place
        Extent positive;
        for (int i = 0; i < m_curves.size(); ++i) {
            for (const double value : shown(i))
                positive.add(value > 0 ? value : qQNaN());
        }
        extent = positive;
    }
    return m_isLogarithmic ? Scale(extent, kind()) : Scale(extent).widened(0.05);
}

void CurvesChart::paintPicture(QPainter *painter) const
{
    paintGrid(painter);
    painter->setClipRect(plot().adjusted(-1, -4, measure::gap, 1));
    for (auto i = static_cast<int>(m_curves.size()) - 1; i >= 0 && !m_smoothed.isEmpty(); --i) {
        const QColor ink = mixed(color(seriesLook(m_curves.at(i).version).color), color(Token::Base), faint);
        paintCurve(painter, m_curves.at(i).points, QPen(ink, 1));
    }
    for (auto i = static_cast<int>(m_curves.size()) - 1; i >= 0; --i)
        paintCurve(painter, {m_curves.at(i).points.x, shown(i)}, seriesPen(seriesLook(m_curves.at(i).version), theme()));
}

void CurvesChart::paintMarks(QPainter *painter, int index) const
{
    const int curve = index >= 0 ? placeOf(index).curve : -1;
    painter->save();
    painter->setClipRect(plot().adjusted(-1, -4, measure::gap, 1));
    for (int i = 0; i < m_curves.size(); ++i) {
        const int version = m_curves.at(i).version;
        if (i == curve || (curve < 0 && highlighted() >= 0 && version == highlighted()))
            paintCurve(painter, {m_curves.at(i).points.x, shown(i)}, QPen(color(version < distinctSeries ? seriesLook(version).color : Token::Accent), 2.5));
    }
    painter->restore();
    if (index < 0)
        return;
    const double x = std::round(pointOf(placeOf(index)).x()) + 0.5;
    painter->setPen(QPen(color(Token::Control), 1));
    painter->drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    PlotChart::paintMarks(painter, index);
}

CurvesChart::Place CurvesChart::placeOf(int spot) const
{
    const auto curve = std::ranges::upper_bound(m_starts, spot) - m_starts.cbegin() - 1;
    return {static_cast<int>(curve), spot - m_starts.at(curve)};
}

int CurvesChart::spotOf(int curve, qsizetype point) const
{
    return static_cast<int>(m_starts.at(curve) + point);
}

QPointF CurvesChart::pointOf(const Place &place) const
{
    const double value = shown(place.curve).at(place.point);
    return pointAt(m_curves.at(place.curve).points.x.at(place.point), yScale().holds(value) ? value : yScale().low());
}

Chart::Spot CurvesChart::spot(int index) const
{
    const Place place = placeOf(index);
    const VersionCurve &curve = m_curves.at(place.curve);
    Reading reading {curve.name, {{tr("step"), format::exactNumber(curve.points.x.at(place.point))},
                                  {m_metric, format::exactNumber(curve.points.y.at(place.point))}}};
    if (!m_smoothed.isEmpty())
        reading.rows.append({tr("smoothed"), format::number(shown(place.curve).at(place.point), 6, locale())});
    return {pointOf(place), curve.version, reading};
}

qsizetype CurvesChart::nearestPoint(int curve, double step) const
{
    const QList<double> &x = m_curves.at(curve).points.x;
    const auto next = std::ranges::lower_bound(x, step) - x.cbegin();
    if (next == x.size())
        return next - 1;
    return next > 0 && step - x.at(next - 1) < x.at(next) - step ? next - 1 : next;
}

/// The curve that is nearest to the mouse at its step.
int CurvesChart::spotAt(const QPointF &at) const
{
    if (!plot().adjusted(-8, -8, 8, 8).contains(at))
        return -1;
    const double step = xScale().value((at.x() - plot().left()) / plot().width());
    int nearest = -1;
    double least = 0;
    for (int i = 0; i < m_curves.size(); ++i) {
        if (m_curves.at(i).points.x.isEmpty())
            continue;
        const Place place {i, nearestPoint(i, step)};
        const QPointF away = pointOf(place) - at;
        const double distance = std::hypot(away.x(), away.y());
        const bool isFinite = std::isfinite(shown(i).at(place.point));
        if (isFinite && (nearest < 0 || distance < least)) {
            nearest = spotOf(i, place.point);
            least = distance;
        }
    }
    return nearest;
}

/// Left and right along one curve, up and down to the same step of the next.
int CurvesChart::nextSpot(int from, Qt::Key key) const
{
    if (from < 0)
        return Chart::nextSpot(from, key);
    const Place place = placeOf(from);
    const auto size = m_curves.at(place.curve).points.x.size();
    if (key == Qt::Key_Left || key == Qt::Key_Right) { // a pixel's worth of points at a time
        const auto perPixel = static_cast<qsizetype>(double(size) / qMax(1.0, plot().width()) * (xScale().high() - xScale().low()) / (wholeX().high() - wholeX().low()));
        const qsizetype step = qMax<qsizetype>(1, perPixel) * (key == Qt::Key_Left ? -1 : 1);
        return spotOf(place.curve, qBound<qsizetype>(0, place.point + step, size - 1));
    }
    const double step = m_curves.at(place.curve).points.x.at(place.point);
    const int direction = key == Qt::Key_Up ? -1 : 1;
    for (int next = place.curve + direction; next >= 0 && next < m_curves.size(); next += direction) {
        if (!m_curves.at(next).points.x.isEmpty())
            return spotOf(next, nearestPoint(next, step));
    }
    return from;
}

} // namespace stagekeeper
