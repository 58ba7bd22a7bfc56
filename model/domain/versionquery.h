// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace stagekeeper {

/// What a condition looks at. `name` is set for Metric, Parameter and Tag.
struct FilterField {
    enum class Kind {
        Version, Stage, Alias, CreatedAt, CreatedBy, Description, Framework, Task, Architecture, Parameters, ModelSizeMb,
        TrainingDataVersion, TestSet, GitCommit, GitBranch, DataSource, Experiment, Parent, DeployedAt, Environment,
        RetentionDays, PiiPresent, GdprCompliant, Model, Metric, Parameter, Tag,
    };
    Kind kind = Kind::Version;
    QString name;
    friend bool operator==(const FilterField &, const FilterField &) = default;
};

/// A literal: number, text, truth value, or a moment ("2026-01-01", "-7d" counted back from now at the time of parsing).
using FilterValue = std::variant<double, QString, bool, QDateTime>;

/// One node of a filter expression, as a value that can be shared between threads.
struct FilterNode {
    enum class Kind { And, Or, Not, Compare, In, Missing };
    enum class Operator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };

    Kind kind = Kind::Compare;
    QList<FilterNode> children; ///< of And (2..n), Or (2..n), Not (1)
    FilterField field; ///< of Compare, In, Missing
    Operator op = Operator::Equal; ///< of Compare
    QList<FilterValue> values; ///< one for Compare, one or more for In
    friend bool operator==(const FilterNode &, const FilterNode &); // not defaulted: Qt asks whether it exists inside itself
};

/// A parsed filter; empty means all versions.
using Filter = std::optional<FilterNode>;

/// What a list of versions is sorted by. Missing values come last in both directions, then NaN before missing.
struct SortKey {
    FilterField field {FilterField::Kind::Version, {}};
    bool descending = true;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// Which versions, in which order. Sorting by Version means SemVer precedence (or time, for schemes that are times).
struct VersionQuery {
    ModelId model; ///< not valid: the versions of all models
    Filter filter;
    SortKey sort;
    friend bool operator==(const VersionQuery &, const VersionQuery &) = default;
};

} // namespace stagekeeper
