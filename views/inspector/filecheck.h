// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"
#include "model/domain/modelversion.h"

#include <QDateTime>
#include <QMap>

namespace stagekeeper {

/// What is known of a version's file.
enum class FileState { Stored, RecordedOnly, Verified, Damaged };

/// The outcome of re-hashing the files of one version.
struct FileCheck {
    QDateTime when;
    bool isRunning = false;
    QMap<QString, QString> digests; ///< name to digest of what was looked at
    QMap<QString, QString> problems; ///< name to what is wrong with it, a sentence

    /// A file that came or changed since the check is as if it had not been looked at.
    [[nodiscard]] FileState stateOf(const Artifact &artifact) const;
};

/// Sorts the problems of a report to the files of `version`.
[[nodiscard]] FileCheck fileCheck(const ModelVersion &version, const CheckReport &report, const QDateTime &when);

} // namespace stagekeeper
