// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace stagekeeper {

class LineageScene;

/// Writes what the scene shows; the ending of the file's name says how: .svg, .pdf, .png, .dot or .json.
[[nodiscard]] Result<> writeLineage(LineageScene &scene, const QString &title, const QString &file);

} // namespace stagekeeper
