// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/store/versionoracle.h"

#include "model/domain/filterfields.h"
#include "model/domain/versionscheme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtDebug>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Field = FilterField::Kind;
using Kind = FilterNode::Kind;
using Operator = FilterNode::Operator;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr qint64 epoch = 1'767'225'600'000'000; ///< 2026-01-01

const QStringList modelNames {u"ner"_s, u"a'b\"%_\\"_s, u"größe"_s};
const QStringList stageNames {u"Development"_s, u"Staging"_s, u"Production"_s};
const QStringList texts {u""_s, u"PyTorch"_s, u"jax"_s, u"50%_off"_s, u"it's \\ \"q\""_s, u"GRÖßE"_s, u"32"_s};
const QStringList versionTexts {u"1.0.0"_s, u"1.2.0-rc.1"_s, u"1.10.0"_s, u"20260101-120000"_s, u"main-abc1234"_s};
const QStringList names {u"acc"_s, u"a'b"_s, u"größe"_s};
const QStringList moments {u""_s, u"2026-01-01T12:00:00Z"_s, u"2026-01-01T14:00:00+02:00"_s, u"2026-01-02"_s, u"soon"_s, u"now"_s};
const QList<double> numbers {0.5, 1, 2.25, -3, nan, infinity, -infinity};

template <typename T>
T pick(QRandomGenerator &random, const QList<T> &list)
{
    return list.at(random.bounded(int(list.size())));
}

bool chance(QRandomGenerator &random, int percent)
{
    return random.bounded(100) < percent;
}

QString jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

/// Values of a field as a person would list them; several of alias, data source and parent.
QStringList textsOf(const OracleVersion &row, const FilterField &field)
{
    const ModelVersion &v = row.version;
    const auto some = [](const QString &text) { return text.isEmpty() ? QStringList() : QStringList(text); };
    QStringList list;
    switch (field.kind) {
    case Field::Version:
        return some(v.version);
    case Field::Stage:
        return some(v.stage);
    case Field::Model:
        return some(v.model);
    case Field::Alias:
        return v.aliases;
    case Field::CreatedBy:
        return some(v.createdBy);
    case Field::Description:
        return some(v.description);
    case Field::Framework:
        return some(v.framework);
    case Field::Task:
        return some(v.task);
    case Field::Architecture:
        return some(v.architecture);
    case Field::TrainingDataVersion:
        return some(v.trainingDataVersion);
    case Field::TestSet:
        return some(v.testSet);
    case Field::GitCommit:
        return some(v.gitCommit);
    case Field::GitBranch:
        return some(v.gitBranch);
    case Field::Environment:
        return some(v.deploymentEnvironment);
    case Field::DataSource:
        for (const DataSource &source : v.dataSources)
            list << some(source.name) << some(source.digest);
        return list;
    case Field::Parent:
        for (const Parent &parent : v.parents)
            list << parent.model + u':' + parent.version << some(parent.model) << some(parent.version);
        return list;
    case Field::Experiment:
        return v.experiment ? some(v.experiment->id) + some(v.experiment->name) : QStringList();
    case Field::Tag:
        return v.tags.contains(field.name) ? QStringList(v.tagValues.value(field.name, u""_s)) : QStringList();
    default:
        return {};
    }
}

std::optional<double> numberOf(const OracleVersion &row, const FilterField &field)
{
    const ModelVersion &v = row.version;
    const auto truth = [](std::optional<bool> value) { return value ? std::optional<double>(*value ? 1 : 0) : std::nullopt; };
    const auto whole = [](std::optional<qint64> value) { return value ? std::optional(double(*value)) : std::nullopt; };
    switch (field.kind) {
    case Field::Parameters:
        return whole(v.parameters);
    case Field::ModelSizeMb:
        return v.modelSizeMb;
    case Field::RetentionDays:
        return whole(v.dataRetentionDays);
    case Field::PiiPresent:
        return truth(v.piiPresent);
    case Field::GdprCompliant:
        return truth(v.gdprCompliant);
    case Field::Metric:
        return v.metrics.contains(field.name) ? std::optional(v.metrics.value(field.name)) : std::nullopt;
    default:
        return {};
    }
}

