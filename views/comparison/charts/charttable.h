// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>

namespace stagekeeper {

/// What a chart shows, as rows: read by a screen reader, copied, saved. Cells are made when asked for; an empty one is a
/// value that is missing.
struct ChartTable {
    QStringList columns;
    int rows = 0;
    std::function<QVariant(int row, int column)> value;
    std::function<int(int row)> version; ///< the version a row is about, -1 for none; may be empty
};

/// A cell in full: all digits of numbers, names without characters that hide.
[[nodiscard]] QString cellText(const QVariant &value);
/// Tab-separated with a line of headers; texts that a spreadsheet would take for formulas are guarded.
[[nodiscard]] QString toTsv(const ChartTable &table);
/// A name from a registry as charts draw it: visible, and never longer than what could be read.
[[nodiscard]] QString chartName(const QString &name);

/// A chart's table in a view.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const ChartTable &table);
    [[nodiscard]] const ChartTable &table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
};

} // namespace stagekeeper
