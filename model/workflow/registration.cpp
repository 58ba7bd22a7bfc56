// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/registration.h"

#include "model/domain/namerules.h"
#include "model/domain/semver.h"
#include "model/domain/versionscheme.h"
#include "model/store/stores.h"
#include "model/workflow/artifactchange.h"
#include "model/workflow/displacement.h"
#include "model/workflow/gitstate.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Registration)
};

Result<VersionSummary> firstBy(Stores &stores, ModelId model, FilterField::Kind key)
{
    const auto ids = stores.versions->ids({model, {}, {{key, {}}, true}}, 1);
    if (!ids)
        return failAs(ids);
    if (ids->isEmpty())
        return fail(Error::Code::NotFound, {});
    return summaryOf(stores, ids->first());
}

/// The semantic version to count up from: the highest one. The newest must be a semantic version too, or the model has
/// left that scheme.
Result<SemVer> highestSemVer(Stores &stores, const QString &model)
{
    const auto none = fail(Error::Code::InvalidArgument,
                           Text::tr("\"%1\" has no version to count up from: give its first version in full, such as 1.0.0.")
                               .arg(visibleText(model)));
    const auto known = stores.models->find(model);
    if (!known)
        return known.error().code == Error::Code::NotFound ? none : failAs(known);
    for (const auto key : {FilterField::Kind::CreatedAt, FilterField::Kind::Version}) {
        const auto version = firstBy(stores, known->id, key);
        if (!version)
            return version.error().code == Error::Code::NotFound ? none : failAs(version);
        const auto parsed = SemVer::parse(version->version);
        if (!parsed)
            return fail(Error::Code::InvalidArgument,
                        Text::tr("The newest version of \"%1\" is \"%2\", which is no semantic version to count up from: "
                                 "give the next one in full.")
                            .arg(visibleText(model), visibleText(version->version)));
        if (key == FilterField::Kind::Version)
            return *parsed;
    }
    return none;
}

bool countsUp(const QString &spec)
{
    return spec == "next-major"_L1 || spec == "next-minor"_L1 || spec == "next-patch"_L1;
}

Result<> checkNames(NameKind kind, const QStringList &names)
{
    for (const QString &name : names) {
        if (auto fits = checkName(kind, name); !fits)
            return fits;
    }
    return {};
}

Result<> checkFreeTexts(const ModelVersion &version)
{
    const struct {
        QString what;
        QStringList texts;
    } texts[] = {
        {Text::tr("description"), {version.description}},
        {Text::tr("tag value"), version.tagValues.values()},
        {Text::tr("framework"), {version.framework}},
        {Text::tr("task"), {version.task}},
        {Text::tr("architecture"), {version.architecture}},
        {Text::tr("training data version"), {version.trainingDataVersion}},
        {Text::tr("training time"), {version.trainingStart, version.trainingEnd}},
        {Text::tr("test set"), {version.testSet}},
        {Text::tr("deployment"), {version.deployedAt, version.deploymentEnvironment}},
        {Text::tr("git commit or branch"), {version.gitCommit, version.gitBranch}},
    };
    for (const auto &[what, values] : texts) {
        for (const QString &text : values) {
            if (auto fits = checkText(what, text); !fits)
                return fits;
        }
    }
    return {};
}

Result<> checkArtifacts(const QList<Artifact> &artifacts)
{
    QSet<QString> names;
    for (const Artifact &artifact : artifacts) {
        if (auto fits = checkName(NameKind::Artifact, artifact.name); !fits)
            return fits;
        if (names.contains(artifact.name))
            return fail(Error::Code::InvalidArgument,
                        Text::tr("Two artifacts are named \"%1\".").arg(visibleText(artifact.name)));
        names.insert(artifact.name);
        static const QRegularExpression digest(u"\\A[0-9a-f]{64}\\z"_s);
        if (!artifact.sha256.isEmpty() && !digest.match(artifact.sha256).hasMatch())
            return fail(Error::Code::InvalidArgument,
                        Text::tr("The artifact \"%1\" has no SHA-256 of 64 lower-case hexadecimal digits.")
                            .arg(visibleText(artifact.name)));
    }
    return {};
}

Undo undoOf(const Registered &registered, qint64 revision, const QList<Displaced> &displaced)
{
    const QString name = registered.model % u':' % registered.version;
    return {Text::tr("Move %1 to the trash").arg(name), [=, id = registered.id](Stores &stores) {
                return stores.transact([&]() -> Result<> {
                    const auto now = summaryRevision(stores, id);
                    if (!now)
                        return failAs(now);
                    if (*now != revision)
                        return fail(Error::Code::Conflict,
                                    Text::tr("%1 was changed since, so its registration is not taken back.").arg(name));
                    if (const auto removed = stores.versions->remove(id, Text::tr("Undone")); !removed)
                        return removed;
                    return takeBackDisplacement(stores, displaced);
                });
            }};
}

