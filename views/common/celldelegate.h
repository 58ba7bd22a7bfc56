// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QStyledItemDelegate>

namespace stagekeeper {

/// What every cell has in common: selection, row under the mouse, hairline, placeholder while loading, focus. The content
/// is the subclass's.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// `rect` is the cell without its padding; font and text colour of the theme are set.
    virtual void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const = 0;
    /// What lies under the content and reaches to the cell's edges.
    virtual void paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] virtual int contentWidth(const QModelIndex &index) const = 0;
    /// What there is to say beyond what the cell shows; empty for nothing.
    [[nodiscard]] virtual QString toolTip(const QModelIndex &index) const;

    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

} // namespace stagekeeper
