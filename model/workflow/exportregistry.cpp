// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/exportregistry.h"

#include "model/domain/jsonnumber.h"
#include "model/domain/metadatajson.h"
#include "model/store/stores.h"
#include "model/workflow/csv.h"

#include <QCoreApplication>
#include <QIODevice>

#include <set>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

using Progress = std::function<bool(qint64, qint64)>;

Result<> write(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) == bytes.size())
        return {};
    return fail(Error::Code::Unavailable, Text::tr("The export cannot be written: %1.").arg(device.errorString()));
}

tl::unexpected<Error> stopped()
{
    return fail(Error::Code::Unavailable, Text::tr("The export was stopped."));
}

Result<qint64> exportJson(Stores &stores, const QList<VersionId> &ids, QIODevice &device, const Progress &progress)
{
    qint64 written = 0;
    for (const VersionId id : ids) {
        const auto version = stores.versions->read(id);
        if (!version && version.error().code == Error::Code::NotFound)
            continue; // removed since the list was made
        if (!version)
            return failAs(version);
        const QByteArray before = written == 0 ? QByteArray("[\n") : QByteArray(",\n");
        if (const auto done = write(device, before + versionToJson(*version).trimmed()); !done)
            return failAs(done);
        ++written;
        if (progress && !progress(written, ids.size()))
            return stopped();
    }
    const auto done = write(device, written == 0 ? QByteArray("[]\n") : QByteArray("\n]\n"));
    return done ? Result<qint64>(written) : failAs(done);
}

/// Calls `use(summary)` for every version that still exists, 512 read at a time.
template <typename Use>
Result<> forEachSummary(Stores &stores, const QList<VersionId> &ids, Use use)
{
    constexpr qsizetype page = 512;
    for (qsizetype start = 0; start < ids.size(); start += page) {
        const auto summaries = stores.versions->summaries(ids.mid(start, page));
        if (!summaries)
            return failAs(summaries);
        for (const VersionSummary &summary : *summaries) {
            if (Result<> done = use(summary); !done)
                return done;
        }
    }
    return {};
}

struct NamedColumns {
    std::set<QString> metrics, parameters, tags; // in order, each name once
};

QString numberCell(const std::optional<double> &value)
{
    return value ? numberText(*value) : QString();
}

QString jsonCell(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return csvCell(value.toString());
    const QString text = QString::fromUtf8(JsonWriter().json(value).result());
    return value.isDouble() || value.isBool() || value.isNull() ? text : csvCell(text);
}

QByteArray csvLine(const QStringList &cells)
{
    return cells.join(u',').toUtf8() + "\r\n";
}

QStringList headerCells(const NamedColumns &columns)
{
    QStringList cells {u"model"_s,        u"version"_s,    u"stage"_s,       u"aliases"_s,       u"created_at"_s,
                       u"created_by"_s,   u"framework"_s,  u"task"_s,        u"architecture"_s,  u"parameters"_s,
                       u"model_size_mb"_s, u"git_branch"_s, u"git_commit"_s, u"data_sources"_s, u"description"_s,
                       u"revision"_s};
    for (const QString &name : columns.metrics)
        cells += csvCell(u"metrics."_s + name);
    for (const QString &name : columns.parameters)
        cells += csvCell(u"params."_s + name);
    for (const QString &name : columns.tags)
        cells += csvCell(u"tags."_s + name);
    return cells;
}

QStringList rowCells(const VersionSummary &version, const NamedColumns &columns)
{
    QStringList cells {csvCell(version.model),
                       csvCell(version.version),
                       csvCell(version.stage),
                       csvCell(version.aliases.join(u' ')),
                       version.createdAt.toUTC().toString(Qt::ISODateWithMs),
                       csvCell(version.createdBy),
                       csvCell(version.framework),
                       csvCell(version.task),
                       csvCell(version.architecture),
                       version.parameters ? QString::number(*version.parameters) : QString(),
                       numberCell(version.modelSizeMb),
                       csvCell(version.gitBranch),
                       csvCell(version.gitCommit),
                       csvCell(version.dataSources.join(u' ')),
                       csvCell(version.description),
                       QString::number(version.revision)};
    for (const QString &name : columns.metrics) {
        const auto it = version.metrics.find(name);
        cells += it == version.metrics.end() ? QString() : numberCell(*it);
    }
    for (const QString &name : columns.parameters)
        cells += jsonCell(version.hyperparameters.value(name, QJsonValue(QJsonValue::Undefined)));
    for (const QString &name : columns.tags)
        cells += version.tags.contains(name) ? csvCell(version.tagValues.value(name, u"true"_s)) : QString();
    return cells;
}

Result<qint64> exportCsv(Stores &stores, const QList<VersionId> &ids, QIODevice &device, const Progress &progress)
{
    NamedColumns columns;
    const auto named = forEachSummary(stores, ids, [&](const VersionSummary &version) -> Result<> {
        for (auto it = version.metrics.keyBegin(); it != version.metrics.keyEnd(); ++it)
            columns.metrics.insert(*it);
        for (auto it = version.hyperparameters.keyBegin(); it != version.hyperparameters.keyEnd(); ++it)
            columns.parameters.insert(*it);
        columns.tags.insert(version.tags.begin(), version.tags.end());
        return {};
    });
    if (!named)
        return failAs(named);
    if (const auto done = write(device, csvLine(headerCells(columns))); !done)
        return failAs(done);
    qint64 written = 0;
    const auto done = forEachSummary(stores, ids, [&](const VersionSummary &version) -> Result<> {
        if (const auto row = write(device, csvLine(rowCells(version, columns))); !row)
            return row;
        ++written;
        return progress && !progress(written, ids.size()) ? Result<>(stopped()) : Result<>();
    });
    return done ? Result<qint64>(written) : failAs(done);
}

} // namespace

Result<qint64> exportVersions(Stores &stores, const QList<VersionId> &ids, ExportFormat format, QIODevice &device,
                              const Progress &progress)
{
    return format == ExportFormat::Csv ? exportCsv(stores, ids, device, progress)
                                       : exportJson(stores, ids, device, progress);
}

} // namespace stagekeeper
