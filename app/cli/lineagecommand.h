// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/commands.h"

namespace stagekeeper {

/// The words below `lineage`, by file: lineageeditcommand.cpp and lineageanswercommand.cpp.
void declareLineageEdits(CLI::App &verb, Actions &actions);
void declareLineageAnswers(CLI::App &verb, Actions &actions);

} // namespace stagekeeper
