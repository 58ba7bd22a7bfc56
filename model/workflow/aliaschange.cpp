// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/aliaschange.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AliasChange)
};

/// Puts an alias back to `before` (an invalid id: to nothing), if it is at `after` (an invalid id: nowhere).
Result<> takeBack(Stores &stores, ModelId modelId, const Reference &alias, VersionId before, VersionId after)
{
    const auto now = stores.versions->find(alias);
    if (!now && now.error().code != Error::Code::NotFound)
        return failAs(now);
    if (now.value_or(VersionId {}) != after)
        return fail(Error::Code::Conflict,
                    Text::tr("The alias \"%1\" was changed since, so it is not set back.").arg(alias.alias));
    if (before.isValid()) {
        const auto set = stores.stages->setAlias(before, alias.alias);
        return set ? Result<> {} : failAs(set);
    }
    const auto removed = stores.stages->removeAlias(modelId, alias.alias);
    return removed ? Result<> {} : failAs(removed);
}

Undo undoOf(ModelId modelId, const AliasChange &change, VersionId before, VersionId after)
{
    const Reference alias {change.model, {}, change.alias};
    return {change.from.isEmpty() ? Text::tr("Remove the alias %1 again").arg(change.alias)
                                  : Text::tr("Point %1 back at %2").arg(change.alias, change.from),
            [=](Stores &stores) {
                return stores.transact([&] { return takeBack(stores, modelId, alias, before, after); });
            }};
}

} // namespace

Result<AliasChange> setAlias(Stores &stores, VersionId version, const QString &alias)
{
    if (const auto fits = checkName(NameKind::Alias, alias); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<AliasChange> {
        const auto target = summaryOf(stores, version);
        if (!target)
            return failAs(target);
        AliasChange change {target->model, alias, {}, target->version, {}};
        if (target->aliases.contains(alias)) {
            change.from = target->version;
            return change;
        }
        const auto model = stores.models->find(target->model);
        if (!model)
            return failAs(model);
        const auto before = stores.stages->setAlias(version, alias);
        if (!before)
            return failAs(before);
        if (before->isValid()) {
            const auto former = summaryOf(stores, *before);
            if (!former)
                return failAs(former);
            change.from = former->version;
        }
        change.undo = undoOf(model->id, change, *before, version);
        return change;
    });
}

Result<AliasChange> removeAlias(Stores &stores, const QString &model, const QString &alias)
{
    return stores.transact([&]() -> Result<AliasChange> {
        const auto known = stores.models->find(model);
        if (!known)
            return failAs(known);
        const auto before = stores.stages->removeAlias(known->id, alias);
        if (!before)
            return failAs(before);
        const auto former = summaryOf(stores, *before);
        if (!former)
            return failAs(former);
        AliasChange change {model, alias, former->version, {}, {}};
        change.undo = undoOf(known->id, change, *before, {});
        return change;
    });
}

} // namespace stagekeeper
