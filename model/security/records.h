// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lifecycle.h"
#include "model/domain/modelversion.h"

#include <QByteArray>

namespace stagekeeper {

/// Digests of live records, which the log keeps of every change, so that a row edited behind its back shows
/// (security.md §3.2). Each is the SHA-256 of the record's canonical JSON.

/// Everything of a version but its aliases and revision. Curves go in by the digest of encodeCurve().
[[nodiscard]] QByteArray versionDigest(const ModelVersion &version);
[[nodiscard]] QByteArray aliasDigest(const QString &alias, const QString &version);
[[nodiscard]] QByteArray registryDigest(const QString &name, const Lifecycle &lifecycle);
[[nodiscard]] QByteArray modelDigest(const QString &name, const QString &description);

/// Pairs of step (int64) and value (IEEE 754 double), little-endian: the form curves are stored in.
[[nodiscard]] QByteArray encodeCurve(const Curve &curve);
[[nodiscard]] Curve decodeCurve(const QByteArray &points);

} // namespace stagekeeper
