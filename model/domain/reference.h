// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace stagekeeper {

/// Names one version to people and scripts: `MODEL:VERSION` or `MODEL@ALIAS`.
struct Reference {
    QString model;
    QString version; ///< empty when an alias is given
    QString alias;

    /// Splits at the last `:` or, where there is none, at the last `@`. InvalidArgument when a part is missing.
    [[nodiscard]] static Result<Reference> parse(const QString &text);
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Reference &, const Reference &) = default;
};

} // namespace stagekeeper
