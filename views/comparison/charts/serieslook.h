// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QPen>

class QPainter;

namespace stagekeeper {

enum class Marker { None, Disc, Ring, Square, Triangle, Diamond, TriangleDown, Cross, Plus, Promoted, RolledBack };

/// How one of several series is drawn: colour, dash and marker say the same, for eyes that do not tell colours apart.
struct SeriesLook {
    Token color = Token::Control;
    Qt::PenStyle dash = Qt::SolidLine;
    Marker marker = Marker::Disc;
};

/// Eight differ; what comes after is grey, and stands out when it is highlighted.
inline constexpr int distinctSeries = 8;
[[nodiscard]] SeriesLook seriesLook(int index);
[[nodiscard]] QPen seriesPen(const SeriesLook &look, const Theme &theme, double width = 1.5);

/// Centred at `at`, about `side` across, the line already that of the painter's pen.
void paintMarker(QPainter *painter, const QPointF &at, Marker marker, const QColor &color, const QColor &ground,
                 double side = 7);

/// One entry of the list of what the signs of a chart mean.
struct LegendEntry {
    QString text;
    SeriesLook look;
    bool hasLine = false;
    bool operator==(const LegendEntry &) const = default;
};

/// Entries in lines below a chart, as many as fit into `maxLines`; the last says how many are left out.
class Legend final
{
public:
    void setEntries(const QList<LegendEntry> &entries) { m_entries = entries; }
    void layOut(const Theme &theme, double width, int maxLines = 2);
    [[nodiscard]] double height() const;
    void paint(QPainter *painter, const Theme &theme, const QPointF &topLeft) const;

private:
    struct Placed {
        QPointF at;
        QString text;
        int entry; ///< -1 for the words about those left out
    };
    [[nodiscard]] double signWidth(const LegendEntry &entry) const;

    QList<LegendEntry> m_entries;
    QList<Placed> m_placed;
    int m_lines = 0;
    double m_lineHeight = 0;
};

} // namespace stagekeeper
