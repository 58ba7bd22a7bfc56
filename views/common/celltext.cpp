// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/celltext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace stagekeeper::celltext {

namespace {

struct DigitWidths
{
    double widest = 0;
    bool differ = false;
};

DigitWidths measured(const QFont &font)
{
    const QFontMetricsF metrics(font);
    std::array<double, 10> widths {};
    for (std::size_t digit = 0; digit < widths.size(); ++digit)
        widths.at(digit) = metrics.horizontalAdvance(QChar(static_cast<char16_t>(u'0' + digit)));
    const auto [least, most] = std::ranges::minmax(widths);
    return {most, most - least > 0.01};
}

/// Cells of one table share a font, so one remembered answer is nearly always the right one.
const DigitWidths &digitWidths(const QFont &font)
{
    thread_local QFont known;
    thread_local DigitWidths widths;
    if (widths.widest == 0 || known != font) {
        known = font;
        widths = measured(font);
    }
    return widths;
}

double advance(QChar character, const QFontMetricsF &metrics, const DigitWidths &widths)
{
    return character.isDigit() ? widths.widest : metrics.horizontalAdvance(character);
}

} // namespace

void paint(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment, Qt::TextElideMode elide)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.horizontalAdvance(text) <= rect.width()
        ? text
        : metrics.elidedText(text, elide, rect.width());
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void paintNumber(QPainter *painter, const QRect &rect, const QString &text)
{
    const DigitWidths widths = digitWidths(painter->font());
    if (!widths.differ) {
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
        return;
    }
    const QFontMetricsF metrics(painter->font());
    const double baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    double x = rect.right() + 1;
    for (auto it = text.crbegin(); it != text.crend(); ++it) {
        const double cell = advance(*it, metrics, widths);
        x -= cell;
        painter->drawText(QPointF(x + (cell - metrics.horizontalAdvance(*it)) / 2, baseline), QString(*it));
    }
}

int numberWidth(const QFont &font, const QString &text)
{
    const DigitWidths widths = digitWidths(font);
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const QChar character : text)
        width += advance(character, metrics, widths);
    return static_cast<int>(std::ceil(width));
}

} // namespace stagekeeper::celltext