template <typename T>
bool holds(Operator op, const T &a, const T &b)
{
    switch (op) {
    case Operator::Equal:
        return a == b;
    case Operator::NotEqual:
        return a != b;
    case Operator::Less:
        return a < b;
    case Operator::LessOrEqual:
        return a <= b;
    case Operator::Greater:
        return a > b;
    default:
        return a >= b;
    }
}

bool numberHolds(Operator op, double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return op == Operator::Equal && std::isnan(a) && std::isnan(b);
    return holds(op, a, b);
}

bool contains(const QString &text, const QString &needle)
{
    const auto folded = [](QString part) {
        for (QChar &c : part)
            c = c.unicode() < 128 ? c.toLower() : c;
        return part;
    };
    for (const QString &spelling : {needle, needle.toLower(), needle.toUpper()}) {
        if (folded(text).contains(folded(spelling)))
            return true;
    }
    return false;
}

bool isMissing(const OracleVersion &row, const FilterField &field)
{
    if (field.kind == Field::Parameter)
        return !row.version.hyperparameters.contains(field.name);
    if (field.kind == Field::CreatedAt)
        return false;
    if (field.kind == Field::DeployedAt)
        return row.version.deployedAt.isEmpty();
    const FilterType type = filterType(field);
    return type == FilterType::Number || type == FilterType::Truth ? !numberOf(row, field) : textsOf(row, field).isEmpty();
}

std::optional<QDateTime> deployedAt(const OracleVersion &row)
{
    QDateTime moment = QDateTime::fromString(row.version.deployedAt, Qt::ISODateWithMs);
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.isValid() ? std::optional(moment.toUTC()) : std::nullopt;
}

bool parameterHolds(const QJsonValue &stored, Operator op, const FilterValue &wanted)
{
    const QString plain = stored.isString() ? stored.toString() : jsonText(stored);
    const QString *text = std::get_if<QString>(&wanted);
    if (op == Operator::Contains)
        return contains(plain, *text);
    if (text)
        return holds(op, plain, *text);
    const double number = std::get<double>(wanted);
    if (stored.isDouble())
        return numberHolds(op, stored.toDouble(), number);
    if (std::isnan(number))
        return op == Operator::Equal && plain == u"NaN"_s;
    const bool isSame = std::isinf(number) && plain == (number < 0 ? u"-Infinity"_s : u"Infinity"_s);
    return op == Operator::NotEqual || (op == Operator::Equal && isSame);
}

bool compares(const OracleVersion &row, const FilterNode &node, const FilterValue &wanted)
{
    const Field kind = node.field.kind;
    if (isMissing(row, node.field))
        return false;
    if (kind == Field::Parameter)
        return parameterHolds(row.version.hyperparameters.value(node.field.name), node.op, wanted);
    if (const double *number = std::get_if<double>(&wanted))
        return numberHolds(node.op, *numberOf(row, node.field), *number);
    if (const bool *truth = std::get_if<bool>(&wanted))
        return numberHolds(node.op, *numberOf(row, node.field), *truth ? 1 : 0);
    if (const QDateTime *moment = std::get_if<QDateTime>(&wanted)) {
        if (kind == Field::CreatedAt)
            return holds(node.op, row.createdAt / 1000, moment->toMSecsSinceEpoch());
        const std::optional<QDateTime> deployed = deployedAt(row);
        return deployed && holds(node.op, *deployed, *moment);
    }
    const QString text = std::get<QString>(wanted);
    if (kind == Field::Version && node.op != Operator::Equal && node.op != Operator::NotEqual && node.op != Operator::Contains) {
        const QByteArray stored = precedenceKey(row.version.version, QDateTime::fromMSecsSinceEpoch(row.createdAt / 1000, Qt::UTC));
        return holds(node.op, stored.compare(precedenceKey(text, {})), 0);
    }
    const QStringList own = textsOf(row, node.field);
    if (node.op == Operator::NotEqual)
        return !own.contains(text);
    return std::ranges::any_of(own, [&](const QString &each) { return node.op == Operator::Contains ? contains(each, text) : each == text; });
}

