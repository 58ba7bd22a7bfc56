// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/keyvalue.h"
#include "model/workflow/resolve.h"
#include "model/workflow/versionedit.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TagCommand)
};

struct Words {
    QString reference;
    QStringList tags;
};

Result<Outcome> edit(const Context &context, const Words &words, const VersionChange &change)
{
    auto stores = context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto summary = stores->transact([&]() -> Result<VersionSummary> {
        const auto id = resolve(*stores, words.reference);
        if (!id)
            return failAs(id);
        const auto edited = editVersion(*stores, *id, -1, change);
        return edited ? summaryOf(*stores, *id) : failAs(edited);
    });
    if (!summary)
        return failAs(summary);
    QStringList shown;
    context.out.object([&](JsonWriter &json) {
        json.key(u"model"_s).text(summary->model).key(u"version"_s).text(summary->version);
        json.key(u"tags"_s).beginObject();
        for (const QString &tag : summary->tags) {
            const auto value = summary->tagValues.find(tag);
            if (value == summary->tagValues.end())
                json.key(tag).null();
            else
                json.key(tag).text(*value);
        }
        json.endObject().key(u"revision"_s).integer(summary->revision);
    });
    for (const QString &tag : summary->tags)
        shown += summary->tagValues.contains(tag) ? QString(tag % u'=' % summary->tagValues.value(tag)) : tag;
    context.out.line(shown.isEmpty() ? Text::tr("%1:%2 has no tags.").arg(summary->model, summary->version)
                                     : Text::tr("%1:%2 has the tags %3.").arg(summary->model, summary->version, shown.join(u", "_s)));
    return Outcome::Done;
}

} // namespace

void declareTag(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    CLI::App *setting = verb.add_subcommand("set", Text::tr("set tags of a version").toStdString());
    argument(*setting, "REF", words->reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
    argumentList(*setting, "TAG", words->tags, Text::tr("NAME or NAME=VALUE"));
    actions[setting] = [words](const Context &context) {
        VersionChange change;
        for (const QString &tag : words->tags) {
            const auto [name, value] = splitAtFirst(tag);
            change.setTags.insert(name, value);
        }
        return edit(context, *words, change);
    };

    CLI::App *removal = verb.add_subcommand("remove", Text::tr("remove tags of a version").toStdString());
    argument(*removal, "REF", words->reference, Text::tr("MODEL:VERSION or MODEL@ALIAS"));
    argumentList(*removal, "TAG", words->tags, Text::tr("names of tags"));
    actions[removal] = [words](const Context &context) {
        VersionChange change;
        change.removeTags = words->tags;
        change.removeTags.removeDuplicates();
        return edit(context, *words, change);
    };
}

} // namespace stagekeeper
