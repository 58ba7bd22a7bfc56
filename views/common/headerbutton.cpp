// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/headerbutton.h"

#include <QAction>
#include <QToolButton>

namespace stagekeeper {

QToolButton *buttonOf(const QAction *action)
{
    for (QObject *object : action->associatedObjects()) {
        if (auto *button = qobject_cast<QToolButton *>(object))
            return button;
    }
    return nullptr;
}

} // namespace stagekeeper
