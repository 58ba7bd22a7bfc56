// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/stagebadge.h"

#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace stagekeeper {

namespace {

constexpr double glyphSide = 8;
constexpr int glyphGap = 5;
constexpr int padding = 7;

struct BadgeColors
{
    Token text;
    Token fill;
    bool filled;
};

BadgeColors badgeColors(StageKind kind)
{
    switch (kind) {
    case StageKind::Initial:
        return {Token::Dev, Token::DevTint, false};
    case StageKind::Working:
        return {Token::Staging, Token::StagingTint, true};
    case StageKind::Live:
        return {Token::OnProduction, Token::ProductionFill, true};
    case StageKind::Archive:
        return {Token::Archived, Token::Base, false};
    }
    Q_UNREACHABLE();
}

} // namespace

QSize stageBadgeSize(const Theme &theme, const QString &word)
{
    const QFontMetrics metrics(theme.font(Theme::Face::Small));
    const int width = 2 * padding + static_cast<int>(glyphSide) + glyphGap + metrics.horizontalAdvance(word);
    return {width, qMax(measure::badge, metrics.height() + 2)};
}

void paintStageGlyph(QPainter *painter, const QRectF &rect, StageKind kind, const QColor &color)
{
    constexpr double stroke = 1.75;
    const QRectF ring = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, stroke, Qt::SolidLine, Qt::FlatCap));
    switch (kind) {
    case StageKind::Initial:
        painter->drawEllipse(ring);
        break;
    case StageKind::Working:
        painter->drawEllipse(ring);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(ring, 90 * 16, 180 * 16);
        break;
    case StageKind::Live:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(rect);
        break;
    case StageKind::Archive:
        painter->drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        break;
    }
    painter->restore();
}

void paintStageBadge(QPainter *painter, const QRect &rect, StageKind kind, const QString &word, const Theme &theme,
                     Qt::LayoutDirection direction)
{
    const BadgeColors colors = badgeColors(kind);
    const QSize size = stageBadgeSize(theme, word);
    // Without a fill the glyph itself is what lines up with the column's title.
    const int left = colors.filled ? rect.left() : rect.left() - padding;
    QRect badge(left, rect.top() + (rect.height() - size.height()) / 2,
                qMin(size.width(), rect.right() + 1 - left), size.height());
    const QRect glyph(badge.left() + padding, badge.top() + (badge.height() - static_cast<int>(glyphSide)) / 2,
                      static_cast<int>(glyphSide), static_cast<int>(glyphSide));
    const QRect text = badge.adjusted(padding + static_cast<int>(glyphSide) + glyphGap, 0, -padding + 1, 0);
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(direction, rect, part); };
    const QColor color = theme.color(colors.text);

    painter->save();
    if (colors.filled)
        shapes::box(painter, visual(badge), measure::badgeRadius, theme.color(colors.fill));
    paintStageGlyph(painter, visual(glyph), kind, color);
    QFont font = theme.font(Theme::Face::Small);
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(visual(text), static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeft)),
                      painter->fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
    painter->restore();
}

StageBadge::StageBadge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageBadge::setStage(StageKind kind, const QString &word)
{
    m_kind = kind;
    m_word = displayName(word);
    setAccessibleName(m_word);
    setVisible(!m_word.isEmpty());
    updateGeometry();
    update();
}

QSize StageBadge::sizeHint() const
{
    return stageBadgeSize(m_theme, m_word) + QSize(2, 0);
}

void StageBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStageBadge(&painter, rect(), m_kind, m_word, m_theme, layoutDirection());
}

} // namespace stagekeeper
