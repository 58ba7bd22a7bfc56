// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/lineageview.h"
#include "views/common/theme.h"

class QWidget;

namespace stagekeeper {

/// One step on a path: a mark in the colour of its kind, what it is, and in smaller words how it matters. A line joins the
/// marks of the steps. `link` is shown as the step's name.
[[nodiscard]] QWidget *stepRow(const Theme &theme, Token fill, Token line, QWidget *link, const QString &words, bool isLast);

/// "trained on", "produced", "parent"
[[nodiscard]] QString relationWords(LineageRelation relation);
/// "Moved to Production by release-manager"
[[nodiscard]] QString decisionWords(const LineageDecision &decision);
/// "14 Oct, because of drift"
[[nodiscard]] QString decisionFacts(const LineageDecision &decision);

} // namespace stagekeeper
