// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/registrytreemodel.h"
#include "views/common/theme.h"

#include <QTreeView>

namespace stagekeeper {

/// The tree of open registries and their models. The row that is current is the workspace's current model.
class RegistryTreeView final : public QTreeView
{
    Q_OBJECT

public:
    RegistryTreeView(Workspace &workspace, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] Registry *registryAt(const QPoint &position) const;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void followWorkspace();
    void expandNew(const QModelIndex &parent, int first, int last);

    Workspace &m_workspace;
    RegistryTreeModel *m_tree;
    bool m_following = false;
};

} // namespace stagekeeper
