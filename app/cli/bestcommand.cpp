// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/versionquery.h"
#include "model/domain/jsonnumber.h"
#include "model/workflow/best.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BestCommand)
};

struct BestWords {
    QString model, metric, other, where;
    bool minimize = false;
};

Result<QString> referenceOf(Stores &stores, VersionId version)
{
    const auto summary = summaryOf(stores, version);
    if (!summary)
        return failAs(summary);
    return Reference {summary->model, summary->version, {}}.toString();
}

/// What the numbers of a metric were taken for.
QString sense(const MeasuredMetric &metric)
{
    return metric.direction == MetricDirection::LowerIsBetter ? Text::tr("lowest") : Text::tr("highest");
}

void noteUnknownDirection(Output &out, const MeasuredMetric &metric)
{
    if (metric.direction == MetricDirection::Unknown)
        out.note(Text::tr("Whether a high %1 is good is not known; the highest counts as the best.").arg(metric.name));
}

Result<Outcome> printBest(const Context &context, Stores &stores, const MeasuredVersions &measured)
{
    const MeasuredMetric &metric = measured.metrics.first();
    const qsizetype best = bestOf(metric);
    if (best < 0)
        return fail(Error::Code::NotFound, Text::tr("The metric %1 is NaN in every version.").arg(metric.name));
    const auto reference = referenceOf(stores, measured.versions.at(best));
    if (!reference)
        return failAs(reference);
    const double value = *metric.values.at(best);
    context.out.object([&](JsonWriter &json) {
        json.key(u"ref"_s).text(*reference).key(u"metric"_s).text(metric.name);
        json.key(u"value"_s).number(value).key(u"of"_s).integer(measured.versions.size());
    });
    context.out.line(*reference);
    context.out.line(Text::tr("%1 = %2, the %3 of %4")
                         .arg(metric.name, numberText(value), sense(metric), QString::number(measured.versions.size())));
    noteUnknownDirection(context.out, metric);
    return Outcome::Done;
}

Result<Outcome> printFront(const Context &context, Stores &stores, const MeasuredVersions &measured)
{
    const MeasuredMetric &a = measured.metrics.at(0), &b = measured.metrics.at(1);
    QList<QStringList> rows {{Text::tr("VERSION"), a.name, b.name}};
    const QList<qsizetype> front = paretoFront(a, b);
    QStringList references;
    for (const qsizetype index : front) {
        const auto reference = referenceOf(stores, measured.versions.at(index));
        if (!reference)
            return failAs(reference);
        references += *reference;
        rows += {*reference, numberText(*a.values.at(index)), numberText(*b.values.at(index))};
    }
    if (references.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("No version has a number for both metrics."));
    context.out.object([&](JsonWriter &json) {
        json.key(u"metrics"_s).beginArray().text(a.name).text(b.name).endArray();
        json.key(u"of"_s).integer(measured.versions.size()).key(u"front"_s).beginArray();
        for (qsizetype i = 0; i < front.size(); ++i) {
            json.beginObject().key(u"ref"_s).text(references.at(i)).key(u"values"_s).beginArray();
            json.number(*a.values.at(front.at(i))).number(*b.values.at(front.at(i))).endArray().endObject();
        }
        json.endArray();
    });
    context.out.table(rows);
    context.out.line(Text::tr("None of %1 versions beats one of these in both: %2 %3, %4 %5.")
                         .arg(QString::number(measured.versions.size()), sense(a), a.name, sense(b), b.name));
    noteUnknownDirection(context.out, a);
    noteUnknownDirection(context.out, b);
    return Outcome::Done;
}

Result<Outcome> run(const Context &context, const BestWords &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto filter = readFilter(context, words.where);
    if (!filter)
        return failAs(filter);
    const auto model = stores->models->find(words.model);
    if (!model)
        return failAs(model);
    const QStringList metrics = words.other.isEmpty() ? QStringList {words.metric} : QStringList {words.metric, words.other};
    auto measured = measuredVersions(*stores, model->id, *filter, metrics);
    if (!measured)
        return failAs(measured);
    if (words.minimize)
        measured->metrics.first().direction = MetricDirection::LowerIsBetter;
    return words.other.isEmpty() ? printBest(context, *stores, *measured) : printFront(context, *stores, *measured);
}

} // namespace

void declareBest(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<BestWords>();
    argument(verb, "MODEL", words->model, Text::tr("the model"));
    argument(verb, "METRIC", words->metric, Text::tr("by this metric; the newest of equal ones is taken"));
    flag(verb, "--minimize", words->minimize,
         Text::tr("the lowest is the best, whatever the metric's name says; otherwise its direction decides"));
    textOption(verb, "--pareto", words->other,
               Text::tr("a second metric: all versions that no other beats in both are printed"));
    textOption(verb, "--where", words->where,
               Text::tr("only versions that fit, such as: stage = Production and metrics.accuracy > 0.9"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
