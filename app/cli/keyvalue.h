// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/registration.h"

#include <QJsonValue>

#include <optional>

namespace stagekeeper {

/// What was written before and after an equals sign.
struct KeyValue {
    QString key;
    std::optional<QString> value; ///< empty when there was no equals sign
};

/// Splits at the first equals sign.
[[nodiscard]] KeyValue splitAtFirst(const QString &text);

/// `NAME=NUMBER`, split at the last equals sign, because a number holds none. NaN, Infinity and -Infinity are numbers.
[[nodiscard]] Result<std::pair<QString, double>> metricFrom(const QString &text);

/// `NAME=VALUE` where VALUE is taken as JSON when it is JSON, and as text otherwise.
[[nodiscard]] Result<std::pair<QString, QJsonValue>> parameterFrom(const QString &text);

/// `[NAME=]PATH`, or a URI such as s3://bucket/key, which is recorded without a look. A path that exists is taken whole,
/// equals signs and all.
[[nodiscard]] ArtifactInput artifactFrom(const QString &text, bool copy);

} // namespace stagekeeper
