// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QTextDocument>

#include <memory>

namespace stagekeeper {

class Chart;
class ComparisonModel;

/// A comparison to be kept or sent: title, date and registries, the table as it is shown, and the charts. Always on white.
[[nodiscard]] std::unique_ptr<QTextDocument> comparisonReport(const ComparisonModel &model, const QList<Chart *> &charts);

/// Writes a report as PDF pages, or as one PNG or SVG picture, by the name's ending. Unavailable when it cannot be written.
[[nodiscard]] Result<> writeReport(QTextDocument &report, const QString &path);

} // namespace stagekeeper
