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
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
};

Result<Outcome> run(const Context &context, const QString &backup)
{
    const auto registry = context.address();
    if (!registry)
        return failAs(registry);
    if (const auto done = restoreRegistry(backup, *registry); !done)
        return failAs(done);
    const QFileInfo file(*registry);
    context.out.object([&](JsonWriter &json) { json.key(u"registry"_s).text(file.absoluteFilePath()); });
    context.out.line(Text::tr("Restored %1.").arg(file.absoluteFilePath()));
    return Outcome::Done;
}

} // namespace

void declareRestore(CLI::App &verb, Actions &actions)
{
    const auto backup = std::make_shared<QString>();
    argument(verb, "BACKUP", *backup, Text::tr("a file that backup wrote; --registry names the new registry"));
    actions[&verb] = [backup](const Context &context) { return run(context, *backup); };
}

} // namespace stagekeeper
