// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/registrytreeview.h"

#include "views/registries/registrydelegate.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace stagekeeper {

RegistryTreeView::RegistryTreeView(Workspace &workspace, const Theme &theme, QWidget *parent)
    : QTreeView(parent), m_workspace(workspace), m_tree(new RegistryTreeModel(workspace, this))
{
    setObjectName(u"registryTree"_s);
    setAccessibleName(tr("Registries and models"));
    setModel(m_tree);
    setItemDelegate(new RegistryDelegate(theme, this));
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setExpandsOnDoubleClick(true);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, theme.color(Token::Window));
    setPalette(palette);
    connect(&theme, &Theme::changed, this, [this, &theme] {
        QPalette changed = theme.palette();
        changed.setColor(QPalette::Base, theme.color(Token::Window));
        setPalette(changed);
    });
    connect(m_tree, &QAbstractItemModel::rowsInserted, this, &RegistryTreeView::expandNew);
    connect(&workspace, &Workspace::currentChanged, this, &RegistryTreeView::followWorkspace);
    expandAll();
    followWorkspace();
}

Registry *RegistryTreeView::registryAt(const QPoint &position) const
{
    return m_tree->registryAt(indexAt(position));
}

void RegistryTreeView::expandNew(const QModelIndex &parent, int first, int)
{
    // models of a registry that has just been read are shown at once
    if (parent.isValid() && first == 0 && m_tree->rowCount(parent) > 0)
        expand(parent);
    followWorkspace();
}

void RegistryTreeView::followWorkspace()
{
    const QModelIndex current =
        m_tree->indexOf(m_workspace.currentRegistry(), m_workspace.currentModel().name);
    if (!current.isValid() || current == currentIndex())
        return;
    m_following = true;
    setCurrentIndex(current);
    m_following = false;
}

void RegistryTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Registry *registry = m_tree->registryAt(current);
    const QString model = m_tree->modelAt(current);
    if (!m_following && registry && !model.isEmpty())
        m_workspace.setCurrent(registry, model);
}

void RegistryTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    Registry *registry = registryAt(event->pos());
    if (!registry)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Reload"), this, [this, registry] { m_workspace.reopen(registry); });
    menu->addAction(tr("Show in folder"), this, [registry] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(registry->address()).absolutePath()));
    });
    menu->addSeparator();
    menu->addAction(tr("Close registry"), this, [this, registry] { m_workspace.close(registry); });
    menu->popup(event->globalPos());
}

} // namespace stagekeeper
