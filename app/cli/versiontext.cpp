// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/versiontext.h"

#include "model/domain/metadatajson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VersionText)
};

QString truth(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? Text::tr("yes") : Text::tr("no");
}

QString tagText(const ModelVersion &version, const QString &tag)
{
    const auto value = version.tagValues.find(tag);
    return value == version.tagValues.end() ? tag : QString(tag % u'=' % *value);
}

/// Rows of what is stated in one value each.
QList<QStringList> facts(const ModelVersion &v)
{
    QStringList tags, parents, sources;
    for (const QString &tag : v.tags)
        tags += tagText(v, tag);
    for (const Parent &parent : v.parents)
        parents += parent.version.isEmpty() ? parent.model : QString(parent.model % u':' % parent.version);
    for (const DataSource &source : v.dataSources)
        sources += source.name;
    const QString comma = u", "_s;
    return {
        {Text::tr("Stage"), v.stage},
        {Text::tr("Aliases"), v.aliases.join(comma)},
        {Text::tr("Registered"), v.createdAt.isValid() ? Text::tr("%1 by %2").arg(shownTime(v.createdAt), v.createdBy) : QString()},
        {Text::tr("Deployed"), QStringList {v.deployedAt, v.deploymentEnvironment}.join(u' ').trimmed()},
        {Text::tr("Framework"), v.framework},
        {Text::tr("Task"), v.task},
        {Text::tr("Architecture"), v.architecture},
        {Text::tr("Parameters"), v.parameters ? QString::number(*v.parameters) : QString()},
        {Text::tr("Size"), v.modelSizeMb ? Text::tr("%1 MB").arg(numberText(*v.modelSizeMb)) : QString()},
        {Text::tr("Training data"), v.trainingDataVersion},
        {Text::tr("Trained"), QStringList {v.trainingStart, v.trainingEnd}.join(u' ').trimmed()},
        {Text::tr("Test set"), v.testSet},
        {Text::tr("Tags"), tags.join(comma)},
        {Text::tr("Data sources"), sources.join(comma)},
        {Text::tr("Parents"), parents.join(comma)},
        {Text::tr("Experiment"), v.experiment ? v.experiment->id : QString()},
        {Text::tr("Git"), QStringList {v.gitBranch, v.gitCommit}.join(u' ').trimmed()},
        {Text::tr("Retention"), v.dataRetentionDays ? Text::tr("%1 days").arg(*v.dataRetentionDays) : QString()},
        {Text::tr("Personal data"), truth(v.piiPresent)},
        {Text::tr("GDPR compliant"), truth(v.gdprCompliant)},
        {Text::tr("Revision"), QString::number(v.revision)},
    };
}

void printSection(Output &out, const QString &title, const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return;
    out.line({});
    out.line(title);
    QList<QStringList> indented;
    for (const QStringList &row : rows)
        indented += QStringList {QString(u"  "_s % row.value(0))} + row.mid(1);
    out.table(indented);
}

void printForPeople(Output &out, const ModelVersion &v)
{
    out.line(v.model % u':' % v.version);
    QList<QStringList> stated, metrics, parameters, artifacts;
    for (const QStringList &fact : facts(v)) {
        if (!fact.at(1).isEmpty())
            stated += QStringList {QString(u"  "_s % fact.at(0)), fact.at(1)};
    }
    out.table(stated);
    for (auto it = v.metrics.begin(); it != v.metrics.end(); ++it)
        metrics += QStringList {it.key(), numberText(it.value())};
    for (auto it = v.hyperparameters.begin(); it != v.hyperparameters.end(); ++it)
        parameters += QStringList {it.key(), QString::fromUtf8(JsonWriter().json(it.value()).result())};
    for (const Artifact &artifact : v.artifacts)
        artifacts += QStringList {artifact.name, artifact.bytes < 0 ? QString() : Text::tr("%1 bytes").arg(artifact.bytes),
                                  artifact.sha256, artifact.uri};
    printSection(out, Text::tr("Metrics"), metrics);
    printSection(out, Text::tr("Hyperparameters"), parameters);
    printSection(out, Text::tr("Artifacts"), artifacts);
    if (!v.description.isEmpty()) {
        out.line({});
        out.lines(v.description);
    }
}

void writeTexts(JsonWriter &json, const QString &name, const QStringList &texts)
{
    json.key(name).beginArray();
    for (const QString &text : texts)
        json.text(text);
    json.endArray();
}

} // namespace

void printVersion(Output &out, const ModelVersion &version)
{
    if (out.isJson())
        out.raw(versionToJson(version));
    else
        printForPeople(out, version);
}

void writeSummary(JsonWriter &json, const VersionSummary &version)
{
    json.key(u"model"_s).text(version.model).key(u"version"_s).text(version.version);
    json.key(u"stage"_s).text(version.stage);
    json.key(u"created_at"_s).text(version.createdAt.toUTC().toString(Qt::ISODateWithMs));
    json.key(u"created_by"_s).text(version.createdBy);
    writeTexts(json, u"aliases"_s, version.aliases);
    json.key(u"metrics"_s).beginObject();
    for (auto it = version.metrics.begin(); it != version.metrics.end(); ++it)
        json.key(it.key()).number(it.value());
    json.endObject();
    writeTexts(json, u"tags"_s, version.tags);
    json.key(u"tag_values"_s).beginObject();
    for (const QString &tag : version.tags) {
        const auto value = version.tagValues.find(tag);
        if (value == version.tagValues.end())
            json.key(tag).null();
        else
            json.key(tag).text(*value);
    }
    json.endObject();
    json.key(u"hyperparameters"_s).beginObject();
    for (auto it = version.hyperparameters.begin(); it != version.hyperparameters.end(); ++it)
        json.key(it.key()).json(it.value());
    json.endObject();
    json.key(u"revision"_s).integer(version.revision);
}

} // namespace stagekeeper
