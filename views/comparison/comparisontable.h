// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/comparisondelegate.h"

#include <QWidget>

namespace stagekeeper {

class ComparisonModel;
class FrozenTable;
class TableView;
struct ComparisonRow;

/// The table of a comparison: names and the baseline stay while the other versions scroll, headings open and close, a click
/// on a version's header makes it the baseline, and versions are dragged into another order.
class ComparisonTable final : public QWidget
{
    Q_OBJECT

public:
    ComparisonTable(const Theme &theme, ComparisonModel *model, QWidget *parent = nullptr);

    [[nodiscard]] FrozenTable *table() const { return m_table; }
    void setShown(ComparisonDelegate::Shown shown);
    /// The version of the current cell; -1 for none.
    [[nodiscard]] qsizetype currentVersion() const;
    [[nodiscard]] const ComparisonRow *currentRow() const; ///< null on a heading
    void showVersion(int version); ///< makes it current in the row that is current

signals:
    void baselineChosen(qsizetype version);
    void moved(qsizetype version, qsizetype before); ///< versions; before: -1 for the end
    void currentChanged();
    void menuRequested(const QModelIndex &cell, const QPoint &globalPosition);

private:
    void layOut();
    void toggleCurrent();
    void takeOrder();
    void showMenu(TableView *table, const QPoint &position);

    const Theme &m_theme;
    ComparisonModel *m_model;
    FrozenTable *m_table;
    ComparisonDelegate *m_delegate;
    bool m_isRestoring = false;
    bool m_wasTransposed = false;
};

} // namespace stagekeeper
