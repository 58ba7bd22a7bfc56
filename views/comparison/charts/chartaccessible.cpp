// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/chartaccessible.h"

#include "views/comparison/charts/chart.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QAccessibleInterface *makeChartAccessible(const QString &className, QObject *object)
{
    auto *chart = className == "stagekeeper::Chart"_L1 ? qobject_cast<Chart *>(object) : nullptr;
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

ChartAccessible::ChartAccessible(Chart *chart) : QAccessibleWidget(chart, QAccessible::Chart)
{
}

const Chart &ChartAccessible::chart() const
{
    return *static_cast<const Chart *>(object());
}

QString ChartAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? chart().currentText() : QAccessibleWidget::text(kind);
}

void ChartAccessible::install()
{
    QAccessible::installFactory(makeChartAccessible); // which is kept once, however often it is given
}

} // namespace stagekeeper
