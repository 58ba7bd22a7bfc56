// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/celldelegate.h"

namespace stagekeeper {

/// One value of a comparison: the number or text, before it how it differs from the baseline, on a ground that marks the
/// best of its row. Also paints the titles of sections.
class ComparisonDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    enum class Shown { Delta, Percent, Rank };

    using CellDelegate::CellDelegate;

    void setShown(Shown shown) { m_shown = shown; } ///< the view repaints itself

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    void paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] int contentWidth(const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    void paintHeading(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    Shown m_shown = Shown::Delta;
};

/// A value as it is shown, and how it differs from the baseline; empty where there is nothing to say.
[[nodiscard]] QString valueText(const QModelIndex &index);
[[nodiscard]] QString differenceText(const QModelIndex &index, ComparisonDelegate::Shown shown);

} // namespace stagekeeper
