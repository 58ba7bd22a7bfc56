// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace stagekeeper {

/// What a name is the name of; it decides the words of the error.
enum class NameKind { Model, Version, Alias, Tag, Metric, Parameter, Artifact, Stage, DataSource };

/// Names longer than this many UTF-16 units are refused.
inline constexpr qsizetype maximumNameLength = 4096;

/// Whether `name` can be one (security.md §6): any Unicode text that is not blank, at most maximumNameLength long, without
/// control characters, line or paragraph separators, and without halves of surrogate pairs. Names are never changed to fit.
/// InvalidArgument says which character is in the way and where.
[[nodiscard]] Result<> checkName(NameKind kind, const QString &name);

/// The same for one line of free text that may be empty, such as a reason or a tag's value; `what` names it in the error.
[[nodiscard]] Result<> checkText(const QString &what, const QString &text);

/// `text` with controls, bidirectional controls and other invisible characters shown as "⟦U+202E⟧", for terminals, tables
/// and messages. Ordinary spaces and, when `keepLines`, line feeds stay.
[[nodiscard]] QString visibleText(const QString &text, bool keepLines = false);

} // namespace stagekeeper
