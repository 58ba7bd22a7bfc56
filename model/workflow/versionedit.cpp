// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/versionedit.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/displacement.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VersionEdit)
};

Result<> checkChange(const ModelVersion &before, const VersionChange &change)
{
    for (auto it = change.setTags.begin(); it != change.setTags.end(); ++it) {
        if (auto fits = checkName(NameKind::Tag, it.key()); !fits)
            return fits;
        if (auto fits = checkText(Text::tr("tag value"), it.value().value_or(QString())); !fits)
            return fits;
    }
    for (const auto &text : {change.description, change.deploymentEnvironment, change.deployedAt}) {
        if (auto fits = checkText(Text::tr("text"), text.value_or(QString())); !fits)
            return fits;
    }
    for (const QString &tag : change.removeTags) {
        if (!before.tags.contains(tag))
            return fail(Error::Code::NotFound,
                        Text::tr("%1:%2 has no tag \"%3\".").arg(before.model, before.version, visibleText(tag)));
    }
    return {};
}

std::optional<QString> tagValue(const ModelVersion &version, const QString &tag)
{
    const auto it = version.tagValues.find(tag);
    return it == version.tagValues.end() ? std::nullopt : std::optional<QString>(*it);
}

/// Leaves out of `wanted` what is so already.
template <typename T>
void keepIfDifferent(std::optional<T> &wanted, const T &current)
{
    if (wanted == current)
        wanted.reset();
}

/// Text as a database keeps it: a null QString would be bound as NULL, which means something else.
QString plain(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

VersionChange withPlainTexts(VersionChange change)
{
    for (std::optional<QString> *text : {&change.description, &change.deploymentEnvironment, &change.deployedAt}) {
        if (*text)
            *text = plain(**text);
    }
    for (std::optional<QString> &value : change.setTags) {
        if (value)
            value = plain(*value);
    }
    return change;
}

VersionChange withoutSame(VersionChange change, const ModelVersion &before)
{
    keepIfDifferent(change.description, before.description);
    keepIfDifferent(change.deploymentEnvironment, before.deploymentEnvironment);
    keepIfDifferent(change.deployedAt, before.deployedAt);
    keepIfDifferent(change.dataRetentionDays, before.dataRetentionDays);
    keepIfDifferent(change.piiPresent, before.piiPresent);
    keepIfDifferent(change.gdprCompliant, before.gdprCompliant);
    for (auto it = change.setTags.begin(); it != change.setTags.end();) {
        const bool isSame = before.tags.contains(it.key()) && tagValue(before, it.key()) == it.value();
        it = isSame ? change.setTags.erase(it) : std::next(it);
    }
    return change;
}

/// The change that gives those fields of `version` that `change` names the values they have in `version`.
VersionChange sameFields(const VersionChange &change, const ModelVersion &version)
{
    VersionChange same;
    if (change.description)
        same.description = version.description;
    if (change.deploymentEnvironment)
        same.deploymentEnvironment = version.deploymentEnvironment;
    if (change.deployedAt)
        same.deployedAt = version.deployedAt;
    if (change.dataRetentionDays)
        same.dataRetentionDays = version.dataRetentionDays;
    if (change.piiPresent)
        same.piiPresent = version.piiPresent;
    if (change.gdprCompliant)
        same.gdprCompliant = version.gdprCompliant;
    for (const QString &tag : change.setTags.keys() + change.removeTags) {
        if (version.tags.contains(tag))
            same.setTags.insert(tag, tagValue(version, tag));
        else
            same.removeTags += tag;
    }
    return same;
}

/// Whether `version` still is as `change` made it.
bool stillHolds(const VersionChange &change, const ModelVersion &version)
{
    const bool areRemoved
        = std::ranges::none_of(change.removeTags, [&](const QString &tag) { return version.tags.contains(tag); });
    VersionChange rest = withoutSame(change, version);
    rest.removeTags.clear();
    return areRemoved && rest.isEmpty();
}

Result<> takeBack(Stores &stores, VersionId id, const VersionChange &done, const VersionChange &back)
{
    const auto now = stores.versions->read(id);
    if (!now)
        return failAs(now);
    if (!stillHolds(done, *now))
        return fail(Error::Code::Conflict,
                    Text::tr("%1:%2 was changed since, so the edit is not taken back.").arg(now->model, now->version));
    return stores.versions->change(id, now->revision, withPlainTexts(back), Text::tr("Undone"));
}

} // namespace

Result<VersionEdit> editVersion(Stores &stores, VersionId version, qint64 seenRevision, const VersionChange &change,
                                const QString &reason)
{
    return stores.transact([&]() -> Result<VersionEdit> {
        const auto before = stores.versions->read(version);
        if (!before)
            return failAs(before);
        if (const auto fits = checkChange(*before, change); !fits)
            return failAs(fits);
        if (const auto fits = checkText(Text::tr("reason"), reason); !fits)
            return failAs(fits);
        VersionEdit edit {before->model, before->version, before->revision, {}};
        const VersionChange done = withoutSame(change, *before);
        if (done.isEmpty())
            return edit;
        const qint64 revision = seenRevision < 0 ? before->revision : seenRevision;
        if (const auto changed = stores.versions->change(version, revision, withPlainTexts(done), reason); !changed)
            return failAs(changed);
        const auto after = summaryRevision(stores, version);
        if (!after)
            return failAs(after);
        edit.revision = *after;
        const VersionChange back = sameFields(done, *before);
        edit.undo = {Text::tr("Take back the edit of %1:%2").arg(before->model, before->version), [=](Stores &later) {
                         return later.transact([&] { return takeBack(later, version, done, back); });
                     }};
        return edit;
    });
}

Result<VersionEdit> removeVersion(Stores &stores, VersionId version, const QString &reason)
{
    if (const auto fits = checkText(Text::tr("reason"), reason); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<VersionEdit> {
        const auto before = summaryOf(stores, version);
        if (!before)
            return failAs(before);
        if (const auto removed = stores.versions->remove(version, reason); !removed)
            return failAs(removed);
        return VersionEdit {before->model, before->version, before->revision,
                            {Text::tr("Bring %1:%2 back from the trash").arg(before->model, before->version),
                             [=](Stores &later) { return later.transact([&] { return later.versions->restore(version); }); }}};
    });
}

Result<Undo> describeModel(Stores &stores, const QString &model, qint64 seenRevision, const QString &description)
{
    if (const auto fits = checkText(Text::tr("description"), description); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<Undo> {
        const auto before = stores.models->find(model);
        if (!before)
            return failAs(before);
        const qint64 revision = seenRevision < 0 ? before->revision : seenRevision;
        if (const auto changed = stores.models->describe(before->id, revision, plain(description)); !changed)
            return failAs(changed);
        return Undo {Text::tr("Put the former description of %1 back").arg(model),
                     [model, description, former = before->description](Stores &later) {
                         return later.transact([&]() -> Result<> {
                             const auto now = later.models->find(model);
                             if (!now)
                                 return failAs(now);
                             if (now->description != description)
                                 return fail(Error::Code::Conflict,
                                             Text::tr("The description of %1 was changed since.").arg(model));
                             return later.models->describe(now->id, now->revision, plain(former));
                         });
                     }};
    });
}

} // namespace stagekeeper
