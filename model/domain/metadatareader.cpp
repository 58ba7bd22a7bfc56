// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/jsonfields.h"
#include "model/domain/metadatajson.h"
#include "model/domain/namerules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetadataJson)
};

void check(JsonFields &fields, NameKind kind, const QString &name)
{
    if (const Result<> checked = checkName(kind, name); !checked)
        fields.addError(checked.error());
}

// The error of an inner object becomes the document's.
void hand(JsonFields &outer, const JsonFields &inner)
{
    if (inner.error())
        outer.addError(*inner.error());
}

// A list whose items must be objects.
template <typename Read>
void eachObject(JsonFields &fields, const QString &key, Read read)
{
    const QJsonArray items = fields.array(key);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString where = u"%1[%2]"_s.arg(fields.path(key)).arg(i);
        if (!items.at(i).isObject())
            fields.addError(Text::tr("\"%1\" must be an object.").arg(where));
        JsonFields item(items.at(i).toObject(), where);
        read(item);
        hand(fields, item);
    }
}

void readNames(JsonFields &fields, ModelVersion &v)
{
    const QJsonValue model = fields.value(u"model_name"_s);
    const QJsonValue version = fields.value(u"version"_s);
    v.model = fields.text(u"model_name"_s);
    v.version = fields.text(u"version"_s);
    if (model.isString())
        check(fields, NameKind::Model, v.model);
    if (version.isString())
        check(fields, NameKind::Version, v.version);
}

void readScalars(JsonFields &fields, ModelVersion &v)
{
    v.framework = fields.text(u"framework"_s);
    v.task = fields.text(u"task"_s);
    v.trainingDataVersion = fields.text(u"training_data_version"_s);
    v.trainingStart = fields.text(u"training_start"_s);
    v.trainingEnd = fields.text(u"training_end"_s);
    v.trainingDurationSeconds = fields.number(u"training_duration_seconds"_s);
    v.architecture = fields.text(u"architecture"_s);
    v.parameters = fields.integer(u"parameters"_s);
    v.modelSizeMb = fields.number(u"model_size_mb"_s);
    v.testSet = fields.text(u"test_set"_s);
    v.stage = fields.text(u"stage"_s);
    v.deployedAt = fields.text(u"deployed_at"_s);
    v.deploymentEnvironment = fields.text(u"deployment_environment"_s);
    v.description = fields.text(u"description"_s);
    v.gitCommit = fields.text(u"git_commit"_s);
    v.gitBranch = fields.text(u"git_branch"_s);
    v.dataRetentionDays = fields.integer(u"data_retention_days"_s);
    v.piiPresent = fields.boolean(u"pii_present"_s);
    v.gdprCompliant = fields.boolean(u"gdpr_compliant"_s);
    v.signature = fields.value(u"signature"_s);
}

void readMetrics(JsonFields &fields, ModelVersion &v)
{
    const QJsonObject metrics = fields.object(u"metrics"_s);
    JsonFields values(metrics, u"metrics"_s);
    for (const QString &name : metrics.keys()) {
        check(fields, NameKind::Metric, name);
        if (const std::optional<double> value = values.number(name))
            v.metrics.insert(name, *value);
    }
    hand(fields, values);
}

Curve readCurve(JsonFields &curves, const QString &name)
{
    Curve curve;
    const QJsonArray points = curves.array(name);
    for (const QJsonValue &point : points) {
        const QJsonArray pair = point.toArray();
        JsonFields step({{u"step"_s, pair.at(0)}});
        const std::optional<qint64> number = step.integer(u"step"_s);
        const std::optional<double> value = jsonNumber(pair.at(1));
        if (pair.size() != 2 || !number || !value) {
            curves.addError(Text::tr("\"%1[%2]\" must be a pair of a whole step and a number.")
                                .arg(curves.path(name))
                                .arg(curve.size()));
            break;
        }
        curve.append({*number, *value});
    }
    return curve;
}

void readCurves(JsonFields &fields, ModelVersion &v)
{
    const QJsonObject object = fields.object(u"curves"_s);
    JsonFields curves(object, u"curves"_s);
    for (const QString &name : object.keys()) {
        check(fields, NameKind::Metric, name);
        v.curves.insert(name, readCurve(curves, name));
    }
    hand(fields, curves);
}

void readHyperparameters(JsonFields &fields, ModelVersion &v)
{
    v.hyperparameters = fields.object(u"hyperparameters"_s);
    for (const QString &name : v.hyperparameters.keys())
        check(fields, NameKind::Parameter, name);
}

void readTags(JsonFields &fields, ModelVersion &v)
{
    const QJsonObject values = fields.object(u"tag_values"_s);
    JsonFields texts(values, u"tag_values"_s);
    v.tags = fields.texts(u"tags"_s) + values.keys();
    v.tags.removeDuplicates();
    for (const QString &tag : v.tags)
        check(fields, NameKind::Tag, tag);
    for (const QString &tag : values.keys()) {
        const QString text = texts.text(tag);
        if (values.value(tag).isString())
            v.tagValues.insert(tag, text);
    }
    hand(fields, texts);
}

// `data_sources` gives names and their order, `datasets` what is known of them.
void readDataSources(JsonFields &fields, ModelVersion &v)
{
    for (const QString &name : fields.texts(u"data_sources"_s))
        v.dataSources.append({name, {}, {}, {}, {}});
    QSet<qsizetype> described;
    eachObject(fields, u"datasets"_s, [&v, &described](JsonFields &item) {
        const DataSource source{item.text(u"name"_s), item.text(u"digest"_s), item.integer(u"rows"_s),
            item.integer(u"columns"_s), item.text(u"uri"_s)};
        qsizetype at = 0;
        while (at < v.dataSources.size() && (described.contains(at) || v.dataSources.at(at).name != source.name))
            ++at;
        if (at == v.dataSources.size())
            v.dataSources.append(source);
        v.dataSources[at] = source;
        described.insert(at);
    });
    for (const DataSource &source : v.dataSources)
        check(fields, NameKind::DataSource, source.name);
}

