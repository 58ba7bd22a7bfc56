// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

class QApplication;

namespace stagekeeper {

class MainWindow;
class Theme;
class Workspace;

/// Draws every page of the sample, light and dark, to PNG files: for machines without a display, and for the manual.
class PagePictures final : public QObject
{
    Q_OBJECT

public:
    PagePictures(MainWindow &window, Workspace &workspace, Theme &theme, const QString &folder);

    /// Runs the application until all pictures are written; gives its exit status.
    [[nodiscard]] int run(QApplication &application);

private:
    void step();
    [[nodiscard]] bool isSettled();
    void chooseVersions();
    void take(const QString &name);

    MainWindow &m_window;
    Workspace &m_workspace;
    Theme &m_theme;
    QString m_folder;
    QTimer m_timer;
    int m_next = -1; ///< the page to be drawn; -1: the one without a registry
    int m_quietSteps = 0;
    int m_steps = 0;
    bool m_failed = false;
};

} // namespace stagekeeper
