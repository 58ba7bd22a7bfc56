// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/metric.h"
#include "model/domain/modelversion.h"
#include "model/domain/reference.h"

#include <QHash>
#include <QJsonValue>
#include <QList>

#include <optional>

namespace stagekeeper {

enum class ComparisonSection { Metric, Hyperparameter, Data, Schema, Metadata, Tag, File };

/// The stable name of a section, as scripts and exported files read it: "metrics".
[[nodiscard]] QString sectionName(ComparisonSection section);

/// A version as a comparison names it; registry and reference together identify it.
struct ComparedVersion {
    QString registry; ///< title
    QString address; ///< of the registry: file path or URL
    Reference reference;
    QString stage;
    QStringList aliases;
    QDateTime createdAt; ///< UTC

    friend bool operator==(const ComparedVersion &, const ComparedVersion &) = default;
};

/// One thing that versions have in common or differ in. A value is Undefined where the version does not have it, never 0.
/// Metrics are doubles, NaN and infinities among them; a tag without a value is `true`; an artifact is an object of `bytes`,
/// `sha256` and `uri`, as far as they are known. What belongs to a data source is named after it: "digits" (its name and
/// digest), "digits.rows", "digits.columns", "digits.uri". Metadata has the keys of the seed's format.
struct ComparisonRow {
    ComparisonSection section = ComparisonSection::Metric;
    QString name;
    MetricDirection direction = MetricDirection::Unknown; ///< of metrics
    QList<QJsonValue> values; ///< in the order of the versions
    bool differs = false; ///< not all of the values are the same; a missing one differs from any other
};

/// Versions side by side. Rows come by section, then by name; metadata in the order of the seed's format.
struct Comparison {
    QList<ComparedVersion> versions;
    QList<ComparisonRow> rows;
};

/// Directions that a registry states for its metrics; the others have their usual direction.
using Directions = QHash<QString, MetricDirection>;

/// Compares `facts`, which belong to `versions` one by one.
[[nodiscard]] Comparison compare(const QList<ComparedVersion> &versions, const QList<ModelVersion> &facts,
                                 const Directions &directions = {});
/// Comparisons of different registries side by side. Where they disagree on the direction of a metric, the first one counts.
[[nodiscard]] Comparison combined(QList<Comparison> parts);
/// The same versions in another order: version i is the former `order[i]`. Versions that are not in `order` are left out.
[[nodiscard]] Comparison reordered(const Comparison &comparison, const QList<qsizetype> &order);

/// The value as a number; nothing for what is missing and for what is not a number. NaN is a number here.
[[nodiscard]] std::optional<double> numberAt(const ComparisonRow &row, qsizetype version);
[[nodiscard]] bool isMissing(const ComparisonRow &row, qsizetype version);
/// Artifacts are the same when their digests are, whatever they are called elsewhere; NaN is the same as NaN.
[[nodiscard]] bool isSame(const ComparisonRow &row, qsizetype version, qsizetype other);

/// How a value relates to the baseline's.
enum class ValueChange { Same, Changed, Added, Removed };
[[nodiscard]] ValueChange valueChange(const ComparisonRow &row, qsizetype baseline, qsizetype version);

/// Decimals that tell the finite numbers of a row apart when they are rounded; 0 when all are whole.
[[nodiscard]] int rowDecimals(const ComparisonRow &row);

/// The value minus the baseline's; nothing when one of them is missing, or the difference is not a number.
[[nodiscard]] std::optional<double> delta(const ComparisonRow &row, qsizetype baseline, qsizetype version);
/// The delta in percent of the baseline's magnitude; nothing where there is no finite answer, as for a baseline of 0.
[[nodiscard]] std::optional<double> relativeDelta(const ComparisonRow &row, qsizetype baseline, qsizetype version);

/// What a delta means for the one who looks at it; None for no change and where the direction is not known.
enum class Effect { None, Better, Worse };
[[nodiscard]] Effect effect(const ComparisonRow &row, qsizetype baseline, qsizetype version);

/// The place of every version, 1 for the best; equal values share a place and the following ones are left out (1, 1, 3).
/// Empty where a value is missing or NaN, and in the whole row where the direction is not known.
[[nodiscard]] QList<std::optional<int>> ranks(const ComparisonRow &row);
/// Whether no other version is better and at least one is worse. Several may share this.
[[nodiscard]] bool isBest(const ComparisonRow &row, qsizetype version);

} // namespace stagekeeper
