// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

namespace stagekeeper {

/// The name of every colour in the program. Painting code asks for one of these and never for a colour.
enum class Token {
    Window, Base, Raised, Sunken, Hover, Selected, SelectedOff,
    Text, Text2, Text3, Disabled,
    Line, LineStrong, Control,
    Accent, AccentFill, AccentPress, OnAccent, Focus,
    Ok, OkTint, Warn, WarnTint, Danger, DangerTint, DangerFill, Info, InfoTint,
    Better, Worse,
    Dev, DevTint, Staging, StagingTint, Production, ProductionFill, OnProduction, Archived,
    Model, ModelLine, Data, DataLine, Experiment, ExperimentLine, OnNode,
    Heat1, Heat2, Heat3, Heat4,
    DivWorse2, DivWorse1, DivBetter1, DivBetter2,
    Series1, Series2, Series3, Series4, Series5, Series6, Series7, Series8,
};

inline constexpr int tokenCount = static_cast<int>(Token::Series8) + 1;

[[nodiscard]] QColor tokenColor(Token token, bool dark);

/// The name in the design's palette, such as "text-2"; for tests and messages.
[[nodiscard]] QLatin1StringView tokenName(Token token);

} // namespace stagekeeper
