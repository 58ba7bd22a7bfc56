// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/acrossversionschart.h"

#include "model/domain/metric.h"
#include "views/common/format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double nameSpacing = 10;
constexpr qsizetype mostNames = 500; ///< that are tried
constexpr double pointSpacing = 7; ///< closer than this, only compared versions get a point
constexpr SeriesLook comparedLook {Token::Series1, Qt::SolidLine, Marker::Disc};
constexpr SeriesLook promotedLook {Token::Better, Qt::SolidLine, Marker::Promoted};
constexpr SeriesLook limitsLook {Token::Text3, Qt::DotLine, Marker::None};
constexpr SeriesLook rolledBackLook {Token::Worse, Qt::SolidLine, Marker::RolledBack};

const SeriesLook &lookOf(MetricAcrossVersions::Mark mark)
{
    return mark == MetricAcrossVersions::Mark::Promoted ? promotedLook : rolledBackLook;
}

} // namespace

AcrossVersionsChart::AcrossVersionsChart(const Theme &theme, QWidget *parent) : PlotChart(theme, parent)
{
    setObjectName(u"acrossVersionsChart"_s);
}

void AcrossVersionsChart::setHistory(const MetricAcrossVersions &history)
{
    if (history.metric != m_history.metric || history.points.size() != m_history.points.size())
        showAll();
    m_history = history;
    m_curve = {};
    m_drawn.clear();
    m_compared.clear();
    m_marked.clear();
    for (int i = 0; i < history.points.size(); ++i) {
        const double value = history.points.at(i).value.value_or(std::numeric_limits<double>::quiet_NaN());
        m_curve.x.append(i);
        m_curve.y.append(value);
        if (std::isfinite(value))
            m_drawn.append(i);
        if (std::isfinite(value) && history.points.at(i).compared >= 0)
            m_compared.append(i);
        if (!history.points.at(i).marks.isEmpty())
            m_marked.append(i);
    }
    const Extent extent = extentWithin(m_curve, wholeX());
    m_decimals = decimalsOfSpread(extent.low, extent.high);
    updateWords();
    dataChanged();
}

void AcrossVersionsChart::updateWords()
{
    const auto has = [this](const auto &test) { return std::ranges::any_of(m_history.points, test); };
    const auto hasMark = [&](MetricAcrossVersions::Mark mark) {
        return has([mark](const MetricAcrossVersions::Point &point) { return point.marks.contains(mark); });
    };
    QList<LegendEntry> entries;
    if (hasMark(MetricAcrossVersions::Mark::Promoted))
        entries.append({tr("promoted"), promotedLook});
    if (hasMark(MetricAcrossVersions::Mark::RolledBack))
        entries.append({tr("rolled back"), rolledBackLook});
    if (has([](const MetricAcrossVersions::Point &point) { return point.compared >= 0; }))
        entries.append({tr("compared here"), comparedLook});
    if (m_history.control)
        entries.append({tr("control limits"), limitsLook, true});
    setLegend(entries);
    setNote(noteText());
}

QString AcrossVersionsChart::noteText() const
{
    const int missing = static_cast<int>(std::ranges::count_if(m_history.points, [](const auto &point) { return !point.value; }));
    const int notFinite = static_cast<int>(m_history.points.size() - m_drawn.size()) - missing;
    QStringList notes;
    if (m_history.direction == MetricDirection::LowerIsBetter)
        notes.append(tr("lower is better"));
    if (missing > 0)
        notes.append(tr("not measured in %n version(s)", nullptr, missing));
    if (notFinite > 0)
        notes.append(tr("%n value(s) are not finite", nullptr, notFinite));
    const auto beyond = static_cast<int>(std::ranges::count_if(m_drawn, [this](int point) { return isBeyondLimits(point); }));
    if (beyond > 0)
        notes.append(tr("%n version(s) beyond the control limits", nullptr, beyond));
    return notes.join(u" · "_s);
}

QString AcrossVersionsChart::whyEmpty() const
{
    if (m_history.points.isEmpty())
        return tr("There is no version to show.");
    if (m_drawn.isEmpty())
        return tr("No version has a finite value of %1.").arg(chartName(m_history.metric));
    return {};
}

ChartTable AcrossVersionsChart::table() const
{
    const auto cell = [points = m_history.points](int row, int column) -> QVariant {
        const MetricAcrossVersions::Point &point = points.at(row);
        switch (column) {
        case 0:
            return point.version;
        case 1:
            return point.value ? QVariant(*point.value) : QVariant();
        default:
            break;
        }
        QStringList words;
        for (const auto mark : point.marks)
            words.append(mark == MetricAcrossVersions::Mark::Promoted ? tr("promoted") : tr("rolled back"));
        if (point.compared >= 0)
            words.append(tr("compared here"));
        return words.isEmpty() ? QVariant(u""_s) : QVariant(words.join(u", "_s));
    };
    return {{tr("Version"), chartName(m_history.metric), tr("Marks")}, static_cast<int>(m_history.points.size()), cell,
            [points = m_history.points](int row) { return points.at(row).compared; }};
}

