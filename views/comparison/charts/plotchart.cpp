// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/plotchart.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double smallestWindow = 1e-6;
constexpr double keyFactor = 0.7;
constexpr double tickSpacing = 44;
constexpr double xTickSpacing = 80;
constexpr double denseFrom = 12; ///< times the plot's width that a line goes up and down
const QRectF everything(0, 0, 1, 1);

} // namespace

bool PlotChart::isChanged() const
{
    return m_window != everything;
}

void PlotChart::reset()
{
    setWindow(everything);
}

void PlotChart::showAll()
{
    m_window = everything;
}

void PlotChart::setWindow(const QRectF &window)
{
    if (window == m_window)
        return;
    m_window = window;
    updateScales(); // needed before the next picture, by the next key
    repaintPicture();
    emit changed();
}

void PlotChart::zoom(double factor, const QPointF &about)
{
    const auto part = [factor](double from, double length, double at) {
        const double longer = qBound(smallestWindow, length * factor, 1.0);
        return std::pair(qBound(0.0, from + at * (length - longer), 1 - longer), longer);
    };
    const double x = qBound(0.0, (about.x() - m_plot.left()) / m_plot.width(), 1.0);
    const double y = qBound(0.0, (m_plot.bottom() - about.y()) / m_plot.height(), 1.0);
    const auto [left, width] = part(m_window.x(), m_window.width(), x);
    const auto [bottom, height] = zoomsOnlyX() ? std::pair(0.0, 1.0) : part(m_window.y(), m_window.height(), y);
    setWindow({left, bottom, width, height});
}

void PlotChart::move(const QPointF &pixels)
{
    const double x = m_window.x() - pixels.x() / m_plot.width() * m_window.width();
    const double y = m_window.y() + pixels.y() / m_plot.height() * m_window.height();
    setWindow({qBound(0.0, x, 1 - m_window.width()), zoomsOnlyX() ? 0 : qBound(0.0, y, 1 - m_window.height()),
               m_window.width(), m_window.height()});
}

int PlotChart::ticksY() const
{
    return qMax(2, static_cast<int>(m_plot.height() / tickSpacing));
}

QString PlotChart::yTickText(double tick) const
{
    return m_y.tickText(tick, ticksY(), locale());
}

double PlotChart::bottomRoom() const
{
    return QFontMetricsF(theme().font(Theme::Face::Small)).height() + measure::gap;
}

void PlotChart::updateScales()
{
    m_x = isChanged() ? wholeX().part(m_window.left(), m_window.right()) : wholeX();
    const Scale y = wholeY(m_x);
    m_y = zoomsOnlyX() || !isChanged() ? y : y.part(m_window.top(), m_window.bottom());
}

void PlotChart::layOut(const QRectF &area)
{
    m_plot = QRectF(area.left(), area.top() + topRoom(), area.width(), qMax(20.0, area.height() - topRoom() - bottomRoom()));
    updateScales();
    const QFontMetricsF metrics(theme().font(Theme::Face::Small));
    double widest = 0;
    for (const double tick : m_y.ticks(ticksY()))
        widest = qMax(widest, metrics.horizontalAdvance(yTickText(tick)));
    m_plot.setLeft(area.left() + std::ceil(qMin(widest, area.width() / 3)) + measure::gap);
    m_plot.setRight(area.right() - measure::gap);
}

