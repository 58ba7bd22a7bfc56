// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/versionscheme.h"
#include "model/security/records.h"
#include "model/store/sql/versionrows.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// Any JSON value as text; QJsonDocument itself writes only arrays and objects.
QString jsonText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

BulkStatement &bindJson(BulkStatement &statement, const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? statement.bindNull() : statement.bind(QStringView(jsonText(value)));
}

} // namespace

Result<VersionId> VersionRows::insert(ModelId model, const ModelVersion &version, VersionId id)
{
    const Result<VersionId> inserted = insertMain(model, version, id);
    if (!inserted)
        return inserted;
    for (const auto &part : {&VersionRows::insertMetrics, &VersionRows::insertParameters, &VersionRows::insertTags}) {
        if (const Result<> done = (this->*part)(*inserted, model, version); !done)
            return failAs(done);
    }
    if (const Result<> done = insertSources(*inserted, version); !done)
        return failAs(done);
    for (qsizetype i = 0; i < version.artifacts.size(); ++i) {
        if (const Result<> done = insertArtifact(*inserted, version.artifacts.at(i), i); !done)
            return failAs(done);
    }
    return inserted;
}

Result<VersionId> VersionRows::insertMain(ModelId model, const ModelVersion &version, VersionId id)
{
    const Result<qint64> stage = m_names.stageIdOf(version.stage);
    if (!stage)
        return failAs(stage);
    const Result<BulkStatement *> prepared = m_database.bulk(
        u"INSERT INTO versions (id, model_id, version, precedence, stage_id, created_at, created_by, framework, task, "
        "architecture, description, parameters, model_size_mb, training_data_version, training_start, training_end, "
        "training_duration_seconds, test_set, deployed_at, deployment_environment, git_commit, git_branch, "
        "data_retention_days, pii_present, gdpr_compliant, experiment_id, experiment_name, signature, extra, rev) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!prepared)
        return failAs(prepared);
    BulkStatement &insert = **prepared;
    id.isValid() ? insert.bind(id.value) : insert.bindNull();
    insert.bind(model.value).bind(QStringView(version.version));
    insert.bind(QByteArrayView(precedenceKey(version.version, version.createdAt))).bind(*stage);
    insert.bind(version.createdAt.toMSecsSinceEpoch() * 1000);
    for (const QString &text : {version.createdBy, version.framework, version.task, version.architecture, version.description})
        insert.bind(QStringView(text));
    insert.bind(version.parameters).bind(version.modelSizeMb);
    for (const QString &text : {version.trainingDataVersion, version.trainingStart, version.trainingEnd})
        insert.bind(QStringView(text));
    insert.bind(version.trainingDurationSeconds);
    for (const QString &text : {version.testSet, version.deployedAt, version.deploymentEnvironment, version.gitCommit,
                                version.gitBranch})
        insert.bind(QStringView(text));
    insert.bind(version.dataRetentionDays).bind(version.piiPresent).bind(version.gdprCompliant);
    const ExperimentLink experiment = version.experiment.value_or(ExperimentLink());
    insert.bind(QStringView(experiment.id)).bind(QStringView(experiment.name));
    bindJson(insert, version.signature);
    bindJson(insert, version.extra.isEmpty() ? QJsonValue() : QJsonValue(version.extra));
    if (const Result<> done = insert.bind(qMax<qint64>(1, version.revision)).run(); !done)
        return failAs(done);
    return VersionId {m_database.lastInsertId()};
}

Result<> VersionRows::insertMetrics(VersionId id, ModelId model, const ModelVersion &version)
{
    const Result<BulkStatement *> metric
        = m_database.bulk(u"INSERT INTO metrics (version_id, metric_id, model_id, value) VALUES (?, ?, ?, ?)"_s);
    const Result<BulkStatement *> curve
        = m_database.bulk(u"INSERT INTO curves (version_id, metric_id, points) VALUES (?, ?, ?)"_s);
    if (!metric || !curve)
        return failAs(metric ? curve : metric);
    for (auto it = version.metrics.begin(); it != version.metrics.end(); ++it) {
        const Result<qint64> name = m_names.idOf(it.key());
        if (!name)
            return failAs(name);
        if (const Result<> done = (*metric)->bind(id.value).bind(*name).bind(model.value).bind(it.value()).run(); !done)
            return done;
    }
    for (auto it = version.curves.begin(); it != version.curves.end(); ++it) {
        const Result<qint64> name = m_names.idOf(it.key());
        if (!name)
            return failAs(name);
        if (const Result<> done = (*curve)->bind(id.value).bind(*name).bind(QByteArrayView(encodeCurve(it.value()))).run(); !done)
            return done;
    }
    return {};
}

Result<> VersionRows::insertParameters(VersionId id, ModelId model, const ModelVersion &version)
{
    const Result<BulkStatement *> insert
        = m_database.bulk(u"INSERT INTO params (version_id, name_id, model_id, value, number) VALUES (?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failAs(insert);
    for (auto it = version.hyperparameters.begin(); it != version.hyperparameters.end(); ++it) {
        const Result<qint64> name = m_names.idOf(it.key());
        if (!name)
            return failAs(name);
        const QJsonValue value = it.value();
        const auto number = value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
        if (const Result<> done = (*insert)->bind(id.value).bind(*name).bind(model.value)
                                      .bind(QStringView(jsonText(value))).bind(number).run(); !done)
            return done;
    }
    return {};
}

Result<> VersionRows::insertTags(VersionId id, ModelId model, const ModelVersion &version)
{
    const Result<BulkStatement *> insert
        = m_database.bulk(u"INSERT INTO tags (version_id, name_id, model_id, position, value) VALUES (?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failAs(insert);
    for (qsizetype i = 0; i < version.tags.size(); ++i) {
        const Result<qint64> name = m_names.idOf(version.tags.at(i));
        if (!name)
            return failAs(name);
        (*insert)->bind(id.value).bind(*name).bind(model.value).bind(qint64(i));
        const auto value = version.tagValues.constFind(version.tags.at(i));
        value == version.tagValues.cend() ? (*insert)->bindNull() : (*insert)->bind(QStringView(*value));
        if (const Result<> done = (*insert)->run(); !done)
            return done;
    }
    return {};
}

Result<> VersionRows::insertSources(VersionId id, const ModelVersion &version)
{
    const Result<BulkStatement *> source = m_database.bulk(
        u"INSERT INTO data_sources (version_id, position, name, digest, row_count, column_count, uri) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    const Result<BulkStatement *> parent
        = m_database.bulk(u"INSERT INTO parents (version_id, position, parent_model, parent_version) VALUES (?, ?, ?, ?)"_s);
    if (!source || !parent)
        return failAs(source ? parent : source);
    for (qsizetype i = 0; i < version.dataSources.size(); ++i) {
        const DataSource &data = version.dataSources.at(i);
        if (const Result<> done = (*source)->bind(id.value).bind(qint64(i)).bind(QStringView(data.name))
                                      .bind(QStringView(data.digest)).bind(data.rows).bind(data.columns)
                                      .bind(QStringView(data.uri)).run(); !done)
            return done;
    }
    for (qsizetype i = 0; i < version.parents.size(); ++i) {
        if (const Result<> done = (*parent)->bind(id.value).bind(qint64(i)).bind(QStringView(version.parents.at(i).model))
                                      .bind(QStringView(version.parents.at(i).version)).run(); !done)
            return done;
    }
    return {};
}

Result<> VersionRows::replaceSources(VersionId id, const ModelVersion &version)
{
    for (const QString &sql : {u"DELETE FROM data_sources WHERE version_id = ?"_s, u"DELETE FROM parents WHERE version_id = ?"_s}) {
        if (const auto cleared = m_database.run(sql, {id.value}); !cleared)
            return failAs(cleared);
    }
    return insertSources(id, version);
}

Result<> VersionRows::insertArtifact(VersionId id, const Artifact &artifact, qsizetype position)
{
    const Result<BulkStatement *> insert = m_database.bulk(
        u"INSERT INTO artifacts (version_id, name, kind, bytes, sha256, uri, stored, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failAs(insert);
    return (*insert)->bind(id.value).bind(QStringView(artifact.name)).bind(QStringView(artifact.kind)).bind(artifact.bytes)
        .bind(QStringView(artifact.sha256)).bind(QStringView(artifact.uri)).bind(qint64(artifact.isStored))
        .bind(qint64(position)).run();
}

Result<> VersionRows::erase(VersionId id)
{
    const auto done = m_database.run(u"DELETE FROM versions WHERE id = ?"_s, {id.value}); // the rest follows by cascade
    if (!done)
        return failAs(done);
    return {};
}

} // namespace stagekeeper
