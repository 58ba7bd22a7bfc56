// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/output.h"
#include "model/base/result.h"
#include "model/domain/modelversion.h"
#include "model/store/openstores.h"

namespace stagekeeper {

/// What every verb is given: where to speak, and which registry as whom.
struct Context {
    Output &out;
    QString registry; ///< of --registry or STAGEKEEPER_REGISTRY; empty when none was named
    QString identity; ///< of --identity; empty: the system's user

    /// The named registry's address; InvalidArgument when none was named.
    [[nodiscard]] Result<QString> address() const;
    /// Opens the registry. For reading nothing is written anywhere. For writing, a registry that cannot be written is
    /// Unavailable with the reason.
    [[nodiscard]] Result<Stores> openForReading() const;
    [[nodiscard]] Result<Stores> openForWriting() const;
};

/// How a command ended that did not fail.
enum class Outcome {
    Done,
    SaidNo, ///< a check found what may not be
    BadInput, ///< all of what came from outside was refused, row by row
    Damaged, ///< a check found the registry's own content damaged or tampered with
};

/// What a check's report means for the exit status.
[[nodiscard]] Outcome outcomeOf(const CheckReport &report);

} // namespace stagekeeper
