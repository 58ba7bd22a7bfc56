// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlmetricstore.h"

#include "model/store/sql/storeddirection.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

// Finite values only, found by range on the covering index; 1.7976931348623157e308 is the largest double.
const QString finite = u" model_id = ? AND metric_id = ? AND value >= -1.7976931348623157e308 AND value <= 1.7976931348623157e308"_s;

QString directionName(MetricDirection direction)
{
    switch (direction) {
    case MetricDirection::HigherIsBetter:
        return u"higher"_s;
    case MetricDirection::LowerIsBetter:
        return u"lower"_s;
    case MetricDirection::Unknown:
        break;
    }
    return u"none"_s;
}

int directionNumber(MetricDirection direction)
{
    return direction == MetricDirection::HigherIsBetter ? 1 : direction == MetricDirection::LowerIsBetter ? -1 : 0;
}

bool isWhole(double value)
{
    return value == std::round(value);
}

} // namespace

Result<QList<MetricSummary>> SqlMetricStore::metrics(ModelId model)
{
    QList<std::pair<qint64, MetricSummary>> found;
    const QString some = model.isValid() ? u"SELECT 1 FROM metrics x WHERE x.model_id = ? AND x.metric_id = n.id"_s
                                         : u"SELECT 1 FROM models m CROSS JOIN metrics x WHERE ? = 0 AND x.model_id = m.id "
                                           "AND x.metric_id = n.id"_s;
    const auto rows = m_context.database->select(
        u"SELECT n.id, n.name, n.direction FROM names n WHERE EXISTS ("_s + some + u") ORDER BY n.name"_s, {model.value},
        [&found](const Row &row) {
            MetricSummary summary;
            summary.name = row.text(1);
            summary.direction = storedDirection(summary.name, row.optionalInteger(2));
            found.append({row.integer(0), summary});
        });
    if (!rows)
        return failAs(rows);
    QList<MetricSummary> summaries;
    for (auto &[id, summary] : found) {
        if (model.isValid()) {
            if (const Result<> done = summarize(id, model, summary); !done)
                return failAs(done);
        }
        summaries.append(summary);
    }
    return summaries;
}

Result<> SqlMetricStore::summarize(qint64 metric, ModelId model, MetricSummary &summary)
{
    Database &database = *m_context.database;
    const QVariantList keys {model.value, metric};
    const auto all = database.integer(u"SELECT count(*) FROM metrics WHERE model_id = ? AND metric_id = ?"_s, keys);
    const auto counted = database.integer(u"SELECT count(*) FROM metrics WHERE"_s + finite, keys);
    if (!all || !counted)
        return failAs(all ? counted : all);
    summary.count = all->value_or(0);
    const qint64 count = counted->value_or(0);
    if (count == 0)
        return {};
    Result<> status;
    const auto at = [&](double fraction) { // the value that this share of the finite values does not exceed
        double value = 0;
        const qint64 offset = std::clamp<qint64>(qint64(fraction * double(count)), 0, count - 1);
        const auto rows = database.select(u"SELECT value FROM metrics WHERE"_s + finite + u" ORDER BY value LIMIT 1 OFFSET ?"_s,
                                          {model.value, metric, offset}, [&value](const Row &row) { value = row.real(0); });
        if (!rows)
            status = failAs(rows);
        return value;
    };
    summary.minimum = at(0);
    summary.maximum = at(1);
    const double low = at(0.05), high = at(0.95);
    summary.decimals = decimalsOfSpread(low, high);
    if (isWhole(low) && isWhole(high) && isWhole(*summary.minimum) && isWhole(*summary.maximum)) {
        const auto fraction = database.integer(u"SELECT 1 FROM metrics WHERE"_s + finite
                                                   + u" AND value <> round(value) LIMIT 1"_s, keys);
        if (fraction && !*fraction)
            summary.decimals = 0; // a count
    }
    if (summary.direction == MetricDirection::HigherIsBetter)
        summary.heat = std::array {at(0.50), at(0.68), at(0.82), at(0.93)};
    else if (summary.direction == MetricDirection::LowerIsBetter)
        summary.heat = std::array {at(0.50), at(0.32), at(0.18), at(0.07)};
    return status;
}

Result<QList<NameCount>> SqlMetricStore::counts(const QString &table, ModelId model)
{
    QList<NameCount> names;
    const auto rows = m_context.database->select(
        u"SELECT n.name, (SELECT count(*) FROM %1 x WHERE x.model_id = ? AND x.name_id = n.id) AS uses FROM names n "
        "WHERE uses > 0 ORDER BY n.name"_s.arg(table),
        {model.value}, [&names](const Row &row) { names.append({row.text(0), row.integer(1)}); });
    if (!rows)
        return failAs(rows);
    return names;
}

Result<QList<NameCount>> SqlMetricStore::parameters(ModelId model)
{
    return counts(u"params"_s, model);
}

Result<QList<NameCount>> SqlMetricStore::tags(ModelId model)
{
    return counts(u"tags"_s, model);
}

Result<QStringList> SqlMetricStore::tagValues(ModelId model, const QString &tag, int limit)
{
    QStringList values;
    const auto rows = m_context.database->select(
        u"SELECT value FROM tags WHERE model_id = ? AND name_id = (SELECT id FROM names WHERE name = ?) AND value IS NOT NULL "
        "GROUP BY value ORDER BY count(*) DESC, value LIMIT ?"_s,
        {model.value, tag, limit}, [&values](const Row &row) { values.append(row.text(0)); });
    if (!rows)
        return failAs(rows);
    return values;
}

Result<> SqlMetricStore::setDirection(const QString &metric, MetricDirection direction)
{
    return m_context.database->write([&]() -> Result<> {
        std::optional<qint64> before;
        const auto found = m_context.database->select(u"SELECT direction FROM names WHERE name = ?"_s, {metric},
                                                      [&before](const Row &row) { before = row.optionalInteger(0); });
        if (!found)
            return failAs(found);
        if (*found == 0) {
            return fail(Error::Code::NotFound,
                        QCoreApplication::translate("SqlMetricStore", "No version of this registry has a metric %1.").arg(metric));
        }
        const auto done = m_context.database->run(u"UPDATE names SET direction = ? WHERE name = ?"_s,
                                                  {directionNumber(direction), metric});
        if (!done)
            return failAs(done);
        NewEvent event;
        event.action = u"metric.direction"_s;
        event.before = QJsonObject {{u"metric"_s, metric}, {u"better"_s, directionName(storedDirection(metric, before))}};
        event.after = QJsonObject {{u"metric"_s, metric}, {u"better"_s, directionName(direction)}};
        return m_context.log.append(event);
    });
}

} // namespace stagekeeper
