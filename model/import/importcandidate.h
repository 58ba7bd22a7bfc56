// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"
#include "model/domain/metadatajson.h"
#include "model/import/importreport.h"

namespace stagekeeper {

/// A file that one of a version's artifacts is to be stored from.
struct ImportFile
{
    QString artifact; ///< name within the version
    QString path; ///< a plain file that was found to be allowed (importfiles.h)
};

/// A version as a foreign source describes it, on its way into the registry. One that is closed only waits to be
/// reported.
struct ImportCandidate
{
    ImportRow row;
    ModelVersion version;
    QList<HistoryEntry> history;
    std::optional<ImportedOrigin> origin; ///< of the registration, when there is no history
    QList<ImportFile> files;
    bool isOpen = true;

    void close(ImportOutcome outcome, const QString &reason)
    {
        row.outcome = outcome;
        row.reason = reason;
        isOpen = false;
    }
};

} // namespace stagekeeper