Scale AcrossVersionsChart::wholeX() const
{
    const double last = static_cast<double>(m_history.points.size()) - 1;
    Extent extent;
    extent.add(0);
    extent.add(last);
    return last > 0 ? Scale(extent).widened(0.02) : Scale(extent);
}

Scale AcrossVersionsChart::wholeY(const Scale &x) const
{
    Extent extent = extentWithin(m_curve, x);
    if (const auto &champion = m_history.champion) {
        extent.add(champion->value);
        extent.add(champion->low.value_or(champion->value));
        extent.add(champion->high.value_or(champion->value));
    }
    if (const auto &control = m_history.control) {
        extent.add(control->lower);
        extent.add(control->upper);
    }
    return Scale(extent).widened(0.06);
}

QPointF AcrossVersionsChart::place(int point) const
{
    return pointAt(point, m_curve.y.at(point));
}

bool AcrossVersionsChart::arePointsApart() const
{
    return xAt(1) - xAt(0) >= pointSpacing;
}

void AcrossVersionsChart::paintPicture(QPainter *painter) const
{
    paintBand(painter);
    paintGrid(painter);
    painter->save();
    painter->setClipRect(plot().adjusted(-6, -measure::cell, 6, 1));
    paintControlLimits(painter);
    paintChampion(painter);
    paintCurve(painter, m_curve, seriesPen(comparedLook, theme()));
    paintPoints(painter);
    paintEvents(painter);
    painter->restore();
    paintNames(painter);
    paintChampionName(painter);
}

void AcrossVersionsChart::paintBand(QPainter *painter) const
{
    const auto &champion = m_history.champion;
    if (!champion || !champion->low || !champion->high)
        return;
    const double top = qMax(plot().top(), yAt(*champion->high)), bottom = qMin(plot().bottom(), yAt(*champion->low));
    if (bottom > top)
        painter->fillRect(QRectF(plot().left(), top, plot().width() + measure::gap, bottom - top), color(Token::OkTint));
}

bool AcrossVersionsChart::isBeyondLimits(int point) const
{
    const auto &control = m_history.control;
    return control && (m_curve.y.at(point) < control->lower || m_curve.y.at(point) > control->upper);
}

void AcrossVersionsChart::paintControlLimits(QPainter *painter) const
{
    const auto &control = m_history.control;
    if (!control)
        return;
    painter->setPen(seriesPen(limitsLook, theme()));
    for (const double limit : {control->lower, control->upper}) {
        const double y = std::round(yAt(limit)) + 0.5;
        painter->drawLine(QPointF(plot().left(), y), QPointF(plot().right() + measure::gap, y));
    }
}

void AcrossVersionsChart::paintChampion(QPainter *painter) const
{
    const auto &champion = m_history.champion;
    if (!champion || !std::isfinite(champion->value))
        return;
    const double y = std::round(yAt(champion->value)) + 0.5;
    QPen pen(color(Token::Better), 1);
    pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(plot().left(), y), QPointF(plot().right() + measure::gap, y));
}

void AcrossVersionsChart::paintPoints(QPainter *painter) const
{
    const QColor ink = color(Token::Series1), ground = color(Token::Base);
    auto point = std::ranges::lower_bound(m_drawn, xScale().low() - 1, {}, [](int at) { return double(at); });
    for (; arePointsApart() && point != m_drawn.cend() && *point <= xScale().high() + 1; ++point)
        paintMarker(painter, place(*point), Marker::Ring, ink, ground, 6.5);
    for (const int compared : m_compared)
        paintMarker(painter, place(compared), Marker::Disc, ink, ground, 8);
}

void AcrossVersionsChart::paintEvents(QPainter *painter) const
{
    const double y = plot().bottom() - 6;
    for (const int point : m_marked) {
        const auto &marks = m_history.points.at(point).marks;
        double x = xAt(point) - (static_cast<double>(marks.size()) - 1) * 4.5;
        for (const auto mark : marks) {
            paintMarker(painter, {x, y}, lookOf(mark).marker, color(lookOf(mark).color), {}, 8);
            x += 9;
        }
    }
}

