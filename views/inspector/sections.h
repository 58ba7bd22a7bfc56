// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/inspector/partcontext.h"

class QWidget;

namespace stagekeeper {

class Section;

/// How a section of the inspector begins.
struct SectionForm {
    QString name; ///< object name, and what open or closed is remembered by
    QString title;
    QString note {};
    bool isOpen = true; ///< until the user decides
};

/// A section that stays as the user left it when another version is shown. It takes the content.
[[nodiscard]] Section *makeSection(const PartContext &parts, const SectionForm &form, QWidget *content);

} // namespace stagekeeper
