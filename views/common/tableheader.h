// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QHeaderView>

namespace stagekeeper {

/// The titles over a table's columns: small and flat, the sort mark beside the word, "min" where lower is better. With
/// details a title is a name, and a second line says what it is.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(const Theme &theme, QWidget *parent = nullptr);

    void setDetailsShown(bool shown);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] QString title(int logicalIndex) const;
    [[nodiscard]] QString note(int logicalIndex) const;
    [[nodiscard]] bool isSortedBy(int logicalIndex) const;
    void paintDetailed(QPainter *painter, const QRect &cell, int logicalIndex) const;

    const Theme &m_theme;
    bool m_detailsShown = false;
};

} // namespace stagekeeper
