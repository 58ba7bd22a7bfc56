// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/output.h"
#include "model/domain/comparison.h"

namespace stagekeeper {

/// Prints a comparison for people: versions as columns, each with its difference to the baseline; versions that do not fit
/// into `width` cells follow below, with names and baseline again. Long texts lose their middle, and rows that none of the
/// versions in sight has are left out.
void printComparison(Output &out, const Comparison &comparison, qsizetype baseline, qsizetype width);

} // namespace stagekeeper
