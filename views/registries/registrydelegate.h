// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QStyledItemDelegate>

namespace stagekeeper {

/// A registry or a model in the tree: name, how many are below, a dot where something is live.
class RegistryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RegistryDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    /// Paints what is at the right and gives its width.
    int paintNote(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace stagekeeper
