// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/checks.h"

#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

/// A file to look at once, and every artifact that refers to it.
struct Target {
    QString sha256;
    QString file; ///< empty: an object of the store
    qint64 bytes = 0;
    QList<std::pair<VersionId, QString>> artifacts;
};

/// The local file of an artifact that was recorded without being copied; empty when it is elsewhere or has no digest.
QString localFile(const Artifact &artifact)
{
    const QUrl url(artifact.uri);
    const bool isHere = url.isLocalFile() && url.host().isEmpty(); // a host would be asked over the network
    return isHere && !artifact.sha256.isEmpty() ? url.toLocalFile() : QString();
}

Result<QList<Target>> targets(Stores &stores, const QList<VersionId> &versions)
{
    QList<Target> found;
    QHash<QString, qsizetype> places;
    for (const VersionId version : versions) {
        const auto artifacts = stores.artifacts->list(version);
        if (!artifacts)
            return failAs(artifacts);
        for (const Artifact &artifact : *artifacts) {
            const QString file = artifact.isStored ? QString() : localFile(artifact);
            if (!artifact.isStored && file.isEmpty())
                continue;
            const QString key = artifact.sha256 % u' ' % file;
            if (!places.contains(key)) {
                places.insert(key, found.size());
                found += Target {artifact.sha256, file, std::max<qint64>(artifact.bytes, 0), {}};
            }
            found[places.value(key)].artifacts.emplaceBack(version, artifact.name);
        }
    }
    return found;
}

/// Nothing when the file is as it was registered; fails only when it was stopped.
Result<std::optional<Problem>> look(Stores &stores, const Target &target, const ByteProgress &progress, bool &isStopped)
{
    const ByteProgress watched = [&](qint64 done, qint64 total) {
        isStopped = isStopped || (progress && !progress(done, total));
        return !isStopped;
    };
    const bool isObject = target.file.isEmpty();
    const auto info = isObject ? stores.objects->verify(target.sha256, watched)
        : QFileInfo(target.file).isFile()
        ? digestOfFile(target.file, watched)
        : fail(Error::Code::NotFound, Text::tr("The file \"%1\" is not there any more.").arg(target.file));
    if (isStopped)
        return fail(Error::Code::Unavailable, Text::tr("The check was stopped."));
    if (!info) {
        const bool isMissing = info.error().code == Error::Code::NotFound;
        const QString kind = isObject ? (isMissing ? u"object.missing"_s : u"object.corrupt"_s)
                                      : (isMissing ? u"file.missing"_s : u"file.unreadable"_s);
        return Problem {kind, {}, info.error().message};
    }
    if (info->sha256 != target.sha256)
        return Problem {isObject ? u"object.corrupt"_s : u"file.changed"_s, {},
                        Text::tr("The content is not what was registered: SHA-256 is %1, it was %2.")
                            .arg(info->sha256, target.sha256)};
    return std::nullopt;
}

Result<> report(Stores &stores, const Target &target, const Problem &problem, CheckReport &report)
{
    for (const auto &[version, name] : target.artifacts) {
        const auto summary = summaryOf(stores, version);
        if (!summary)
            return failAs(summary);
        report.problems += Problem {problem.kind, summary->model % u':' % summary->version % u'/' % name, problem.detail};
    }
    return {};
}

} // namespace

Result<CheckReport> verifyArtifacts(Stores &stores, std::optional<VersionId> version, const ByteProgress &progress)
{
    if (!stores.artifacts || !stores.objects)
        return fail(Error::Code::Unsupported, Text::tr("This registry does not store files."));
    const auto versions = version ? Result<QList<VersionId>>(QList {*version}) : stores.versions->ids({});
    if (!versions)
        return failAs(versions);
    const auto all = targets(stores, *versions);
    if (!all)
        return failAs(all);
    qint64 total = 0;
    for (const Target &target : *all)
        total += target.bytes;

    CheckReport checked;
    qint64 before = 0;
    bool isStopped = false;
    for (const Target &target : *all) {
        const ByteProgress shifted = [&](qint64 done, qint64) { return !progress || progress(before + done, total); };
        const auto problem = look(stores, target, shifted, isStopped);
        if (!problem)
            return failAs(problem);
        if (*problem) {
            if (const auto reported = report(stores, target, **problem, checked); !reported)
                return failAs(reported);
        }
        checked.checked += target.artifacts.size();
        before += target.bytes;
    }
    return checked;
}

Result<CheckReport> checkRegistry(Stores &stores, const std::function<bool(qint64, qint64)> &progress)
{
    if (!stores.audit)
        return fail(Error::Code::Unsupported, Text::tr("This registry keeps no log that could be checked."));
    auto checked = stores.audit->verify(progress);
    if (!checked)
        return checked;
    ++checked->checked; // the file itself: its header and schema were looked at when it was opened
    if (!stores.artifacts || !stores.objects)
        return checked;
    const auto digests = stores.artifacts->storedDigests();
    if (!digests)
        return failAs(digests);
    for (const QString &digest : *digests) {
        ++checked->checked;
        if (!stores.objects->contains(digest))
            checked->problems += Problem {u"object.missing"_s, digest, Text::tr("A stored file is missing.")};
    }
    return checked;
}

} // namespace stagekeeper
