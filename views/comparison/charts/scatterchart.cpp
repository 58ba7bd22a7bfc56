// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/scatterchart.h"

#include "model/domain/pareto.h"
#include "views/comparison/charts/numberschart.h"

#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr SeriesLook frontLook {Token::Series1, Qt::SolidLine, Marker::Disc};
constexpr SeriesLook otherLook {Token::Series1, Qt::SolidLine, Marker::Ring};
constexpr double pointSide = 8;

bool isKnown(const NumberRow &row)
{
    return row.direction != MetricDirection::Unknown;
}

/// What has a place in the chart; the others cannot be on its front.
MeasuredMetric measured(const NumberRow &row, qsizetype versions)
{
    MeasuredMetric metric {row.name, row.direction, {}};
    for (int version = 0; version < versions; ++version) {
        const double value = row.valueOf(version);
        metric.values.append(std::isfinite(value) ? std::optional(value) : std::nullopt);
    }
    return metric;
}

} // namespace

ScatterChart::ScatterChart(const Theme &theme, QWidget *parent) : PlotChart(theme, parent)
{
    setObjectName(u"scatterChart"_s);
}

void ScatterChart::setNumbers(const QStringList &versions, const NumberRow &x, const NumberRow &y)
{
    m_versions = versions;
    m_xRow = x;
    m_yRow = y;
    m_drawn.clear();
    for (int version = 0; version < versions.size(); ++version) {
        if (std::isfinite(x.valueOf(version)) && std::isfinite(y.valueOf(version)))
            m_drawn.append(version);
    }
    std::ranges::stable_sort(m_drawn, {}, [&x](int version) { return x.valueOf(version); });
    findFront();
    updateWords();
    showAll();
    dataChanged();
}

void ScatterChart::findFront()
{
    m_front.clear();
    if (!isKnown(m_xRow) || !isKnown(m_yRow))
        return;
    for (const qsizetype version : paretoFront(measured(m_xRow, m_versions.size()), measured(m_yRow, m_versions.size())))
        m_front.append(static_cast<int>(version));
    std::ranges::stable_sort(m_front, {}, [this](int version) { return m_xRow.valueOf(version); });
}

void ScatterChart::updateWords()
{
    QStringList notes;
    if (!isKnown(m_xRow) || !isKnown(m_yRow))
        notes.append(tr("no Pareto front: it is not known which values are better"));
    const auto left = static_cast<int>(m_versions.size() - m_drawn.size());
    if (left > 0)
        notes.append(tr("%n version(s) without both numbers", nullptr, left));
    setNote(notes.join(u" · "_s));
    QList<LegendEntry> entries;
    if (!m_front.isEmpty())
        entries = {{tr("Pareto front: none is better in both"), frontLook}, {tr("others"), otherLook}};
    setLegend(entries);
}

QString ScatterChart::whyEmpty() const
{
    if (m_versions.isEmpty())
        return tr("There is no version to show.");
    if (m_drawn.isEmpty())
        return tr("No version has a finite value of both %1 and %2.").arg(chartName(m_xRow.name), chartName(m_yRow.name));
    return {};
}

ChartTable ScatterChart::table() const
{
    ChartTable table = tableOf({m_versions, {m_xRow, m_yRow}});
    table.columns.append(tr("Pareto front"));
    table.value = [former = table.value, front = m_front](int row, int column) -> QVariant {
        return column < 3 ? former(row, column) : QVariant(front.contains(row) ? tr("yes") : tr("no"));
    };
    return table;
}

Scale ScatterChart::wholeX() const
{
    Extent extent;
    for (const int version : m_drawn)
        extent.add(m_xRow.valueOf(version));
    return Scale(extent).widened(0.07);
}

Scale ScatterChart::wholeY(const Scale &) const
{
    Extent extent;
    for (const int version : m_drawn)
        extent.add(m_yRow.valueOf(version));
    return Scale(extent).widened(0.07);
}

double ScatterChart::bottomRoom() const
{
    return PlotChart::bottomRoom() + QFontMetricsF(theme().font(Theme::Face::Small)).height();
}

double ScatterChart::topRoom() const
{
    return QFontMetricsF(theme().font(Theme::Face::Small)).height() + measure::gap;
}

QPointF ScatterChart::place(int version) const
{
    return pointAt(m_xRow.valueOf(version), m_yRow.valueOf(version));
}

void ScatterChart::paintPicture(QPainter *painter) const
{
    paintGrid(painter);
    paintTitles(painter);
    painter->setClipRect(plot().adjusted(-6, -6, 8, 6));
    paintFront(painter);
    for (const bool inFront : {false, true}) {
        for (const int version : m_drawn) {
            if (m_front.contains(version) == inFront)
                paintMarker(painter, place(version), inFront ? Marker::Disc : Marker::Ring, color(Token::Series1), color(Token::Base), pointSide);
        }
    }
    paintNames(painter);
}

