// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/tableviewstate.h"
#include "model/items/versiontablemodel.h"
#include "views/common/theme.h"

#include <QAbstractItemDelegate>
#include <QTimer>
#include <QWidget>

class QAbstractItemDelegate;

namespace stagekeeper {

class FrozenTable;
class MetricDelegate;

/// The versions of one model as a table: columns with their delegates and widths, sorting, and a selection that follows
/// versions rather than rows.
class VersionTable final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionTable(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] VersionTableModel *model() const { return m_model; }
    [[nodiscard]] FrozenTable *table() const { return m_table; }

    void showModel(Registry *registry, ModelId model, const TableViewState &state, const Filter &filter);
    /// Changes columns, sorting and heat as a saved view says; its filter is the caller's to read.
    void applyState(const TableViewState &state, const Filter &filter);
    void setFilter(const Filter &filter);
    void setHeatShown(bool shown);
    [[nodiscard]] TableViewState state() const; ///< without the text of the filter

    [[nodiscard]] QList<VersionId> selected() const;
    void select(const QList<VersionId> &versions); ///< now, or when they are read

signals:
    void stateChanged(); ///< by the user
    void selectionChanged();
    void activated();

private:
    void setUpColumns();
    [[nodiscard]] QAbstractItemDelegate *delegateFor(const QString &key) const;
    [[nodiscard]] int defaultWidth(int column) const;
    void sortBy(int column, Qt::SortOrder order);
    void showSorting();
    void restoreSelection();
    void publishSelection();
    [[nodiscard]] QList<int> rowsOfWanted() const;

    const Theme &m_theme;
    VersionTableModel *m_model;
    FrozenTable *m_table;
    MetricDelegate *m_metrics;
    QAbstractItemDelegate *m_text, *m_versions, *m_stages, *m_dates, *m_numbers;
    TableViewState m_state;
    QList<VersionId> m_wanted;
    QTimer m_publish;
    bool m_revealsWanted = false;
    bool m_restoring = false;
};

} // namespace stagekeeper
