// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/comparisontable.h"
#include "model/workflow/compareversions.h"
#include "model/workflow/comparisonexport.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

struct CompareWords {
    QStringList references;
    QStringList metrics;
    QString baseline;
    QString format;
    bool differencesOnly = false;
};

/// What is compared, and which of it is the baseline.
struct Chosen {
    QList<VersionId> versions;
    qsizetype baseline = 0;
};

Result<Chosen> choose(Stores &stores, const CompareWords &words)
{
    Chosen chosen;
    for (const QString &reference : words.references) {
        const auto id = resolve(stores, reference);
        if (!id)
            return failAs(id);
        chosen.versions.append(*id);
    }
    if (!words.baseline.isEmpty()) {
        const auto id = resolve(stores, words.baseline);
        if (!id)
            return failAs(id);
        if (!chosen.versions.contains(*id))
            chosen.versions.prepend(*id);
        chosen.baseline = chosen.versions.indexOf(*id);
    }
    if (chosen.versions.size() < 2)
        return fail(Error::Code::InvalidArgument, Text::tr("Name at least two versions to compare."));
    return chosen;
}

bool hasMetric(const Comparison &comparison, const QString &name)
{
    return std::ranges::any_of(comparison.rows, [&name](const ComparisonRow &row) {
        return row.section == ComparisonSection::Metric && row.name == name;
    });
}

/// "a,b" is two names unless there is a metric of that very name.
Result<QStringList> namesOf(const Comparison &comparison, const QStringList &words)
{
    QStringList names;
    for (const QString &word : words)
        names += hasMetric(comparison, word) ? QStringList {word} : word.split(u',', Qt::SkipEmptyParts);
    for (QString &name : names) {
        if (!hasMetric(comparison, name))
            name = name.trimmed();
        if (!hasMetric(comparison, name))
            return fail(Error::Code::NotFound, Text::tr("None of these versions has a metric %1.").arg(name));
    }
    return names;
}

Result<> narrow(Comparison &comparison, const CompareWords &words)
{
    if (!words.metrics.isEmpty()) {
        const auto names = namesOf(comparison, words.metrics);
        if (!names)
            return failAs(names);
        comparison.rows.removeIf([&](const ComparisonRow &row) {
            return row.section != ComparisonSection::Metric || !names->contains(row.name);
        });
    }
    if (words.differencesOnly)
        comparison.rows.removeIf([](const ComparisonRow &row) { return !row.differs; });
    return {};
}

bool haveCommonMetric(const Comparison &comparison)
{
    return std::ranges::any_of(comparison.rows, [](const ComparisonRow &row) {
        return row.section == ComparisonSection::Metric
            && std::ranges::count_if(row.values, [](const QJsonValue &value) { return !value.isUndefined(); }) > 1;
    });
}

int terminalWidth()
{
    if (const int width = qEnvironmentVariableIntValue("COLUMNS"); width > 0)
        return width;
#ifdef Q_OS_UNIX
    if (winsize size {}; ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return 120;
}

void printForPeople(Output &out, const Comparison &all, const Comparison &shown, qsizetype baseline)
{
    out.line(Text::tr("Compared with %1; * is the best of its row.").arg(all.versions.at(baseline).reference.toString()));
    printComparison(out, shown, baseline, terminalWidth());
    if (!haveCommonMetric(all))
        out.note(Text::tr("These versions have no metric in common."));
    if (const qsizetype hidden = all.rows.size() - shown.rows.size(); hidden > 0)
        out.note(Text::tr("%1 of %2 rows are left out.").arg(hidden).arg(all.rows.size()));
}

Result<Outcome> run(const Context &context, const CompareWords &words)
{
    const QStringList formats {u"table"_s, u"csv"_s, u"markdown"_s, u"json"_s};
    if (!words.format.isEmpty() && !formats.contains(words.format)) {
        return fail(Error::Code::InvalidArgument,
                    Text::tr("There is no format %1; there are table, csv, markdown and json.").arg(words.format));
    }
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto chosen = choose(*stores, words);
    if (!chosen)
        return failAs(chosen);
    const auto all = compareVersions(*stores, stores->info.address, chosen->versions);
    if (!all)
        return failAs(all);
    Comparison shown = *all;
    if (const Result<> narrowed = narrow(shown, words); !narrowed)
        return failAs(narrowed);
    if (words.format == "csv"_L1)
        context.out.raw(comparisonCsv(shown, chosen->baseline));
    else if (words.format == "markdown"_L1)
        context.out.raw(comparisonMarkdown(shown, chosen->baseline));
    else if (words.format == "json"_L1 || context.out.isJson())
        context.out.raw(comparisonJson(shown, chosen->baseline));
    else
        printForPeople(context.out, *all, shown, chosen->baseline);
    return Outcome::Done;
}

} // namespace

void declareCompare(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<CompareWords>();
    argumentList(verb, "REF", words->references, Text::tr("MODEL:VERSION or MODEL@ALIAS, two or more"));
    textListOption(verb, "--metrics", words->metrics, Text::tr("only these metrics, such as accuracy,f1"));
    textOption(verb, "--baseline", words->baseline, Text::tr("the version that the others are compared with; the first otherwise"));
    flag(verb, "--diff-only", words->differencesOnly, Text::tr("leave out what is the same everywhere"));
    textOption(verb, "--format", words->format, Text::tr("table, csv, markdown or json"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
