// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/comparednumbers.h"

#include "views/comparison/charts/charttable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::ComparedNumbers)
};

bool differs(const NumberRow &row)
{
    std::optional<double> first;
    for (const auto &value : row.values) {
        if (value && std::isfinite(*value) && first.value_or(*value) != *value)
            return true;
        if (value && std::isfinite(*value))
            first = value;
    }
    return false;
}

} // namespace

double NumberRow::valueOf(int version) const
{
    return values.value(version).value_or(std::numeric_limits<double>::quiet_NaN());
}

ComparedNumbers numbersOf(const Comparison &comparison, const QStringList &versions)
{
    ComparedNumbers numbers {versions, {}};
    for (const ComparisonRow &row : comparison.rows) {
        NumberRow read {row.name, row.direction, {}};
        bool any = false;
        for (qsizetype version = 0; version < versions.size(); ++version) {
            read.values.append(numberAt(row, version));
            any = any || read.values.constLast();
        }
        if (any)
            numbers.rows.append(read);
    }
    return numbers;
}

QList<NumberRow> tellingRows(const QList<NumberRow> &rows, qsizetype most)
{
    QList<NumberRow> telling;
    for (const NumberRow &row : rows) {
        if (telling.size() < most && differs(row))
            telling.append(row);
    }
    return telling.isEmpty() ? rows.first(std::min(most, rows.size())) : telling;
}

QString rowTitle(const NumberRow &row)
{
    const QString name = chartName(row.name);
    //: %1 is the name of a metric of which lower values are better
    return row.isLowerBetter() ? Text::tr("%1 min").arg(name) : name;
}

QString omissions(const QList<NumberRow> &rows, qsizetype versions)
{
    int missing = 0, notFinite = 0;
    for (const NumberRow &row : rows) {
        for (qsizetype version = 0; version < versions; ++version) {
            const std::optional<double> value = row.values.value(version);
            missing += value ? 0 : 1;
            notFinite += value && !std::isfinite(*value) ? 1 : 0;
        }
    }
    QStringList parts;
    if (missing > 0)
        parts.append(Text::tr("%n value(s) missing", nullptr, missing));
    if (notFinite > 0)
        parts.append(Text::tr("%n value(s) not finite", nullptr, notFinite));
    return parts.join(u" · "_s);
}

} // namespace stagekeeper
