// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/comparison.h"

#include <QByteArray>

namespace stagekeeper {

/// A comparison, which must have a version, as CSV (RFC 4180): a line for each row with section, name, which direction is better, whether it differs, the
/// exact value of every version, and its delta to the baseline. Text that a spreadsheet would run gets a leading '.
[[nodiscard]] QByteArray comparisonCsv(const Comparison &comparison, qsizetype baseline);

/// A comparison as a document of Markdown tables, one for each section, with rounded values, deltas, and the best in bold.
/// Nothing in a name or a value is taken for markup.
[[nodiscard]] QByteArray comparisonMarkdown(const Comparison &comparison, qsizetype baseline);

/// A comparison as the JSON object of `compare`: {baseline, versions, rows}.
[[nodiscard]] QByteArray comparisonJson(const Comparison &comparison, qsizetype baseline);

} // namespace stagekeeper
