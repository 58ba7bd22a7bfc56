// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

namespace stagekeeper {

/// JSON in the one form that is hashed and signed: RFC 8785 (members sorted by UTF-16 code units, no white space), with
/// numbers that are not integers up to 2^53 written as texts in their shortest round-trip form, so that any reader agrees.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value);

/// The pieces, for writers that build long records without a tree.
void appendCanonicalText(QByteArray &out, QStringView text);
void appendCanonicalNumber(QByteArray &out, double value);

} // namespace stagekeeper
