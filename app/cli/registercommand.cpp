// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/keyvalue.h"
#include "app/cli/versiontext.h"
#include "model/domain/metadatajson.h"
#include "model/domain/namerules.h"
#include "model/workflow/gitstate.h"
#include "model/workflow/registration.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RegisterCommand)
};

struct Words {
    QString model, version, metadata, experiment, gitDir, description, stage, timeZone;
    QStringList metrics, parameters, tags, artifacts, links, dataSources, parents;
    bool withGit = false;
};

Result<ModelVersion> readMetadata(const QString &path)
{
    if (path.isEmpty())
        return ModelVersion();
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fail(QFileInfo::exists(path) ? Error::Code::InvalidArgument : Error::Code::NotFound,
                    Text::tr("\"%1\" cannot be read as a file: %2.")
                        .arg(path, QFileInfo(path).isDir() ? Text::tr("it is a folder") : file.errorString()));
    const qsizetype limit = metadataLimits().bytes;
    auto version = metadataFromJson(file.read(limit + 1));
    if (!version)
        return fail(version.error().code, Text::tr("%1: %2").arg(path, version.error().message), version.error().detail);
    return version;
}

Result<> addNumbers(const Words &words, ModelVersion &version)
{
    for (const QString &text : words.metrics) {
        const auto metric = metricFrom(text);
        if (!metric)
            return failAs(metric);
        version.metrics.insert(metric->first, metric->second);
    }
    for (const QString &text : words.parameters) {
        const auto parameter = parameterFrom(text);
        if (!parameter)
            return failAs(parameter);
        version.hyperparameters.insert(parameter->first, parameter->second);
    }
    return {};
}

void addTags(const Words &words, ModelVersion &version)
{
    for (const QString &text : words.tags) {
        const auto [tag, value] = splitAtFirst(text);
        if (!version.tags.contains(tag))
            version.tags += tag;
        version.tagValues.remove(tag);
        if (value)
            version.tagValues.insert(tag, *value);
    }
}

/// A parent that is not in this registry is taken as it is written.
Result<> addParents(Stores &stores, const Words &words, ModelVersion &version)
{
    for (const QString &text : words.parents) {
        const auto reference = Reference::parse(text);
        if (!reference)
            return failAs(reference);
        const auto id = resolve(stores, text);
        const auto known = id ? summaryOf(stores, *id) : Result<VersionSummary>(failAs(id));
        if (known)
            version.parents += Parent {known->model, known->version};
        else if (reference->alias.isEmpty() && known.error().code == Error::Code::NotFound)
            version.parents += Parent {reference->model, reference->version};
        else
            return failAs(known);
    }
    return {};
}

Result<> addGit(const Words &words, ModelVersion &version)
{
    if (!words.withGit)
        return {};
    const auto state = readGitState(words.gitDir);
    if (!state)
        return failAs(state);
    version.gitCommit = state->commit;
    version.gitBranch = state->branch;
    return {};
}

Result<Registration> registrationFrom(Stores &stores, const Words &words)
{
    auto version = readMetadata(words.metadata);
    if (!version)
        return failAs(version);
    Registration registration {*version, words.version, words.gitDir, QTimeZone::utc(), {}, {}};
    ModelVersion &target = registration.version;
    if (!words.model.isEmpty())
        target.model = words.model;
    if (!words.description.isEmpty())
        target.description = words.description;
    if (!words.stage.isEmpty())
        target.stage = words.stage;
    if (!words.experiment.isEmpty())
        target.experiment = ExperimentLink {words.experiment, {}};
    for (const QString &source : words.dataSources)
        target.dataSources += DataSource {source, {}, {}, {}, {}};
    addTags(words, target);
    for (const Result<> &added : {addNumbers(words, target), addParents(stores, words, target), addGit(words, target)}) {
        if (!added)
            return failAs(added);
    }
    for (const QString &text : words.artifacts)
        registration.artifacts += artifactFrom(text, true);
    for (const QString &text : words.links)
        registration.artifacts += artifactFrom(text, false);
    if (!words.timeZone.isEmpty()) {
        registration.timeZone = QTimeZone(words.timeZone.toUtf8());
        if (!registration.timeZone.isValid())
            return fail(Error::Code::InvalidArgument,
                        Text::tr("\"%1\" is no time zone; write one as Europe/Berlin or UTC.").arg(words.timeZone));
    }
    return registration;
}

Result<Outcome> run(const Context &context, const Words &words)
{
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto registration = registrationFrom(*stores, words);
    if (!registration)
        return failAs(registration);
    const auto registered = registerVersion(*stores, *registration);
    if (!registered)
        return failAs(registered);
    if (context.out.isJson()) {
        const auto version = stores->versions->read(registered->id);
        if (!version)
            return failAs(version);
        printVersion(context.out, *version);
    }
    context.out.line(Text::tr("Registered %1:%2.").arg(registered->model, registered->version));
    for (const QString &archived : registered->archived)
        context.out.line(Text::tr("%1:%2 moved to the archive.").arg(registered->model, archived));
    return Outcome::Done;
}

void declareContent(CLI::App &verb, Words &words)
{
    textListOption(verb, "--metric", words.metrics, Text::tr("NAME=NUMBER; NaN and Infinity are numbers"));
    textListOption(verb, "--param", words.parameters, Text::tr("NAME=VALUE of a hyperparameter, JSON or text"));
    textListOption(verb, "--tag", words.tags, Text::tr("NAME or NAME=VALUE"));
    textListOption(verb, "--artifact", words.artifacts,
                   Text::tr("[NAME=]PATH of a file that is copied beside the registry, or a URI that is only recorded"));
    textListOption(verb, "--link", words.links, Text::tr("[NAME=]PATH of a file that stays where it is; its digest is recorded"));
    textListOption(verb, "--data-source", words.dataSources, Text::tr("data it was trained on"));
    textListOption(verb, "--parent", words.parents, Text::tr("MODEL:VERSION it was made from"));
    textOption(verb, "--experiment", words.experiment, Text::tr("the experiment that produced it"));
}

} // namespace

void declareRegister(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    argument(verb, "MODEL", words->model, Text::tr("the model; may be left out with --metadata"))->required(false);
    argument(verb, "VERSION", words->version,
             Text::tr("a text, or next-major, next-minor, next-patch, timestamp, timestamp-us, git"))
        ->required(false);
    textOption(verb, "--metadata", words->metadata, Text::tr("a metadata JSON file; what else is given here adds to it"));
    declareContent(verb, *words);
    optionalTextOption(verb, "--git", words->withGit, words->gitDir,
                       Text::tr("record commit and branch of the work tree, of this folder if it is given"));
    textOption(verb, "--description", words->description, Text::tr("what people should know about it"));
    textOption(verb, "--stage", words->stage, Text::tr("where it starts; the first stage otherwise"));
    textOption(verb, "--time-zone", words->timeZone, Text::tr("whose clocks timestamp versions show; UTC otherwise"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
