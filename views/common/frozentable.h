// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/tableview.h"

namespace stagekeeper {

/// A table whose first columns stay while the others scroll: a second view on the same model and selection lies over it.
class FrozenTable final : public QWidget
{
    Q_OBJECT

public:
    explicit FrozenTable(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model);
    [[nodiscard]] TableView *view() const { return m_view; }
    [[nodiscard]] TableView *frozenView() const { return m_frozen; }
    void setFrozenColumns(int columns);
    /// A delegate for one column in both views.
    void setDelegate(int column, QAbstractItemDelegate *delegate);
    void setColumnWidth(int column, int width);
    /// Shows by what the rows are sorted; -1 for none of the columns. Emits nothing.
    void showSorting(int column, Qt::SortOrder order);

signals:
    void sortingChosen(int column, Qt::SortOrder order);
    void columnResized(int column, int width); ///< by hand
    void columnsMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sortIndicatorMoved(TableView *by, int column, Qt::SortOrder order);
    void hideOthers();
    void uncover(const QModelIndex &current);
    void placeFrozen();

    TableView *m_view;
    TableView *m_frozen;
    int m_frozenColumns = 1;
    bool m_isSetting = false;
};

} // namespace stagekeeper
