// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/readmetrichistory.h"

#include "model/store/stores.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MetricHistory)
};

constexpr int mostMoves = 10'000;

QDateTime timeOf(const AuditEvent &event)
{
    return event.imported ? event.imported->time : event.time;
}

/// All events that can have made a version live, in the order in which they happened.
Result<QList<AuditEvent>> movesOf(Stores &stores, const QString &model)
{
    QList<AuditEvent> moves;
    for (const QString &action : {u"version.registered"_s, u"version.stage"_s}) {
        const auto events = stores.audit->events({.model = model, .action = action, .limit = mostMoves});
        if (!events)
            return failAs(events);
        moves += *events;
    }
    std::ranges::sort(moves, [](const AuditEvent &a, const AuditEvent &b) {
        return timeOf(a) != timeOf(b) ? timeOf(a) < timeOf(b) : a.position < b.position;
    });
    return moves;
}

QString stageIn(const QJsonValue &fields)
{
    return fields.toObject().value("stage"_L1).toString();
}

QList<HistoryMarker> markersOf(const QList<AuditEvent> &moves, const Lifecycle &lifecycle, const QHash<QString, qsizetype> &points)
{
    const auto isLive = [&lifecycle](const QString &name) {
        const auto stage = lifecycle.find(name);
        return stage && stage->kind == StageKind::Live;
    };
    QList<HistoryMarker> markers;
    QSet<QString> wereLive;
    for (const AuditEvent &event : moves) {
        const bool before = isLive(stageIn(event.before)), after = isLive(stageIn(event.after));
        if (before == after)
            continue;
        using Kind = HistoryMarker::Kind;
        const Kind kind = !after ? Kind::Retired : wereLive.contains(event.version) ? Kind::RolledBack : Kind::Promoted;
        wereLive.insert(event.version);
        const QString actor = event.imported ? event.imported->actor : event.actor;
        markers.append({kind, points.value(event.version, -1), event.version, timeOf(event), actor});
    }
    return markers;
}

} // namespace

Result<MetricHistory> readMetricHistory(Stores &stores, const QString &model, const QString &metric)
{
    const auto registered = stores.models->find(model);
    if (!registered)
        return failAs(registered);
    if (!stores.comparisons)
        return fail(Error::Code::Unsupported, Text::tr("This registry cannot show a metric over all versions."));
    Result<MetricHistory> history = stores.comparisons->history(registered->id, metric);
    if (!history || !stores.audit || !stores.stages)
        return history;
    const auto lifecycle = stores.stages->lifecycle();
    if (!lifecycle)
        return failAs(lifecycle);
    const auto moves = movesOf(stores, model);
    if (!moves)
        return failAs(moves);
    QHash<QString, qsizetype> points;
    for (qsizetype i = 0; i < history->points.size(); ++i)
        points.insert(history->points.at(i).version, i);
    history->markers = markersOf(*moves, *lifecycle, points);
    return history;
}

} // namespace stagekeeper
