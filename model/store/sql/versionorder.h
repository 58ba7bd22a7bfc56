// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/versioncondition.h"

namespace stagekeeper {

/// A walk over an index that meets versions in the order of a sort key. A sort may need several, one after another: those
/// with a value, those where it is NaN, those without.
struct VersionWalk {
    QString from; ///< tables, the index named
    SqlCondition where; ///< what makes the walk, without the filter
    QString drivenFrom; ///< tables to add, with their join, when the versions come from elsewhere
    QVariantList drivenValues; ///< of drivenFrom
    SqlCondition drivenWhere; ///< what to ask of those; `%1` is the version's id
    QString order;
    ConditionPlace place;
    bool hasRow = true; ///< `versions v` is among the tables
    bool isIndexed = true; ///< otherwise all of it is sorted before the first is known
};

/// `stage` is the id of the one stage that the filter asks for, where it asks for one; the walk may keep to it then, and
/// says so by `keepsToStage`.
struct VersionOrder {
    QList<VersionWalk> walks;
    bool keepsToStage = false;
    std::optional<VersionWalk> together; ///< all of several walks in one, to be sorted; never walked itself
};

[[nodiscard]] VersionOrder versionOrder(const VersionQuery &query, const QueryNames &names, std::optional<qint64> stage);

} // namespace stagekeeper
