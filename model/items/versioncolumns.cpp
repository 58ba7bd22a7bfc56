// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/versioncolumns.h"

#include "model/domain/filterfields.h"
#include "model/items/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterField::Kind;

constexpr qsizetype maxSuggestedMetrics = 4;
// two metrics this alike over so many versions tell the same story
constexpr double alikeFrom = 0.98;
constexpr int leastCompared = 8;

QVariant textOrMissing(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

struct FixedColumn {
    const char *key;
    const char *title;
    Qt::AlignmentFlag alignment;
    Kind field;
    QVariant (*value)(const VersionSummary &);
};

// clang-format off
const FixedColumn fixedColumns[] {
    {"version", QT_TRANSLATE_NOOP("Columns", "Version"), Qt::AlignLeading, Kind::Version,
     [](const VersionSummary &v) { return QVariant(v.version); }},
    {"stage", QT_TRANSLATE_NOOP("Columns", "Stage"), Qt::AlignLeading, Kind::Stage,
     [](const VersionSummary &v) { return QVariant(v.stage); }},
    {"created_at", QT_TRANSLATE_NOOP("Columns", "Created"), Qt::AlignTrailing, Kind::CreatedAt,
     [](const VersionSummary &v) { return QVariant(v.createdAt); }},
    {"created_by", QT_TRANSLATE_NOOP("Columns", "By"), Qt::AlignLeading, Kind::CreatedBy,
     [](const VersionSummary &v) { return textOrMissing(v.createdBy); }},
    {"description", QT_TRANSLATE_NOOP("Columns", "Description"), Qt::AlignLeading, Kind::Description,
     [](const VersionSummary &v) { return textOrMissing(v.description); }},
    {"framework", QT_TRANSLATE_NOOP("Columns", "Framework"), Qt::AlignLeading, Kind::Framework,
     [](const VersionSummary &v) { return textOrMissing(v.framework); }},
    {"task", QT_TRANSLATE_NOOP("Columns", "Task"), Qt::AlignLeading, Kind::Task,
     [](const VersionSummary &v) { return textOrMissing(v.task); }},
    {"architecture", QT_TRANSLATE_NOOP("Columns", "Architecture"), Qt::AlignLeading, Kind::Architecture,
     [](const VersionSummary &v) { return textOrMissing(v.architecture); }},
    {"parameters", QT_TRANSLATE_NOOP("Columns", "Parameters"), Qt::AlignTrailing, Kind::Parameters,
     [](const VersionSummary &v) { return v.parameters ? QVariant(*v.parameters) : QVariant(); }},
    {"model_size_mb", QT_TRANSLATE_NOOP("Columns", "Size, MB"), Qt::AlignTrailing, Kind::ModelSizeMb,
     [](const VersionSummary &v) { return v.modelSizeMb ? QVariant(*v.modelSizeMb) : QVariant(); }},
    {"data_source", QT_TRANSLATE_NOOP("Columns", "Data"), Qt::AlignLeading, Kind::DataSource,
     [](const VersionSummary &v) { return textOrMissing(v.dataSources.join(u", "_s)); }},
    {"git_branch", QT_TRANSLATE_NOOP("Columns", "Branch"), Qt::AlignLeading, Kind::GitBranch,
     [](const VersionSummary &v) { return textOrMissing(v.gitBranch); }},
    {"git_commit", QT_TRANSLATE_NOOP("Columns", "Commit"), Qt::AlignLeading, Kind::GitCommit,
     [](const VersionSummary &v) { return textOrMissing(v.gitCommit); }},
};
// clang-format on

VersionColumn fixedColumn(const FixedColumn &fixed)
{
    VersionColumn column;
    column.key = QString::fromLatin1(fixed.key);
    column.title = QCoreApplication::translate("Columns", fixed.title);
    column.alignment = fixed.alignment;
    column.value = fixed.value;
    column.sortField = FilterField {fixed.field, {}};
    if (fixed.field == Kind::Version) {
        column.extra = [](const VersionSummary &version, int role) {
            return role == AliasesRole ? QVariant(version.aliases) : QVariant();
        };
    }
    if (fixed.field == Kind::ModelSizeMb) {
        column.extra = [](const VersionSummary &, int role) { return role == DecimalsRole ? QVariant(2) : QVariant(); };
    }
    return column;
}

VersionColumn metricColumn(const QString &name, const SharedFacts &facts)
{
    const MetricSummary summary = facts->metric(name);
    VersionColumn column;
    column.title = name;
    column.alignment = Qt::AlignTrailing;
    column.value = [name](const VersionSummary &version) {
        const auto found = version.metrics.constFind(name);
        return found == version.metrics.cend() ? QVariant() : QVariant(*found);
    };
    column.sortField = FilterField {Kind::Metric, name};
    column.extra = [summary](const VersionSummary &version, int role) {
        if (role == DecimalsRole)
            return QVariant(summary.decimals);
        const auto found = role == HeatRole ? version.metrics.constFind(summary.name) : version.metrics.cend();
        return found == version.metrics.cend() ? QVariant() : QVariant(heatLevel(summary, *found));
    };
    column.headerExtra = [summary](int role) {
        return role == LowerIsBetterRole ? QVariant(summary.direction == MetricDirection::LowerIsBetter) : QVariant();
    };
    return column;
}

VersionColumn parameterColumn(const QString &name)
{
    VersionColumn column;
    column.title = name;
    column.alignment = Qt::AlignTrailing;
    column.value = [name](const VersionSummary &version) {
        const auto found = version.hyperparameters.constFind(name);
        return found == version.hyperparameters.cend() ? QVariant() : found->toVariant();
    };
    column.sortField = FilterField {Kind::Parameter, name};
    return column;
}

VersionColumn tagColumn(const QString &name)
{
    VersionColumn column;
    column.title = name;
    column.value = [name](const VersionSummary &version) {
        return version.tags.contains(name) ? QVariant(version.tagValues.value(name, u"✓"_s)) : QVariant();
    };
    column.sortField = FilterField {Kind::Tag, name};
    return column;
}

/// Strength of the linear relation of two metrics, 0 to 1 (absolute Pearson coefficient); 0 when it cannot be told.
double correlation(const QList<VersionSummary> &versions, const QString &a, const QString &b)
{
    double n = 0, sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0;
    for (const VersionSummary &version : versions) {
        const double x = version.metrics.value(a, qQNaN()), y = version.metrics.value(b, qQNaN());
        if (!qIsFinite(x) || !qIsFinite(y))
            continue;
        n += 1;
        sumA += x;
        sumB += y;
        sumAA += x * x;
        sumBB += y * y;
        sumAB += x * y;
    }
    const double spread = (n * sumAA - sumA * sumA) * (n * sumBB - sumB * sumB);
    return n >= leastCompared && spread > 0 ? std::abs(n * sumAB - sumA * sumB) / std::sqrt(spread) : 0;
}

} // namespace

