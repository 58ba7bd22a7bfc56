// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QAction;
class QToolButton;

namespace stagekeeper {

/// The button that shows this action, for what opens below it; null when there is none.
[[nodiscard]] QToolButton *buttonOf(const QAction *action);

} // namespace stagekeeper
