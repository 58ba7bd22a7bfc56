// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/keyvalue.h"
#include "model/workflow/artifactchange.h"
#include "model/workflow/checks.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArtifactCommand)
};

struct Words {
    QString reference, name, path, output;
    bool isLink = false;
};

void writeArtifact(JsonWriter &json, const Artifact &artifact)
{
    json.key(u"name"_s).text(artifact.name).key(u"kind"_s).textOrNull(artifact.kind);
    json.key(u"bytes"_s).integer(artifact.bytes < 0 ? std::nullopt : std::optional<qint64>(artifact.bytes));
    json.key(u"sha256"_s).textOrNull(artifact.sha256).key(u"uri"_s).textOrNull(artifact.uri);
}

/// An open registry and the version that the words name in it.
struct Subject {
    Stores stores;
    VersionId version;
};

Result<Subject> subject(Result<Stores> stores, const QString &reference)
{
    if (!stores)
        return failAs(stores);
    const auto id = resolve(*stores, reference);
    if (!id)
        return failAs(id);
    return Subject {std::move(*stores), *id};
}

Result<Outcome> add(const Context &context, const Words &words)
{
    auto target = subject(context.openForWriting(), words.reference);
    if (!target)
        return failAs(target);
    const auto change = addArtifact(target->stores, target->version, artifactFrom(words.path, !words.isLink));
    if (!change)
        return failAs(change);
    context.out.object([&](JsonWriter &json) { writeArtifact(json, change->artifact); });
    context.out.line(change->artifact.isStored
                         ? Text::tr("Stored %1, SHA-256 %2.").arg(change->artifact.name, change->artifact.sha256)
                         : Text::tr("Recorded %1 at %2.").arg(change->artifact.name, change->artifact.uri));
    return Outcome::Done;
}

Result<Outcome> fetch(const Context &context, const Words &words)
{
    auto source = subject(context.openForReading(), words.reference);
    if (!source)
        return failAs(source);
    const QString place = words.output.isEmpty() ? u"."_s : words.output;
    const auto file = fetchArtifact(source->stores, source->version, words.name, place);
    if (!file)
        return failAs(file);
    const QString path = QFileInfo(*file).absoluteFilePath();
    context.out.object([&](JsonWriter &json) {
        json.key(u"name"_s).text(words.name).key(u"file"_s).text(path).key(u"bytes"_s).integer(QFileInfo(path).size());
    });
    context.out.line(Text::tr("Wrote %1.").arg(path));
    return Outcome::Done;
}

Result<Outcome> list(const Context &context, const Words &words)
{
    auto source = subject(context.openForReading(), words.reference);
    if (!source)
        return failAs(source);
    const auto artifacts = source->stores.artifacts->list(source->version);
    if (!artifacts)
        return failAs(artifacts);
    QList<QStringList> rows {{Text::tr("NAME"), Text::tr("KIND"), Text::tr("BYTES"), Text::tr("SHA-256"), Text::tr("URI")}};
    context.out.beginArray();
    for (const Artifact &artifact : *artifacts) {
        context.out.element([&](JsonWriter &json) { writeArtifact(json, artifact); });
        rows += QStringList {artifact.name, artifact.kind, artifact.bytes < 0 ? QString() : QString::number(artifact.bytes),
                             artifact.sha256, artifact.uri};
    }
    context.out.endArray();
    if (artifacts->isEmpty())
        context.out.line(Text::tr("The version has no artifacts."));
    else
        context.out.table(rows);
    return Outcome::Done;
}

Result<Outcome> verify(const Context &context, const Words &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    std::optional<VersionId> version;
    if (!words.reference.isEmpty()) {
        const auto id = resolve(*stores, words.reference);
        if (!id)
            return failAs(id);
        version = *id;
    }
    const auto report = verifyArtifacts(*stores, version);
    if (!report)
        return failAs(report);
    printReport(context.out, *report, Text::tr("There are no files to verify."));
    return outcomeOf(*report);
}

Result<Outcome> remove(const Context &context, const Words &words)
{
    auto target = subject(context.openForWriting(), words.reference);
    if (!target)
        return failAs(target);
    const auto change = removeArtifact(target->stores, target->version, words.name);
    if (!change)
        return failAs(change);
    context.out.object([&](JsonWriter &json) { writeArtifact(json, change->artifact); });
    context.out.line(Text::tr("Removed %1 from the version; a stored file stays in the store.").arg(change->artifact.name));
    return Outcome::Done;
}

void declareReference(CLI::App &word, Words &words)
{
    argument(word, "REF", words.reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
}

CLI::App *declareWord(CLI::App &verb, Actions &actions, const char *name, const QString &summary,
                      const std::shared_ptr<Words> &words, Result<Outcome> (*run)(const Context &, const Words &))
{
    CLI::App *word = verb.add_subcommand(name, summary.toStdString());
    declareReference(*word, *words);
    actions[word] = [words, run](const Context &context) { return run(context, *words); };
    return word;
}

} // namespace

void declareArtifact(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    CLI::App *adding = declareWord(verb, actions, "add", Text::tr("add a file to a version"), words, add);
    argument(*adding, "[NAME=]PATH", words->path, Text::tr("a file that is copied beside the registry, or a URI"));
    flag(*adding, "--link", words->isLink, Text::tr("leave the file where it is and record its digest"));

    CLI::App *getting = declareWord(verb, actions, "get", Text::tr("copy a stored file out, its digest checked"), words, fetch);
    argument(*getting, "NAME", words->name, Text::tr("the artifact's name"));
    textOption(*getting, "--output", words->output, Text::tr("a new file or a folder; this folder otherwise"));

    declareWord(verb, actions, "list", Text::tr("list the files of a version"), words, list);

    CLI::App *removing = declareWord(verb, actions, "remove", Text::tr("take a file off a version"), words, remove);
    argument(*removing, "NAME", words->name, Text::tr("the artifact's name"));

    CLI::App *verifying = declareWord(verb, actions, "verify", Text::tr("hash the files again and compare"), words, verify);
    verifying->get_option("REF")->required(false)->description(Text::tr("of this version; of all when left out").toStdString());
}

} // namespace stagekeeper
