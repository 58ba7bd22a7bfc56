// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/lineageedit.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageEdit)
};

Result<> checkNames(const LineageId &from)
{
    if (from.kind == LineageKind::Experiment)
        return from.name.isEmpty() ? Result<>(fail(Error::Code::InvalidArgument, Text::tr("An experiment needs an id.")))
                                   : checkText(Text::tr("experiment"), from.name);
    if (from.kind == LineageKind::Data) {
        const auto fits = checkName(NameKind::DataSource, from.name);
        return fits ? checkText(Text::tr("digest"), from.version) : fits;
    }
    const auto fits = checkName(NameKind::Model, from.name);
    return fits && !from.version.isEmpty() ? checkName(NameKind::Version, from.version) : fits;
}

/// What the registry knows of the same data from the versions that were trained on it.
DataSource knownData(const LineageGraph &graph, const LineageId &from, const QString &trainingDataVersion)
{
    DataSource data {from.name, from.version == trainingDataVersion ? QString() : from.version, {}, {}, {}};
    if (const int node = graph.indexOf(from.toString()); node >= 0) {
        data.rows = graph.node(node).rows;
        data.uri = graph.node(node).detail;
    }
    return data;
}

Result<LineageLink> linkOf(Stores &stores, const LineageId &from, const ModelVersion &to)
{
    if (from.kind == LineageKind::Version)
        return LineageLink {Parent {from.name, from.version}};
    const Result<LineageGraph> graph = stores.lineage->graph({});
    if (!graph)
        return failAs(graph);
    if (from.kind == LineageKind::Data)
        return LineageLink {knownData(*graph, from, to.trainingDataVersion)};
    const int node = graph->indexOf(from.toString());
    const QString label = node < 0 ? QString() : graph->node(node).label;
    return LineageLink {ExperimentLink {from.name, label == from.name ? QString() : label}};
}

Result<> takeBackLink(Stores &stores, const LineageId &from, VersionId to)
{
    const auto done = stores.lineage->unlink(to, -1, from, Text::tr("Undone"));
    if (!done && done.error().code == Error::Code::NotFound)
        return fail(Error::Code::Conflict, Text::tr("This edge was changed since, so it is not taken back."));
    return done ? Result<>() : failAs(done);
}

Result<> takeBackUnlink(Stores &stores, const LineageLink &link, VersionId to)
{
    const auto done = stores.lineage->link(to, -1, link, Text::tr("Undone"));
    if (!done && done.error().code != Error::Code::Unavailable)
        return fail(Error::Code::Conflict, done.error().message);
    return done;
}

} // namespace

Result<LineageEdit> linkLineage(Stores &stores, const LineageId &from, VersionId to, qint64 seenRevision, const QString &reason)
{
    if (const auto fits = checkNames(from); !fits)
        return failAs(fits);
    if (const auto fits = checkText(Text::tr("reason"), reason); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<LineageEdit> {
        const auto version = stores.versions->read(to);
        if (!version)
            return failAs(version);
        const auto link = linkOf(stores, from, *version);
        if (!link)
            return failAs(link);
        if (const auto done = stores.lineage->link(to, seenRevision, *link, reason); !done)
            return failAs(done);
        return LineageEdit {from, {LineageKind::Version, version->model, version->version}, version->revision + 1,
                            {Text::tr("Remove the edge from %1 to %2:%3 again")
                                 .arg(lineageLabel(from), version->model, version->version),
                             [=](Stores &later) { return later.transact([&] { return takeBackLink(later, from, to); }); }}};
    });
}

Result<LineageEdit> unlinkLineage(Stores &stores, const LineageId &from, VersionId to, qint64 seenRevision, const QString &reason)
{
    if (const auto fits = checkText(Text::tr("reason"), reason); !fits)
        return failAs(fits);
    return stores.transact([&]() -> Result<LineageEdit> {
        const auto version = stores.versions->read(to);
        if (!version)
            return failAs(version);
        const auto link = stores.lineage->unlink(to, seenRevision, from, reason);
        if (!link)
            return failAs(link);
        return LineageEdit {from, {LineageKind::Version, version->model, version->version}, version->revision + 1,
                            {Text::tr("Put the edge from %1 to %2:%3 back")
                                 .arg(lineageLabel(from), version->model, version->version),
                             [=, link = *link](Stores &later) {
                                 return later.transact([&] { return takeBackUnlink(later, link, to); });
                             }}};
    });
}

} // namespace stagekeeper