bool matches(const OracleVersion &row, const FilterNode &node)
{
    const auto child = [&row](const FilterNode &part) { return matches(row, part); };
    switch (node.kind) {
    case Kind::And:
        return std::ranges::all_of(node.children, child);
    case Kind::Or:
        return std::ranges::any_of(node.children, child);
    case Kind::Not:
        return !matches(row, node.children.first());
    case Kind::Missing:
        return isMissing(row, node.field);
    default:
        return std::ranges::any_of(node.values, [&](const FilterValue &value) { return compares(row, node, value); });
    }
}

/// What a version is sorted by: its group first (value, NaN, missing: the same in both directions), then the rest.
struct OracleKey {
    int group = 0;
    QByteArray text;
    double number = 0;
    QByteArray text2;
    qint64 id = 0;
    friend bool operator<(const OracleKey &a, const OracleKey &b)
    {
        return std::tie(a.group, a.text, a.number, a.text2, a.id) < std::tie(b.group, b.text, b.number, b.text2, b.id);
    }
};

OracleKey keyOf(const OracleVersion &row, const VersionQuery &query)
{
    const FilterField &field = query.sort.field;
    const ModelVersion &v = row.version;
    OracleKey key;
    key.id = row.id;
    const bool isMissingField = isMissing(row, field);
    key.group = isMissingField ? 2 : 0;
    switch (field.kind) {
    case Field::Version:
        key.text = query.model.isValid() ? QByteArray() : v.model.toUtf8();
        key.text2 = precedenceKey(v.version, QDateTime::fromMSecsSinceEpoch(row.createdAt / 1000, Qt::UTC));
        return key;
    case Field::CreatedAt:
        key.number = double(row.createdAt);
        return key;
    case Field::Stage:
        key.text = QByteArray::number(stageNames.indexOf(v.stage));
        key.number = double(row.createdAt);
        return key;
    case Field::DeployedAt:
        key.group = deployedAt(row) ? 0 : 2;
        key.number = key.group == 0 ? double(deployedAt(row)->toMSecsSinceEpoch()) : 0;
        return key;
    case Field::Parameter: {
        const QJsonValue value = v.hyperparameters.value(field.name);
        if (!isMissingField && !value.isDouble()) {
            key.group = 1;
            key.text = jsonText(value).toUtf8();
        }
        key.number = value.toDouble();
        return key;
    }
    case Field::Tag:
        key.group = isMissingField ? 2 : v.tagValues.contains(field.name) ? 0 : 1;
        key.text = v.tagValues.value(field.name).toUtf8();
        return key;
    case Field::Experiment:
        key.text = v.experiment ? (v.experiment->name.isEmpty() ? v.experiment->id : v.experiment->name).toUtf8() : QByteArray();
        return key;
    default:
        break;
    }
    QStringList own = textsOf(row, field);
    if (field.kind == Field::DataSource) {
        own.clear();
        for (const DataSource &source : v.dataSources)
            own.append(source.name);
    } else if (field.kind == Field::Parent) {
        own = own.filter(u":"_s);
    }
    QByteArrayList bytes;
    for (const QString &text : own)
        bytes.append(text.toUtf8());
    std::ranges::sort(bytes);
    key.text = bytes.value(0);
    const double number = numberOf(row, field).value_or(0);
    if (std::isnan(number))
        key.group = 1;
    else
        key.number = number;
    return key;
}

