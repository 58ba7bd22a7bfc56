// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <functional>

namespace stagekeeper {

/// What a file was found to be when it was put into, or checked in, the store.
struct ObjectInfo {
    QString sha256; ///< lower-case hex
    qint64 bytes = 0;
};

/// Called with bytes done and bytes in all; returns false to stop.
using ByteProgress = std::function<bool(qint64 done, qint64 total)>;

/// Files by their SHA-256, in a folder beside the registry file. Objects are written once, never overwritten, read-only,
/// and durable on disk before put() returns (security.md §4.5, §6.2).
class ObjectStore
{
public:
    /// `folder` need not exist yet: the first put() makes it.
    explicit ObjectStore(QString folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Copies a regular file in. An object that is already there is kept as it is after its digest was verified.
    [[nodiscard]] Result<ObjectInfo> put(const QString &file, const ByteProgress &progress = {});
    /// Copies an object to a new file; its digest is verified on the way. AlreadyExists when `target` exists.
    [[nodiscard]] Result<> get(const QString &sha256, const QString &target, const ByteProgress &progress = {});
    /// Re-hashes the object. NotFound when it is missing, Corrupt when it differs or is not a plain file.
    [[nodiscard]] Result<ObjectInfo> verify(const QString &sha256, const ByteProgress &progress = {});
    [[nodiscard]] bool contains(const QString &sha256) const;

private:
    [[nodiscard]] QString pathOf(const QString &sha256) const;

    QString m_folder;
};

/// SHA-256 and size of any readable file. NotFound, or Unavailable when reading fails.
[[nodiscard]] Result<ObjectInfo> digestOfFile(const QString &file, const ByteProgress &progress = {});

} // namespace stagekeeper
