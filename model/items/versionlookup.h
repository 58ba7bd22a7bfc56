// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/items/comparisonchoice.h"
#include "model/items/savedcomparison.h"

#include <QObject>

namespace stagekeeper {

class Workspace;

/// Finds versions by name in their registries, which are opened where they are not yet. A newer question replaces the one
/// that is not answered.
class VersionLookup final : public QObject
{
    Q_OBJECT

public:
    explicit VersionLookup(Workspace &workspace, QObject *parent = nullptr);

    void find(const QList<NamedVersion> &versions);

signals:
    /// In the order of the question; `version` is not valid where there is none of this name.
    void found(const QList<stagekeeper::ChosenVersion> &versions);
    void failed(const stagekeeper::Error &error); ///< a registry cannot be read

private:
    void ask(Registry *registry, const QList<qsizetype> &places, const QList<Reference> &references);

    Workspace &m_workspace;
    QList<ChosenVersion> m_found;
    int m_open = 0; ///< registries that have not answered
    int m_generation = 0;
};

} // namespace stagekeeper
