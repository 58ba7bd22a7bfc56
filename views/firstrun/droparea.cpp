// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/firstrun/droparea.h"

#include "views/common/celltext.h"
#include "views/common/icons.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int areaHeight = 52;

} // namespace

DropArea::DropArea(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"dropArea"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(words());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DropArea::setActive(bool isActive)
{
    m_isActive = isActive;
    setAccessibleName(words());
    update();
}

QSize DropArea::sizeHint() const
{
    return {320, qMax(areaHeight, fontMetrics().height() + 2 * measure::cell)};
}

QString DropArea::words() const
{
    return m_isActive ? tr("Let go to open it.") : tr("Or drop a file or folder anywhere on this page. It is read, never run.");
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(m_theme.color(m_isActive ? Token::Accent : Token::Control), 1);
    dashes.setDashPattern({3, 2});
    painter.setPen(dashes);
    painter.setBrush(m_isActive ? QBrush(m_theme.color(Token::InfoTint)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::cardRadius, measure::cardRadius);

    painter.setFont(m_theme.font(Theme::Face::Body));
    const int room = width() - 2 * measure::margin - measure::icon - measure::gap;
    const int textWidth = qMin(painter.fontMetrics().horizontalAdvance(words()) + 1, room);
    const int left = (width() - measure::icon - measure::gap - textWidth) / 2;
    const auto visual = [this](int x, int partWidth) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, partWidth, height()));
    };
    const QColor color = m_theme.color(m_isActive ? Token::Accent : Token::Text2);
    paintIcon(&painter, visual(left, measure::icon), u"file"_s, color, layoutDirection());
    painter.setPen(color);
    celltext::paint(&painter, visual(left + measure::icon + measure::gap, textWidth), words(),
                    QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
}

} // namespace stagekeeper
