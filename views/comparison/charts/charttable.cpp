// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/charttable.h"

#include "model/workflow/csv.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qsizetype longestName = 120;
constexpr int rowsLookedAt = 20;

bool isNumber(const QVariant &value)
{
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Int || value.typeId() == QMetaType::LongLong;
}

/// Line ends and tabs are spelled out by cellText(), so that only formulas are left to guard.
QString tsvCell(const QVariant &value)
{
    return isNumber(value) ? cellText(value) : csvCell(cellText(value));
}

Qt::Alignment alignmentOf(const QVariant &value)
{
    return (isNumber(value) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

QString cellText(const QVariant &value)
{
    if (!value.isValid())
        return {};
    return value.typeId() == QMetaType::Double ? format::exactNumber(value.toDouble()) : displayName(value.toString());
}

QString toTsv(const ChartTable &table)
{
    QStringList lines {table.columns.join(u'\t')};
    for (int row = 0; row < table.rows; ++row) {
        QStringList cells;
        for (int column = 0; column < table.columns.size(); ++column)
            cells.append(tsvCell(table.value(row, column)));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QString chartName(const QString &name)
{
    return displayName(name.size() > longestName ? name.left(longestName) + u'…' : name);
}

void ChartTableModel::setTable(const ChartTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table.rows;
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_table.rows)
        return {};
    const QVariant value = m_table.value(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return value.isValid() ? chartName(cellText(value)) : format::missing();
    case Qt::AccessibleTextRole:
        return value.isValid() ? cellText(value) : tr("missing");
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(value));
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.columns.size())
        return {};
    if (role == Qt::TextAlignmentRole) { // as the first number or word below
        QVariant value;
        for (int row = 0; row < std::min(m_table.rows, rowsLookedAt) && !value.isValid(); ++row)
            value = m_table.value(row, section);
        return QVariant::fromValue(alignmentOf(value));
    }
    return role == Qt::DisplayRole ? QVariant(chartName(m_table.columns.at(section))) : QVariant();
}

} // namespace stagekeeper
