// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/stagedelegate.h"

#include "model/items/roles.h"
#include "views/common/plainlabel.h"
#include "views/common/stagebadge.h"

namespace stagekeeper {

void StageDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QString word = displayName(index.data().toString());
    if (!word.isEmpty())
        paintStageBadge(painter, rect, static_cast<StageKind>(index.data(StageKindRole).toInt()), word, theme(),
                        option.direction);
}

int StageDelegate::contentWidth(const QModelIndex &index) const
{
    return stageBadgeSize(theme(), displayName(index.data().toString())).width();
}

} // namespace stagekeeper
