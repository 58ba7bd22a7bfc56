// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/records.h"

#include "model/domain/canonicaljson.h"
#include "model/security/digest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtEndian>

#include <bit>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// Writes one object member by member; the caller keeps the members in RFC 8785 order.
class RecordWriter
{
public:
    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty()) { // an empty text and an absent one are the same to every reader
            member(key);
            appendCanonicalText(m_out, value);
        }
    }
    void json(const char *key, const QJsonValue &value)
    {
        member(key);
        m_out += canonicalJson(value);
    }
    void number(const char *key, double value)
    {
        member(key);
        appendCanonicalNumber(m_out, value);
    }
    template <typename T>
    void optional(const char *key, const std::optional<T> &value)
    {
        if (!value)
            return;
        if constexpr (std::is_same_v<T, bool>)
            json(key, *value);
        else if constexpr (std::is_same_v<T, qint64>)
            text(key, QString::number(*value));
        else
            number(key, *value);
    }
    void raw(const char *key, const QByteArray &value)
    {
        member(key);
        m_out += value;
    }
    [[nodiscard]] QByteArray finish() const { return '{' + m_out + '}'; }

private:
    void member(const char *key)
    {
        if (!m_out.isEmpty())
            m_out += ',';
        ((m_out += '"') += key) += "\":";
    }
    QByteArray m_out;
};

QByteArray metricsRecord(const Metrics &metrics)
{
    QByteArray out = "{";
    for (auto it = metrics.begin(); it != metrics.end(); ++it) { // a QMap's order is stable, which is all that counts here
        if (out.size() > 1)
            out += ',';
        appendCanonicalText(out, it.key());
        out += ':';
        appendCanonicalNumber(out, it.value());
    }
    return out + '}';
}

QJsonObject curvesRecord(const QMap<QString, Curve> &curves)
{
    QJsonObject object;
    for (auto it = curves.begin(); it != curves.end(); ++it)
        object.insert(it.key(), QString::fromLatin1(sha256(encodeCurve(it.value())).toHex()));
    return object;
}

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(QString::number(*value)) : QJsonValue();
}

QJsonArray artifactsRecord(const QList<Artifact> &artifacts)
{
    QJsonArray array;
    for (const Artifact &artifact : artifacts) {
        array.append(QJsonArray {artifact.name, artifact.kind, QString::number(artifact.bytes), artifact.sha256, artifact.uri,
                                 artifact.isStored});
    }
    return array;
}

QJsonArray sourcesRecord(const QList<DataSource> &sources)
{
    QJsonArray array;
    for (const DataSource &source : sources)
        array.append(QJsonArray {source.name, source.digest, orNull(source.rows), orNull(source.columns), source.uri});
    return array;
}

QJsonArray parentsRecord(const QList<Parent> &parents)
{
    QJsonArray array;
    for (const Parent &parent : parents)
        array.append(QJsonArray {parent.model, parent.version});
    return array;
}

QJsonArray tagsRecord(const ModelVersion &version)
{
    QJsonArray array;
    for (const QString &tag : version.tags) {
        const auto value = version.tagValues.constFind(tag);
        array.append(QJsonArray {tag, value == version.tagValues.cend() ? QJsonValue() : QJsonValue(*value)});
    }
    return array;
}

} // namespace

QByteArray versionDigest(const ModelVersion &version)
{
    RecordWriter record;
    record.text("architecture", version.architecture);
    record.json("artifacts", artifactsRecord(version.artifacts));
    record.number("created_at", double(version.createdAt.toMSecsSinceEpoch()));
    record.text("created_by", version.createdBy);
    record.json("curves", curvesRecord(version.curves));
    record.optional("data_retention_days", version.dataRetentionDays);
    record.json("data_sources", sourcesRecord(version.dataSources));
    record.text("deployed_at", version.deployedAt);
    record.text("deployment_environment", version.deploymentEnvironment);
    record.text("description", version.description);
    if (version.experiment)
        record.json("experiment", QJsonArray {version.experiment->id, version.experiment->name});
    record.json("extra", version.extra);
    record.text("framework", version.framework);
    record.optional("gdpr_compliant", version.gdprCompliant);
    record.text("git_branch", version.gitBranch);
    record.text("git_commit", version.gitCommit);
    record.json("hyperparameters", version.hyperparameters);
    record.raw("metrics", metricsRecord(version.metrics));
    record.text("model_name", version.model);
    record.optional("model_size_mb", version.modelSizeMb);
    record.optional("parameters", version.parameters);
    record.json("parents", parentsRecord(version.parents));
    record.optional("pii_present", version.piiPresent);
    record.json("signature", version.signature);
    record.text("stage", version.stage);
    record.json("tags", tagsRecord(version));
    record.text("task", version.task);
    record.text("test_set", version.testSet);
    record.text("training_data_version", version.trainingDataVersion);
    record.optional("training_duration_seconds", version.trainingDurationSeconds);
    record.text("training_end", version.trainingEnd);
    record.text("training_start", version.trainingStart);
    record.text("version", version.version);
    return sha256(record.finish());
}

QByteArray aliasDigest(const QString &alias, const QString &version)
{
    return sha256(canonicalJson(QJsonObject {{u"alias"_s, alias}, {u"version"_s, version}}));
}

QByteArray registryDigest(const QString &name, const Lifecycle &lifecycle)
{
    QJsonArray stages;
    for (const Stage &stage : lifecycle.stages())
        stages.append(QJsonArray {stage.name, int(stage.kind), stage.capacity});
    return sha256(canonicalJson(QJsonObject {{u"name"_s, name}, {u"stages"_s, stages}}));
}

QByteArray modelDigest(const QString &name, const QString &description)
{
    return sha256(canonicalJson(QJsonObject {{u"description"_s, description}, {u"name"_s, name}}));
}

QByteArray encodeCurve(const Curve &curve)
{
    QByteArray points(curve.size() * 16, Qt::Uninitialized);
    char *out = points.data();
    for (const CurvePoint &point : curve) {
        qToLittleEndian(point.step, out);
        qToLittleEndian(std::bit_cast<quint64>(point.value), out + 8);
        out += 16;
    }
    return points;
}

Curve decodeCurve(const QByteArray &points)
{
    Curve curve;
    curve.reserve(points.size() / 16);
    for (const char *in = points.constData(), *end = in + points.size() / 16 * 16; in != end; in += 16)
        curve.append({qFromLittleEndian<qint64>(in), std::bit_cast<double>(qFromLittleEndian<quint64>(in + 8))});
    return curve;
}

} // namespace stagekeeper
