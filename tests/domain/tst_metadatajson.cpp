// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metadatajson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class MetadataJsonTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSeedsExample();
    void writesExactlyTheSeedsKeysInOrder();
    void writesAbsentAsNull();
    void isLossless();
    void keepsUnknownKeys();
    void readsWhatPythonWrites();
    void readsHistoryAndPaths();
    void mergesDataSources();
    void putsTheSeedsParentFirst();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
};

namespace {

const QByteArray seedExample = R"({
  "model_name": "image_classifier",
  "version": "1.0.0",
  "framework": "pytorch",
  "task": "classification",
  "training_data_version": "v1.0",
  "training_start": "2024-01-01T00:00:00",
  "training_end": "2024-01-02T12:00:00",
  "training_duration_seconds": 86400,
  "architecture": "resnet50",
  "parameters": 25600000,
  "model_size_mb": 98.5,
  "metrics": {
    "accuracy": 0.95,
    "f1": 0.94
  },
  "test_set": "test_v1.0",
  "stage": "Production",
  "deployed_at": null,
  "deployment_environment": null,
  "tags": ["vision", "classification", "production"],
  "description": "Initial production model",
  "git_commit": "abc1234",
  "git_branch": "main",
  "parent_model": null,
  "parent_version": null,
  "data_sources": ["imagenet", "custom_dataset"],
  "data_retention_days": 730,
  "pii_present": false,
  "gdpr_compliant": true
}
)";

const QByteArray everything =
    R"({"model_name":"m","version":"v","framework":"numpy","task":"t","training_data_version":"d",)"
    R"("training_start":"2026-08-11T09:31:31.476+02:00","training_end":"2026-08-11","training_duration_seconds":0.685859849,)"
    R"("architecture":"mlp","parameters":9610,"model_size_mb":0.038752,"metrics":{"accuracy":0.98,"inf":"Infinity",)"
    R"("loss":"NaN","minus":"-Infinity","third":0.3333333333333333},"test_set":"h","stage":"Archived",)"
    R"("deployed_at":"2026-08-14T09:53:52.205+02:00","deployment_environment":"mail","tags":["family","purpose"],)"
    R"("description":"two\nlines","git_commit":"9cba","git_branch":"main","parent_model":"m","parent_version":"u",)"
    R"("data_sources":["d1","d2"],"data_retention_days":0,"pii_present":false,"gdpr_compliant":null,)"
    R"("a_new_key":[1,{"b":null}],"hyperparameters":{"hidden":[128],"lr":0.15,"none":null,"on":true},)"
    R"("tag_values":{"family":"mlp","purpose":null},"datasets":[{"name":"d1","digest":"sha256:0c","rows":995,"columns":65,)"
    R"("uri":"data/d.csv"},{"name":"d2","digest":null,"rows":null,"columns":null,"uri":null}],"parents":["m:u","other"],)"
    R"("experiment":{"id":"exp-004","name":"digits"},"curves":{"loss":[[1,0.5],[2,"NaN"],[2,0.25]]},"aliases":["champion"],)"
    R"("artifacts":[{"name":"model.onnx","kind":"onnx","bytes":5,"sha256":)"
    R"("365938218bbd9dc5747b103e7a576c3267b08d14982c63f7dd51f3a63684737e","uri":null}],"signature":{"inputs":[]},)"
    R"("created_at":"2026-08-11T07:31:43.161Z","created_by":"analyst","revision":3})";

Result<MetadataDocument> document(const QByteArray &json)
{
    const Result<QJsonValue> value = parseStrictJson(json, metadataLimits());
    if (!value)
        return failAs(value);
    return metadataDocument(value->toObject());
}

} // namespace

void MetadataJsonTest::readsTheSeedsExample()
{
    const Result<ModelVersion> version = metadataFromJson(seedExample);
    QVERIFY2(version, version ? "" : qPrintable(version.error().message));
    QCOMPARE(version->model, u"image_classifier"_s);
    QCOMPARE(version->parameters, 25'600'000);
    QCOMPARE(version->trainingStart, u"2024-01-01T00:00:00"_s);
    QCOMPARE(version->metrics, Metrics({{u"accuracy"_s, 0.95}, {u"f1"_s, 0.94}}));
    QCOMPARE(version->gdprCompliant, std::optional(true));
    QVERIFY(version->extra.isEmpty());
}

