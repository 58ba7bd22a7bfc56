// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/sql/database.h"

namespace stagekeeper {

/// Runs the statements of a schema file (resources/schema/NNNN-*.sql) inside the open transaction.
[[nodiscard]] Result<> applySchema(Database &database, int number);

/// Corrupt when the file holds any table, index, trigger or view that the schema files do not make: such an object could
/// run in our name or hide rows (security.md §4.4, step 5).
[[nodiscard]] Result<> checkSchemaObjects(Database &database, int schema);

} // namespace stagekeeper
