// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/datedelegate.h"

#include "views/common/celltext.h"
#include "views/common/format.h"

#include <QFontMetrics>
#include <QPainter>

namespace stagekeeper {

namespace {

QString words(const QModelIndex &index)
{
    const QDateTime when = index.data().toDateTime();
    return when.isValid() ? format::relativeDate(when, QDateTime::currentDateTime(), QLocale()) : format::missing();
}

} // namespace

void DateDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const bool known = index.data().toDateTime().isValid();
    painter->setPen(theme().color(known ? Token::Text2 : Token::Text3));
    celltext::paint(painter, rect, words(index), QStyle::visualAlignment(option.direction, Qt::AlignRight));
}

int DateDelegate::contentWidth(const QModelIndex &index) const
{
    return QFontMetrics(theme().font(Theme::Face::Body)).horizontalAdvance(words(index));
}

QString DateDelegate::toolTip(const QModelIndex &index) const
{
    return format::exactDate(index.data().toDateTime().toLocalTime(), QLocale());
}

} // namespace stagekeeper
