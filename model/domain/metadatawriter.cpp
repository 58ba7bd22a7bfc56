// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metadatajson.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

void writeTexts(JsonWriter &json, const QStringList &texts)
{
    json.beginArray(JsonWriter::Form::Compact);
    for (const QString &text : texts)
        json.text(text);
    json.endArray();
}

void writeMetrics(JsonWriter &json, const Metrics &metrics)
{
    json.beginObject();
    for (auto metric = metrics.cbegin(); metric != metrics.cend(); ++metric)
        json.key(metric.key()).number(metric.value());
    json.endObject();
}

void writeLineage(JsonWriter &json, const ModelVersion &v)
{
    const Parent parent = v.parents.value(0);
    json.key(u"parent_model").textOrNull(parent.model);
    json.key(u"parent_version").textOrNull(parent.version);
    QStringList sources;
    for (const DataSource &source : v.dataSources)
        sources.append(source.name);
    json.key(u"data_sources");
    writeTexts(json, sources);
}

void writeMetadataMembers(JsonWriter &json, const ModelVersion &v)
{
    json.key(u"model_name").textOrNull(v.model);
    json.key(u"version").textOrNull(v.version);
    json.key(u"framework").textOrNull(v.framework);
    json.key(u"task").textOrNull(v.task);
    json.key(u"training_data_version").textOrNull(v.trainingDataVersion);
    json.key(u"training_start").textOrNull(v.trainingStart);
    json.key(u"training_end").textOrNull(v.trainingEnd);
    json.key(u"training_duration_seconds").number(v.trainingDurationSeconds);
    json.key(u"architecture").textOrNull(v.architecture);
    json.key(u"parameters").integer(v.parameters);
    json.key(u"model_size_mb").number(v.modelSizeMb);
    json.key(u"metrics");
    writeMetrics(json, v.metrics);
    json.key(u"test_set").textOrNull(v.testSet);
    json.key(u"stage").textOrNull(v.stage);
    json.key(u"deployed_at").textOrNull(v.deployedAt);
    json.key(u"deployment_environment").textOrNull(v.deploymentEnvironment);
    json.key(u"tags");
    writeTexts(json, v.tags);
    json.key(u"description").text(v.description); // "" is the seed's own word for none
    json.key(u"git_commit").textOrNull(v.gitCommit);
    json.key(u"git_branch").textOrNull(v.gitBranch);
    writeLineage(json, v);
    json.key(u"data_retention_days").integer(v.dataRetentionDays);
    json.key(u"pii_present").boolean(v.piiPresent);
    json.key(u"gdpr_compliant").boolean(v.gdprCompliant);
}

void writeTagValues(JsonWriter &json, const ModelVersion &v)
{
    json.beginObject();
    for (const QString &tag : v.tags) {
        const auto value = v.tagValues.constFind(tag);
        json.key(tag);
        if (value != v.tagValues.cend())
            json.text(*value);
        else
            json.null();
    }
    json.endObject();
}

void writeDataSources(JsonWriter &json, const QList<DataSource> &sources)
{
    json.beginArray();
    for (const DataSource &source : sources) {
        json.beginObject();
        json.key(u"name").text(source.name);
        json.key(u"digest").textOrNull(source.digest);
        json.key(u"rows").integer(source.rows);
        json.key(u"columns").integer(source.columns);
        json.key(u"uri").textOrNull(source.uri);
        json.endObject();
    }
    json.endArray();
}

void writeParents(JsonWriter &json, const QList<Parent> &parents)
{
    QStringList references;
    for (const Parent &parent : parents) {
        const bool needsColon = !parent.version.isEmpty() || parent.model.contains(u':');
        references.append(needsColon ? QString(parent.model % u':' % parent.version) : parent.model);
    }
    writeTexts(json, references);
}

void writeExperiment(JsonWriter &json, const std::optional<ExperimentLink> &experiment)
{
    if (!experiment) {
        json.null();
        return;
    }
    json.beginObject();
    json.key(u"id").textOrNull(experiment->id);
    json.key(u"name").textOrNull(experiment->name);
    json.endObject();
}

void writeCurves(JsonWriter &json, const QMap<QString, Curve> &curves)
{
    json.beginObject();
    for (auto curve = curves.cbegin(); curve != curves.cend(); ++curve) {
        json.key(curve.key()).beginArray(JsonWriter::Form::Compact);
        for (const CurvePoint &point : curve.value())
            json.beginArray().integer(point.step).number(point.value).endArray();
        json.endArray();
    }
    json.endObject();
}

void writeArtifacts(JsonWriter &json, const QList<Artifact> &artifacts)
{
    json.beginArray();
    for (const Artifact &artifact : artifacts) {
        json.beginObject();
        json.key(u"name").text(artifact.name);
        json.key(u"kind").textOrNull(artifact.kind);
        json.key(u"bytes").integer(artifact.bytes < 0 ? std::nullopt : std::optional(artifact.bytes));
        json.key(u"sha256").textOrNull(artifact.sha256);
        json.key(u"uri").textOrNull(artifact.uri);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray metadataToJson(const ModelVersion &version, JsonWriter::Form form)
{
    JsonWriter json(form);
    json.beginObject();
    writeMetadataMembers(json, version);
    return json.endObject().result();
}

QByteArray versionToJson(const ModelVersion &version, JsonWriter::Form form)
{
    JsonWriter json(form);
    writeVersion(json, version);
    return json.result();
}

void writeVersion(JsonWriter &json, const ModelVersion &v)
{
    json.beginObject();
    writeMetadataMembers(json, v);
    for (auto member = v.extra.begin(); member != v.extra.end(); ++member)
        json.key(member.key()).json(member.value());
    json.key(u"hyperparameters").json(v.hyperparameters);
    json.key(u"tag_values");
    writeTagValues(json, v);
    json.key(u"datasets");
    writeDataSources(json, v.dataSources);
    json.key(u"parents");
    writeParents(json, v.parents);
    json.key(u"experiment");
    writeExperiment(json, v.experiment);
    json.key(u"curves");
    writeCurves(json, v.curves);
    json.key(u"aliases");
    writeTexts(json, v.aliases);
    json.key(u"artifacts");
    writeArtifacts(json, v.artifacts);
    json.key(u"signature").json(v.signature);
    json.key(u"created_at").textOrNull(v.createdAt.toUTC().toString(Qt::ISODateWithMs));
    json.key(u"created_by").textOrNull(v.createdBy);
    json.key(u"revision").integer(v.revision);
    json.endObject();
}

} // namespace stagekeeper