ModelVersion randomVersion(QRandomGenerator &random, int number)
{
    ModelVersion v;
    v.model = pick(random, modelNames);
    v.version = pick(random, versionTexts) + (number < 5 ? QString() : u"+"_s + QString::number(number));
    v.stage = pick(random, stageNames);
    v.createdBy = pick(random, texts);
    v.framework = pick(random, texts);
    v.task = pick(random, texts);
    v.architecture = pick(random, texts);
    v.description = pick(random, texts);
    v.trainingDataVersion = pick(random, texts);
    v.testSet = pick(random, texts);
    v.gitCommit = pick(random, texts);
    v.gitBranch = pick(random, texts);
    v.deploymentEnvironment = pick(random, texts);
    v.deployedAt = pick(random, moments);
    if (chance(random, 70))
        v.parameters = random.bounded(4);
    if (chance(random, 70))
        v.modelSizeMb = random.bounded(4) / 2.0;
    if (chance(random, 70))
        v.dataRetentionDays = random.bounded(4);
    if (chance(random, 70))
        v.piiPresent = chance(random, 50);
    if (chance(random, 70))
        v.gdprCompliant = chance(random, 50);
    if (chance(random, 60))
        v.experiment = ExperimentLink {pick(random, texts), pick(random, texts)};
    for (const QString &name : names) {
        if (chance(random, 70))
            v.metrics.insert(name, pick(random, numbers));
        const QJsonArray values {0.5, 1, u"adam"_s, u"NaN"_s, u"-Infinity"_s, true, QJsonValue::Null, u"32"_s, 32, u"a\"b"_s, QJsonArray {1}};
        if (chance(random, 70))
            v.hyperparameters.insert(name, values.at(random.bounded(int(values.size()))));
        if (chance(random, 60)) {
            v.tags.append(name);
            if (chance(random, 70))
                v.tagValues.insert(name, pick(random, texts));
        }
    }
    for (int i = random.bounded(3); i > 0; --i) {
        v.dataSources.append({u"data"_s + QString::number(random.bounded(3)), chance(random, 50) ? u"sha256:0"_s : QString(), {}, {}, {}});
        v.parents.append({pick(random, modelNames), chance(random, 80) ? pick(random, versionTexts) : QString()});
    }
    return v;
}

QVariant orNull(const auto &optional)
{
    return optional ? QVariant(*optional) : QVariant();
}

void run(Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    if (!done)
        qFatal("%s: %s %s", qPrintable(sql), qPrintable(done.error().message), qPrintable(done.error().detail));
}

QString marks(qsizetype count)
{
    return u"("_s + QStringList(count, u"?"_s).join(u',') + u")"_s;
}

