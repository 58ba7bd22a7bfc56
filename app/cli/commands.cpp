// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

int exitStatus(Error::Code code)
{
    switch (code) {
    case Error::Code::InvalidArgument:
        return 2;
    case Error::Code::NotFound:
        return 3;
    case Error::Code::AlreadyExists:
    case Error::Code::Conflict:
        return 4;
    case Error::Code::Unauthenticated:
    case Error::Code::PermissionDenied:
        return 5;
    case Error::Code::Unavailable:
        return 6;
    case Error::Code::Corrupt:
        return 7;
    case Error::Code::Unsupported:
        return 8;
    case Error::Code::Internal:
        break;
    }
    return 70;
}

int exitStatus(Outcome outcome)
{
    switch (outcome) {
    case Outcome::SaidNo:
        return 1;
    case Outcome::BadInput:
        return 2;
    case Outcome::Damaged:
        return 7;
    case Outcome::Done:
        break;
    }
    return 0;
}

/// The words of the command line that stand before any verb, and the verbs.
struct Grammar {
    CLI::App app {std::string(), "stagekeeper-cli"};
    QString registry = qEnvironmentVariable("STAGEKEEPER_REGISTRY");
    QString identity;
    bool isJson = false;
    Actions actions;

    Grammar()
    {
        app.description(Text::tr("Versions of machine-learning models, in one file").toStdString());
        textOption(app, "--registry", registry,
                   Text::tr("the registry's file; STAGEKEEPER_REGISTRY names it otherwise"));
        flag(app, "--json", isJson, Text::tr("print JSON for programs instead of text for people"));
        textOption(app, "--identity", identity, Text::tr("who does it; the system's user otherwise"));
        app.set_version_flag("--version", std::string("stagekeeper-cli " STAGEKEEPER_VERSION));
        app.fallthrough();
        app.require_subcommand(1);
        app.footer(Text::tr("\"stagekeeper-cli VERB --help\" explains a verb. A REF is MODEL:VERSION or MODEL@ALIAS.").toStdString());
        for (const Verb &verb : verbs()) {
            CLI::App *sub = app.add_subcommand(verb.name, verb.summary.toStdString());
            verb.declare(*sub, actions);
            if (!sub->get_subcommands([](CLI::App *) { return true; }).empty())
                sub->require_subcommand(1);
        }
    }

    /// The action of the innermost verb that was given.
    [[nodiscard]] const Action &chosen() const
    {
        const CLI::App *verb = app.get_subcommands().front();
        while (!verb->get_subcommands().empty())
            verb = verb->get_subcommands().front();
        return actions.at(verb);
    }
};

int run(const Grammar &grammar, Output &out)
{
    const Context context {out, grammar.registry, grammar.identity};
    const Result<Outcome> outcome = grammar.chosen()(context);
    if (!outcome) {
        out.error(outcome.error());
        return exitStatus(outcome.error().code);
    }
    return exitStatus(*outcome);
}

/// CLI11's sentence for wrong usage as ours.
Error usageError(const CLI::App &app, const CLI::ParseError &error)
{
    if (app.get_subcommands().empty()) {
        const std::vector<std::string> rest = app.remaining();
        const QString word = rest.empty() ? QString() : QString::fromStdString(rest.front()).remove(u'\x1f');
        return {Error::Code::InvalidArgument,
                word.isEmpty() ? Text::tr("Say what to do: stagekeeper-cli VERB; --help lists the verbs.")
                               : Text::tr("There is no verb \"%1\"; --help lists the verbs.").arg(word),
                {}};
    }
    QString message = QString::fromUtf8(error.what()).remove(u'\x1f').simplified(); // the guard of arguments.h
    if (!message.endsWith(u'.'))
        message += u'.';
    return {Error::Code::InvalidArgument, message % u' ' % Text::tr("--help shows what can be written."), {}};
}

} // namespace

QList<Verb> verbs()
{
    return {
        {"init", Text::tr("create a registry file"), declareInit},
        {"register", Text::tr("register a version of a model"), declareRegister},
        {"models", Text::tr("list the models"), declareModels},
        {"versions", Text::tr("list versions, filtered and sorted"), declareVersions},
        {"show", Text::tr("print everything that is known of a version"), declareShow},
        {"metadata", Text::tr("print a version's metadata as JSON, ready for register --metadata"), declareMetadata},
        {"compare", Text::tr("show in what versions differ"), declareCompare},
        {"best", Text::tr("find the best version of a model"), declareBest},
        {"alias", Text::tr("name versions by what they are for"), declareAlias},
        {"tag", Text::tr("set and remove tags of a version"), declareTag},
        {"stage", Text::tr("move a version from stage to stage"), declareStage},
        {"artifact", Text::tr("files of a version"), declareArtifact},
        {"lineage", Text::tr("where versions come from and what comes from them"), declareLineage},
        {"import", Text::tr("take versions over from elsewhere"), declareImport},
        {"export", Text::tr("write versions as JSON or CSV"), declareExport},
        {"audit", Text::tr("what happened, and whether the log is whole"), declareAudit},
        {"check", Text::tr("check that the registry holds together"), declareCheck},
        {"backup", Text::tr("write a checked copy of the registry file"), declareBackup},
        {"restore", Text::tr("make a registry file from a backup"), declareRestore},
    };
}

int runCommandLine(const std::vector<std::string> &arguments, QIODevice &out, QIODevice &err)
{
    Output output(out, err);
    Grammar grammar;
    int status = 0;
    try {
        std::vector<std::string> words = guarded(arguments);
        std::ranges::reverse(words); // CLI11 takes them from the end
        grammar.app.parse(std::move(words));
        output.setJson(grammar.isJson);
        status = run(grammar, output);
    } catch (const CLI::CallForVersion &version) {
        output.raw(QByteArray(version.what()) + '\n');
    } catch (const CLI::Success &) { // --help
        output.raw(QByteArray::fromStdString(grammar.app.help()));
    } catch (const CLI::ParseError &error) {
        output.setJson(std::ranges::find(arguments, "--json") != arguments.end());
        output.error(usageError(grammar.app, error));
        return output.flush() ? 2 : exitStatus(Error::Code::Unavailable);
    }
    if (output.flush() || status != 0)
        return status;
    output.error({Error::Code::Unavailable, Text::tr("The result could not be written in full."), {}});
    return exitStatus(Error::Code::Unavailable);
}

} // namespace stagekeeper
