// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/barschart.h"

#include "views/common/format.h"
#include "views/comparison/charts/numberschart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double groupShare = 0.8; ///< of a group's room, the rest parts it from the next
constexpr double widestBar = 0.25; ///< of a group's room, however few versions there are
constexpr double gapFrom = 5; ///< pixels; narrower bars touch each other

} // namespace

BarsChart::BarsChart(const Theme &theme, QWidget *parent) : PlotChart(theme, parent)
{
    setObjectName(u"barsChart"_s);
}

void BarsChart::setNumbers(const ComparedNumbers &numbers)
{
    m_numbers = numbers;
    showAll();
    QList<LegendEntry> entries = versionLegend(numbers.versions, false);
    for (LegendEntry &entry : entries)
        entry.look.marker = Marker::Square;
    setLegend(entries);
    findBars();
    updateWords();
    dataChanged();
}

void BarsChart::setNormalised(bool normalised)
{
    if (normalised == m_isNormalised)
        return;
    m_isNormalised = normalised;
    findBars();
    updateWords();
    dataChanged();
}

void BarsChart::findBars()
{
    m_bars.clear();
    for (int row = 0; row < m_numbers.rows.size(); ++row) {
        const NumberRow &numbers = m_numbers.rows.at(row);
        double most = 0;
        for (int version = 0; version < m_numbers.versions.size(); ++version) {
            const double value = numbers.valueOf(version);
            most = std::isfinite(value) ? qMax(most, std::abs(value)) : most;
        }
        for (int version = 0; version < m_numbers.versions.size(); ++version) {
            const double value = numbers.valueOf(version);
            if (std::isfinite(value))
                m_bars.append({row, version, m_isNormalised && most > 0 ? value / most : value});
        }
    }
}

void BarsChart::updateWords()
{
    QStringList notes {m_isNormalised ? tr("share of the largest value of each group") : tr("values as they are")};
    if (const QString left = omissions(m_numbers.rows, m_numbers.versions.size()); !left.isEmpty())
        notes.append(left);
    setNote(notes.join(u" · "_s));
}

QString BarsChart::whyEmpty() const
{
    if (m_numbers.versions.isEmpty())
        return tr("There is no version to show.");
    if (m_numbers.rows.isEmpty())
        return tr("These versions have no number to show.");
    return m_bars.isEmpty() ? tr("None of the numbers is finite.") : QString();
}

ChartTable BarsChart::table() const
{
    return tableOf(m_numbers);
}

Scale BarsChart::wholeX() const
{
    return Scale({0, double(m_numbers.rows.size()), false});
}

Scale BarsChart::wholeY(const Scale &x) const
{
    Extent extent;
    extent.add(0);
    for (const Bar &bar : m_bars) {
        if (bar.row + 1 > x.low() && bar.row < x.high())
            extent.add(bar.height);
    }
    return Scale(extent).rounded(5);
}

double BarsChart::bottomRoom() const
{
    const bool anyMinimum = std::ranges::any_of(m_numbers.rows, &NumberRow::isLowerBetter);
    return PlotChart::bottomRoom() + (anyMinimum ? QFontMetricsF(theme().font(Theme::Face::Small)).height() : 0);
}

QRectF BarsChart::barRect(const Bar &bar) const
{
    const auto versions = static_cast<double>(m_numbers.versions.size());
    const double step = qMin(groupShare / versions, widestBar);
    const double left = xAt(bar.row + 0.5 + step * (bar.version - versions / 2)), right = xAt(bar.row + 0.5 + step * (bar.version + 1 - versions / 2));
    const double gap = right - left >= gapFrom ? 1 : 0;
    const double top = yAt(qMax(bar.height, 0.0)), bottom = yAt(qMin(bar.height, 0.0));
    return {left, top, qMax(right - left - gap, 0.5), qMax(bottom - top, 1.0)};
}

void BarsChart::paintBar(QPainter *painter, const Bar &bar) const
{
    const QRectF rect = barRect(bar);
    painter->fillRect(rect, color(seriesLook(bar.version).color));
}

void BarsChart::paintPicture(QPainter *painter) const
{
    paintGrid(painter);
    painter->save();
    painter->setClipRect(plot().adjusted(-2, -2, 2, 1));
    for (const Bar &bar : m_bars)
        paintBar(painter, bar);
    painter->setPen(color(Token::Control));
    const double zero = std::round(yAt(0)) + 0.5;
    painter->drawLine(QPointF(plot().left(), zero), QPointF(plot().right(), zero));
    painter->restore();
    paintNames(painter);
}

void BarsChart::paintNames(QPainter *painter) const
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    for (int row = 0; row < m_numbers.rows.size(); ++row) {
        const double left = xAt(row), right = xAt(row + 1);
        if (right <= plot().left() + 1 || left >= plot().right() - 1)
            continue;
        const QRectF room(left + 2, plot().bottom() + measure::inside, right - left - 4, line);
        paintSmall(painter, theme(), room, Qt::AlignHCenter, chartName(m_numbers.rows.at(row).name));
        //: below the name of a metric of which lower values are better
        if (m_numbers.rows.at(row).isLowerBetter())
            paintSmall(painter, theme(), room.translated(0, line), Qt::AlignHCenter, tr("min"), Token::Text3);
    }
}

void BarsChart::paintMarks(QPainter *painter, int index) const
{
    const int version = index >= 0 ? m_bars.at(index).version : highlighted();
    painter->setClipRect(plot().adjusted(-2, -4, 2, 4));
    painter->setPen(QPen(color(Token::Text), 1.5));
    painter->setBrush(Qt::NoBrush);
    for (int i = 0; i < m_bars.size(); ++i) {
        if (m_bars.at(i).version == version)
            painter->drawRect(barRect(m_bars.at(i)).adjusted(-1, -1, 1, 1));
    }
    if (index >= 0) {
        painter->setPen(QPen(color(Token::Focus), 2));
        painter->drawRect(barRect(m_bars.at(index)).adjusted(-2, -2, 2, 2));
    }
}

Chart::Spot BarsChart::spot(int index) const
{
    const Bar &bar = m_bars.at(index);
    const NumberRow &row = m_numbers.rows.at(bar.row);
    Reading reading {m_numbers.versions.at(bar.version), {{rowTitle(row), format::exactNumber(row.valueOf(bar.version))}}};
    if (m_isNormalised)
        reading.rows.append({tr("of the largest"), format::number(bar.height, 3, locale())});
    const QRectF rect = barRect(bar);
    return {{rect.center().x(), bar.height >= 0 ? rect.top() : rect.bottom()}, bar.version, reading};
}

/// The bar below or above the mouse, however short it is.
int BarsChart::spotAt(const QPointF &at) const
{
    if (!plot().adjusted(0, -8, 0, 8).contains(at))
        return -1;
    for (int i = 0; i < m_bars.size(); ++i) {
        const QRectF rect = barRect(m_bars.at(i));
        if (at.x() >= rect.left() && at.x() < rect.right() + 1)
            return i;
    }
    return -1;
}

/// Left and right go from bar to bar, up and down to the same version in the group before or after.
int BarsChart::nextSpot(int from, Qt::Key key) const
{
    if (from < 0 || key == Qt::Key_Left || key == Qt::Key_Right)
        return Chart::nextSpot(from, key);
    const int direction = key == Qt::Key_Up ? -1 : 1;
    for (int i = from + direction; i >= 0 && i < m_bars.size(); i += direction) {
        if (m_bars.at(i).version == m_bars.at(from).version)
            return i;
    }
    return from;
}

} // namespace stagekeeper
