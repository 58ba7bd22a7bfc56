// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

namespace stagekeeper {

/// What a git work tree says of itself.
struct GitState {
    QString commit; ///< full hash
    QString shortCommit; ///< seven digits, more where seven name several commits
    QString branch; ///< empty when HEAD is detached
    QString tag; ///< tag that names exactly this commit; empty when none does
    bool isDirty = false; ///< tracked files differ from the commit
};

/// Asks git about the work tree that holds `folder` (empty: the current folder). NotFound when there is none or it has no
/// commit yet, Unavailable when git is not installed or does not answer within ten seconds.
[[nodiscard]] Result<GitState> readGitState(const QString &folder);

/// The exact tag, else branch and short commit, else the commit; "-dirty" is appended to a changed work tree.
[[nodiscard]] QString versionText(const GitState &state);

} // namespace stagekeeper