void PlotChart::paintGrid(QPainter *painter) const
{
    const double small = QFontMetricsF(theme().font(Theme::Face::Small)).height();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : m_y.ticks(ticksY())) {
        const double y = std::round(yAt(tick));
        painter->setPen(color(Token::Line));
        painter->drawLine(QPointF(m_plot.left() - measure::inside, y), QPointF(m_plot.right() + measure::gap, y));
        const QRectF room(0, y - small / 2, m_plot.left() - measure::gap, small);
        paintSmall(painter, theme(), room, Qt::AlignRight, yTickText(tick));
    }
    painter->setPen(color(Token::Control));
    painter->drawLine(QPointF(m_plot.left() - measure::inside, std::round(m_plot.bottom())),
                      QPointF(m_plot.right() + measure::gap, std::round(m_plot.bottom())));
    if (isXNumeric()) {
        const int about = qMax(2, static_cast<int>(m_plot.width() / xTickSpacing));
        for (const double tick : m_x.ticks(about)) {
            const double x = std::round(xAt(tick));
            painter->setPen(color(Token::Control));
            painter->drawLine(QPointF(x, m_plot.bottom()), QPointF(x, m_plot.bottom() + 3));
            const QRectF room(x - xTickSpacing / 2, m_plot.bottom() + measure::inside, xTickSpacing, small);
            paintSmall(painter, theme(), room, Qt::AlignHCenter, m_x.tickText(tick, about, locale()));
        }
    }
    painter->setRenderHint(QPainter::Antialiasing);
}

void PlotChart::paintCurve(QPainter *painter, const CurvePoints &points, const QPen &pen) const
{
    const double low = yScale().low();
    for (const QPolygonF &line : decimated(points, xScale(), static_cast<int>(plot().width()))) {
        QPolygonF drawn;
        drawn.reserve(line.size());
        double travel = 0;
        for (const QPointF &point : line) {
            const QPointF at = pointAt(point.x(), yScale().holds(point.y()) ? point.y() : low);
            travel += drawn.isEmpty() ? 0 : std::abs(at.y() - drawn.constLast().y());
            drawn.append(at);
        }
        // Smooth edges and dashes take ten times as long on a line that goes up and down in every column, and do not show.
        const bool isDense = travel > denseFrom * plot().width();
        painter->setRenderHint(QPainter::Antialiasing, !isDense);
        painter->setPen(isDense ? QPen(pen.color(), 1) : pen);
        if (drawn.size() == 1)
            paintMarker(painter, drawn.constFirst(), Marker::Disc, pen.color(), {}, 6);
        else
            painter->drawPolyline(drawn);
    }
    painter->setRenderHint(QPainter::Antialiasing);
}

void PlotChart::bringIntoView(int index)
{
    const QPointF at = spot(index).at;
    QPointF away;
    if (at.x() < m_plot.left())
        away.setX(m_plot.left() - at.x() + m_plot.width() / 4);
    if (at.x() > m_plot.right())
        away.setX(m_plot.right() - at.x() - m_plot.width() / 4);
    if (at.y() < m_plot.top())
        away.setY(m_plot.top() - at.y() + m_plot.height() / 4);
    if (at.y() > m_plot.bottom())
        away.setY(m_plot.bottom() - at.y() - m_plot.height() / 4);
    if (!away.isNull())
        move(away);
}

void PlotChart::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0 || !whyEmpty().isEmpty())
        return Chart::wheelEvent(event);
    zoom(std::pow(keyFactor, turned / 240.0), event->position());
    event->accept();
}

void PlotChart::mousePressEvent(QMouseEvent *event)
{
    m_isGrabbed = event->button() == Qt::LeftButton && isChanged();
    m_grabbedAt = event->position();
    Chart::mousePressEvent(event);
}

void PlotChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isGrabbed)
        return Chart::mouseMoveEvent(event);
    setSpot(-1);
    setCursor(Qt::ClosedHandCursor);
    move(event->position() - m_grabbedAt);
    m_grabbedAt = event->position();
}

void PlotChart::mouseReleaseEvent(QMouseEvent *event)
{
    m_isGrabbed = false;
    unsetCursor();
    Chart::mouseReleaseEvent(event);
}

void PlotChart::keyPressEvent(QKeyEvent *event)
{
    const QPointF about = currentSpot() >= 0 ? spot(currentSpot()).at : m_plot.center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(keyFactor, about);
    case Qt::Key_Minus:
        return zoom(1 / keyFactor, about);
    default:
        return Chart::keyPressEvent(event);
    }
}

} // namespace stagekeeper
