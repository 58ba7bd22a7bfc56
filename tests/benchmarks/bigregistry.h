// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace stagekeeper {

/// A registry file of one model, "ner-large", with very many versions, for measuring. Its data depend on `versions` alone.
/// Metrics: accuracy, f1, precision, recall, loss, val_loss, auc, latency_ms, throughput in every version, and calibration in
/// the even ones, bleu in the odd ones; all spread evenly from 0 to 1. Stages: Development 55 %, Staging 20 %, Archived 25 %,
/// and the newest in Production. Every tenth version has parameters and a tag. The log is empty but for the creation.
class BigRegistry final
{
public:
    /// Makes the file in `folder`, or finds the one made before. Takes about a minute a million.
    [[nodiscard]] static Result<QString> make(const QString &folder, qint64 versions);
};

} // namespace stagekeeper
