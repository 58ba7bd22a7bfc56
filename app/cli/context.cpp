// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/context.h"

#include "model/workflow/actor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Context)
};
} // namespace

Result<QString> Context::address() const
{
    if (registry.isEmpty())
        return fail(Error::Code::InvalidArgument,
                    Text::tr("No registry is named: give --registry FILE or set STAGEKEEPER_REGISTRY."));
    return registry;
}

Result<Stores> Context::openForReading() const
{
    const auto file = address();
    if (!file)
        return failAs(file);
    return openStores(*file, {{identity, {}}, true});
}

Result<Stores> Context::openForWriting() const
{
    const auto file = address();
    if (!file)
        return failAs(file);
    const auto actor = currentActor(identity);
    if (!actor)
        return failAs(actor);
    auto stores = openStores(*file, {*actor, false});
    if (stores && stores->info.isReadOnly())
        return fail(Error::Code::Unavailable, stores->info.readOnlyReason);
    return stores;
}

Outcome outcomeOf(const CheckReport &report)
{
    if (report.isOk())
        return Outcome::Done;
    // files that were recorded without being copied are not the registry's own
    const bool isOurs = std::ranges::any_of(report.problems, [](const Problem &problem) {
        return !problem.kind.startsWith("file."_L1);
    });
    return isOurs ? Outcome::Damaged : Outcome::SaidNo;
}

} // namespace stagekeeper
