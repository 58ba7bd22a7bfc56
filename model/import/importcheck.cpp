// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importcheck.h"

#include "model/domain/lifecycle.h"
#include "model/domain/namerules.h"
#include "model/store/objects/objectstore.h"
#include "model/store/stores.h"
#include "model/workflow/registration.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCheck)
};

Result<> checkStage(const Lifecycle &lifecycle, const QString &stage)
{
    if (lifecycle.find(stage))
        return {};
    QStringList names;
    for (const Stage &known : lifecycle.stages())
        names.append(visibleText(known.name));
    return fail(Error::Code::InvalidArgument,
        Text::tr("This registry has no stage \"%1\"; it has %2.").arg(visibleText(stage), names.join(u", "_s)));
}

// Every entry starts where the one before it ended, in time and in stage.
Result<> checkHistory(const Lifecycle &lifecycle, const ImportCandidate &candidate)
{
    QString stage;
    QDateTime time;
    for (qsizetype i = 0; i < candidate.history.size(); ++i) {
        const HistoryEntry &entry = candidate.history.at(i);
        if (const Result<> known = checkStage(lifecycle, entry.to); !known)
            return known;
        if (const Result<> text = checkText(Text::tr("reason"), entry.reason); !text)
            return text;
        if (entry.from != stage)
            return fail(Error::Code::InvalidArgument,
                Text::tr("Entry %1 of the history begins in \"%2\", but the version was in \"%3\".")
                    .arg(QString::number(i + 1), visibleText(entry.from), visibleText(stage)));
        if (time.isValid() && entry.at < time)
            return fail(Error::Code::InvalidArgument,
                Text::tr("Entry %1 of the history is earlier than the one before it.").arg(i + 1));
        stage = entry.to;
        time = entry.at;
    }
    if (stage != candidate.version.stage)
        return fail(Error::Code::InvalidArgument,
            Text::tr("The history ends in \"%1\", but the stage is \"%2\".")
                .arg(visibleText(stage), visibleText(candidate.version.stage)));
    return {};
}

// Fills in what follows from the rest, and says what does not hold together.
Result<> complete(const Lifecycle &lifecycle, ImportCandidate &candidate)
{
    ModelVersion &version = candidate.version;
    if (version.stage.isEmpty())
        version.stage = candidate.history.isEmpty() ? lifecycle.initial().name : candidate.history.last().to;
    if (const Result<> valid = validate(version); !valid)
        return valid;
    if (const Result<> known = checkStage(lifecycle, version.stage); !known)
        return known;
    if (!candidate.history.isEmpty())
        return checkHistory(lifecycle, candidate);
    if (!candidate.origin && version.createdAt.isValid())
        candidate.origin = {version.createdAt, version.createdBy};
    return {};
}

QJsonArray knownFiles(const QList<Artifact> &artifacts)
{
    QJsonArray files;
    for (const Artifact &artifact : artifacts)
        files.append(QJsonArray{artifact.name, artifact.sha256});
    return files;
}

QJsonObject contentOf(ModelVersion version)
{
    const QJsonArray files = knownFiles(version.artifacts);
    QJsonObject object = parseStrictJson(versionToJson(version, JsonWriter::Form::Compact))->toObject();
    for (const QString &key : {u"aliases"_s, u"created_at"_s, u"created_by"_s, u"revision"_s, u"stage"_s,
             u"deployed_at"_s, u"deployment_environment"_s})
        object.remove(key);
    object.insert(u"artifacts"_s, files);
    return object;
}

// Digests of files that the document does not state.
Result<> addDigests(ImportCandidate &candidate)
{
    for (const ImportFile &file : std::as_const(candidate.files)) {
        const auto artifact = std::ranges::find(candidate.version.artifacts, file.artifact, &Artifact::name);
        if (artifact == candidate.version.artifacts.end() || !artifact->sha256.isEmpty())
            continue;
        const Result<ObjectInfo> info = digestOfFile(file.path);
        if (!info)
            return failAs(info);
        artifact->sha256 = info->sha256;
        artifact->bytes = info->bytes;
    }
    return {};
}

// Closes a candidate that has the reference of a version that is known.
void compare(ImportCandidate &candidate, const ModelVersion &known, bool isHere)
{
    if (const Result<> digests = addDigests(candidate); !digests) {
        candidate.close(ImportOutcome::Rejected, digests.error().message);
        return;
    }
    const QStringList keys = differingKeys(known, candidate.version);
    if (!keys.isEmpty()) {
        candidate.close(ImportOutcome::Rejected,
            (isHere ? Text::tr("This version is registered with other content (%1); it is not overwritten.")
                    : Text::tr("This version comes twice, with other content (%1); the first one counts."))
                .arg(visibleText(keys.join(u", "_s))));
    } else if (known.stage != candidate.version.stage) {
        candidate.close(ImportOutcome::Skipped,
            Text::tr("This version is registered; it is in \"%1\" here and in \"%2\" there.")
                .arg(visibleText(known.stage), visibleText(candidate.version.stage)));
    } else {
        candidate.close(ImportOutcome::Same, {});
    }
}

