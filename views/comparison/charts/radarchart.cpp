// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/radarchart.h"

#include "views/comparison/charts/numberschart.h"
#include "views/comparison/charts/scale.h"

#include <QPainter>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double innerRing = 0.25; ///< where the worst lies, so that shapes do not fall together in the centre
constexpr int fewestSpokes = 3;
constexpr int mostFilled = 2;
constexpr double nameWidth = 92;

} // namespace

RadarChart::RadarChart(const Theme &theme, QWidget *parent) : Chart(theme, parent)
{
    setObjectName(u"radarChart"_s);
}

void RadarChart::setNumbers(const ComparedNumbers &numbers)
{
    m_numbers = {numbers.versions, {}};
    m_ends.clear();
    m_spots.clear();
    for (const NumberRow &row : numbers.rows) {
        Extent extent;
        for (int version = 0; version < numbers.versions.size(); ++version)
            extent.add(row.valueOf(version));
        if (extent.isEmpty || m_numbers.rows.size() == mostSpokes)
            continue;
        m_numbers.rows.append(row);
        m_ends.append(row.isLowerBetter() ? std::pair(extent.high, extent.low) : std::pair(extent.low, extent.high));
    }
    for (int version = 0; version < numbers.versions.size(); ++version) {
        for (int row = 0; row < m_numbers.rows.size(); ++row) {
            if (std::isfinite(m_numbers.rows.at(row).valueOf(version)))
                m_spots.append({version, row});
        }
    }
    QStringList notes {tr("rim: best of these versions, inner ring: worst")};
    if (const QString left = omissions(m_numbers.rows, numbers.versions.size()); !left.isEmpty())
        notes.append(left);
    setNote(notes.join(u" · "_s));
    setLegend(versionLegend(numbers.versions, true));
    dataChanged();
}

double RadarChart::share(int row, int version) const
{
    const auto [worst, best] = m_ends.at(row);
    const double value = m_numbers.rows.at(row).valueOf(version);
    if (!std::isfinite(value))
        return qQNaN();
    return worst == best ? 1 : (value / 2 - worst / 2) / (best / 2 - worst / 2);
}

QString RadarChart::whyEmpty() const
{
    if (m_numbers.versions.isEmpty())
        return tr("There is no version to show.");
    const auto spokes = static_cast<int>(m_numbers.rows.size());
    if (spokes < fewestSpokes)
        return tr("A radar needs at least three numbers. Of these versions there is %n.", nullptr, spokes);
    return {};
}

ChartTable RadarChart::table() const
{
    return tableOf(m_numbers);
}

QPointF RadarChart::direction(int row) const
{
    const double angle = 2 * std::numbers::pi * row / double(m_numbers.rows.size());
    return {std::sin(angle), -std::cos(angle)};
}

QPointF RadarChart::onSpoke(int row, double share) const
{
    return m_center + direction(row) * m_radius * (innerRing + (1 - innerRing) * share);
}

void RadarChart::layOut(const QRectF &area)
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    const double room = qMin(area.width() / 2 - qMin(nameWidth, area.width() / 5), area.height() / 2 - line - measure::gap);
    m_radius = qMax(20.0, room);
    m_center = area.center();
}

void RadarChart::paintPicture(QPainter *painter) const
{
    paintWeb(painter);
    const auto versions = static_cast<int>(m_numbers.versions.size());
    for (int version = versions - 1; version >= 0; --version) {
        const bool distinct = version < distinctSeries;
        paintVersion(painter, version, seriesPen(seriesLook(version), theme(), distinct ? 1.75 : 1), distinct ? 6 : 0, versions <= mostFilled);
    }
    paintNames(painter);
}

void RadarChart::paintWeb(QPainter *painter) const
{
    painter->setBrush(Qt::NoBrush);
    for (const double ring : {0.0, 0.5, 1.0}) {
        QPolygonF web;
        for (int row = 0; row < m_numbers.rows.size(); ++row)
            web.append(onSpoke(row, ring));
        painter->setPen(QPen(color(ring == 0.5 ? Token::Line : Token::LineStrong), 1));
        painter->drawPolygon(web);
    }
    painter->setPen(QPen(color(Token::Line), 1));
    for (int row = 0; row < m_numbers.rows.size(); ++row)
        painter->drawLine(m_center, onSpoke(row, 1));
}

void RadarChart::paintNames(QPainter *painter) const
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    for (int row = 0; row < m_numbers.rows.size(); ++row) {
        const QPointF way = direction(row);
        const QPointF at = onSpoke(row, 1) + way * measure::gap;
        const bool isCentred = std::abs(way.x()) < 0.1;
        const double room = isCentred ? nameWidth * 1.5 : (way.x() > 0 ? width() - at.x() : at.x()) - measure::inside;
        QRectF rect(at.x(), at.y() - line / 2, room, line);
        Qt::Alignment alignment = Qt::AlignLeft;
        if (isCentred) {
            rect.moveCenter({at.x(), at.y() + way.y() * line / 2});
            alignment = Qt::AlignHCenter;
        } else if (way.x() < 0) {
            rect.moveRight(at.x());
            alignment = Qt::AlignRight;
        }
        paintSmall(painter, theme(), rect, alignment, rowTitle(m_numbers.rows.at(row)));
    }
}

/// An outline with a gap where a number is missing.
void RadarChart::paintVersion(QPainter *painter, int version, const QPen &pen, double side, bool filled) const
{
    const auto rows = static_cast<int>(m_numbers.rows.size());
    QPolygonF outline;
    bool isWhole = true;
    painter->setPen(pen);
    for (int row = 0; row < rows; ++row) {
        const double here = share(row, version), next = share((row + 1) % rows, version);
        isWhole = isWhole && std::isfinite(here);
        if (!std::isfinite(here))
            continue;
        outline.append(onSpoke(row, here));
        if (std::isfinite(next))
            painter->drawLine(outline.constLast(), onSpoke((row + 1) % rows, next));
    }
    if (filled && isWhole) {
        QColor fill = pen.color();
        fill.setAlphaF(0.12F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPolygon(outline);
    }
    for (const QPointF &point : outline) {
        if (side > 0)
            paintMarker(painter, point, seriesLook(version).marker, pen.color(), color(Token::Base), side);
    }
}

void RadarChart::paintMarks(QPainter *painter, int index) const
{
    const int version = index >= 0 ? m_spots.at(index).version : highlighted();
    if (version >= 0 && version < m_numbers.versions.size())
        paintVersion(painter, version, QPen(color(version < distinctSeries ? seriesLook(version).color : Token::Accent), 3), 9, true);
    Chart::paintMarks(painter, index);
}

QPointF RadarChart::placeOfSpot(int index) const
{
    return onSpoke(m_spots.at(index).row, share(m_spots.at(index).row, m_spots.at(index).version));
}

Chart::Spot RadarChart::spot(int index) const
{
    const Place place = m_spots.at(index);
    return {onSpoke(place.row, share(place.row, place.version)), place.version, readingOf(m_numbers, place.version)};
}

/// Left and right go round one outline, up and down to the next version.
int RadarChart::nextSpot(int from, Qt::Key key) const
{
    if (from < 0)
        return Chart::nextSpot(from, key);
    const Place start = m_spots.at(from);
    const int direction = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const bool round = key == Qt::Key_Left || key == Qt::Key_Right;
    const auto count = static_cast<int>(m_spots.size());
    for (int step = 1; step < count; ++step) {
        const int index = ((from + direction * step) % count + count) % count;
        const Place place = m_spots.at(index);
        if (round ? place.version == start.version : place.row == start.row)
            return index;
    }
    return from;
}

} // namespace stagekeeper
