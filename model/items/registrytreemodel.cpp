// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/registrytreemodel.h"

#include "model/items/roles.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

RegistryTreeModel::RegistryTreeModel(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::registryAdded, this, &RegistryTreeModel::add);
    connect(&workspace, &Workspace::registryAboutToClose, this, &RegistryTreeModel::remove);
    connect(&workspace, &Workspace::modelsChanged, this, &RegistryTreeModel::update);
    for (Registry *registry : workspace.registries())
        m_nodes.append(Node {registry, workspace.models(registry)});
}

QModelIndex RegistryTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // a model's index carries its registry, whose row may change; a registry's index carries nothing
    return createIndex(row, column, parent.isValid() ? m_nodes.at(parent.row()).registry : nullptr);
}

QModelIndex RegistryTreeModel::parent(const QModelIndex &index) const
{
    const auto *registry = static_cast<const Registry *>(index.constInternalPointer());
    return registry ? indexOf(registry) : QModelIndex();
}

int RegistryTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    return static_cast<int>(m_nodes.at(parent.row()).models.size());
}

int RegistryTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RegistryTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (!index.internalPointer())
        return registryData(m_nodes.at(index.row()), role);
    return modelData(m_nodes.at(index.parent().row()).models.at(index.row()), role);
}

QVariant RegistryTreeModel::registryData(const Node &node, int role) const
{
    using State = Registry::State;
    const State state = node.registry->state();
    const bool isReadOnly = state == State::Ready && node.registry->info().isReadOnly();
    switch (role) {
    case Qt::DisplayRole:
        return state == State::Ready && !node.registry->info().name.isEmpty()
            ? node.registry->info().name
            : QFileInfo(node.registry->address()).completeBaseName();
    case ExactRole:
        return node.registry->address();
    case StateRole:
        return static_cast<int>(state);
    case ErrorRole:
        return state == State::Failed ? QVariant(node.registry->error().message)
            : isReadOnly              ? QVariant(node.registry->info().readOnlyReason)
                                      : QVariant();
    case CountRole:
        return state == State::Ready ? QVariant(node.models.size()) : QVariant();
    case NoteRole:
        return state == State::Failed    ? QVariant(tr("cannot be opened"))
            : state == State::Opening    ? QVariant(tr("opening"))
            : isReadOnly                 ? QVariant(tr("read-only"))
                                         : QVariant();
    case MutedRole:
        return state != State::Ready;
    case IconNameRole:
        return state == State::Failed ? u"warning"_s : isReadOnly ? u"lock"_s : u"database"_s;
    default:
        return {};
    }
}

QVariant RegistryTreeModel::modelData(const RegisteredModel &model, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return model.name;
    case IdRole:
        return model.id.value;
    case ExactRole:
        return model.description.isEmpty() ? QVariant() : QVariant(model.description);
    case CountRole:
        return model.versions;
    case LiveRole:
        return !model.live.isEmpty();
    default:
        return {};
    }
}

Registry *RegistryTreeModel::registryAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return m_nodes.at(index.internalPointer() ? index.parent().row() : index.row()).registry;
}

QString RegistryTreeModel::modelAt(const QModelIndex &index) const
{
    return index.internalPointer() ? index.data().toString() : QString();
}

QModelIndex RegistryTreeModel::indexOf(const Registry *registry) const
{
    const int row = rowOf(registry);
    return row < 0 ? QModelIndex() : createIndex(row, 0, nullptr);
}

QModelIndex RegistryTreeModel::indexOf(const Registry *registry, const QString &model) const
{
    const QModelIndex parent = indexOf(registry);
    if (!parent.isValid())
        return {};
    const QList<RegisteredModel> &models = m_nodes.at(parent.row()).models;
    const auto found = std::ranges::find(models, model, &RegisteredModel::name);
    return found == models.cend() ? QModelIndex() : index(static_cast<int>(found - models.cbegin()), 0, parent);
}

int RegistryTreeModel::rowOf(const Registry *registry) const
{
    const auto found = std::ranges::find(m_nodes, registry, &Node::registry);
    return found == m_nodes.cend() ? -1 : static_cast<int>(found - m_nodes.cbegin());
}

void RegistryTreeModel::add(Registry *registry)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_nodes.append(Node {registry, {}});
    endInsertRows();
}

void RegistryTreeModel::remove(const Registry *registry)
{
    const int row = rowOf(registry);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_nodes.removeAt(row);
    endRemoveRows();
}

void RegistryTreeModel::update(const Registry *registry)
{
    const QModelIndex parent = indexOf(registry);
    if (!parent.isValid())
        return;
    const QList<RegisteredModel> models = m_workspace.models(registry);
    QList<RegisteredModel> &shown = m_nodes[parent.row()].models;
    // names are sorted in both lists: what is gone goes, what is new is put where it belongs
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(models, shown.at(row).name, &RegisteredModel::name) != models.cend())
            continue;
        beginRemoveRows(parent, row, row);
        shown.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < models.size(); ++row) {
        if (row < shown.size() && shown.at(row).name == models.at(row).name) {
            shown[row] = models.at(row);
            continue;
        }
        beginInsertRows(parent, row, row);
        shown.insert(row, models.at(row));
        endInsertRows();
    }
    emit dataChanged(parent, parent);
    if (!shown.isEmpty())
        emit dataChanged(index(0, 0, parent), index(static_cast<int>(shown.size()) - 1, 0, parent));
}

} // namespace stagekeeper