/// Registers what is complete but for the version text that counts up and the stage. Inside a transaction.
Result<Registered> addVersion(Stores &stores, ModelVersion version, const Registration &registration)
{
    if (countsUp(registration.versionSpec)) {
        const auto resolved = resolveVersion(stores, registration);
        if (!resolved)
            return failAs(resolved);
        version.version = *resolved;
    }
    if (const auto valid = validate(version); !valid)
        return failAs(valid);
    const auto lifecycle = stores.stages->lifecycle();
    if (!lifecycle)
        return failAs(lifecycle);
    const auto stage = version.stage.isEmpty() ? Result<Stage>(lifecycle->initial()) : findStage(*lifecycle, version.stage);
    if (!stage)
        return failAs(stage);
    version.stage = stage->name;
    if (stage->kind == StageKind::Live && version.deployedAt.isEmpty() && !registration.imported)
        version.deployedAt = deploymentTime();

    const auto id = stores.versions->add(version, registration.imported);
    if (!id)
        return failAs(id);
    const auto displaced = makeRoom(stores, version.model, *id, *stage, *lifecycle, version.version);
    if (!displaced)
        return failAs(displaced);
    const auto revision = summaryRevision(stores, *id);
    if (!revision)
        return failAs(revision);
    Registered registered {*id, version.model, version.version, versionsOf(*displaced), {}};
    registered.undo = undoOf(registered, *revision, *displaced);
    return registered;
}

} // namespace

Result<QString> resolveVersion(Stores &stores, const Registration &registration)
{
    const QString &spec = registration.versionSpec;
    if (spec.isEmpty())
        return registration.version.version;
    if (spec == "timestamp"_L1 || spec == "timestamp-us"_L1) {
        const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
        return timestampVersion(std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count(),
                                registration.timeZone, spec == "timestamp-us"_L1);
    }
    if (spec == "git"_L1) {
        const auto state = readGitState(registration.gitDir);
        return state ? Result<QString>(versionText(*state)) : failAs(state);
    }
    if (!countsUp(spec))
        return spec;
    const auto highest = highestSemVer(stores, registration.version.model);
    if (!highest)
        return failAs(highest);
    const SemVer next = spec == "next-major"_L1 ? highest->nextMajor()
        : spec == "next-minor"_L1              ? highest->nextMinor()
                                               : highest->nextPatch();
    return next.toString();
}

Result<> validate(const ModelVersion &version)
{
    QStringList dataSources;
    for (const DataSource &source : version.dataSources)
        dataSources += source.name;
    const struct {
        NameKind kind;
        QStringList names;
    } names[] = {
        {NameKind::Model, {version.model}},
        {NameKind::Version, {version.version}},
        {NameKind::Metric, version.metrics.keys() + version.curves.keys()},
        {NameKind::Parameter, version.hyperparameters.keys()},
        {NameKind::Tag, version.tags + version.tagValues.keys()},
        {NameKind::DataSource, dataSources},
    };
    for (const auto &[kind, all] : names) {
        if (auto fit = checkNames(kind, all); !fit)
            return fit;
    }
    if (auto fit = checkFreeTexts(version); !fit)
        return fit;
    return checkArtifacts(version.artifacts);
}

Result<Registration> storeFiles(Stores &stores, Registration registration, const ByteProgress &progress)
{
    QList<Artifact> &artifacts = registration.version.artifacts;
    for (Artifact &artifact : artifacts) // a document names digests, but only the store knows what it holds
        artifact.isStored = artifact.uri.isEmpty() && stores.objects && stores.objects->contains(artifact.sha256);
    for (const ArtifactInput &input : std::as_const(registration.artifacts)) {
        const auto stored = storeFile(stores, input, progress);
        if (!stored)
            return failAs(stored);
        artifacts += *stored;
    }
    registration.artifacts.clear();
    return registration;
}

Result<Registered> registerVersion(Stores &stores, const Registration &registration, const ByteProgress &progress)
{
    ModelVersion version = registration.version;
    version.aliases.clear();
    if (!countsUp(registration.versionSpec)) { // those are counted inside the transaction, so that two cannot collide
        const auto resolved = resolveVersion(stores, registration);
        if (!resolved)
            return failAs(resolved);
        version.version = *resolved;
    } else {
        version.version = registration.versionSpec; // for the check of names alone
    }
    if (const auto valid = validate(version); !valid)
        return failAs(valid);
    auto stored = storeFiles(stores, registration, progress);
    if (!stored)
        return failAs(stored);
    version.artifacts = stored->version.artifacts;
    return stores.transact([&] { return addVersion(stores, version, registration); });
}

} // namespace stagekeeper
