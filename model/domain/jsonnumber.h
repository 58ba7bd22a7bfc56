// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QJsonValue>

#include <optional>

namespace stagekeeper {

/// A number of a JSON document; the texts "NaN", "Infinity" and "-Infinity" are numbers too. Nothing for anything else.
[[nodiscard]] std::optional<double> jsonNumber(const QJsonValue &value);

/// The value of a JSON number token: integers exactly, others as the nearest double. Nothing for an integer that
/// neither 64 bits nor a double hold exactly, and for a number that is too large or too close to 0 for a double.
[[nodiscard]] std::optional<QJsonValue> exactJsonNumber(QByteArrayView token);

/// A number in the shortest form that reads back the same; "NaN", "Infinity" or "-Infinity" for the others.
[[nodiscard]] QString numberText(double value);

} // namespace stagekeeper