void insertVersion(Database &database, const OracleVersion &row)
{
    const ModelVersion &v = row.version;
    const qint64 model = modelNames.indexOf(v.model) + 1;
    const ExperimentLink experiment = v.experiment.value_or(ExperimentLink());
    const QVariantList values {row.id, model, v.version,
        precedenceKey(v.version, QDateTime::fromMSecsSinceEpoch(row.createdAt / 1000, Qt::UTC)), stageNames.indexOf(v.stage) + 1,
        row.createdAt, v.createdBy, v.framework, v.task, v.architecture, v.description, v.trainingDataVersion, v.testSet,
        v.gitCommit, v.gitBranch, v.deploymentEnvironment, v.deployedAt, orNull(v.parameters), orNull(v.modelSizeMb),
        orNull(v.dataRetentionDays), v.piiPresent ? QVariant(*v.piiPresent ? 1 : 0) : QVariant(),
        v.gdprCompliant ? QVariant(*v.gdprCompliant ? 1 : 0) : QVariant(), experiment.id.isNull() ? u""_s : experiment.id,
        experiment.name.isNull() ? u""_s : experiment.name};
    run(database, u"INSERT INTO versions (id, model_id, version, precedence, stage_id, created_at, created_by, framework, task, "
        "architecture, description, training_data_version, test_set, git_commit, git_branch, deployment_environment, deployed_at, "
        "parameters, model_size_mb, data_retention_days, pii_present, gdpr_compliant, experiment_id, experiment_name) VALUES "_s
            + marks(values.size()), values);
    for (const QString &name : names) {
        const qint64 id = names.indexOf(name) + 1;
        if (v.metrics.contains(name)) {
            const double value = v.metrics.value(name);
            run(database, u"INSERT INTO metrics VALUES (?, ?, ?, ?)"_s, {row.id, id, model, std::isnan(value) ? QVariant() : value});
        }
        const QJsonValue value = v.hyperparameters.value(name);
        if (!value.isUndefined()) {
            run(database, u"INSERT INTO params VALUES (?, ?, ?, ?, ?)"_s,
                {row.id, id, model, jsonText(value), value.isDouble() ? QVariant(value.toDouble()) : QVariant()});
        }
        if (v.tags.contains(name)) {
            run(database, u"INSERT INTO tags VALUES (?, ?, ?, ?, ?)"_s,
                {row.id, id, model, 0, v.tagValues.contains(name) ? QVariant(v.tagValues.value(name)) : QVariant()});
        }
    }
    for (qsizetype i = 0; i < v.dataSources.size(); ++i) {
        const DataSource &source = v.dataSources.at(i);
        run(database, u"INSERT INTO data_sources (version_id, position, name, digest) VALUES (?, ?, ?, ?)"_s,
            {row.id, i, source.name, source.digest.isNull() ? u""_s : source.digest});
        const Parent &parent = v.parents.at(i);
        run(database, u"INSERT INTO parents VALUES (?, ?, ?, ?)"_s,
            {row.id, i, parent.model, parent.version.isNull() ? u""_s : parent.version});
    }
}

} // namespace

VersionOracle VersionOracle::fill(Database &database, QRandomGenerator &random, int versions)
{
    for (qsizetype i = 0; i < stageNames.size(); ++i)
        run(database, u"INSERT INTO stages VALUES (?, ?, 'working', 0)"_s, {i + 1, stageNames.at(i)});
    for (qsizetype i = 0; i < names.size(); ++i)
        run(database, u"INSERT INTO names (id, name) VALUES (?, ?)"_s, {i + 1, names.at(i)});
    for (qsizetype i = 0; i < modelNames.size(); ++i)
        run(database, u"INSERT INTO models (id, name, updated_at) VALUES (?, ?, 0)"_s, {i + 1, modelNames.at(i)});
    VersionOracle oracle;
    for (int i = 0; i < versions; ++i) {
        OracleVersion row;
        row.id = i + 1;
        row.createdAt = epoch + random.bounded(8) * 500;
        row.version = randomVersion(random, i);
        insertVersion(database, row);
        oracle.m_versions.append(row);
    }
    for (const QString &alias : {u"champion"_s, u"Challenger"_s, u"it's"_s}) {
        for (qsizetype model = 0; model < modelNames.size(); ++model) {
            OracleVersion &row = oracle.m_versions[random.bounded(versions)];
            if (row.version.model != modelNames.at(model))
                continue;
            row.version.aliases.append(alias);
            run(database, u"INSERT INTO aliases VALUES (?, ?, ?)"_s, {model + 1, alias, row.id});
        }
    }
    run(database, u"UPDATE models SET versions = (SELECT count(*) FROM versions WHERE model_id = models.id)"_s, {});
    return oracle;
}

QList<qint64> VersionOracle::answer(const VersionQuery &query) const
{
    QList<OracleKey> keys;
    for (const OracleVersion &row : m_versions) {
        const bool isOfModel = !query.model.isValid() || modelNames.value(query.model.value - 1) == row.version.model;
        if (isOfModel && (!query.filter || matches(row, *query.filter)))
            keys.append(keyOf(row, query));
    }
    std::ranges::sort(keys, [&query](const OracleKey &a, const OracleKey &b) {
        if (a.group != b.group)
            return a.group < b.group;
        return query.sort.descending ? b < a : a < b;
    });
    QList<qint64> ids;
    for (const OracleKey &key : keys)
        ids.append(key.id);
    return ids;
}

