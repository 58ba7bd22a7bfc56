// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/store/backup.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

Result<Outcome> run(const Context &context, const QString &target)
{
    const auto registry = context.address();
    if (!registry)
        return failAs(registry);
    if (const auto done = backupRegistry(*registry, target); !done)
        return failAs(done);
    const QFileInfo file(target);
    context.out.object([&](JsonWriter &json) {
        json.key(u"backup"_s).text(file.absoluteFilePath()).key(u"bytes"_s).integer(file.size());
    });
    context.out.line(Text::tr("Wrote a checked copy to %1. Stored files are not part of it.").arg(file.absoluteFilePath()));
    return Outcome::Done;
}

} // namespace

void declareBackup(CLI::App &verb, Actions &actions)
{
    const auto target = std::make_shared<QString>();
    argument(verb, "TARGET", *target, Text::tr("a new file"));
    actions[&verb] = [target](const Context &context) { return run(context, *target); };
}

} // namespace stagekeeper
