// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace stagekeeper {

/// How a version text is to be read.
enum class VersionScheme {
    SemVer, ///< Semantic Versioning 2.0.0
    Timestamp, ///< YYYYMMDD-HHMMSS or YYYYMMDD-HHMMSS-ffffff, a time that exists in the calendar
    Other, ///< git tags, branch and commit, and whatever people write
};

[[nodiscard]] VersionScheme versionScheme(const QString &version);

/// A version that says when it was made, as clocks in `zone` show it. `microseconds` are counted since 1970 UTC.
[[nodiscard]] QString timestampVersion(qint64 microseconds, const QTimeZone &zone, bool withMicroseconds);

/// The moment that a timestamp version names, in microseconds since 1970 UTC. Where clocks in `zone` showed that time
/// twice (end of summer time), the earlier one. Nothing when it is no timestamp or clocks never showed it.
[[nodiscard]] std::optional<qint64> momentOfTimestamp(const QString &version, const QTimeZone &zone);

/// Bytes whose order (memcmp, a shorter prefix first) is the order of versions: others by the time of their creation,
/// then timestamps by time, then semantic versions by precedence. Semantic versions that differ only in build metadata
/// give equal bytes. An invalid `createdAt` counts as 1970.
[[nodiscard]] QByteArray precedenceKey(const QString &version, const QDateTime &createdAt);

} // namespace stagekeeper
