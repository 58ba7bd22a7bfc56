// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/parallelchart.h"

#include "views/comparison/charts/densityraster.h"
#include "views/comparison/charts/numberschart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int mostLines = 500; ///< beyond, how many lines pass is told instead of the lines
constexpr int mostNamed = 16; ///< at the ends of their lines; beyond, a legend names the first
constexpr int roughTicks = 3;

} // namespace

ParallelChart::ParallelChart(const Theme &theme, QWidget *parent) : Chart(theme, parent)
{
    setObjectName(u"parallelChart"_s);
}

void ParallelChart::setNumbers(const ComparedNumbers &numbers)
{
    QList<Axis> axes;
    for (const NumberRow &row : numbers.rows) {
        Extent extent;
        for (int version = 0; version < numbers.versions.size(); ++version)
            extent.add(row.valueOf(version));
        axes.append({Scale(extent).rounded(roughTicks), 0, {}});
    }
    m_numbers = numbers;
    m_axes = axes;
    m_labels.clear();
    for (qsizetype i = 0; numbers.versions.size() <= mostNamed && i < numbers.versions.size(); ++i)
        m_labels.append(chartName(numbers.versions.at(i)));
    setLegend(m_labels.isEmpty() && numbers.versions.size() <= mostLines ? versionLegend(numbers.versions, true) : QList<LegendEntry>());
    findSpots();
    const bool allKnown = std::ranges::all_of(numbers.rows, [](const NumberRow &row) { return row.direction != MetricDirection::Unknown; });
    QStringList notes {allKnown ? tr("every axis: up is better") : tr("up is better; higher where that is not known")};
    if (const QString left = omissions(numbers.rows, numbers.versions.size()); !left.isEmpty())
        notes.append(left);
    setNote(notes.join(u" · "_s));
    dataChanged();
}

void ParallelChart::findSpots()
{
    m_spots.clear();
    for (int version = 0; version < m_numbers.versions.size(); ++version) {
        for (int axis = 0; axis < m_axes.size(); ++axis) {
            if (std::isfinite(m_numbers.rows.at(axis).valueOf(version)))
                m_spots.append({version, axis});
        }
    }
}

QString ParallelChart::whyEmpty() const
{
    if (m_numbers.versions.isEmpty())
        return tr("There is no version to show.");
    if (m_axes.isEmpty())
        return tr("These versions have no number to show.");
    if (m_spots.isEmpty())
        return tr("None of the numbers is finite.");
    return {};
}

ChartTable ParallelChart::table() const
{
    return tableOf(m_numbers);
}

double ParallelChart::share(int axis, double value) const
{
    const double fraction = m_axes.at(axis).scale.fraction(value);
    return m_numbers.rows.at(axis).isLowerBetter() ? 1 - fraction : fraction;
}

QPointF ParallelChart::placeOf(int version, int axis) const
{
    const double value = m_numbers.rows.at(axis).valueOf(version);
    const double y = std::isfinite(value) ? m_plot.bottom() - share(axis, value) * m_plot.height() : qQNaN();
    return {m_axes.at(axis).x, y};
}

void ParallelChart::layOut(const QRectF &area)
{
    const QFontMetricsF metrics(theme().font(Theme::Face::Small));
    m_nameWidth = 0;
    const bool areNamed = double(m_labels.size()) * metrics.height() <= area.height() + measure::inside;
    for (qsizetype i = 0; areNamed && i < m_labels.size(); ++i)
        m_nameWidth = qMax(m_nameWidth, metrics.horizontalAdvance(m_labels.at(i)));
    m_nameWidth = std::ceil(qMin(m_nameWidth, area.width() * 0.28));
    const double spacing = (area.width() - m_nameWidth - 2 * measure::margin) / double(m_axes.size());
    m_plot = area.adjusted(qMin(spacing / 2, 36.0), 2 * metrics.height() + measure::gap,
                           -m_nameWidth - 2 * measure::margin - measure::inside, -metrics.height() - measure::gap);
    const double between = m_axes.size() > 1 ? m_plot.width() / double(m_axes.size() - 1) : 0;
    for (int i = 0; i < m_axes.size(); ++i)
        m_axes[i].x = m_axes.size() > 1 ? std::round(m_plot.left() + i * between) : std::round(m_plot.center().x());
    layOutNames(area);
}

/// Names stand at the right ends of their lines, pushed apart; more than fit are left to the hover.
void ParallelChart::layOutNames(const QRectF &area)
{
    m_names.clear();
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    for (int version = 0; m_nameWidth > 0 && version < m_labels.size(); ++version) {
        double y = m_plot.bottom();
        for (int axis = 0; axis < m_axes.size(); ++axis) {
            const double at = placeOf(version, axis).y();
            y = std::isfinite(at) ? at : y;
        }
        m_names.append({version, y});
    }
    std::ranges::stable_sort(m_names, {}, &Name::y);
    double free = area.top() + line / 2;
    for (Name &name : m_names) {
        name.y = qMax(name.y, free);
        free = name.y + line;
    }
    double limit = area.bottom() - line / 2;
    for (auto name = m_names.rbegin(); name != m_names.rend(); ++name) {
        name->y = qMin(name->y, limit);
        limit = name->y - line;
    }
}

void ParallelChart::paintPicture(QPainter *painter) const
{
    paintAxes(painter);
    paintBrushes(painter);
    if (m_numbers.versions.size() > mostLines)
        paintDensity(painter);
    else
        paintLines(painter);
    paintNames(painter);
}

