// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/celldelegate.h"

namespace stagekeeper {

/// A text on one line, shortened where it does not fit.
class TextDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit TextDelegate(const Theme &theme, QObject *parent = nullptr, Theme::Face face = Theme::Face::Body,
                          Qt::TextElideMode elide = Qt::ElideRight);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    [[nodiscard]] int contentWidth(const QModelIndex &index) const override;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override;

private:
    Theme::Face m_face;
    Qt::TextElideMode m_elide;
};

} // namespace stagekeeper
