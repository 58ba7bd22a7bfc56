// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "tests/support/temporaryregistry.h"
#include "views/common/pagecontext.h"
#include "views/common/style.h"

#include <QApplication>
#include <QTest>

namespace stagekeeper {

/// What a page is given, with settings of its own.
class PageGround final
{
public:
    explicit PageGround(const OpenOptions &options = {{QStringLiteral("tester"), QStringLiteral("installation-1")}})
        : m_environment(qputenv("STAGEKEEPER_HOME", m_home.path().toUtf8())), workspace(settings, options)
    {
        theme.setMode(Theme::Mode::Light);
        applyTheme(*qApp, theme);
    }

    [[nodiscard]] PageContext context() { return {workspace, settings, undo, jobs, theme}; }
    [[nodiscard]] QString home() const { return m_home.path(); }
    /// Opens and waits until a model is current; null when that does not happen.
    [[nodiscard]] Registry *open(const QString &path, const QString &model)
    {
        Registry *registry = workspace.open(path);
        workspace.setCurrent(registry, model);
        const bool isRead = QTest::qWaitFor([&] { return workspace.currentModel().name == model; });
        return isRead ? registry : nullptr;
    }

private:
    QTemporaryDir m_home;
    bool m_environment; // set before the settings are read

public:
    Theme theme;
    Settings settings;
    Workspace workspace;
    UndoHistory undo;
    Jobs jobs;
};

} // namespace stagekeeper
