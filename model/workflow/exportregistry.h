// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/ids.h"

#include <QList>

#include <functional>

class QIODevice;

namespace stagekeeper {

struct Stores;

enum class ExportFormat {
    MetadataJson, ///< an array of the seed's `ModelMetadata` objects with everything else we know, ready for import
    Csv, ///< RFC 4180, UTF-8, one row a version; text that a spreadsheet would run as a formula gets a leading '
};

/// Writes versions to `device` in the order of `ids` and gives how many were written. `progress(done, total)` returns false
/// to stop. Unavailable when the device cannot be written.
[[nodiscard]] Result<qint64> exportVersions(Stores &stores, const QList<VersionId> &ids, ExportFormat format,
                                            QIODevice &device, const std::function<bool(qint64, qint64)> &progress = {});

} // namespace stagekeeper
