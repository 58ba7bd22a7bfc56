// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/numberschart.h"

#include "views/common/format.h"

#include <QCoreApplication>

namespace stagekeeper {

ChartTable tableOf(const ComparedNumbers &numbers)
{
    ChartTable table;
    table.columns.append(QCoreApplication::translate("stagekeeper::ComparedNumbers", "Version"));
    for (const NumberRow &row : numbers.rows)
        table.columns.append(rowTitle(row));
    table.rows = static_cast<int>(numbers.versions.size());
    table.value = [numbers](int row, int column) -> QVariant {
        if (column == 0)
            return numbers.versions.at(row);
        const auto value = numbers.rows.at(column - 1).values.value(row);
        return value ? QVariant(*value) : QVariant();
    };
    table.version = [](int row) { return row; };
    return table;
}

Chart::Reading readingOf(const ComparedNumbers &numbers, int version)
{
    Chart::Reading reading {numbers.versions.value(version), {}};
    for (const NumberRow &row : numbers.rows) {
        const auto value = row.values.value(version);
        reading.rows.append({rowTitle(row), value ? format::exactNumber(*value) : format::missing()});
    }
    return reading;
}

QList<LegendEntry> versionLegend(const QStringList &versions, bool hasLine)
{
    QList<LegendEntry> entries;
    for (int i = 0; i < versions.size() && i < distinctSeries; ++i)
        entries.append({chartName(versions.at(i)), seriesLook(i), hasLine});
    const int others = static_cast<int>(versions.size()) - distinctSeries;
    if (others > 0)
        entries.append({QCoreApplication::translate("stagekeeper::Legend", "%n others", nullptr, others), seriesLook(distinctSeries), hasLine});
    return entries;
}

} // namespace stagekeeper