void ParallelChart::paintAxes(QPainter *painter) const
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    const double between = m_axes.size() > 1 ? m_axes.at(1).x - m_axes.at(0).x : m_plot.width();
    for (int i = 0; i < m_axes.size(); ++i) {
        const Axis &axis = m_axes.at(i);
        const NumberRow &row = m_numbers.rows.at(i);
        painter->setPen(color(Token::LineStrong));
        painter->drawLine(QPointF(axis.x + 0.5, m_plot.top()), QPointF(axis.x + 0.5, m_plot.bottom()));
        const double top = row.isLowerBetter() ? axis.scale.low() : axis.scale.high();
        const double bottom = row.isLowerBetter() ? axis.scale.high() : axis.scale.low();
        const double left = qMax(2.0, axis.x - between / 2 + 3), width = 2 * (axis.x - left);
        const QRectF label(left, m_plot.top() - 2 * line - measure::inside, width, line);
        paintSmall(painter, theme(), label, Qt::AlignHCenter, chartName(row.name));
        paintSmall(painter, theme(), label.translated(0, line), Qt::AlignHCenter, axis.scale.tickText(top, roughTicks, locale()));
        const QRectF below(left, m_plot.bottom() + measure::inside, width, line);
        paintSmall(painter, theme(), below, Qt::AlignHCenter, axis.scale.tickText(bottom, roughTicks, locale()));
    }
}

void ParallelChart::paintVersion(QPainter *painter, int version, const QPen &pen, Marker marker, double side) const
{
    QPolygonF line;
    for (int axis = 0; axis <= m_axes.size(); ++axis) { // one more, to end the last line
        const QPointF at = axis < m_axes.size() ? placeOf(version, axis) : QPointF(0, qQNaN());
        if (std::isfinite(at.y())) {
            line.append(at);
            continue;
        }
        painter->setPen(pen);
        painter->drawPolyline(line);
        if (side > 0) {
            for (const QPointF &point : line)
                paintMarker(painter, point, marker, pen.color(), color(Token::Base), side);
        }
        line.clear();
    }
}

void ParallelChart::paintLines(QPainter *painter) const
{
    const QPen faded(color(Token::LineStrong), 1);
    const bool many = m_numbers.versions.size() > 40;
    for (const bool chosen : {false, true}) { // the first versions lie on top
        for (int version = static_cast<int>(m_numbers.versions.size()) - 1; version >= 0; --version) {
            if (isChosen(version) != chosen)
                continue;
            const SeriesLook look = seriesLook(version);
            if (chosen)
                paintVersion(painter, version, seriesPen(look, theme(), version < distinctSeries ? 1.5 : 1), look.marker, many && version >= distinctSeries ? 0 : 6);
            else
                paintVersion(painter, version, faded, Marker::Disc, 0);
        }
    }
}

void ParallelChart::paintDensity(QPainter *painter) const
{
    const double ratio = painter->device()->devicePixelRatioF();
    DensityRaster raster(m_plot, ratio);
    for (int version = 0; version < m_numbers.versions.size(); ++version) {
        for (int axis = 0; isChosen(version) && axis + 1 < m_axes.size(); ++axis)
            raster.addLine(placeOf(version, axis), placeOf(version, axis + 1));
    }
    painter->drawImage(m_plot, raster.image(color(Token::Series1)));
}

void ParallelChart::paintNames(QPainter *painter) const
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    const double x = m_plot.right() + measure::margin;
    for (const auto &[version, y] : m_names) {
        const SeriesLook look = seriesLook(version);
        const bool chosen = isChosen(version);
        paintMarker(painter, {x, y}, look.marker, color(chosen ? look.color : Token::LineStrong), color(Token::Base), 6.5);
        const QRectF room(x + measure::gap, y - line / 2, m_nameWidth, line);
        paintSmall(painter, theme(), room, Qt::AlignLeft, m_labels.at(version), chosen ? Token::Text2 : Token::Disabled);
    }
}

void ParallelChart::paintMarks(QPainter *painter, int index) const
{
    const int version = index >= 0 ? m_spots.at(index).version : highlighted();
    if (version >= 0 && version < m_numbers.versions.size()) {
        const SeriesLook look = seriesLook(version);
        QPen pen(color(version < distinctSeries ? look.color : Token::Accent), 3);
        pen.setJoinStyle(Qt::RoundJoin);
        paintVersion(painter, version, pen, look.marker, 9);
    }
    Chart::paintMarks(painter, index);
}

QPointF ParallelChart::placeOfSpot(int index) const
{
    return placeOf(m_spots.at(index).version, m_spots.at(index).axis);
}

Chart::Spot ParallelChart::spot(int index) const
{
    const Place place = m_spots.at(index);
    return {placeOf(place.version, place.axis), place.version, readingOf(m_numbers, place.version)};
}

/// Left and right follow the version's line, up and down the axis.
int ParallelChart::nextSpot(int from, Qt::Key key) const
{
    if (from < 0 || key == Qt::Key_Left || key == Qt::Key_Right) {
        const int next = Chart::nextSpot(from, key);
        return from < 0 || m_spots.at(next).version == m_spots.at(from).version ? next : from;
    }
    const Place start = m_spots.at(from);
    const auto rank = [this](int index) { return std::pair(placeOf(m_spots.at(index).version, m_spots.at(index).axis).y(), index); };
    const auto here = rank(from);
    int best = from;
    for (int i = 0; i < m_spots.size(); ++i) {
        const auto there = rank(i);
        const bool isBeyond = key == Qt::Key_Up ? there < here : there > here;
        if (m_spots.at(i).axis != start.axis || !isBeyond)
            continue;
        if (best == from || (key == Qt::Key_Up ? there > rank(best) : there < rank(best)))
            best = i;
    }
    return best;
}

} // namespace stagekeeper
