// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/displacement.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(StageChange)
};
} // namespace

Result<Stage> findStage(const Lifecycle &lifecycle, const QString &name)
{
    if (const auto stage = lifecycle.find(name))
        return *stage;
    QStringList names;
    for (const Stage &stage : lifecycle.stages())
        names += visibleText(stage.name);
    return fail(Error::Code::InvalidArgument,
                Text::tr("This registry has no stage \"%1\"; its stages are %2.")
                    .arg(visibleText(name), names.join(u", "_s)));
}

Result<QList<Displaced>> makeRoom(Stores &stores, const QString &model, VersionId entering, const Stage &stage,
                                  const Lifecycle &lifecycle, const QString &enteringVersion)
{
    QList<Displaced> displaced;
    if (stage.capacity <= 0)
        return displaced;
    const auto known = stores.models->find(model);
    if (!known)
        return failAs(known);
    auto holders = stores.stages->holders(known->id, stage.name);
    if (!holders)
        return failAs(holders);
    holders->removeAll(entering);
    const auto archive = lifecycle.archive();
    while (holders->size() >= stage.capacity) {
        const auto leaving = summaryOf(stores, holders->takeLast());
        if (!leaving)
            return failAs(leaving);
        if (!archive || archive->name == stage.name)
            return fail(Error::Code::Conflict,
                        Text::tr("%1 is full (%2:%3 holds it), and this registry has no archive stage to move that to.")
                            .arg(stage.name, leaving->model, leaving->version));
        const QString reason = Text::tr("Replaced by %1:%2").arg(model, enteringVersion);
        if (const auto moved = stores.stages->move({leaving->id, stage.name, archive->name, {}, reason, {}}); !moved)
            return failAs(moved);
        displaced += Displaced {leaving->id, leaving->version, stage.name, archive->name};
    }
    return displaced;
}

Result<> takeBackDisplacement(Stores &stores, const QList<Displaced> &displaced)
{
    for (const Displaced &one : displaced) {
        auto moved = stores.stages->move({one.id, one.to, one.from, {}, Text::tr("Undone"), {}});
        if (!moved && moved.error().code == Error::Code::Conflict)
            moved.error().message = Text::tr("%1 was moved since, so it is not moved back.").arg(one.version);
        if (!moved)
            return moved;
    }
    return {};
}

QStringList versionsOf(const QList<Displaced> &displaced)
{
    QStringList versions;
    for (const Displaced &one : displaced)
        versions += one.version;
    return versions;
}

Result<qint64> summaryRevision(Stores &stores, VersionId version)
{
    const auto summary = summaryOf(stores, version);
    if (!summary)
        return failAs(summary);
    return summary->revision;
}

QString deploymentTime()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

} // namespace stagekeeper
