// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"
#include "model/domain/lifecycle.h"
#include "model/store/sql/database.h"

namespace stagekeeper {

/// The schema this program writes, and the oldest program schema that may read and write such files.
constexpr int currentSchema = 1;

/// A registry file that was found to be one of ours.
struct RegistryFile {
    std::unique_ptr<Database> database;
    QString readOnlyReason; ///< translated sentence; empty when it can be written
};

/// Opens an existing registry by the policy of security.md §4.4 for local files: classify, check identity, numbers and
/// schema, then reopen for writing where that is wanted and possible.
[[nodiscard]] Result<RegistryFile> openRegistryFile(const QString &path, bool readOnly);

/// Makes a new registry file with its schema, its name, its stages and the first entry of its log. AlreadyExists when there is anything at `path`.
[[nodiscard]] Result<std::unique_ptr<Database>> createRegistryFile(const QString &path, const QString &name,
                                                                   const Lifecycle &lifecycle, const Actor &actor);

} // namespace stagekeeper
