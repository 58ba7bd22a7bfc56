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
/// control characters, line or paragraph separators, noncharacters, and without halves of surrogate pairs. Names are never
/// changed to fit. InvalidArgument says which character is in the way and where.
[[nodiscard]] Result<> checkName(NameKind kind, const QString &name);

/// Whether SQLite gives `text` back as it is: it turns U+FFFE, U+FFFF and halves of surrogate pairs into U+FFFD, and takes
/// U+FEFF off the beginning.
[[nodiscard]] bool canBeStored(QStringView text);

/// Whether `text` can be a description, a reason or a value: anything that can be stored, lines and controls too, but no
/// NUL. `what` names it in the error.
[[nodiscard]] Result<> checkText(const QString &what, const QString &text);

/// `text` with controls, bidirectional controls and other invisible characters shown as "⟦U+202E⟧", for terminals, tables
/// and messages. Ordinary spaces and, when `keepLines`, line feeds stay.
[[nodiscard]] QString visibleText(const QString &text, bool keepLines = false);

/// A name for a new file that any system takes and that stays in its folder: path separators, controls and characters that
/// Windows refuses become "_", reserved names and dots at either end too; at most 200 bytes of UTF-8, the ending kept.
[[nodiscard]] QString safeFileName(const QString &name);

} // namespace stagekeeper
