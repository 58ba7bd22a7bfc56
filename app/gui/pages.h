// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/pagecontext.h"

#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace stagekeeper {

class Page;

/// One page of the program: how the rail shows it and how it is made.
struct PageEntry {
    const char *name; ///< of the page in settings and tests
    const char *title; ///< QT_TRANSLATE_NOOP in the context "Pages"
    const char *icon;
    Page *(*make)(const PageContext &context, QWidget *parent);
};

/// The pages in the order of the rail; their keys are Ctrl+1, Ctrl+2, ...
[[nodiscard]] const QList<PageEntry> &pages();

} // namespace stagekeeper
