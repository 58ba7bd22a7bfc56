// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/import/importsource.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

struct Words {
    QString source, root;
    bool isDryRun = false;
};

constexpr ImportOutcome allOutcomes[] = {ImportOutcome::Taken, ImportOutcome::Changed, ImportOutcome::Same,
                                         ImportOutcome::Skipped, ImportOutcome::Rejected};

void print(Output &out, const ImportReport &report, bool isDryRun)
{
    out.object([&](JsonWriter &json) {
        for (const ImportOutcome outcome : allOutcomes)
            json.key(outcomeName(outcome)).integer(report.count(outcome));
        json.key(u"rows"_s).beginArray();
        for (const ImportRow &row : report.rows) {
            json.beginObject().key(u"source"_s).text(row.source).key(u"outcome"_s).text(outcomeName(row.outcome));
            json.key(u"ref"_s).textOrNull(row.reference).key(u"reason"_s).textOrNull(row.reason).endObject();
        }
        json.endArray();
        if (isDryRun)
            json.key(u"dry_run"_s).boolean(true);
    });
    QList<QStringList> rows;
    for (const ImportRow &row : report.rows)
        rows += QStringList {outcomeName(row.outcome), row.reference, row.source, row.reason};
    out.table(rows);
    QStringList counts;
    for (const ImportOutcome outcome : allOutcomes)
        counts += Text::tr("%1 %2").arg(QString::number(report.count(outcome)), outcomeName(outcome));
    out.line(counts.join(u", "_s) % (isDryRun ? Text::tr(" (nothing was written)") : QString()));
    const qsizetype rejected = report.count(ImportOutcome::Rejected);
    if (rejected > 0)
        out.note(u"stagekeeper-cli: "_s
                 % Text::tr("%1 of %2 could not be taken; the list says why.")
                       .arg(QString::number(rejected), QString::number(report.rows.size())));
}

/// 0 when nothing was rejected, 2 when everything was, 1 in between.
Outcome outcomeOf(const ImportReport &report)
{
    const qsizetype rejected = report.count(ImportOutcome::Rejected);
    if (rejected == 0)
        return Outcome::Done;
    return rejected == report.rows.size() ? Outcome::BadInput : Outcome::SaidNo;
}

Result<Outcome> run(const Context &context, const Words &words)
{
    auto stores = words.isDryRun ? context.openForReading() : context.openForWriting();
    if (!stores)
        return failAs(stores);
    const auto report = importFrom(*stores, words.source, {words.isDryRun, words.root, {}});
    if (!report)
        return failAs(report);
    print(context.out, *report, words.isDryRun);
    return outcomeOf(*report);
}

} // namespace

void declareImport(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    argument(verb, "SOURCE", words->source,
             Text::tr("metadata JSON (a file, or a folder of them), or a registry of another kind; what it is, is detected"));
    flag(verb, "--dry-run", words->isDryRun, Text::tr("only say what would happen"));
    textOption(verb, "--root", words->root, Text::tr("the folder that paths of files are relative to"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
