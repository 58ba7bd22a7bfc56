// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QTableView>

namespace stagekeeper {

/// A table as all pages show it: rows of one height, no grid, no row numbers, the whole row under the mouse marked, our
/// header.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int hoverRow() const { return m_hoverRow; }
    /// Shows a row as the one under the mouse; for a second view beside this one.
    void setHoverRow(int row);

signals:
    void hoverRowChanged(int row);
    void activatedRow(const QModelIndex &current); ///< Enter or a double click

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyDensity();

    const Theme &m_theme;
    int m_hoverRow = -1;
};

} // namespace stagekeeper
