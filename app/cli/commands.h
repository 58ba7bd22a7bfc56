// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/context.h"

#include <functional>
#include <map>

namespace CLI {
class App;
}
class QIODevice;

namespace stagekeeper {

/// What a verb does once its arguments are read.
using Action = std::function<Result<Outcome>(const Context &)>;
/// The action of every verb, and of every word below one such as `alias set`.
using Actions = std::map<const CLI::App *, Action>;

/// One verb: its name, what `--help` says of it, and the function that declares its arguments and its action.
struct Verb {
    const char *name;
    QString summary;
    void (*declare)(CLI::App &verb, Actions &actions);
};

[[nodiscard]] QList<Verb> verbs();

/// Reads the arguments (without the program's name, as UTF-8), runs the verb, and gives the exit status of design §4.
[[nodiscard]] int runCommandLine(const std::vector<std::string> &arguments, QIODevice &out, QIODevice &err);

// Each in a file of its own, <verb>command.cpp.
void declareInit(CLI::App &verb, Actions &actions);
void declareRegister(CLI::App &verb, Actions &actions);
void declareModels(CLI::App &verb, Actions &actions);
void declareVersions(CLI::App &verb, Actions &actions);
void declareShow(CLI::App &verb, Actions &actions);
void declareMetadata(CLI::App &verb, Actions &actions);
void declareAlias(CLI::App &verb, Actions &actions);
void declareTag(CLI::App &verb, Actions &actions);
void declareStage(CLI::App &verb, Actions &actions);
void declareArtifact(CLI::App &verb, Actions &actions);
void declareLineage(CLI::App &verb, Actions &actions);
void declareImport(CLI::App &verb, Actions &actions);
void declareExport(CLI::App &verb, Actions &actions);
void declareAudit(CLI::App &verb, Actions &actions);
void declareCheck(CLI::App &verb, Actions &actions);
void declareCompare(CLI::App &verb, Actions &actions);
void declareBest(CLI::App &verb, Actions &actions);
void declareBackup(CLI::App &verb, Actions &actions);
void declareRestore(CLI::App &verb, Actions &actions);

} // namespace stagekeeper
