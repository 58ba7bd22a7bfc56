// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/metricdelegate.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/format.h"
#include "views/common/shapes.h"

#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace stagekeeper {

namespace {

constexpr int heatInset = 2;
constexpr int defaultDecimals = 4;

bool isNumber(const QVariant &value)
{
    return value.isValid() && value.canConvert<double>();
}

} // namespace

QString MetricDelegate::text(const QModelIndex &index) const
{
    const QVariant value = index.data();
    if (!isNumber(value))
        return format::missing();
    const QVariant decimals = index.data(DecimalsRole);
    return format::number(value.toDouble(), decimals.isValid() ? decimals.toInt() : defaultDecimals, QLocale());
}

void MetricDelegate::paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    constexpr std::array grounds {Token::Heat1, Token::Heat2, Token::Heat3, Token::Heat4};
    const bool rated = m_heatShown && isNumber(index.data()) && std::isfinite(index.data().toDouble());
    const int heat = rated ? index.data(HeatRole).toInt() : 0;
    if (heat < 1 || heat > static_cast<int>(grounds.size()))
        return;
    shapes::box(painter, option.rect.adjusted(heatInset, heatInset, -heatInset, -heatInset - 1), measure::tagRadius,
                theme().color(grounds.at(static_cast<std::size_t>(heat - 1))));
}

void MetricDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                                  const QModelIndex &index) const
{
    const QVariant value = index.data();
    const bool hinted = !isNumber(value) || !std::isfinite(value.toDouble()) || index.data(MutedRole).toBool();
    if (hinted)
        painter->setPen(theme().color(Token::Text3));
    celltext::paintNumber(painter, rect, text(index));
}

int MetricDelegate::contentWidth(const QModelIndex &index) const
{
    return celltext::numberWidth(theme().font(Theme::Face::Body), text(index));
}

QString MetricDelegate::toolTip(const QModelIndex &index) const
{
    const QVariant exact = index.data(ExactRole);
    const QVariant value = exact.isValid() ? exact : index.data();
    return isNumber(value) ? format::exactNumber(value.toDouble()) : tr("Not measured");
}

} // namespace stagekeeper