Result<> compareWithRegistry(Stores &stores, ImportCandidate &candidate)
{
    const Result<VersionId> id = stores.versions->find({candidate.version.model, candidate.version.version, {}});
    if (!id)
        return id.error().code == Error::Code::NotFound ? Result<>() : failAs(id);
    const Result<ModelVersion> known = stores.versions->read(*id);
    if (!known)
        return failAs(known);
    compare(candidate, *known, true);
    return {};
}

QDateTime arrival(const ImportCandidate &candidate)
{
    if (!candidate.history.isEmpty())
        return candidate.history.last().at;
    const QDateTime deployed = QDateTime::fromString(candidate.version.deployedAt, Qt::ISODateWithMs);
    return deployed.isValid() ? deployed : candidate.version.createdAt;
}

// Takes a candidate into another stage than the source says.
void divert(ImportCandidate &candidate, const Lifecycle &lifecycle)
{
    const QString full = candidate.version.stage;
    const QString stage = lifecycle.archive().value_or(lifecycle.initial()).name;
    if (!candidate.history.isEmpty()) {
        const HistoryEntry &last = candidate.history.last();
        candidate.history.append({last.at, u"archived"_s, full, stage, {}, {}});
    }
    candidate.version.stage = stage;
    candidate.row.outcome = ImportOutcome::Changed;
    candidate.row.reason = Text::tr("Taken into \"%1\", because \"%2\" holds no more versions of this model.")
                               .arg(visibleText(stage), visibleText(full));
}

Result<> makeRoom(Stores &stores, const Lifecycle &lifecycle, const Stage &stage, QList<ImportCandidate> &candidates)
{
    QMap<QString, QList<ImportCandidate *>> arriving;
    for (ImportCandidate &candidate : candidates) {
        if (candidate.isOpen && candidate.version.stage == stage.name)
            arriving[candidate.version.model].append(&candidate);
    }
    for (auto model = arriving.begin(); model != arriving.end(); ++model) {
        qsizetype room = stage.capacity;
        const Result<RegisteredModel> known = stores.models->find(model.key());
        if (!known && known.error().code != Error::Code::NotFound)
            return failAs(known);
        if (known) {
            const Result<QList<VersionId>> holders = stores.stages->holders(known->id, stage.name);
            if (!holders)
                return failAs(holders);
            room -= holders->size();
        }
        std::ranges::stable_sort(
            *model, std::ranges::greater(), [](const auto *candidate) { return arrival(*candidate); });
        for (qsizetype i = std::max<qsizetype>(room, 0); i < model->size(); ++i)
            divert(*model->at(i), lifecycle);
    }
    return {};
}

} // namespace

QStringList differingKeys(const ModelVersion &here, const ModelVersion &there)
{
    const QJsonObject a = contentOf(here);
    const QJsonObject b = contentOf(there);
    QStringList keys = a.keys() + b.keys();
    keys.removeDuplicates();
    keys.removeIf([&a, &b](const QString &key) { return a.value(key) == b.value(key); });
    return keys;
}

Result<> checkCandidates(Stores &stores, const Lifecycle &lifecycle, QList<ImportCandidate> &candidates)
{
    QHash<std::pair<QString, QString>, qsizetype> seen;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        ImportCandidate &candidate = candidates[i];
        if (!candidate.isOpen)
            continue;
        if (const Result<> completed = complete(lifecycle, candidate); !completed) {
            candidate.close(ImportOutcome::Rejected, completed.error().message);
            continue;
        }
        const std::pair name{candidate.version.model, candidate.version.version};
        if (const auto first = seen.constFind(name); first != seen.cend()) {
            compare(candidate, candidates.at(*first).version, false);
            continue;
        }
        seen.insert(name, i);
        if (const Result<> compared = compareWithRegistry(stores, candidate); !compared)
            return compared;
    }
    for (const Stage &stage : lifecycle.stages()) {
        if (stage.capacity == 0)
            continue;
        if (const Result<> made = makeRoom(stores, lifecycle, stage, candidates); !made)
            return made;
    }
    return {};
}

} // namespace stagekeeper
