// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/namerules.h"

#include <QJsonObject>
#include <QMap>

#include <optional>

namespace stagekeeper {

/// Names with values, one a line: "accuracy = 0.98". Errors name the line.
using KeyValues = QList<std::pair<QString, std::optional<QString>>>;

[[nodiscard]] Result<KeyValues> parseKeyValues(NameKind kind, const QString &text);
/// Every value must be a number; "nan" and "inf" are.
[[nodiscard]] Result<QMap<QString, double>> parseMetrics(const QString &text);
/// A value that is JSON is taken as such, anything else as text.
[[nodiscard]] Result<QJsonObject> parseParameters(const QString &text);

} // namespace stagekeeper
