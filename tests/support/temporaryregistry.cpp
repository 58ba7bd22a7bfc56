// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/temporaryregistry.h"

#include "model/store/objects/objectstore.h"

#include <QJsonArray>

#include <sqlite3.h>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

const OpenOptions options {.actor = {u"tester"_s, u"installation-1"_s}};

} // namespace

TemporaryRegistry::TemporaryRegistry(const Lifecycle &lifecycle)
    : m_stores(valueOf(createRegistry(path(), u"test"_s, lifecycle, options)))
{
}

Stores TemporaryRegistry::open(bool readOnly) const
{
    OpenOptions wanted = options;
    wanted.readOnly = readOnly;
    return valueOf(openStores(path(), wanted));
}

void TemporaryRegistry::tamper(const QString &sql) const
{
    sqlite3 *database = nullptr;
    sqlite3_open(path().toUtf8().constData(), &database);
    char *message = nullptr;
    if (sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(sql), message);
    sqlite3_close(database);
}

ModelVersion sampleVersion(const QString &model, const QString &version, const Metrics &metrics)
{
    ModelVersion sample;
    sample.model = model;
    sample.version = version;
    sample.stage = u"Development"_s;
    sample.metrics = metrics;
    return sample;
}

ModelVersion fullVersion(const QString &model, const QString &version)
{
    const double infinity = std::numeric_limits<double>::infinity();
    ModelVersion full = sampleVersion(model, version, {{u"accuracy"_s, 0.98}, {u"log_loss"_s, std::nan("")}, {u"mse"_s, infinity}});
    full.framework = u"numpy"_s;
    full.task = u"image-classification"_s;
    full.trainingDataVersion = u"digits-2026-07"_s;
    full.trainingStart = u"2026-08-11T09:31:31.476+02:00"_s;
    full.trainingEnd = u"2026-08-11T09:31:32.161+02:00"_s;
    full.trainingDurationSeconds = 0.685859849;
    full.architecture = u"mlp-64-128-10"_s;
    full.parameters = 9007199254740993; // more than a double holds
    full.modelSizeMb = 0.038752;
    full.testSet = u"digits-holdout@5b242ffe"_s;
    full.deployedAt = u"2026-08-14T09:53:52.205+02:00"_s;
    full.deploymentEnvironment = u"mail-sorting"_s;
    full.description = u"Zeile 1\nהשורה \u202Eשנייה <b>'--"_s;
    full.gitCommit = u"9cbaa0ededba86ecd69e2c140c23f07f54e2f14c"_s;
    full.gitBranch = u"main"_s;
    full.dataRetentionDays = 365;
    full.piiPresent = false; // gdprCompliant stays unknown
    full.curves = {{u"val_loss"_s, {{1, 0.5}, {2, std::nan("")}, {-3, -infinity}}}};
    full.hyperparameters = {{u"hidden"_s, QJsonArray {128, 64}}, {u"lr"_s, 0.15}, {u"note"_s, u"a \"b\""_s}, {u"none"_s, QJsonValue()}};
    full.tags = {u"purpose"_s, u"family"_s, u"empty"_s};
    full.tagValues = {{u"family"_s, u"mlp"_s}, {u"empty"_s, QString(u""_s)}};
    full.dataSources = {{u"digits"_s, u"sha256:0c53"_s, 995, 65, u"data/digits.csv"_s}, {u"second"_s, {}, {}, {}, {}}};
    full.parents = {{u"base"_s, u"1.0.0"_s}, {model, u"0.9.0"_s}};
    full.experiment = ExperimentLink {u"exp-004"_s, u"networks"_s};
    full.artifacts = {{u"model.onnx"_s, u"onnx"_s, 38715, u"36"_s.repeated(32), {}, true},
                      {u"big.bin"_s, {}, -1, {}, u"s3://bucket/big.bin"_s, false}};
    full.signature = QJsonObject {{u"inputs"_s, QJsonArray {u"pixels"_s}}};
    full.extra = {{u"team"_s, u"vision"_s}, {u"nested"_s, QJsonObject {{u"a"_s, 1}}}};
    return full;
}

} // namespace stagekeeper