void MetadataJsonTest::writesExactlyTheSeedsKeysInOrder()
{
    QCOMPARE(metadataToJson(*metadataFromJson(seedExample)), seedExample);
    QVERIFY(!metadataToJson(*metadataFromJson(everything)).contains("a_new_key"));
}

void MetadataJsonTest::writesAbsentAsNull()
{
    const Result<ModelVersion> version = metadataFromJson(R"({"model_name":"m","version":"v"})");
    QVERIFY(version);
    QCOMPARE(metadataToJson(*version, JsonWriter::Form::Compact),
        R"({"model_name":"m","version":"v","framework":null,"task":null,"training_data_version":null,)"
        R"("training_start":null,"training_end":null,"training_duration_seconds":null,"architecture":null,)"
        R"("parameters":null,"model_size_mb":null,"metrics":{},"test_set":null,"stage":null,"deployed_at":null,)"
        R"("deployment_environment":null,"tags":[],"description":"","git_commit":null,"git_branch":null,)"
        R"("parent_model":null,"parent_version":null,"data_sources":[],"data_retention_days":null,)"
        R"("pii_present":null,"gdpr_compliant":null})");
}

void MetadataJsonTest::isLossless()
{
    const Result<ModelVersion> version = metadataFromJson(everything);
    QVERIFY2(version, version ? "" : qPrintable(version.error().message));
    QCOMPARE(versionToJson(*version, JsonWriter::Form::Compact), everything);
    QCOMPARE(version->createdAt, QDateTime::fromString(u"2026-08-11T07:31:43.161Z"_s, Qt::ISODateWithMs));
    QVERIFY(std::isnan(version->metrics.value(u"loss"_s)));
    const Result<ModelVersion> again = metadataFromJson(versionToJson(*version));
    QVERIFY(again);
    QCOMPARE(versionToJson(*again, JsonWriter::Form::Compact), everything);
}

void MetadataJsonTest::keepsUnknownKeys()
{
    const Result<ModelVersion> version = metadataFromJson(R"({"owner":{"team":"x"},"big":9007199254740993})");
    QVERIFY(version);
    QCOMPARE(version->extra.keys(), QStringList({u"big"_s, u"owner"_s}));
    QVERIFY(versionToJson(*version).contains("9007199254740993"));
}

void MetadataJsonTest::readsWhatPythonWrites()
{
    const Result<ModelVersion> version =
        metadataFromJson(R"({"metrics": {"a": NaN, "b": -Infinity, "c": 1}, "parameters": 3.0, "tags": null})");
    QVERIFY(version);
    QVERIFY(std::isnan(version->metrics.value(u"a"_s)));
    QVERIFY(std::isinf(version->metrics.value(u"b"_s)));
    QCOMPARE(version->parameters, std::optional<qint64>(3));
    QVERIFY(version->tags.isEmpty());
}

void MetadataJsonTest::readsHistoryAndPaths()
{
    const Result<MetadataDocument> read = document(R"({
        "artifacts": [{"name": "model.onnx", "path": "a/model.onnx", "bytes": 5}],
        "history": [{"at": "2026-08-11T09:31:43.161+02:00", "event": "registered", "from": null, "to": "Development",
                     "by": "analyst", "reason": ""}]})");
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->artifactPaths.value(u"model.onnx"_s), u"a/model.onnx"_s);
    QCOMPARE(read->history.size(), 1);
    const HistoryEntry &entry = read->history.first();
    QCOMPARE(entry.at.toString(Qt::ISODateWithMs), u"2026-08-11T09:31:43.161+02:00"_s);
    QCOMPARE(entry.to, u"Development"_s);
    QVERIFY(read->version.extra.isEmpty());
}

void MetadataJsonTest::mergesDataSources()
{
    const Result<ModelVersion> version = metadataFromJson(
        R"({"data_sources":["b","a","a"],"datasets":[{"name":"a","rows":1},{"name":"a","rows":2},{"name":"c"}]})");
    QVERIFY(version);
    QStringList sources;
    for (const DataSource &source : version->dataSources)
        sources.append(source.name + u':' + QString::number(source.rows.value_or(-1)));
    QCOMPARE(sources.join(u' '), u"b:-1 a:1 a:2 c:-1"_s);
}

