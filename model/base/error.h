// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace stagekeeper {

/// Why an operation failed: a code that programs decide on, one translated sentence for the user, a detail for the log.
struct Error {
    enum class Code {
        NotFound,
        AlreadyExists,
        Conflict, ///< somebody else changed it since it was read
        InvalidArgument,
        Unauthenticated,
        PermissionDenied,
        Unavailable, ///< busy, no network, read-only
        Unsupported,
        Corrupt, ///< damaged or tampered
        Internal,
    };

    Code code = Code::Internal;
    QString message; ///< translated, one sentence: what, where, and what to do
    QString detail; ///< never translated

    friend bool operator==(const Error &, const Error &) = default;
};

/// The stable name of a code, as printed by `--json`, for example "not_found".
[[nodiscard]] QString codeName(Error::Code code);

} // namespace stagekeeper