void AcrossVersionsChart::paintNames(QPainter *painter) const
{
    const QFontMetricsF metrics(theme().font(Theme::Face::Small));
    const double top = plot().bottom() + measure::inside, widest = plot().width() / 3;
    const int last = static_cast<int>(m_history.points.size()) - 1;
    QList<int> order {0, last};
    for (const QList<int> &points : {m_compared, m_marked}) // the compared ones are what is looked for, then the newest
        std::copy_n(points.crbegin(), std::min(mostNames, points.size()), std::back_inserter(order));
    QList<QRectF> taken;
    for (const int point : order) {
        if (point < xScale().low() || point > xScale().high())
            continue;
        const QString name = metrics.elidedText(chartName(m_history.points.at(point).version), Qt::ElideMiddle, widest);
        const double width = metrics.horizontalAdvance(name);
        const double left = qBound(plot().left() - measure::gap, xAt(point) - width / 2, plot().right() + measure::gap - width);
        const QRectF room(left, top, width, metrics.height());
        const QRectF wanted = room.adjusted(-nameSpacing, 0, nameSpacing, 0);
        if (std::ranges::any_of(taken, [&wanted](const QRectF &other) { return other.intersects(wanted); }))
            continue;
        taken.append(room);
        painter->setPen(color(Token::Control));
        painter->drawLine(QPointF(xAt(point), plot().bottom()), QPointF(xAt(point), plot().bottom() + 3));
        paintSmall(painter, theme(), room, Qt::AlignLeft, name);
    }
}

/// Above the band, at the end where fewer points are in the way.
void AcrossVersionsChart::paintChampionName(QPainter *painter) const
{
    const auto &champion = m_history.champion;
    if (!champion || !std::isfinite(champion->value))
        return;
    const QFontMetricsF metrics(theme().font(Theme::Face::Small));
    const QString label = metrics.elidedText(chartName(champion->label), Qt::ElideMiddle, plot().width() - 12);
    const double y = yAt(champion->high.value_or(champion->value));
    const double above = y - metrics.height() - 1;
    const QRectF left(plot().left() + 6, above < 2 ? y + 2 : above, metrics.horizontalAdvance(label), metrics.height());
    const QRectF right = left.translated(plot().right() - left.right(), 0);
    const auto covered = [this](const QRectF &room) {
        return std::ranges::count_if(m_drawn, [&](int point) { return room.adjusted(-6, -6, 6, 6).contains(place(point)); });
    };
    const QRectF room = covered(left) > covered(right) ? right : left;
    QColor ground = color(Token::Base);
    ground.setAlphaF(0.8F);
    painter->fillRect(room.adjusted(-2, 0, 2, 0), ground);
    paintSmall(painter, theme(), room, Qt::AlignLeft, label, Token::Better);
}

void AcrossVersionsChart::paintMarks(QPainter *painter, int index) const
{
    for (const int point : m_compared) {
        if (highlighted() >= 0 && m_history.points.at(point).compared == highlighted())
            paintMarker(painter, place(point), Marker::Disc, color(Token::Accent), {}, 11);
    }
    if (index < 0)
        return;
    const QPointF at = place(m_drawn.at(index));
    painter->setPen(QPen(color(Token::Control), 1));
    painter->drawLine(QPointF(std::round(at.x()) + 0.5, plot().top()), QPointF(std::round(at.x()) + 0.5, plot().bottom()));
    PlotChart::paintMarks(painter, index);
}

Chart::Spot AcrossVersionsChart::spot(int index) const
{
    const int number = m_drawn.at(index);
    const MetricAcrossVersions::Point &point = m_history.points.at(number);
    Reading reading {point.version, {{m_history.metric, format::exactNumber(*point.value)}}};
    if (m_history.champion)
        reading.rows.append({tr("against champion"), format::delta(*point.value - m_history.champion->value, m_decimals, locale())});
    if (isBeyondLimits(number))
        reading.rows.append({tr("beyond the control limits"), QString()});
    for (const auto mark : point.marks)
        reading.rows.append({mark == MetricAcrossVersions::Mark::Promoted ? tr("promoted") : tr("rolled back"), QString()});
    return {place(number), point.compared, reading};
}

int AcrossVersionsChart::spotAt(const QPointF &at) const
{
    if (!plot().adjusted(-8, -8, 8, 24).contains(at))
        return -1;
    const double wanted = xScale().value((at.x() - plot().left()) / plot().width());
    const auto next = std::ranges::lower_bound(m_drawn, wanted, {}, [](int point) { return double(point); });
    const auto index = static_cast<int>(next - m_drawn.cbegin());
    if (next == m_drawn.cend())
        return index - 1;
    return index > 0 && wanted - m_drawn.at(index - 1) < *next - wanted ? index - 1 : index;
}

} // namespace stagekeeper
