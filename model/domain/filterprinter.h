// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

namespace stagekeeper {

/// The canonical text of a filter; reading it gives the same filter.
[[nodiscard]] QString printFilter(const Filter &filter);

} // namespace stagekeeper
