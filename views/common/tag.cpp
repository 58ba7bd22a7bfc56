// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tag.h"

#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QFontMetrics>
#include <QPainter>

namespace stagekeeper {

namespace {

constexpr int padding = 5;

} // namespace

QSize tagSize(const Theme &theme, const QString &text)
{
    const QFontMetrics metrics(theme.font(Theme::Face::Small));
    const int height = qMax(measure::badge, metrics.height() + 2);
    return {qMax(height, metrics.horizontalAdvance(text) + 2 * padding), height};
}

void paintTag(QPainter *painter, const QRect &rect, const QString &text, const Theme &theme, Token line, Token color)
{
    const int height = qMin(rect.height(), tagSize(theme, text).height());
    const QRect box(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), height);
    shapes::box(painter, box, measure::tagRadius, {}, theme.color(line));
    painter->save();
    painter->setFont(theme.font(Theme::Face::Small));
    painter->setPen(theme.color(color));
    celltext::paint(painter, box, text, Qt::AlignHCenter);
    painter->restore();
}

TagLabel::TagLabel(const Theme &theme, const QString &text, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_text(displayName(text))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_text);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TagLabel::setText(const QString &text)
{
    m_text = displayName(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const
{
    return tagSize(m_theme, m_text);
}

void TagLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTag(&painter, rect(), m_text, m_theme);
}

} // namespace stagekeeper
