// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/inspector/partcontext.h"

class QWidget;

namespace stagekeeper {

/// The parts of the inspector from top to bottom. Each is built anew for every version; one that has nothing to say is null.
namespace parts {

[[nodiscard]] QWidget *title(const PartContext &parts);
[[nodiscard]] QWidget *metrics(const PartContext &parts);
[[nodiscard]] QWidget *madeBy(const PartContext &parts);
[[nodiscard]] QWidget *lineage(const PartContext &parts);
[[nodiscard]] QWidget *parameters(const PartContext &parts);
[[nodiscard]] QWidget *files(const PartContext &parts);
[[nodiscard]] QWidget *compliance(const PartContext &parts);
[[nodiscard]] QWidget *tags(const PartContext &parts);
[[nodiscard]] QWidget *history(const PartContext &parts);
[[nodiscard]] QWidget *rawText(const PartContext &parts);

/// What several versions have in common, as one column.
[[nodiscard]] QWidget *selection(const PartContext &parts);
/// What is shown of no version.
[[nodiscard]] QWidget *nothing(const PartContext &parts);

} // namespace parts

} // namespace stagekeeper
