// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "model/workflow/checks.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <memory>

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

Result<Outcome> run(const Context &context, bool withFiles)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    auto report = checkRegistry(*stores);
    if (!report)
        return failAs(report);
    if (withFiles) {
        const auto files = verifyArtifacts(*stores);
        if (!files)
            return failAs(files);
        report->checked += files->checked;
        report->problems += files->problems;
    }
    printReport(context.out, *report, Text::tr("There was nothing to check."));
    return outcomeOf(*report);
}

} // namespace

void declareCheck(CLI::App &verb, Actions &actions)
{
    const auto withFiles = std::make_shared<bool>(false);
    verb.add_flag("--files", *withFiles, Text::tr("hash all files again, too").toStdString());
    actions[&verb] = [withFiles](const Context &context) { return run(context, *withFiles); };
}

} // namespace stagekeeper
