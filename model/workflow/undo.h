// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <functional>

namespace stagekeeper {

struct Stores;

/// The way back from a change. Running it is a change of its own, recorded like any other; it fails with Conflict, and
/// changes nothing, when what it would take back was changed again since.
struct Undo {
    QString text; ///< translated, what running it does: "Move fraud-scorer 1.2.0 back to Staging"
    std::function<Result<>(Stores &)> run; ///< one transaction; empty when there is no way back

    [[nodiscard]] explicit operator bool() const { return bool(run); }
};

} // namespace stagekeeper