std::optional<VersionColumn> versionColumn(const QString &key, const SharedFacts &facts)
{
    const auto fixed = std::ranges::find_if(
        fixedColumns, [&key](const FixedColumn &column) { return key == QLatin1StringView(column.key); });
    if (fixed != std::end(fixedColumns))
        return fixedColumn(*fixed);
    const std::optional<FilterField> field = filterFieldFromText(key);
    if (!field || field->name.isEmpty())
        return {};
    VersionColumn column = field->kind == Kind::Metric ? metricColumn(field->name, facts)
        : field->kind == Kind::Parameter               ? parameterColumn(field->name)
                                                       : tagColumn(field->name);
    column.key = key;
    return column;
}

QStringList fixedColumnKeys()
{
    QStringList keys;
    for (const FixedColumn &column : fixedColumns)
        keys.append(QString::fromLatin1(column.key));
    return keys;
}

QString columnTitle(const QString &key)
{
    const auto column = versionColumn(key, std::make_shared<ModelFacts>());
    return column ? column->title : key;
}

QStringList suggestedColumns(const QList<VersionSummary> &versions)
{
    QMap<QString, int> occurrences;
    for (const VersionSummary &version : versions) {
        for (auto metric = version.metrics.cbegin(); metric != version.metrics.cend(); ++metric)
            ++occurrences[metric.key()];
    }
    QStringList metrics = occurrences.keys();
    // measures of quality before costs and other numbers, then the frequent ones, then by name
    const auto rank = [](const QString &name) {
        return measuresCost(name) ? 1 : usualDirection(name) == MetricDirection::Unknown ? 2 : 0;
    };
    std::ranges::stable_sort(metrics, [&occurrences, rank](const QString &a, const QString &b) {
        return std::pair(rank(a), occurrences[b]) < std::pair(rank(b), occurrences[a]);
    });
    QStringList chosen;
    for (const QString &metric : std::as_const(metrics)) {
        const bool saysMore = std::ranges::none_of(
            chosen, [&](const QString &other) { return correlation(versions, metric, other) >= alikeFrom; });
        if (saysMore && chosen.size() < maxSuggestedMetrics)
            chosen.append(metric);
    }
    QStringList keys {u"version"_s, u"stage"_s};
    for (const QString &metric : std::as_const(chosen))
        keys.append(filterFieldText({Kind::Metric, metric}));
    return keys << u"created_at"_s << u"created_by"_s;
}

} // namespace stagekeeper
