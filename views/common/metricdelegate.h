// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/celldelegate.h"

namespace stagekeeper {

/// A number of a column with the same decimals for all, on a ground that says how good it is among them.
class MetricDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void setHeatShown(bool shown) { m_heatShown = shown; } ///< the view repaints itself

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    void paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] int contentWidth(const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;

    bool m_heatShown = true;
};

} // namespace stagekeeper