QList<FilterField> sortableFields()
{
    QList<FilterField> fields;
    for (const QString &name : filterFieldNames())
        fields.append(*filterFieldFromText(name.endsWith(u'.') ? name + u"\"a'b\""_s : name));
    return fields;
}

namespace {

FilterValue randomValue(QRandomGenerator &random, const FilterField &field, Operator op)
{
    switch (filterType(field)) {
    case FilterType::Number:
        return field.kind == Field::Metric || chance(random, 10) ? pick(random, numbers) : double(random.bounded(4)) / 2;
    case FilterType::Moment:
        return QDateTime::fromMSecsSinceEpoch(field.kind == Field::CreatedAt ? epoch / 1000 + random.bounded(5)
                                                                             : epoch / 1000 + 43'200'000 * random.bounded(4), Qt::UTC);
    case FilterType::Truth:
        return chance(random, 50);
    case FilterType::Parameter:
        if (op == Operator::Contains)
            return pick(random, QStringList {u"A"_s, u"in"_s, u"\""_s, u"3"_s, u""_s});
        if (op > Operator::NotEqual || chance(random, 50))
            return chance(random, 30) ? 32.0 : pick(random, numbers);
        return pick(random, QStringList {u"adam"_s, u"true"_s, u"32"_s, u"null"_s, u"a\"b"_s, u"[1]"_s, u"NaN"_s});
    default:
        break;
    }
    if (op == Operator::Contains)
        return pick(random, QStringList {u"T"_s, u"%"_s, u"_"_s, u"\\"_s, u"rc"_s, u"größe"_s, u""_s, u"o"_s, u":"_s});
    if (field.kind == Field::Version)
        return op == Operator::Equal || op == Operator::NotEqual ? pick(random, versionTexts) : versionTexts.at(random.bounded(4));
    if (field.kind == Field::Stage)
        return pick(random, stageNames + QStringList(u"None"_s));
    if (field.kind == Field::Model)
        return pick(random, modelNames + QStringList(u"None"_s));
    if (field.kind == Field::Alias)
        return pick(random, QStringList {u"champion"_s, u"Challenger"_s, u"it's"_s, u"champ"_s});
    if (field.kind == Field::DataSource)
        return pick(random, QStringList {u"data0"_s, u"data1"_s, u"sha256:0"_s, u"x"_s});
    if (field.kind == Field::Parent)
        return pick(random, QStringList {u"ner"_s, u"1.0.0"_s, u"ner:1.0.0"_s, u"größe:"_s});
    return pick(random, texts);
}

FilterNode randomCondition(QRandomGenerator &random)
{
    FilterNode node;
    node.field = pick(random, sortableFields());
    if (!node.field.name.isEmpty())
        node.field.name = pick(random, names + QStringList(u"unknown'"_s));
    const QString op = pick(random, filterOperators(node.field));
    static const QStringList operators {u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"~"_s};
    if (op.endsWith(u"missing"_s)) {
        node.kind = Kind::Missing;
        return node;
    }
    node.kind = op.endsWith(u"in"_s) ? Kind::In : Kind::Compare;
    node.op = node.kind == Kind::In ? Operator::Equal : Operator(operators.indexOf(op));
    for (int i = node.kind == Kind::In ? random.bounded(1, 4) : 1; i > 0; --i)
        node.values.append(randomValue(random, node.field, node.op));
    return node;
}

} // namespace

FilterNode randomFilter(QRandomGenerator &random, int depth)
{
    const int choice = depth == 0 ? 3 : int(random.bounded(4));
    if (choice == 3)
        return randomCondition(random);
    FilterNode node;
    node.kind = choice == 0 ? Kind::And : choice == 1 ? Kind::Or : Kind::Not;
    for (int i = node.kind == Kind::Not ? 1 : random.bounded(2, 4); i > 0; --i)
        node.children.append(randomFilter(random, depth - 1));
    return node;
}

} // namespace stagekeeper
