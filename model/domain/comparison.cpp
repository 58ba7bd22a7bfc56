// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/comparison.h"

#include "model/domain/comparisonrows.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

bool isSameArtifact(const QJsonObject &a, const QJsonObject &b)
{
    const QJsonValue digest = a.value("sha256"_L1), other = b.value("sha256"_L1);
    return digest.isString() && other.isString() ? digest == other : a == b;
}

/// Greater is better, whatever the direction.
double merit(double value, MetricDirection direction)
{
    return direction == MetricDirection::LowerIsBetter ? -value : value;
}

} // namespace

QString sectionName(ComparisonSection section)
{
    switch (section) {
    case ComparisonSection::Metric:
        return u"metrics"_s;
    case ComparisonSection::Hyperparameter:
        return u"hyperparameters"_s;
    case ComparisonSection::Data:
        return u"data"_s;
    case ComparisonSection::Schema:
        return u"schema"_s;
    case ComparisonSection::Metadata:
        return u"metadata"_s;
    case ComparisonSection::Tag:
        return u"tags"_s;
    case ComparisonSection::File:
        break;
    }
    return u"artifacts"_s;
}

Comparison compare(const QList<ComparedVersion> &versions, const QList<ModelVersion> &facts, const Directions &directions)
{
    Q_ASSERT(versions.size() == facts.size());
    ComparisonRows rows(versions.size());
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const Metrics &metrics = facts.at(i).metrics;
        for (auto it = metrics.begin(); it != metrics.end(); ++it) {
            const auto stated = directions.constFind(it.key());
            const bool isStated = stated != directions.constEnd();
            rows.metric(it.key(), isStated ? *stated : usualDirection(it.key())).values[i] = it.value();
        }
        rows.add(i, facts.at(i));
    }
    return {versions, rows.take()};
}

Comparison combined(QList<Comparison> parts)
{
    if (parts.size() == 1)
        return parts.takeFirst();
    QList<ComparedVersion> versions;
    for (const Comparison &part : parts)
        versions += part.versions;
    ComparisonRows rows(versions.size());
    qsizetype first = 0;
    for (const Comparison &part : parts) {
        rows.add(first, part.rows);
        first += part.versions.size();
    }
    return {versions, rows.take()};
}

Comparison reordered(const Comparison &comparison, const QList<qsizetype> &order)
{
    QList<qsizetype> asItIs(comparison.versions.size());
    std::iota(asItIs.begin(), asItIs.end(), 0);
    if (order == asItIs)
        return comparison;
    Comparison result;
    for (const qsizetype from : order)
        result.versions += comparison.versions.at(from);
    for (const ComparisonRow &row : comparison.rows) {
        ComparisonRow other {row.section, row.name, row.direction, {}, false};
        other.values.reserve(order.size());
        bool isPresent = false;
        for (const qsizetype from : order) {
            other.values += row.values.at(from);
            isPresent = isPresent || !other.values.last().isUndefined();
        }
        for (qsizetype i = 1; i < order.size() && !other.differs; ++i)
            other.differs = !isSame(other, 0, i);
        if (isPresent)
            result.rows += other;
    }
    return result;
}

std::optional<double> numberAt(const ComparisonRow &row, qsizetype version)
{
    const QJsonValue &value = row.values.at(version);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool isMissing(const ComparisonRow &row, qsizetype version)
{
    return row.values.at(version).isUndefined();
}

bool isSame(const ComparisonRow &row, qsizetype version, qsizetype other)
{
    const QJsonValue &a = row.values.at(version), &b = row.values.at(other);
    if (a.isDouble() && b.isDouble()) {
        const double x = a.toDouble(), y = b.toDouble();
        return x == y ? a == b : std::isnan(x) && std::isnan(y); // integers beyond 2^53 differ though their doubles do not
    }
    if (row.section == ComparisonSection::File && a.isObject() && b.isObject())
        return isSameArtifact(a.toObject(), b.toObject());
    return a == b;
}

ValueChange valueChange(const ComparisonRow &row, qsizetype baseline, qsizetype version)
{
    if (isSame(row, baseline, version))
        return ValueChange::Same;
    if (isMissing(row, baseline))
        return ValueChange::Added;
    return isMissing(row, version) ? ValueChange::Removed : ValueChange::Changed;
}

int rowDecimals(const ComparisonRow &row)
{
    std::optional<double> low, high;
    bool isWhole = true;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        const auto value = numberAt(row, i);
        if (!value || !std::isfinite(*value))
            continue;
        low = std::min(low.value_or(*value), *value);
        high = std::max(high.value_or(*value), *value);
        isWhole = isWhole && *value == std::round(*value);
    }
    return !low || isWhole ? 0 : decimalsOfSpread(*low, *high);
}

std::optional<double> delta(const ComparisonRow &row, qsizetype baseline, qsizetype version)
{
    const auto value = numberAt(row, version), base = numberAt(row, baseline);
    if (!value || !base)
        return {};
    const double difference = *value - *base;
    return std::isnan(difference) ? std::nullopt : std::optional(difference);
}

std::optional<double> relativeDelta(const ComparisonRow &row, qsizetype baseline, qsizetype version)
{
    const auto difference = delta(row, baseline, version);
    if (!difference)
        return {};
    const double percent = 100 * (*difference / std::fabs(*numberAt(row, baseline)));
    return std::isfinite(percent) ? std::optional(percent) : std::nullopt;
}

Effect effect(const ComparisonRow &row, qsizetype baseline, qsizetype version)
{
    const auto difference = delta(row, baseline, version);
    if (!difference || *difference == 0 || row.direction == MetricDirection::Unknown)
        return Effect::None;
    return merit(*difference, row.direction) > 0 ? Effect::Better : Effect::Worse;
}

QList<std::optional<int>> ranks(const ComparisonRow &row)
{
    QList<std::optional<int>> places(row.values.size());
    if (row.direction == MetricDirection::Unknown)
        return places;
    QList<std::pair<double, qsizetype>> order;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        if (const auto value = numberAt(row, i); value && !std::isnan(*value))
            order.append({-merit(*value, row.direction), i});
    }
    std::ranges::sort(order);
    int place = 0;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (i == 0 || order.at(i).first != order.at(i - 1).first)
            place = int(i) + 1;
        places[order.at(i).second] = place;
    }
    return places;
}

bool isBest(const ComparisonRow &row, qsizetype version)
{
    const auto value = numberAt(row, version);
    if (!value || std::isnan(*value) || row.direction == MetricDirection::Unknown)
        return false;
    bool isBetterThanOne = false;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        const auto other = numberAt(row, i);
        if (!other || std::isnan(*other))
            continue;
        if (merit(*other, row.direction) > merit(*value, row.direction))
            return false;
        isBetterThanOne = isBetterThanOne || *other != *value;
    }
    return isBetterThanOne;
}

} // namespace stagekeeper
