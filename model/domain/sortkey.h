// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/versionquery.h"

namespace stagekeeper {

/// Reads `created_at`, `metrics.accuracy:desc`, `params."two words":asc`. Without a direction it is ascending.
/// InvalidArgument, with a suggestion in the sentence, when there is no such field.
[[nodiscard]] Result<SortKey> parseSort(const QString &text);

/// The text that parseSort() reads back, always with its direction.
[[nodiscard]] QString printSort(const SortKey &key);

} // namespace stagekeeper
