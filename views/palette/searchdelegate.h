// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QStyledItemDelegate>

namespace stagekeeper {

/// Paints what a search found: icon, name with the letters that matched, where it is, its key. Titles between groups.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SearchDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace stagekeeper