void readParents(JsonFields &fields, ModelVersion &v)
{
    for (const QString &text : fields.texts(u"parents"_s)) {
        const qsizetype colon = text.lastIndexOf(u':');
        v.parents.append({text.left(colon < 0 ? text.size() : colon), colon < 0 ? QString() : text.mid(colon + 1)});
    }
    const Parent first{fields.text(u"parent_model"_s), fields.text(u"parent_version"_s)};
    if (first.model.isEmpty() && !first.version.isEmpty())
        fields.addError(Text::tr("\"parent_version\" needs \"parent_model\" beside it."));
    if (!first.model.isEmpty() && v.parents.value(0) != first) {
        v.parents.removeAll(first);
        v.parents.prepend(first);
    }
    for (const Parent &parent : v.parents)
        check(fields, NameKind::Model, parent.model);
}

void readExperiment(JsonFields &fields, ModelVersion &v)
{
    const QJsonObject object = fields.object(u"experiment"_s);
    JsonFields experiment(object, u"experiment"_s);
    if (!object.isEmpty())
        v.experiment = {experiment.text(u"id"_s), experiment.text(u"name"_s)};
    hand(fields, experiment);
}

bool isSha256(const QString &text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

void readArtifacts(JsonFields &fields, MetadataDocument &document)
{
    eachObject(fields, u"artifacts"_s, [&document](JsonFields &item) {
        Artifact artifact;
        artifact.name = item.text(u"name"_s);
        artifact.kind = item.text(u"kind"_s);
        artifact.bytes = item.integer(u"bytes"_s).value_or(-1);
        artifact.sha256 = item.text(u"sha256"_s).toLower();
        artifact.uri = item.text(u"uri"_s);
        check(item, NameKind::Artifact, artifact.name);
        if (!artifact.sha256.isEmpty() && !isSha256(artifact.sha256))
            item.addError(Text::tr("\"%1\" must be 64 hexadecimal digits.").arg(item.path(u"sha256"_s)));
        for (const Artifact &other : document.version.artifacts) {
            if (other.name == artifact.name)
                item.addError(Text::tr("The artifact \"%1\" is listed twice.").arg(visibleText(artifact.name)));
        }
        if (const QString path = item.text(u"path"_s); !path.isEmpty())
            document.artifactPaths.insert(artifact.name, path);
        document.version.artifacts.append(artifact);
    });
}

void readHistory(JsonFields &fields, MetadataDocument &document)
{
    eachObject(fields, u"history"_s, [&document](JsonFields &item) {
        HistoryEntry entry;
        entry.at = QDateTime::fromString(item.text(u"at"_s), Qt::ISODateWithMs);
        entry.event = item.text(u"event"_s);
        entry.from = item.text(u"from"_s);
        entry.to = item.text(u"to"_s);
        entry.by = item.text(u"by"_s);
        entry.reason = item.text(u"reason"_s);
        if (!entry.at.isValid())
            item.addError(Text::tr("\"%1\" must be a time such as 2026-01-31T12:00:00Z.").arg(item.path(u"at"_s)));
        document.history.append(entry);
    });
}

// What the registry gives; a document that a registry wrote brings it along.
void readGiven(JsonFields &fields, ModelVersion &v)
{
    v.aliases = fields.texts(u"aliases"_s);
    v.aliases.removeDuplicates();
    for (const QString &alias : v.aliases)
        check(fields, NameKind::Alias, alias);
    const QString createdAt = fields.text(u"created_at"_s);
    v.createdAt = QDateTime::fromString(createdAt, Qt::ISODateWithMs).toUTC();
    if (!createdAt.isEmpty() && !v.createdAt.isValid())
        fields.addError(Text::tr("\"%1\" must be a time such as 2026-01-31T12:00:00Z.").arg(u"created_at"_s));
    v.createdBy = fields.text(u"created_by"_s);
    v.revision = fields.integer(u"revision"_s).value_or(0);
}

} // namespace

JsonLimits metadataLimits()
{
    JsonLimits limits;
    limits.acceptsNonFinite = true;
    return limits;
}

Result<MetadataDocument> metadataDocument(const QJsonObject &object)
{
    MetadataDocument document;
    ModelVersion &v = document.version;
    JsonFields fields(object);
    readNames(fields, v);
    readScalars(fields, v);
    readMetrics(fields, v);
    readCurves(fields, v);
    readHyperparameters(fields, v);
    readTags(fields, v);
    readDataSources(fields, v);
    readParents(fields, v);
    readExperiment(fields, v);
    readArtifacts(fields, document);
    readHistory(fields, document);
    readGiven(fields, v);
    v.extra = fields.rest();
    if (fields.error())
        return tl::unexpected<Error>(*fields.error());
    return document;
}

Result<ModelVersion> metadataFromJson(QByteArrayView json)
{
    const Result<QJsonValue> value = parseStrictJson(json, metadataLimits());
    if (!value)
        return failAs(value);
    if (!value->isObject())
        return fail(Error::Code::InvalidArgument, Text::tr("The metadata must be a JSON object."));
    const Result<MetadataDocument> document = metadataDocument(value->toObject());
    if (!document)
        return failAs(document);
    return document->version;
}

} // namespace stagekeeper
