// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace stagekeeper {

/// What a stage means, whatever a registry calls it. Badges and rules go by this, never by the name.
enum class StageKind {
    Initial, ///< where a version is registered ("Development")
    Working, ///< on its way ("Staging")
    Live, ///< serves ("Production")
    Archive, ///< kept, out of use ("Archived")
};

/// One state of the lifecycle of a registry.
struct Stage {
    QString name;
    StageKind kind = StageKind::Initial;
    int capacity = 0; ///< how many versions of one model may hold it; 0: any number

    friend bool operator==(const Stage &, const Stage &) = default;
};

/// The stages of a registry in order. A version that is displaced from a full stage moves to the archive stage.
class Lifecycle
{
public:
    explicit Lifecycle(QList<Stage> stages = classicStages());

    /// Development, Staging, Production (one version per model), Archived.
    [[nodiscard]] static QList<Stage> classicStages();
    /// Stages from names alone: the first is initial, the last the archive when there are three or more, the one before it live.
    [[nodiscard]] static QList<Stage> stagesFromNames(const QStringList &names);

    [[nodiscard]] const QList<Stage> &stages() const { return m_stages; }
    [[nodiscard]] std::optional<Stage> find(const QString &name) const; ///< by exact name
    [[nodiscard]] Stage initial() const;
    [[nodiscard]] std::optional<Stage> archive() const;
    [[nodiscard]] std::optional<Stage> live() const; ///< the first live stage

private:
    QList<Stage> m_stages;
};

} // namespace stagekeeper
