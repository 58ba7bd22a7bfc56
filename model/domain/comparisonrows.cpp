// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/comparisonrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// Where a key of the seed's format stands in it; the others come after it.
qsizetype metadataPlace(const QString &key)
{
    static const QStringList keys = QString(
        "framework task architecture parameters model_size_mb training_start training_end training_duration_seconds "
        "deployed_at deployment_environment description git_commit git_branch parents experiment data_retention_days "
        "pii_present gdpr_compliant"_L1).split(u' ');
    const qsizetype place = keys.indexOf(key);
    return place < 0 ? keys.size() : place;
}

bool comesBefore(const ComparisonRow &a, const ComparisonRow &b)
{
    if (a.section != b.section)
        return a.section < b.section;
    if (a.section == ComparisonSection::Metadata) {
        if (const qsizetype x = metadataPlace(a.name), y = metadataPlace(b.name); x != y)
            return x < y;
    }
    const int order = a.name.compare(b.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.name < b.name;
}

template <typename T>
QJsonValue jsonFrom(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined);
}

/// "float64 [-1, 3]" where an entry of a signature has that form, else what there is beside its name.
QJsonValue typeOf(QJsonObject entry)
{
    entry.remove(u"name"_s);
    const bool hasDtype = entry.value("dtype"_L1).isString();
    const QString type = entry.value(hasDtype ? "dtype"_L1 : "type"_L1).toString();
    const QJsonArray shape = entry.value("shape"_L1).toArray();
    if (type.isEmpty() || entry.size() != (entry.contains("shape"_L1) ? 2 : 1))
        return entry;
    QStringList sizes;
    for (const QJsonValue &size : shape)
        sizes += size.toVariant().toString();
    return shape.isEmpty() ? type : QString(type % u" ["_s % sizes.join(u", "_s) % u']');
}

} // namespace

ComparisonRow &ComparisonRows::row(ComparisonSection section, const QString &name)
{
    const auto key = std::pair(int(section), name);
    const auto found = m_places.constFind(key);
    if (found != m_places.constEnd())
        return m_rows[*found];
    m_places.insert(key, m_rows.size());
    const QList<QJsonValue> nothing(m_versions, QJsonValue(QJsonValue::Undefined));
    m_rows.append(ComparisonRow {section, name, MetricDirection::Unknown, nothing, false});
    return m_rows.last();
}

ComparisonRow &ComparisonRows::metric(const QString &name, MetricDirection direction)
{
    const qsizetype before = m_rows.size();
    ComparisonRow &found = row(ComparisonSection::Metric, name);
    if (m_rows.size() != before)
        found.direction = direction;
    return found;
}

void ComparisonRows::put(ComparisonSection section, const QString &name, qsizetype version, const QJsonValue &value)
{
    if (value.isUndefined())
        return;
    // a name that a version has twice, such as the same data source with two digests
    ComparisonRow *place = &row(section, name);
    for (int count = 2; !place->values.at(version).isUndefined(); ++count)
        place = &row(section, u"%1 (%2)"_s.arg(name, QString::number(count)));
    place->values[version] = value;
}

void ComparisonRows::putText(ComparisonSection section, const QString &name, qsizetype version, const QString &text)
{
    if (!text.isEmpty())
        put(section, name, version, text);
}

void ComparisonRows::add(qsizetype version, const ModelVersion &facts)
{
    for (auto it = facts.hyperparameters.begin(); it != facts.hyperparameters.end(); ++it)
        put(ComparisonSection::Hyperparameter, it.key(), version, it.value());
    addData(version, facts);
    if (facts.signature.isObject())
        addSchema(version, {}, facts.signature);
    else if (!facts.signature.isNull() && !facts.signature.isUndefined())
        put(ComparisonSection::Schema, u"signature"_s, version, facts.signature);
    addMetadata(version, facts);
    addTags(version, facts);
    addArtifacts(version, facts);
}

