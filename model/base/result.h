// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <tl/expected.hpp>

namespace stagekeeper {

/// A value or the reason why there is none. `Result<>` stands for "done".
template <typename T = void>
using Result = tl::expected<T, Error>;

/// An error ready to be returned from any function that gives a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Code code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error {code, std::move(message), std::move(detail)});
}

/// Hands an error on to a caller whose Result carries another type.
template <typename T>
[[nodiscard]] tl::unexpected<Error> failAs(const Result<T> &result)
{
    return tl::unexpected<Error>(result.error());
}

} // namespace stagekeeper