void ScatterChart::paintTitles(QPainter *painter) const
{
    const double line = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    const QRectF all = QRectF(rect()).adjusted(measure::margin, 0, -measure::margin, 0);
    paintSmall(painter, theme(), {all.left(), plot().top() - line - measure::gap + 2, all.width(), line}, Qt::AlignLeft, rowTitle(m_yRow), Token::Text);
    paintSmall(painter, theme(), {plot().left(), plot().bottom() + measure::inside + line, plot().width() + measure::gap, line}, Qt::AlignRight, rowTitle(m_xRow), Token::Text);
}

/// Steps: whatever lies behind them is beaten by one of the front.
QPolygonF ScatterChart::frontLine() const
{
    QPolygonF steps;
    for (const int version : m_front) {
        const QPointF at = place(version);
        if (!steps.isEmpty())
            steps.append(m_xRow.isLowerBetter() ? QPointF(at.x(), steps.constLast().y()) : QPointF(steps.constLast().x(), at.y()));
        steps.append(at);
    }
    return steps;
}

void ScatterChart::paintFront(QPainter *painter) const
{
    QColor ink = color(Token::Series1);
    ink.setAlphaF(0.55F);
    painter->setPen(QPen(ink, 1.25));
    painter->drawPolyline(frontLine());
}

/// Beside the points, where nothing else stands; those of the front first.
void ScatterChart::paintNames(QPainter *painter) const
{
    constexpr int mostNames = 60;
    const QFontMetricsF metrics(theme().font(Theme::Face::Small));
    QList<QRectF> taken;
    for (const int version : m_drawn.first(qMin<qsizetype>(m_drawn.size(), 1000)))
        taken.append(QRectF(place(version) - QPointF(4, 4), QSizeF(8, 8)));
    const QPolygonF line = frontLine();
    for (qsizetype i = 1; i < line.size(); ++i)
        taken.append(QRectF(line.at(i - 1), line.at(i)).normalized().adjusted(-1, -1, 1, 1));
    QList<int> order = m_front + m_drawn;
    order.resize(qMin<qsizetype>(order.size(), mostNames + m_front.size()));
    QSet<int> named;
    for (const int version : order) {
        const QString name = metrics.elidedText(chartName(m_versions.at(version)), Qt::ElideMiddle, plot().width() / 3);
        const QPointF at = place(version);
        const double width = metrics.horizontalAdvance(name), height = metrics.height();
        for (const QPointF &corner : {QPointF(7, -height / 2), QPointF(-7 - width, -height / 2), QPointF(-width / 2, -height - 5), QPointF(-width / 2, 5)}) {
            const QRectF room(at + corner, QSizeF(width, height));
            const bool isFree = std::ranges::none_of(taken, [&room](const QRectF &other) { return other.intersects(room); });
            if (named.contains(version) || !isFree || !plot().adjusted(0, -2, 8, 2).contains(room))
                continue;
            named.insert(version);
            taken.append(room);
            paintSmall(painter, theme(), room, Qt::AlignLeft, name);
        }
    }
}

void ScatterChart::paintMarks(QPainter *painter, int index) const
{
    if (m_drawn.contains(highlighted()))
        paintMarker(painter, place(highlighted()), Marker::Disc, color(Token::Accent), {}, 12);
    PlotChart::paintMarks(painter, index);
}

QPointF ScatterChart::placeOfSpot(int index) const
{
    return place(m_drawn.at(index));
}

Chart::Spot ScatterChart::spot(int index) const
{
    const int version = m_drawn.at(index);
    Reading reading = readingOf({m_versions, {m_xRow, m_yRow}}, version);
    if (m_front.contains(version))
        reading.rows.append({tr("on the Pareto front"), QString()});
    return {place(version), version, reading};
}

/// Left and right by x, up and down by y.
int ScatterChart::nextSpot(int from, Qt::Key key) const
{
    if (from < 0 || key == Qt::Key_Left || key == Qt::Key_Right)
        return Chart::nextSpot(from, key);
    const bool up = key == Qt::Key_Up;
    const auto rank = [this](int index) { return std::pair(m_yRow.valueOf(m_drawn.at(index)), index); };
    int best = from;
    for (int i = 0; i < m_drawn.size(); ++i) {
        const bool isBeyond = up ? rank(i) > rank(from) : rank(i) < rank(from);
        if (isBeyond && (best == from || (up ? rank(i) < rank(best) : rank(i) > rank(best))))
            best = i;
    }
    return best;
}

} // namespace stagekeeper
