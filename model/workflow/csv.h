// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace stagekeeper {

/// One text as a CSV cell: quoted where RFC 4180 asks for it, and with a leading ' when a spreadsheet would read it as a
/// formula (security.md §6.2). Texts that already begin like a guarded one are guarded too, so that the guard comes off again.
[[nodiscard]] QString csvCell(const QString &text);

/// Takes off the guard, and nothing else, from the content of a cell that was read.
[[nodiscard]] QString withoutGuard(const QString &cell);

} // namespace stagekeeper
