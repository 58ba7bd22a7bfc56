// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/stagechange.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/displacement.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StageChange)
};

/// Where one version stood before a change, and what the change made of it.
struct Step {
    VersionId id;
    QString from, to;
    QString deployedBefore, deployedAfter;
};

Result<> takeBack(Stores &stores, const Step &step)
{
    const auto now = stores.versions->read(step.id);
    if (!now)
        return failAs(now);
    if (now->stage != step.to || now->deployedAt != step.deployedAfter)
        return fail(Error::Code::Conflict,
                    Text::tr("%1:%2 was changed since, so its stage is not set back.").arg(now->model, now->version));
    if (const auto moved = stores.stages->move({step.id, step.to, step.from, step.deployedBefore, Text::tr("Undone"), {}});
        !moved)
        return moved;
    if (!step.deployedBefore.isEmpty() || step.deployedAfter.isEmpty())
        return {};
    // a move cannot make the date empty again
    const auto moved = summaryRevision(stores, step.id);
    if (!moved)
        return failAs(moved);
    VersionChange change;
    change.deployedAt = u""_s; // not null, which would be bound as NULL
    return stores.versions->change(step.id, *moved, change, Text::tr("Undone"));
}

Undo undoOf(const ModelVersion &version, const Step &step, const QList<Displaced> &displaced)
{
    return {Text::tr("Move %1:%2 back to %3").arg(version.model, version.version, step.from),
            [step, displaced](Stores &stores) {
                return stores.transact([&]() -> Result<> {
                    if (const auto back = takeBack(stores, step); !back)
                        return back;
                    return takeBackDisplacement(stores, displaced);
                });
            }};
}

} // namespace

Result<StageChange> setStage(Stores &stores, VersionId version, const QString &toStage, const QString &reason)
{
    if (const auto fits = checkText(Text::tr("reason"), reason); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<StageChange> {
        const auto lifecycle = stores.stages->lifecycle();
        if (!lifecycle)
            return failAs(lifecycle);
        const auto stage = findStage(*lifecycle, toStage);
        if (!stage)
            return failAs(stage);
        const auto before = stores.versions->read(version);
        if (!before)
            return failAs(before);
        if (before->stage == stage->name)
            return fail(Error::Code::InvalidArgument,
                        Text::tr("%1:%2 is in %3 already.").arg(before->model, before->version, stage->name));

        const auto displaced = makeRoom(stores, before->model, version, *stage, *lifecycle, before->version);
        if (!displaced)
            return failAs(displaced);
        const QString deployedAt = stage->kind == StageKind::Live ? deploymentTime() : QString();
        if (const auto moved = stores.stages->move({version, before->stage, stage->name, deployedAt, reason, {}}); !moved)
            return failAs(moved);

        const Step step {version, before->stage, stage->name, before->deployedAt,
                         deployedAt.isEmpty() ? before->deployedAt : deployedAt};
        return StageChange {before->model, before->version, before->stage, stage->name, deployedAt,
                            versionsOf(*displaced), undoOf(*before, step, *displaced)};
    });
}

} // namespace stagekeeper