void ComparisonRows::addMetadata(qsizetype version, const ModelVersion &facts)
{
    constexpr auto section = ComparisonSection::Metadata;
    const std::pair<QLatin1StringView, QString> texts[]{
        {"framework"_L1, facts.framework},
        {"task"_L1, facts.task},
        {"architecture"_L1, facts.architecture},
        {"training_start"_L1, facts.trainingStart},
        {"training_end"_L1, facts.trainingEnd},
        {"deployed_at"_L1, facts.deployedAt},
        {"deployment_environment"_L1, facts.deploymentEnvironment},
        {"description"_L1, facts.description},
        {"git_commit"_L1, facts.gitCommit},
        {"git_branch"_L1, facts.gitBranch},
    };
    for (const auto &[key, text] : texts)
        putText(section, key, version, text);
    put(section, u"parameters"_s, version, jsonFrom(facts.parameters));
    put(section, u"model_size_mb"_s, version, jsonFrom(facts.modelSizeMb));
    put(section, u"training_duration_seconds"_s, version, jsonFrom(facts.trainingDurationSeconds));
    put(section, u"data_retention_days"_s, version, jsonFrom(facts.dataRetentionDays));
    put(section, u"pii_present"_s, version, jsonFrom(facts.piiPresent));
    put(section, u"gdpr_compliant"_s, version, jsonFrom(facts.gdprCompliant));
    QStringList parents;
    for (const Parent &parent : facts.parents)
        parents += parent.version.isEmpty() ? parent.model : QString(parent.model % u':' % parent.version);
    putText(section, u"parents"_s, version, parents.join(u", "_s));
    if (facts.experiment)
        putText(section, u"experiment"_s, version, facts.experiment->id.isEmpty() ? facts.experiment->name : facts.experiment->id);
    for (auto it = facts.extra.begin(); it != facts.extra.end(); ++it)
        put(section, it.key(), version, it.value());
}

void ComparisonRows::addData(qsizetype version, const ModelVersion &facts)
{
    constexpr auto section = ComparisonSection::Data;
    putText(section, u"training_data_version"_s, version, facts.trainingDataVersion);
    putText(section, u"test_set"_s, version, facts.testSet);
    for (const DataSource &source : facts.dataSources) {
        put(section, source.name, version, source.digest.isEmpty() ? source.name : QString(source.name % u'@' % source.digest));
        put(section, source.name % ".rows"_L1, version, jsonFrom(source.rows));
        put(section, source.name % ".columns"_L1, version, jsonFrom(source.columns));
        putText(section, source.name % ".uri"_L1, version, source.uri);
    }
}

void ComparisonRows::addSchema(qsizetype version, const QString &path, const QJsonValue &value)
{
    constexpr auto section = ComparisonSection::Schema;
    const auto below = [&path](const QString &name) { return path.isEmpty() ? name : QString(path % u'.' % name); };
    const QJsonArray entries = value.toArray();
    const bool isNamed = !entries.isEmpty() && std::ranges::all_of(entries, [](const QJsonValue &entry) {
        return entry.toObject().value("name"_L1).isString();
    });
    if (value.isObject()) {
        const QJsonObject members = value.toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            addSchema(version, below(it.key()), it.value());
    } else if (isNamed) {
        for (const QJsonValue &entry : entries)
            put(section, below(entry.toObject().value("name"_L1).toString()), version, typeOf(entry.toObject()));
    } else if (!value.isNull()) {
        put(section, path, version, value);
    }
}

void ComparisonRows::addTags(qsizetype version, const ModelVersion &facts)
{
    for (const QString &tag : facts.tags) {
        const auto value = facts.tagValues.constFind(tag);
        const bool hasValue = value != facts.tagValues.constEnd();
        put(ComparisonSection::Tag, tag, version, hasValue ? QJsonValue(*value) : QJsonValue(true));
    }
}

void ComparisonRows::addArtifacts(qsizetype version, const ModelVersion &facts)
{
    for (const Artifact &artifact : facts.artifacts) {
        QJsonObject file;
        if (artifact.bytes >= 0)
            file.insert("bytes"_L1, artifact.bytes);
        if (!artifact.sha256.isEmpty())
            file.insert("sha256"_L1, artifact.sha256);
        if (!artifact.uri.isEmpty())
            file.insert("uri"_L1, artifact.uri);
        put(ComparisonSection::File, artifact.name, version, file);
    }
}

void ComparisonRows::add(qsizetype first, QList<ComparisonRow> rows)
{
    if (m_rows.isEmpty() && !rows.isEmpty() && rows.first().values.size() == m_versions) {
        m_rows = std::move(rows);
        m_places.reserve(m_rows.size());
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            m_places.insert({int(m_rows.at(i).section), m_rows.at(i).name}, i);
        return;
    }
    for (const ComparisonRow &other : std::as_const(rows)) {
        ComparisonRow &target = other.section == ComparisonSection::Metric ? metric(other.name, other.direction)
                                                                           : row(other.section, other.name);
        std::ranges::copy(other.values, target.values.begin() + first);
    }
}

QList<ComparisonRow> ComparisonRows::take()
{
    m_places.clear();
    QList<ComparisonRow> rows = std::exchange(m_rows, {});
    for (ComparisonRow &each : rows) {
        for (qsizetype i = 1; i < m_versions && !each.differs; ++i)
            each.differs = !isSame(each, 0, i);
    }
    std::ranges::sort(rows, comesBefore);
    return rows;
}

} // namespace stagekeeper
