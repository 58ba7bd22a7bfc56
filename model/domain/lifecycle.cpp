// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lifecycle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

std::optional<Stage> firstOfKind(const QList<Stage> &stages, StageKind kind)
{
    const auto found = std::ranges::find(stages, kind, &Stage::kind);
    return found == stages.end() ? std::nullopt : std::optional(*found);
}

} // namespace

Lifecycle::Lifecycle(QList<Stage> stages)
    : m_stages(stages.isEmpty() ? classicStages() : std::move(stages))
{
}

QList<Stage> Lifecycle::classicStages()
{
    return {{u"Development"_s, StageKind::Initial, 0}, {u"Staging"_s, StageKind::Working, 0},
        {u"Production"_s, StageKind::Live, 1}, {u"Archived"_s, StageKind::Archive, 0}};
}

QList<Stage> Lifecycle::stagesFromNames(const QStringList &names)
{
    QList<Stage> stages;
    for (const QString &name : names)
        stages.append({name, StageKind::Working, 0});
    const bool hasArchive = stages.size() >= 3;
    if (hasArchive)
        stages.last().kind = StageKind::Archive;
    if (stages.size() >= 2) {
        // without an archive there is no place for a version that is displaced
        Stage &live = stages[stages.size() - (hasArchive ? 2 : 1)];
        live.kind = StageKind::Live;
        live.capacity = hasArchive ? 1 : 0;
    }
    if (!stages.isEmpty())
        stages.first().kind = StageKind::Initial;
    return stages;
}

std::optional<Stage> Lifecycle::find(const QString &name) const
{
    const auto found = std::ranges::find(m_stages, name, &Stage::name);
    return found == m_stages.end() ? std::nullopt : std::optional(*found);
}

Stage Lifecycle::initial() const
{
    return firstOfKind(m_stages, StageKind::Initial).value_or(m_stages.first());
}

std::optional<Stage> Lifecycle::archive() const
{
    return firstOfKind(m_stages, StageKind::Archive);
}

std::optional<Stage> Lifecycle::live() const
{
    return firstOfKind(m_stages, StageKind::Live);
}

} // namespace stagekeeper
