// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/records.h"
#include "model/store/sql/versionrows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QJsonValue jsonFrom(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0);
}

QDateTime timeFrom(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

double metricFrom(const Row &row, int column)
{
    return row.optionalReal(column).value_or(std::numeric_limits<double>::quiet_NaN());
}

} // namespace

Result<ModelVersion> VersionRows::read(VersionId id)
{
    Result<ModelVersion> version = readFacts(id);
    if (!version)
        return version;
    if (const Result<> done = readMetrics(id, *version); !done)
        return failAs(done);
    return version;
}

Result<ModelVersion> VersionRows::readFacts(VersionId id)
{
    ModelVersion version;
    for (const auto &part : {&VersionRows::readMain, &VersionRows::readParameters, &VersionRows::readTags, &VersionRows::readSources}) {
        if (const Result<> done = (this->*part)(id, version); !done)
            return failAs(done);
    }
    const Result<QList<Artifact>> files = artifacts(id);
    if (!files)
        return failAs(files);
    version.artifacts = *files;
    return version;
}

Result<> VersionRows::readMain(VersionId id, ModelVersion &version)
{
    const auto rows = m_database.select(
        u"SELECT m.name, v.version, s.name, v.created_at, v.created_by, v.framework, v.task, v.architecture, v.description, "
        "v.parameters, v.model_size_mb, v.training_data_version, v.training_start, v.training_end, "
        "v.training_duration_seconds, v.test_set, v.deployed_at, v.deployment_environment, v.git_commit, v.git_branch, "
        "v.data_retention_days, v.pii_present, v.gdpr_compliant, v.experiment_id, v.experiment_name, v.signature, v.extra, v.rev "
        "FROM versions v JOIN models m ON m.id = v.model_id JOIN stages s ON s.id = v.stage_id WHERE v.id = ?"_s,
        {id.value}, [&version](const Row &row) {
            QString *const texts[] = {&version.model, &version.version, &version.stage, nullptr, &version.createdBy,
                                      &version.framework, &version.task, &version.architecture, &version.description, nullptr,
                                      nullptr, &version.trainingDataVersion, &version.trainingStart, &version.trainingEnd,
                                      nullptr, &version.testSet, &version.deployedAt, &version.deploymentEnvironment,
                                      &version.gitCommit, &version.gitBranch};
            for (int column = 0; column < int(std::size(texts)); ++column) {
                if (texts[column])
                    *texts[column] = row.text(column);
            }
            version.createdAt = timeFrom(row.integer(3));
            version.parameters = row.optionalInteger(9);
            version.modelSizeMb = row.optionalReal(10);
            version.trainingDurationSeconds = row.optionalReal(14);
            version.dataRetentionDays = row.optionalInteger(20);
            version.piiPresent = row.optionalBool(21);
            version.gdprCompliant = row.optionalBool(22);
            if (const ExperimentLink link {row.text(23), row.text(24)}; !link.id.isEmpty() || !link.name.isEmpty())
                version.experiment = link;
            version.signature = jsonFrom(row.text(25));
            version.extra = jsonFrom(row.text(26)).toObject();
            version.revision = row.integer(27);
        });
    if (!rows)
        return failAs(rows);
    if (*rows == 0)
        return fail(Error::Code::NotFound, QCoreApplication::translate("VersionRows", "This version is no longer in the registry."));
    return {};
}

Result<> VersionRows::readMetrics(VersionId id, ModelVersion &version)
{
    const auto metrics = m_database.select(
        u"SELECT n.name, m.value FROM metrics m JOIN names n ON n.id = m.metric_id WHERE m.version_id = ?"_s, {id.value},
        [&version](const Row &row) { version.metrics.insert(row.text(0), metricFrom(row, 1)); });
    if (!metrics)
        return failAs(metrics);
    const auto curves = m_database.select(
        u"SELECT n.name, c.points FROM curves c JOIN names n ON n.id = c.metric_id WHERE c.version_id = ?"_s, {id.value},
        [&version](const Row &row) { version.curves.insert(row.text(0), decodeCurve(row.bytes(1))); });
    if (!curves)
        return failAs(curves);
    return {};
}

Result<> VersionRows::readParameters(VersionId id, ModelVersion &version)
{
    const auto parameters = m_database.select(
        u"SELECT n.name, p.value FROM params p JOIN names n ON n.id = p.name_id WHERE p.version_id = ?"_s, {id.value},
        [&version](const Row &row) { version.hyperparameters.insert(row.text(0), jsonFrom(row.text(1))); });
    if (!parameters)
        return failAs(parameters);
    return {};
}

