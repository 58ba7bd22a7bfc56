// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/versionquery.h"
#include "app/cli/versiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VersionsCommand)
};

constexpr qsizetype page = 512;

/// The metrics that most of these versions have; a line has room for a few.
QStringList commonMetrics(const QList<VersionSummary> &versions)
{
    QMap<QString, int> counts;
    for (const VersionSummary &version : versions) {
        for (auto it = version.metrics.keyBegin(); it != version.metrics.keyEnd(); ++it)
            ++counts[*it];
    }
    QStringList names = counts.keys();
    std::ranges::stable_sort(names, std::greater(), [&](const QString &name) { return counts.value(name); });
    return names.mid(0, 4);
}

QStringList row(const VersionSummary &version, bool withModel, const QStringList &metrics)
{
    QStringList cells {version.version, version.stage, version.aliases.join(u' '), shownTime(version.createdAt),
                       version.createdBy};
    if (withModel)
        cells.prepend(version.model);
    for (const QString &name : metrics) {
        const auto value = version.metrics.find(name);
        cells += value == version.metrics.end() ? u"-"_s : numberText(*value);
    }
    return cells;
}

Result<Outcome> run(const Context &context, const QueryWords &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto ids = chooseVersions(context, *stores, words);
    if (!ids)
        return failAs(ids);
    const bool withModel = words.model.isEmpty();
    QStringList metrics;
    context.out.beginArray();
    for (qsizetype start = 0; start < ids->size(); start += page) {
        const auto versions = stores->versions->summaries(ids->mid(start, page));
        if (!versions)
            return failAs(versions);
        QList<QStringList> rows;
        if (start == 0) {
            metrics = commonMetrics(*versions);
            rows += (withModel ? QStringList {Text::tr("MODEL")} : QStringList())
                + QStringList {Text::tr("VERSION"), Text::tr("STAGE"), Text::tr("ALIASES"), Text::tr("REGISTERED"),
                               Text::tr("BY")}
                + metrics;
        }
        for (const VersionSummary &version : *versions) {
            context.out.element([&](JsonWriter &json) { writeSummary(json, version); });
            rows += row(version, withModel, metrics);
        }
        context.out.table(rows);
    }
    context.out.endArray();
    if (ids->isEmpty())
        context.out.line(Text::tr("No versions fit."));
    return Outcome::Done;
}

} // namespace

void declareVersions(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<QueryWords>();
    argument(verb, "MODEL", words->model, Text::tr("of this model; of all models when left out"))->required(false);
    declareQuery(verb, *words);
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
