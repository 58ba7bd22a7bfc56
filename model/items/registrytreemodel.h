// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/workspace.h"

#include <QAbstractItemModel>

namespace stagekeeper {

/// The open registries and under each its models, with how many versions they have and whether one of them is live.
class RegistryTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit RegistryTreeModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] Registry *registryAt(const QModelIndex &index) const; ///< of a registry's row or one of its models'
    [[nodiscard]] QString modelAt(const QModelIndex &index) const; ///< empty on a registry's row
    [[nodiscard]] QModelIndex indexOf(const Registry *registry) const;
    [[nodiscard]] QModelIndex indexOf(const Registry *registry, const QString &model) const;

private:
    struct Node {
        Registry *registry = nullptr;
        QList<RegisteredModel> models;
    };

    [[nodiscard]] QVariant registryData(const Node &node, int role) const;
    [[nodiscard]] static QVariant modelData(const RegisteredModel &model, int role);
    [[nodiscard]] int rowOf(const Registry *registry) const;
    void add(Registry *registry);
    void remove(const Registry *registry);
    void update(const Registry *registry);

    Workspace &m_workspace;
    QList<Node> m_nodes;
};

} // namespace stagekeeper
