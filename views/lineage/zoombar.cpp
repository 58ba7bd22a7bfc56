// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/zoombar.h"

#include "views/common/format.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/lineage/lineageview.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int side = 26;

} // namespace

ZoomBar::ZoomBar(const Theme &theme, LineageView &view) : QWidget(&view), m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    connect(addButton(u"zoomOut"_s, u"minus"_s, tr("Zoom out")), &QToolButton::clicked, &view, &LineageView::zoomOut);
    m_percent = addButton(u"zoomPercent"_s, {}, tr("Original size"));
    connect(m_percent, &QToolButton::clicked, &view, [&view] { view.setZoom(1); });
    connect(addButton(u"zoomIn"_s, u"plus"_s, tr("Zoom in")), &QToolButton::clicked, &view, &LineageView::zoomIn);
    connect(addButton(u"zoomFit"_s, u"fit"_s, tr("Show everything")), &QToolButton::clicked, &view, &LineageView::fit);
    const auto show = [this](double zoom) { m_percent->setText(format::percent(qRound(zoom * 100), locale())); };
    connect(&view, &LineageView::zoomChanged, this, show);
    show(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QToolButton *ZoomBar::addButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFixedSize(icon.isEmpty() ? qMax(2 * side, fontMetrics().horizontalAdvance(u"100 %"_s) + 12) : side, side - 2);
    if (icon.isEmpty())
        followTheme(button, m_theme, Theme::Face::Small, Token::Text2);
    else
        button->setIcon(themedIcon(m_theme, icon));
    button->setIconSize({measure::icon, measure::icon});
    layout()->addWidget(button);
    return button;
}

QSize ZoomBar::sizeHint() const
{
    return layout()->sizeHint();
}

void ZoomBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), measure::cardRadius, m_theme.color(Token::Raised), m_theme.color(Token::LineStrong));
}

} // namespace stagekeeper
