// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QAction;

namespace stagekeeper {

class RegistryTreeView;
class Theme;
class Workspace;

/// The pane at the left: the search, the open registries with their models, and the way to open one more.
class TreePane final : public QWidget
{
    Q_OBJECT

public:
    TreePane(Workspace &workspace, const Theme &theme, QAction *search, QAction *open, QWidget *parent = nullptr);

    /// Says in the place of the tree that no registry is open.
    void setEmpty(bool isEmpty);

signals:
    void dismissed(); ///< Escape, or the keyboard went elsewhere: a pane that lies over a page goes away

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followFocus(const QWidget *before, const QWidget *now);

    QWidget *m_noRegistry;
    RegistryTreeView *m_tree;
};

} // namespace stagekeeper
