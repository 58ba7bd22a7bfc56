// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace stagekeeper {

/// How much a JSON text from outside may hold.
struct JsonLimits
{
    qsizetype bytes = qsizetype(64) << 20; ///< of the whole text
    qsizetype textLength = qsizetype(1) << 20; ///< of one string or key, in bytes as written
    int depth = 32; ///< of nested arrays and objects
    bool acceptsNonFinite =
        false; ///< bare NaN, Infinity and -Infinity, as Python writes them, become texts of that name
};

/// Reads JSON (RFC 8259) without forgiving anything: QJsonDocument keeps the last of two equal keys and rounds
/// integers. Refused are duplicate keys, invalid UTF-8, halves of surrogate pairs, trailing text, and numbers that
/// would change: integers are kept exactly up to 64 bits with sign, larger ones when a double holds them exactly. A
/// leading byte order mark is skipped. InvalidArgument is one sentence with line, column and key.
[[nodiscard]] Result<QJsonValue> parseStrictJson(QByteArrayView text, const JsonLimits &limits = {});

} // namespace stagekeeper