Result<> VersionRows::readTags(VersionId id, ModelVersion &version)
{
    const auto tags = m_database.select(
        u"SELECT n.name, t.value FROM tags t JOIN names n ON n.id = t.name_id WHERE t.version_id = ? ORDER BY t.position, n.id"_s,
        {id.value}, [&version](const Row &row) {
            version.tags.append(row.text(0));
            if (!row.isNull(1))
                version.tagValues.insert(row.text(0), row.text(1));
        });
    if (!tags)
        return failAs(tags);
    const auto aliases = m_database.select(u"SELECT alias FROM aliases WHERE version_id = ? ORDER BY alias"_s, {id.value},
                                           [&version](const Row &row) { version.aliases.append(row.text(0)); });
    if (!aliases)
        return failAs(aliases);
    return {};
}

Result<> VersionRows::readSources(VersionId id, ModelVersion &version)
{
    const auto sources = m_database.select(
        u"SELECT name, digest, row_count, column_count, uri FROM data_sources WHERE version_id = ? ORDER BY position"_s, {id.value},
        [&version](const Row &row) {
            version.dataSources.append({row.text(0), row.text(1), row.optionalInteger(2), row.optionalInteger(3), row.text(4)});
        });
    if (!sources)
        return failAs(sources);
    const auto parents = m_database.select(
        u"SELECT parent_model, parent_version FROM parents WHERE version_id = ? ORDER BY position"_s, {id.value},
        [&version](const Row &row) { version.parents.append({row.text(0), row.text(1)}); });
    if (!parents)
        return failAs(parents);
    return {};
}

Result<QList<Artifact>> VersionRows::artifacts(VersionId id)
{
    QList<Artifact> list;
    const auto rows = m_database.select(
        u"SELECT name, kind, bytes, sha256, uri, stored FROM artifacts WHERE version_id = ? ORDER BY position, name"_s, {id.value},
        [&list](const Row &row) {
            list.append({row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.integer(5) != 0});
        });
    if (!rows)
        return failAs(rows);
    return list;
}

Result<QList<VersionSummary>> VersionRows::summaries(const QList<VersionId> &ids)
{
    QList<VersionSummary> list;
    list.reserve(ids.size());
    for (const VersionId id : ids) {
        VersionSummary summary;
        summary.id = id;
        const auto main = m_database.select(
            u"SELECT m.name, v.version, s.name, v.created_at, v.created_by, v.framework, v.task, v.architecture, v.description, "
            "v.git_branch, v.git_commit, v.parameters, v.model_size_mb, v.rev "
            "FROM versions v JOIN models m ON m.id = v.model_id JOIN stages s ON s.id = v.stage_id WHERE v.id = ?"_s,
            {id.value}, [&summary](const Row &row) {
                summary.model = row.text(0);
                summary.version = row.text(1);
                summary.stage = row.text(2);
                summary.createdAt = timeFrom(row.integer(3));
                summary.createdBy = row.text(4);
                summary.framework = row.text(5);
                summary.task = row.text(6);
                summary.architecture = row.text(7);
                summary.description = row.text(8);
                summary.gitBranch = row.text(9);
                summary.gitCommit = row.text(10);
                summary.parameters = row.optionalInteger(11);
                summary.modelSizeMb = row.optionalReal(12);
                summary.revision = row.integer(13);
            });
        if (!main)
            return failAs(main);
        if (*main == 0)
            continue;
        // one statement for the many small parts: kind of part, name, value
        const auto parts = m_database.select(
            u"SELECT 0, n.name, x.value FROM metrics x JOIN names n ON n.id = x.metric_id WHERE x.version_id = ? "
            "UNION ALL SELECT 1, n.name, x.value FROM params x JOIN names n ON n.id = x.name_id WHERE x.version_id = ? "
            "UNION ALL SELECT 2, n.name, x.value FROM tags x JOIN names n ON n.id = x.name_id WHERE x.version_id = ? "
            "UNION ALL SELECT 3, alias, NULL FROM aliases WHERE version_id = ? "
            "UNION ALL SELECT 4, name, NULL FROM data_sources WHERE version_id = ?"_s,
            QVariantList(5, id.value), [&summary](const Row &row) {
                const QString name = row.text(1);
                switch (row.integer(0)) {
                case 0:
                    summary.metrics.insert(name, metricFrom(row, 2));
                    break;
                case 1:
                    summary.hyperparameters.insert(name, jsonFrom(row.text(2)));
                    break;
                case 2:
                    summary.tags.append(name);
                    if (!row.isNull(2))
                        summary.tagValues.insert(name, row.text(2));
                    break;
                case 3:
                    summary.aliases.append(name);
                    break;
                default:
                    summary.dataSources.append(name);
                }
            });
        if (!parts)
            return failAs(parts);
        list.append(summary);
    }
    return list;
}

} // namespace stagekeeper
