// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/domain/comparison.h"
#include "model/domain/lifecycle.h"
#include "model/items/comparisonchoice.h"

#include <QObject>

namespace stagekeeper {

/// Reads the chosen versions from their registries, each on its own thread, and puts them side by side in the order of
/// the choice. Follows changes of the choice and of the registries.
class ComparisonLoader final : public QObject
{
    Q_OBJECT

public:
    explicit ComparisonLoader(ComparisonChoice &choice, QObject *parent = nullptr);

    [[nodiscard]] bool isLoading() const { return m_open > 0; }
    void reload();

signals:
    /// `kinds` says how the stages of the versions are drawn.
    void loaded(const stagekeeper::Comparison &comparison, const QList<stagekeeper::StageKind> &kinds);
    void failed(const stagekeeper::Error &error);

private:
    void read(Registry *registry, const QList<VersionId> &ids);
    void finish();

    ComparisonChoice &m_choice;
    QList<ChosenVersion> m_versions; ///< of the running round
    QList<Registry *> m_registries; ///< of the running round, in the order of their first version
    QHash<Registry *, Comparison> m_parts;
    int m_open = 0; ///< registries that have not answered
    int m_generation = 0;
};

} // namespace stagekeeper
