// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"

#include <QJsonValue>
#include <QString>

/// Words for what a version holds.
namespace stagekeeper::valuetext {

/// A hyperparameter on one line: texts as they are, numbers in full, lists as JSON.
[[nodiscard]] QString json(const QJsonValue &value);
/// "2 min 5 s"
[[nodiscard]] QString duration(double seconds);
/// "yes", "no", "unknown"
[[nodiscard]] QString truth(const std::optional<bool> &value);
/// The first `length` characters, with an ellipsis where more follows.
[[nodiscard]] QString head(const QString &text, qsizetype length);
/// What an event did: "Staging → Production", "Alias champion set, was 2.4.0".
[[nodiscard]] QString event(const AuditEvent &event);

} // namespace stagekeeper::valuetext
