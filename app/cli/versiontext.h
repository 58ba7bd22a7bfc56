// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/output.h"
#include "model/domain/jsonnumber.h"
#include "model/domain/modelversion.h"

namespace stagekeeper {

/// Prints everything that is known of a version: the object of design §4.1, or the same for people.
void printVersion(Output &out, const ModelVersion &version);

/// The members that a list has for each version.
void writeSummary(JsonWriter &json, const VersionSummary &version);

} // namespace stagekeeper
