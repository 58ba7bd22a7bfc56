// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringList>

#include <compare>

namespace stagekeeper {

/// A semantic version, exactly as Semantic Versioning 2.0.0 (semver.org) defines it. Numbers are kept as their digits,
/// because the specification sets no limit to their length.
struct SemVer
{
    QString major = QStringLiteral("0"); ///< digits without leading zeros
    QString minor = QStringLiteral("0");
    QString patch = QStringLiteral("0");
    QStringList preRelease; ///< identifiers of [0-9A-Za-z-]; empty for a release
    QStringList build; ///< identifiers of the build metadata

    /// InvalidArgument names the position, counted from 1, and what was expected there.
    [[nodiscard]] static Result<SemVer> parse(const QString &text);
    [[nodiscard]] QString toString() const;

    /// The next version; pre-release and build metadata are dropped, also where the version was a pre-release.
    [[nodiscard]] SemVer nextMajor() const;
    [[nodiscard]] SemVer nextMinor() const;
    [[nodiscard]] SemVer nextPatch() const;

    /// Equal texts; versions that differ in their build metadata alone are different, yet of the same precedence.
    friend bool operator==(const SemVer &, const SemVer &) = default;
};

/// True for an identifier of digits only, which compares as a number.
[[nodiscard]] bool isNumericIdentifier(const QString &identifier);

/// Precedence by section 11 of the specification; build metadata does not count.
[[nodiscard]] std::strong_ordering comparePrecedence(const SemVer &a, const SemVer &b);

} // namespace stagekeeper
