// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace stagekeeper {

/// More than 500 different names that break programs which take names for something else: paths out of a folder,
/// reserved file names, bidirectional and invisible characters, markup, SQL, shell, spreadsheet formulas, DOT, format
/// strings, JSON, confusable and decomposed letters, and lengths around 255, 256 and 4096 (security.md §7, R23). Always
/// the same, in the same order. Some cannot be names (control characters, too long): checkName() says which.
[[nodiscard]] const QStringList &hostileNames();

/// Those of them that can be names; they must survive every round trip exactly and do nothing.
[[nodiscard]] QStringList acceptableHostileNames();

} // namespace stagekeeper
