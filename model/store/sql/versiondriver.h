// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/versioncondition.h"

namespace stagekeeper {

/// A way to start from a condition instead of from the order: an index that gives all versions that may meet it, each once.
struct VersionDriver {
    FilterField field; ///< of the condition
    QString from; ///< the table `d`, or `versions v`
    QVariantList fromValues;
    SqlCondition where;
    QString id; ///< "d.version_id" or "v.id"
    bool isInOrderOfIds = false; ///< nearly; what belongs to the versions is then found in a few pages

    [[nodiscard]] bool hasRow() const { return id == QStringLiteral("v.id"); }
};

/// The field of a condition that an index may know; nothing for those that join several, or ask what is missing.
[[nodiscard]] std::optional<FilterField> indexedField(const FilterNode &node);
/// Of `conditions`, those on one field.
[[nodiscard]] QList<FilterNode> conditionsOn(const FilterField &field, const QList<FilterNode> &conditions);

/// All the ways for `conditions`, which all must hold.
[[nodiscard]] QList<VersionDriver> versionDrivers(const QList<FilterNode> &conditions, ModelId model, const QueryNames &names);

} // namespace stagekeeper
