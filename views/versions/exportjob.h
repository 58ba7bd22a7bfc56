// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/serialqueue.h"
#include "model/store/stores.h"

#include <functional>

namespace stagekeeper {

/// A job that writes these versions to a file, as CSV or as metadata JSON by its ending. An unfinished file is not left.
[[nodiscard]] std::function<Result<qint64>(Stores &, JobControl &)> exportJob(const QList<qint64> &ids,
                                                                              const QString &file);

} // namespace stagekeeper
