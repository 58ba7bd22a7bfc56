// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lifecycle.h"
#include "views/common/theme.h"
#include "views/inspector/filecheck.h"
#include "views/inspector/inspected.h"

#include <QHash>
#include <QList>
#include <QPointer>

#include <functional>
#include <memory>

class QAction;

namespace stagekeeper {

/// What the parts of the inspector are built from; parts keep a copy.
struct PartContext {
    const Theme &theme;
    std::shared_ptr<const Inspected> shown {};
    std::shared_ptr<QHash<QString, bool>> opened {}; ///< what the user opened or closed, by object name
    FileCheck check {}; ///< of the version's files
    std::function<void(const Reference &)> activate {}; ///< follows a link
    std::function<void(const QString &filter)> filter {}; ///< follows a link to all that match
    std::function<void(const QString &text)> copy {}; ///< to the clipboard
    Lifecycle lifecycle = Lifecycle();
    QPointer<QAction> primary {};
    QList<QPointer<QAction>> icons {};
    QList<QAction *> menu {};
    QAction *verify = nullptr;
    QAction *copyJson = nullptr;

    [[nodiscard]] const VersionDetails &details() const { return *shown->details; }
    [[nodiscard]] const ModelVersion &version() const { return shown->details->version; }
};

} // namespace stagekeeper