void MetadataJsonTest::putsTheSeedsParentFirst()
{
    const auto parents = [](const QByteArray &json) {
        QStringList texts;
        const Result<ModelVersion> version = metadataFromJson(json);
        for (const Parent &parent : version.value().parents)
            texts.append(parent.model + u'/' + parent.version);
        return texts.join(u' ');
    };
    QCOMPARE(parents(R"({"parent_model":"a","parent_version":"1"})"), u"a/1"_s);
    QCOMPARE(parents(R"({"parent_model":"a","parent_version":"1","parents":["a:1","b:2"]})"), u"a/1 b/2"_s);
    QCOMPARE(parents(R"({"parent_model":"b","parent_version":"2","parents":["a:1","b:2"]})"), u"b/2 a/1"_s);
    QCOMPARE(parents(R"({"parents":["a","b:c:","x:y:1"]})"), u"a/ b:c/ x:y/1"_s);
}

void MetadataJsonTest::refusesInOneSentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray &json, const QString &message) {
        QTest::newRow(json.left(60).constData()) << json << message;
    };
    row("[]", u"The metadata must be a JSON object."_s);
    row(R"({"model_name":""})", u"The model name is empty."_s);
    row(R"({"version":" "})", u"The version is empty."_s);
    row(R"({"model_name":7})", u"\"model_name\" must be a text, not a number."_s);
    row(R"({"metrics":[1]})", u"\"metrics\" must be an object, not a list."_s);
    row(R"({"metrics":{"accuracy":"high"}})", u"\"metrics.accuracy\" must be a number, not a text."_s);
    row(R"({"metrics":{"accuracy":true}})", u"\"metrics.accuracy\" must be a number, not a truth value."_s);
    row(R"({"parameters":1.5})", u"\"parameters\" must be a whole number, not a number."_s);
    row(R"({"pii_present":0})", u"\"pii_present\" must be true or false, not a number."_s);
    row(R"({"tags":"a"})", u"\"tags\" must be a list, not a text."_s);
    row(R"({"tags":["a",1]})", u"\"tags[1]\" must be a text, not a number."_s);
    row(R"({"tag_values":{"a":1}})", u"\"tag_values.a\" must be a text, not a number."_s);
    row(R"({"datasets":[{"name":"a","rows":"x"}]})", u"\"datasets[0].rows\" must be a whole number, not a text."_s);
    row(R"({"datasets":["a"]})", u"\"datasets[0]\" must be an object."_s);
    row(R"({"curves":{"loss":[[1,2],[1.5,2]]}})", u"\"curves.loss[1]\" must be a pair of a whole step and a number."_s);
    row(R"({"curves":{"loss":[[1,2,3]]}})", u"\"curves.loss[0]\" must be a pair of a whole step and a number."_s);
    row(R"({"experiment":"exp"})", u"\"experiment\" must be an object, not a text."_s);
    row(R"({"parent_version":"1"})", u"\"parent_version\" needs \"parent_model\" beside it."_s);
    row(R"({"artifacts":[{"name":"a","sha256":"xyz"}]})", u"\"artifacts[0].sha256\" must be 64 hexadecimal digits."_s);
    row(R"({"artifacts":[{"name":"a"},{"name":"a"}]})", u"The artifact \"a\" is listed twice."_s);
    row(R"({"history":[{"at":"yesterday"}]})", u"\"history[0].at\" must be a time such as 2026-01-31T12:00:00Z."_s);
    row(R"({"a":1,"a":2})", u"Line 1, column 8, in \"a\": this key occurs twice in the same object."_s);
    row("{\"model_name\":\"" + QByteArray(4097, 'x') + "\"}",
        u"The model name \"%1...\" is too long: 4097 characters, at most 4096."_s.arg(QString(40, u'x')));
}

void MetadataJsonTest::refusesInOneSentence()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const Result<ModelVersion> version = metadataFromJson(json);
    QVERIFY(!version);
    QCOMPARE(version.error().code, Error::Code::InvalidArgument);
    QCOMPARE(version.error().message, message);
}

QTEST_GUILESS_MAIN(MetadataJsonTest)
#include "tst_metadatajson.moc"
