// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/modelversion.h"

namespace stagekeeper {

/// A removed version as one JSON text, with all that restoring it needs.
[[nodiscard]] QString trashDocument(const ModelVersion &version);
/// Corrupt when the text is not such a document.
[[nodiscard]] Result<ModelVersion> versionFromTrash(const QString &document);

} // namespace stagekeeper
