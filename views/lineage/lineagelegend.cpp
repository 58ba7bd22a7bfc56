// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagelegend.h"

#include "views/common/shapes.h"
#include "views/lineage/nodepainting.h"

#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr std::array kinds {LineageKind::Version, LineageKind::Data, LineageKind::Experiment};
constexpr int padding = 12;
constexpr int symbolWidth = 17;
constexpr int symbolHeight = 12;
constexpr int symbolGap = 9;

int rowHeight(const QFontMetrics &metrics)
{
    return qMax(20, metrics.height() + 4);
}

} // namespace

LineageLegend::LineageLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_path(tr("Lit path"))
{
    setObjectName(u"lineageLegend"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Rounded boxes are models, sheets with a cut corner are data, hexagons are experiments."));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LineageLegend::setPathText(const QString &text)
{
    m_path = text;
    resize(sizeHint());
    update();
}

QStringList LineageLegend::rows() const
{
    QStringList rows;
    for (const LineageKind kind : kinds)
        rows.append(nodes::kindName(kind));
    return rows << m_path;
}

QSize LineageLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Face::Small));
    int widest = 0;
    for (const QString &row : rows())
        widest = std::max(widest, metrics.horizontalAdvance(row));
    return {2 * padding + symbolWidth + symbolGap + widest + 2, int(rows().size()) * rowHeight(metrics) + padding};
}

void LineageLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    shapes::box(&painter, rect(), measure::cardRadius, m_theme.color(Token::Raised), m_theme.color(Token::LineStrong));
    painter.setFont(m_theme.font(Theme::Face::Small));
    const int step = rowHeight(painter.fontMetrics());
    const QStringList texts = rows();
    for (int i = 0; i < texts.size(); ++i) {
        const QRect row(padding, padding / 2 + i * step, width() - 2 * padding, step);
        const QRectF symbol(row.left() + 0.5, row.center().y() - symbolHeight / 2 + 0.5, symbolWidth, symbolHeight);
        if (i < int(kinds.size())) {
            const LineageKind kind = kinds.at(static_cast<size_t>(i));
            painter.setPen(QPen(m_theme.color(nodes::line(kind)), 1.25));
            painter.setBrush(m_theme.color(nodes::fill(kind)));
            // as high as wide things are in the picture: corners and ends keep their shape
            painter.save();
            painter.translate(symbol.topLeft());
            painter.scale(0.5, 0.5);
            painter.drawPath(nodes::shape(kind, {0, 0, 2.0 * symbolWidth, 2.0 * symbolHeight}));
            painter.restore();
        } else {
            painter.fillRect(QRectF(symbol.left(), row.center().y(), symbolWidth, 2), m_theme.color(Token::Accent));
        }
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(row.adjusted(symbolWidth + symbolGap, 0, 0, 0), int(Qt::AlignVCenter | Qt::AlignLeft), texts.at(i));
    }
}

} // namespace stagekeeper
