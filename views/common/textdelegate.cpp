// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/textdelegate.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/plainlabel.h"

#include <QFontMetrics>
#include <QPainter>

namespace stagekeeper {

TextDelegate::TextDelegate(const Theme &theme, QObject *parent, Theme::Face face, Qt::TextElideMode elide)
    : CellDelegate(theme, parent), m_face(face), m_elide(elide)
{
}

void TextDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const auto logical = wanted.isValid() ? Qt::Alignment(wanted.toInt()) : Qt::Alignment(Qt::AlignLeft);
    painter->setFont(theme().font(m_face));
    painter->setPen(theme().color(index.data(MutedRole).toBool() ? Token::Text3 : Token::Text));
    celltext::paint(painter, rect, displayName(index.data().toString()),
                    QStyle::visualAlignment(option.direction, logical & Qt::AlignHorizontal_Mask), m_elide);
}

int TextDelegate::contentWidth(const QModelIndex &index) const
{
    return QFontMetrics(theme().font(m_face)).horizontalAdvance(displayName(index.data().toString()));
}

QString TextDelegate::toolTip(const QModelIndex &index) const
{
    const QString told = CellDelegate::toolTip(index);
    return told.isEmpty() ? displayLines(index.data().toString()) : told;
}

} // namespace stagekeeper
