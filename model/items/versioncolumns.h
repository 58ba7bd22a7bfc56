// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "model/items/column.h"
#include "model/items/modelfacts.h"

#include <memory>

namespace stagekeeper {

using VersionColumn = Column<VersionSummary>;

/// What cells of all columns are judged by; shared, because it arrives after the columns.
using SharedFacts = std::shared_ptr<const ModelFacts>;

/// The column of this key ("stage", "metrics.accuracy", "tags.task"); nothing when there is no such column.
[[nodiscard]] std::optional<VersionColumn> versionColumn(const QString &key, const SharedFacts &facts);

/// Keys of the columns that every model has, in the order of the column chooser.
[[nodiscard]] QStringList fixedColumnKeys();
/// Title of a column as the chooser and header show it.
[[nodiscard]] QString columnTitle(const QString &key);
/// What is shown when nobody chose: version, stage, the metrics most of these versions have and that differ from each
/// other, created, by.
[[nodiscard]] QStringList suggestedColumns(const QList<VersionSummary> &versions);

} // namespace stagekeeper
