// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/serieslook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace stagekeeper {

namespace {

constexpr double longestEntry = 180;

void paintPolygon(QPainter *painter, const QPointF &at, double half, const QPolygonF &unit)
{
    QPolygonF shape;
    for (const QPointF &point : unit)
        shape.append(at + point * half);
    painter->drawPolygon(shape);
}

} // namespace

SeriesLook seriesLook(int index)
{
    static constexpr std::array looks {
        SeriesLook {Token::Series1, Qt::SolidLine, Marker::Disc},
        SeriesLook {Token::Series2, Qt::SolidLine, Marker::Square},
        SeriesLook {Token::Series3, Qt::DashLine, Marker::Triangle},
        SeriesLook {Token::Series4, Qt::DotLine, Marker::Diamond},
        SeriesLook {Token::Series5, Qt::DashDotLine, Marker::TriangleDown},
        SeriesLook {Token::Series6, Qt::DashLine, Marker::Ring},
        SeriesLook {Token::Series7, Qt::DotLine, Marker::Cross},
        SeriesLook {Token::Series8, Qt::DashDotLine, Marker::Plus},
    };
    static_assert(looks.size() == distinctSeries);
    return index >= 0 && index < distinctSeries ? looks.at(static_cast<std::size_t>(index)) : SeriesLook();
}

QPen seriesPen(const SeriesLook &look, const Theme &theme, double width)
{
    QPen pen(theme.color(look.color), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    switch (look.dash) {
    case Qt::DashLine:
        pen.setDashPattern({4, 2});
        break;
    case Qt::DotLine:
        pen.setDashPattern({1.2, 2});
        break;
    case Qt::DashDotLine:
        pen.setDashPattern({6, 2, 1.2, 2});
        break;
    default:
        break;
    }
    return pen;
}

void paintMarker(QPainter *painter, const QPointF &at, Marker marker, const QColor &color, const QColor &ground, double side)
{
    static const QPolygonF up {{-1, 0.85}, {1, 0.85}, {0, -1}};
    static const QPolygonF down {{-1, -0.85}, {1, -0.85}, {0, 1}};
    static const QPolygonF left {{0.85, -1}, {0.85, 1}, {-1, 0}};
    static const QPolygonF diamond {{-1.1, 0}, {0, 1.1}, {1.1, 0}, {0, -1.1}};
    const double half = side / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (marker) {
    case Marker::None:
        break;
    case Marker::Disc:
        painter->drawEllipse(at, half, half);
        break;
    case Marker::Ring:
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(ground);
        painter->drawEllipse(at, half - 0.75, half - 0.75);
        break;
    case Marker::Square:
        painter->drawRect(QRectF(at.x() - half * 0.9, at.y() - half * 0.9, side * 0.9, side * 0.9));
        break;
    case Marker::Triangle:
    case Marker::Promoted:
        paintPolygon(painter, at, half, up);
        break;
    case Marker::TriangleDown:
        paintPolygon(painter, at, half, down);
        break;
    case Marker::RolledBack:
        paintPolygon(painter, at, half, left);
        break;
    case Marker::Diamond:
        paintPolygon(painter, at, half, diamond);
        break;
    case Marker::Cross:
        painter->setPen(QPen(color, 1.75));
        painter->drawLine(at + QPointF(-half, -half) * 0.8, at + QPointF(half, half) * 0.8);
        painter->drawLine(at + QPointF(-half, half) * 0.8, at + QPointF(half, -half) * 0.8);
        break;
    case Marker::Plus:
        painter->setPen(QPen(color, 1.75));
        painter->drawLine(at + QPointF(-half, 0), at + QPointF(half, 0));
        painter->drawLine(at + QPointF(0, -half), at + QPointF(0, half));
        break;
    }
    painter->restore();
}

double Legend::signWidth(const LegendEntry &entry) const
{
    return entry.hasLine ? 22 : 8;
}

void Legend::layOut(const Theme &theme, double width, int maxLines)
{
    const QFontMetricsF metrics(theme.font(Theme::Face::Small));
    const double moreWidth = metrics.horizontalAdvance(QCoreApplication::translate("stagekeeper::Legend", "and %n more", nullptr, 888));
    m_lineHeight = metrics.height() + measure::inside;
    m_placed.clear();
    m_lines = m_entries.isEmpty() ? 0 : 1;
    double x = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        const LegendEntry &entry = m_entries.at(i);
        const QString text = metrics.elidedText(entry.text, Qt::ElideMiddle, qMin(longestEntry, width - 30));
        const double needed = signWidth(entry) + measure::inside + metrics.horizontalAdvance(text) + measure::cell;
        const bool isLast = i + 1 == m_entries.size();
        const double room = m_lines == maxLines && !isLast ? width - moreWidth : width;
        if (x > 0 && x + needed - measure::cell > room) {
            if (m_lines == maxLines) {
                //: entries of a legend that are left out
                const QString more = QCoreApplication::translate("stagekeeper::Legend", "and %n more", nullptr, static_cast<int>(m_entries.size()) - i);
                m_placed.append({{x, (m_lines - 1) * m_lineHeight}, more, -1});
                return;
            }
            ++m_lines;
            x = 0;
        }
        m_placed.append({{x, (m_lines - 1) * m_lineHeight}, text, i});
        x += needed;
    }
}

double Legend::height() const
{
    return m_lines * m_lineHeight;
}

void Legend::paint(QPainter *painter, const Theme &theme, const QPointF &topLeft) const
{
    const QColor ground = theme.color(Token::Base);
    painter->setFont(theme.font(Theme::Face::Small));
    const QFontMetricsF metrics(painter->font());
    for (const Placed &placed : m_placed) {
        QPointF at = topLeft + placed.at;
        const double middle = at.y() + m_lineHeight / 2;
        if (placed.entry >= 0) {
            const LegendEntry &entry = m_entries.at(placed.entry);
            const double width = signWidth(entry);
            if (entry.hasLine) {
                painter->setPen(seriesPen(entry.look, theme));
                painter->drawLine(QPointF(at.x(), middle), QPointF(at.x() + width, middle));
            }
            paintMarker(painter, {at.x() + width / 2, middle}, entry.look.marker, theme.color(entry.look.color), ground);
            at.rx() += width + measure::inside;
        }
        painter->setPen(theme.color(Token::Text2));
        painter->drawText(QPointF(at.x(), middle + (metrics.ascent() - metrics.descent()) / 2), placed.text);
    }
}

} // namespace stagekeeper
