// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/domain/metadatajson.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <memory>

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MetadataCommand)
};

Result<Outcome> run(const Context &context, const QString &reference)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto id = resolve(*stores, reference);
    if (!id)
        return failAs(id);
    const auto version = stores->versions->read(*id);
    if (!version)
        return failAs(version);
    context.out.raw(metadataToJson(*version));
    return Outcome::Done;
}

} // namespace

void declareMetadata(CLI::App &verb, Actions &actions)
{
    const auto reference = std::make_shared<QString>();
    argument(verb, "REF", *reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
    actions[&verb] = [reference](const Context &context) { return run(context, *reference); };
}

} // namespace stagekeeper
