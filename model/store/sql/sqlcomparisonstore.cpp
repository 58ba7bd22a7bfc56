// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlcomparisonstore.h"

#include "model/store/sql/storeddirection.h"

#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

Result<QList<ModelVersion>> SqlComparisonStore::facts(const QList<VersionId> &ids)
{
    return m_context.database->read([&]() -> Result<QList<ModelVersion>> {
        QList<ModelVersion> versions;
        versions.reserve(ids.size());
        for (const VersionId id : ids) {
            Result<ModelVersion> version = m_context.rows.readFacts(id);
            if (!version)
                return failAs(version);
            versions.append(std::move(*version));
        }
        return versions;
    });
}

Result<QList<ComparisonRow>> SqlComparisonStore::metrics(const QList<VersionId> &ids)
{
    return m_context.database->read([&] { return metricsNow(ids); });
}

Result<QList<ComparisonRow>> SqlComparisonStore::metricsNow(const QList<VersionId> &ids)
{
    const auto select = m_context.database->bulk(u"SELECT metric_id, value FROM metrics WHERE version_id = ?"_s);
    if (!select)
        return failAs(select);
    QList<ComparisonRow> rows;
    QList<qint64> metrics;
    QHash<qint64, qsizetype> places;
    const QList<QJsonValue> nothing(ids.size(), QJsonValue(QJsonValue::Undefined));
    for (qsizetype version = 0; version < ids.size(); ++version) {
        (*select)->bind(ids.at(version).value);
        for (qsizetype next = 0;; ++next) {
            const Result<bool> isThere = (*select)->next();
            if (!isThere)
                return failAs(isThere);
            if (!*isThere)
                break;
            const qint64 metric = (*select)->integer(0);
            if (next >= metrics.size() || metrics.at(next) != metric) { // most versions have the metrics of the one before
                const auto place = places.constFind(metric);
                next = place == places.constEnd() ? rows.size() : *place;
                if (next == rows.size()) {
                    places.insert(metric, next);
                    metrics.append(metric);
                    rows.append({ComparisonSection::Metric, {}, MetricDirection::Unknown, nothing, false});
                }
            }
            rows[next].values[version] = (*select)->real(1).value_or(notANumber);
        }
    }
    if (const Result<> named = nameMetrics(rows, metrics); !named)
        return failAs(named);
    return rows;
}

Result<> SqlComparisonStore::nameMetrics(QList<ComparisonRow> &rows, const QList<qint64> &metrics)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ComparisonRow &row = rows[i];
        const auto named = m_context.database->select(u"SELECT name, direction FROM names WHERE id = ?"_s, {metrics.at(i)},
                                                      [&row](const Row &found) {
                                                          row.name = found.text(0);
                                                          row.direction = storedDirection(row.name, found.optionalInteger(1));
                                                      });
        if (!named)
            return failAs(named);
    }
    return {};
}

Result<qint64> SqlComparisonStore::find(const QString &metric, MetricDirection &direction)
{
    qint64 id = 0;
    direction = usualDirection(metric);
    const auto rows = m_context.database->select(u"SELECT id, direction FROM names WHERE name = ?"_s, {metric}, [&](const Row &row) {
        id = row.integer(0);
        direction = storedDirection(metric, row.optionalInteger(1));
    });
    if (!rows)
        return failAs(rows);
    return id;
}

Result<MeasuredMetric> SqlComparisonStore::values(const QList<VersionId> &ids, const QString &metric)
{
    return m_context.database->read([&] { return valuesNow(ids, metric); });
}

Result<MeasuredMetric> SqlComparisonStore::valuesNow(const QList<VersionId> &ids, const QString &metric)
{
    MeasuredMetric measured {metric, {}, {}};
    const auto number = find(metric, measured.direction);
    if (!number)
        return failAs(number);
    const auto select = m_context.database->bulk(u"SELECT value FROM metrics WHERE version_id = ? AND metric_id = ?"_s);
    if (!select)
        return failAs(select);
    measured.values.reserve(ids.size());
    for (const VersionId id : ids) {
        const Result<bool> isThere = (*select)->bind(id.value).bind(*number).next();
        if (!isThere)
            return failAs(isThere);
        measured.values.append(*isThere ? std::optional((*select)->real(0).value_or(notANumber)) : std::nullopt);
        (*select)->reset();
    }
    return measured;
}

Result<MetricHistory> SqlComparisonStore::history(ModelId model, const QString &metric)
{
    MetricHistory history;
    history.metric = metric;
    const auto number = find(metric, history.direction);
    if (!number)
        return failAs(number);
    const auto rows = m_context.database->select(
        u"SELECT v.version, s.name, s.kind, v.created_at, m.version_id, m.value FROM versions v JOIN stages s ON s.id = v.stage_id "
        "LEFT JOIN metrics m ON m.version_id = v.id AND m.metric_id = ? "
        "WHERE v.model_id = ? ORDER BY v.created_at, v.id"_s,
        {*number, model.value}, [&history](const Row &row) {
            HistoryPoint point {row.text(0), row.text(1), QDateTime::fromMSecsSinceEpoch(row.integer(3) / 1000, Qt::UTC), {}};
            if (!row.isNull(4))
                point.value = row.optionalReal(5).value_or(notANumber);
            if (row.text(2) == "live"_L1)
                history.champion = history.points.size();
            history.points.append(point);
        });
    if (!rows)
        return failAs(rows);
    return history;
}

} // namespace stagekeeper
