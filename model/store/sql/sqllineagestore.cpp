// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqllineagestore.h"

#include "model/store/sql/lineagecycle.h"
#include "model/store/sql/lineageloader.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageStore)
};

QString nameOf(const ModelVersion &version)
{
    return version.model % u':' % version.version;
}

LineageId idOf(const ModelVersion &version, const LineageLink &link)
{
    if (const auto *const parent = std::get_if<Parent>(&link.source))
        return {LineageKind::Version, parent->model, parent->version};
    if (const auto *const data = std::get_if<DataSource>(&link.source))
        return lineageIdOf(*data, version.trainingDataVersion);
    return lineageIdOf(std::get<ExperimentLink>(link.source));
}

QJsonObject edgeOf(const LineageId &from)
{
    return {{u"from"_s, from.toString()}, {u"relation"_s, lineageWord(lineageRelationFrom(from.kind))}};
}

qsizetype placeFor(int position, qsizetype size)
{
    return position < 0 ? size : std::min(qsizetype(position), size);
}

bool hasData(const ModelVersion &version, const LineageId &id)
{
    return std::ranges::any_of(version.dataSources, [&](const DataSource &source) {
        return lineageIdOf(source, version.trainingDataVersion) == id;
    });
}

Result<> insertLink(ModelVersion &version, const LineageLink &link)
{
    const auto exists = [&]() {
        return fail(Error::Code::AlreadyExists,
                    Text::tr("%1 has this edge already: %2.").arg(nameOf(version), lineageLabel(idOf(version, link))));
    };
    if (const auto *const parent = std::get_if<Parent>(&link.source)) {
        if (version.parents.contains(*parent))
            return exists();
        version.parents.insert(placeFor(link.position, version.parents.size()), *parent);
    } else if (const auto *const data = std::get_if<DataSource>(&link.source)) {
        if (hasData(version, idOf(version, link)))
            return exists();
        version.dataSources.insert(placeFor(link.position, version.dataSources.size()), *data);
    } else {
        const ExperimentLink &experiment = std::get<ExperimentLink>(link.source);
        if (version.experiment && lineageIdOf(*version.experiment) == lineageIdOf(experiment))
            return exists();
        if (version.experiment) {
            return fail(Error::Code::Conflict, Text::tr("%1 was produced by the experiment %2; remove that edge first.")
                                                   .arg(nameOf(version), lineageIdOf(*version.experiment).name));
        }
        version.experiment = experiment;
    }
    return {};
}

/// Where in `version` the data is that `id` means; -1 when there is none, -2 when there are several.
int dataPlace(const ModelVersion &version, const LineageId &id)
{
    int ofThatName = -1;
    for (int i = 0; i < version.dataSources.size(); ++i) {
        const DataSource &source = version.dataSources.at(i);
        if (lineageIdOf(source, version.trainingDataVersion) == id)
            return i;
        if (id.version.isEmpty() && source.name == id.name)
            ofThatName = ofThatName == -1 ? i : -2;
    }
    return ofThatName;
}

Result<LineageLink> takeLink(ModelVersion &version, const LineageId &from)
{
    if (from.kind == LineageKind::Version) {
        const Parent parent {from.name, from.version};
        if (const qsizetype place = version.parents.indexOf(parent); place >= 0)
            return LineageLink {version.parents.takeAt(place), int(place)};
    } else if (from.kind == LineageKind::Data) {
        const int place = dataPlace(version, from);
        if (place >= 0)
            return LineageLink {version.dataSources.takeAt(place), place};
        if (place == -2)
            return fail(Error::Code::InvalidArgument,
                        Text::tr("%1 was trained on several data sources named %2; name its digest too.").arg(nameOf(version), from.name));
    } else if (version.experiment && lineageIdOf(*version.experiment) == from) {
        const LineageLink link {*version.experiment, -1};
        version.experiment.reset();
        return link;
    }
    return fail(Error::Code::NotFound, Text::tr("There is no edge from %1 to %2.").arg(lineageLabel(from), nameOf(version)));
}

} // namespace

Result<LineageGraph> SqlLineageStore::graph(const LineageScope &scope)
{
    return m_context.database->read([&] { return LineageLoader(*m_context.database).load(scope); });
}

Result<> SqlLineageStore::change(VersionId version, qint64 revision, const NewEvent &event,
                                 const std::function<Result<>(ModelVersion &)> &body)
{
    return m_context.changeVersion(version, revision, event, [&](ModelVersion &changed) -> Result<> {
        if (const Result<> done = body(changed); !done)
            return done;
        const ExperimentLink experiment = changed.experiment.value_or(ExperimentLink {u""_s, u""_s});
        const auto updated
            = m_context.database->run(u"UPDATE versions SET experiment_id = ?, experiment_name = ? WHERE id = ?"_s,
                                      {experiment.id.isNull() ? u""_s : experiment.id,
                                       experiment.name.isNull() ? u""_s : experiment.name, version.value});
        return updated ? m_context.rows.replaceSources(version, changed) : Result<>(failAs(updated));
    });
}

Result<> SqlLineageStore::link(VersionId version, qint64 revision, const LineageLink &link, const QString &reason)
{
    return m_context.database->write([&]() -> Result<> {
        Result<ModelVersion> current = m_context.rows.read(version);
        if (!current)
            return failAs(current);
        NewEvent event;
        event.action = u"lineage.linked"_s;
        event.after = edgeOf(idOf(*current, link));
        event.reason = reason;
        if (const Result<> fits = insertLink(*current, link); !fits)
            return fits;
        if (const auto *const parent = std::get_if<Parent>(&link.source)) {
            const Parent child {current->model, current->version};
            if (const Result<> sound = refuseCycle(*m_context.database, child, {*parent}); !sound)
                return sound;
        }
        return change(version, revision, event, [&](ModelVersion &changed) { return insertLink(changed, link); });
    });
}

Result<LineageLink> SqlLineageStore::unlink(VersionId version, qint64 revision, const LineageId &from, const QString &reason)
{
    return m_context.database->write([&]() -> Result<LineageLink> {
        Result<ModelVersion> current = m_context.rows.read(version);
        if (!current)
            return failAs(current);
        const Result<LineageLink> link = takeLink(*current, from);
        if (!link)
            return link;
        NewEvent event;
        event.action = u"lineage.unlinked"_s;
        event.before = edgeOf(from.kind == LineageKind::Data ? idOf(*current, *link) : from);
        event.reason = reason;
        const Result<> done = change(version, revision, event, [&](ModelVersion &changed) -> Result<> {
            const auto taken = takeLink(changed, from);
            return taken ? Result<>() : failAs(taken);
        });
        return done ? link : failAs(done);
    });
}

} // namespace stagekeeper
