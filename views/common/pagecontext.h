// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace stagekeeper {

class Jobs;
class Settings;
class Theme;
class UndoHistory;
class Workspace;

/// What every page is given: the same few things, owned by main().
struct PageContext {
    Workspace &workspace;
    Settings &settings;
    UndoHistory &undo;
    Jobs &jobs;
    const Theme &theme;
};

} // namespace stagekeeper
