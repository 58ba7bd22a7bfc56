// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AuditCommand)
};

struct Words {
    QString subject, action;
    int limit = 100;
};

QString subjectOf(const AuditEvent &event)
{
    return event.version.isEmpty() ? event.model : QString(event.model % u':' % event.version);
}

void writeEvent(JsonWriter &json, const AuditEvent &event)
{
    json.key(u"position"_s).integer(event.position);
    json.key(u"at"_s).text(event.time.toUTC().toString(Qt::ISODateWithMs)).key(u"by"_s).text(event.actor);
    json.key(u"kind"_s).text(event.action).key(u"subject"_s).textOrNull(subjectOf(event));
    json.key(u"before"_s).json(event.before).key(u"after"_s).json(event.after);
    json.key(u"reason"_s).textOrNull(event.reason);
    json.key(u"imported"_s);
    if (event.imported) {
        json.beginObject().key(u"at"_s).text(event.imported->time.toString(Qt::ISODateWithMs));
        json.key(u"by"_s).textOrNull(event.imported->actor).endObject();
    } else {
        json.null();
    }
    json.key(u"signature"_s).null(); // events are not signed yet
}

/// What changed, as short as JSON is.
QString summary(const AuditEvent &event)
{
    const auto shown = [](const QJsonValue &value) {
        const QString text = value.isNull() || value.isUndefined() ? QString()
                                                                   : QString::fromUtf8(JsonWriter().json(value).result());
        return text.size() > 60 ? QString(text.left(57) % u"..."_s) : text;
    };
    const QString before = shown(event.before), after = shown(event.after);
    const QString change = before.isEmpty() ? after : QString(before % u" -> "_s % after);
    return event.reason.isEmpty() ? change : QString(change % u"  "_s % Text::tr("Reason: %1").arg(event.reason));
}

/// MODEL, MODEL:VERSION or MODEL@ALIAS. A version that is in the registry no longer still has its events.
Result<AuditQuery> queryFrom(Stores &stores, const Words &words)
{
    AuditQuery query;
    query.action = words.action;
    query.limit = words.limit;
    if (words.subject.isEmpty())
        return query;
    const auto model = stores.models->find(words.subject);
    if (model) {
        query.model = words.subject;
        return query;
    }
    const auto id = resolve(stores, words.subject);
    const auto version = id ? summaryOf(stores, *id) : Result<VersionSummary>(failAs(id));
    if (version) {
        query.model = version->model;
        query.version = version->version;
        return query;
    }
    const auto reference = Reference::parse(words.subject);
    if (!reference || !reference->alias.isEmpty())
        return failAs(model);
    query.model = reference->model;
    query.version = reference->version;
    query.limit = 1;
    const auto known = stores.audit->events(query);
    if (!known)
        return failAs(known);
    if (known->isEmpty())
        return failAs(version);
    query.limit = words.limit;
    return query;
}

Result<Outcome> log(const Context &context, const Words &words)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto query = queryFrom(*stores, words);
    if (!query)
        return failAs(query);
    const auto events = stores->audit->events(*query);
    if (!events)
        return failAs(events);
    QList<QStringList> rows {{u"#"_s, Text::tr("WHEN"), Text::tr("BY"), Text::tr("WHAT"), Text::tr("SUBJECT"), Text::tr("CHANGE")}};
    context.out.beginArray();
    for (const AuditEvent &event : *events) {
        context.out.element([&](JsonWriter &json) { writeEvent(json, event); });
        rows += QStringList {QString::number(event.position), shownTime(event.time), event.actor,
                             event.action, subjectOf(event), summary(event)};
    }
    context.out.endArray();
    if (events->isEmpty())
        context.out.line(Text::tr("The log has no such events."));
    else
        context.out.table(rows);
    return Outcome::Done;
}

Result<Outcome> verify(const Context &context)
{
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto report = stores->audit->verify();
    if (!report)
        return failAs(report);
    printReport(context.out, *report, Text::tr("The log is empty."));
    return outcomeOf(*report);
}

} // namespace

void declareAudit(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    CLI::App *logging = verb.add_subcommand("log", Text::tr("what happened, newest first").toStdString());
    argument(*logging, "SUBJECT", words->subject, Text::tr("only of MODEL, MODEL:VERSION or MODEL@ALIAS"))->required(false);
    textOption(*logging, "--kind", words->action, Text::tr("only of this kind, such as version.stage"));
    countOption(*logging, "--limit", words->limit, 1, Text::tr("at most so many events; 100 otherwise"));
    actions[logging] = [words](const Context &context) { return log(context, *words); };

    CLI::App *verifying = verb.add_subcommand("verify", Text::tr("check the log's chain and every record against it").toStdString());
    actions[verifying] = verify;
}

} // namespace stagekeeper
