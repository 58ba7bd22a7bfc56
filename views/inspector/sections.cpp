// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/sections.h"

#include "views/common/section.h"

namespace stagekeeper {

Section *makeSection(const PartContext &parts, const SectionForm &form, QWidget *content)
{
    auto *section = new Section(parts.theme, form.title, content);
    section->setObjectName(form.name);
    section->findChild<SectionHeader *>()->setObjectName(form.name + QStringLiteral("Header"));
    section->setNote(form.note);
    section->setExpanded(parts.opened->value(form.name, form.isOpen));
    QObject::connect(section, &Section::expandedChanged, section, [opened = parts.opened, name = form.name](bool expanded) {
        opened->insert(name, expanded);
    });
    return section;
}

} // namespace stagekeeper
