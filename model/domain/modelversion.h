// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace stagekeeper {

/// Metric name to value. NaN means that NaN was logged; a metric that is not here was not measured.
using Metrics = QMap<QString, double>;

/// One value of a metric at a step of training.
struct CurvePoint {
    qint64 step = 0;
    double value = 0;

    friend bool operator==(const CurvePoint &a, const CurvePoint &b)
    {
        return a.step == b.step && (a.value == b.value || (a.value != a.value && b.value != b.value));
    }
};
using Curve = QList<CurvePoint>;

/// Data that a version was trained on. A name alone is enough; the rest is kept when it is known.
struct DataSource {
    QString name;
    QString digest; ///< "sha256:<hex>", empty when unknown
    std::optional<qint64> rows;
    std::optional<qint64> columns;
    QString uri;

    friend bool operator==(const DataSource &, const DataSource &) = default;
};

/// A version this one was made from. The parent need not be in the same registry.
struct Parent {
    QString model;
    QString version; ///< may be empty: the seed's format allows a parent model without its version
    friend bool operator==(const Parent &, const Parent &) = default;
};

/// The experiment that produced a version.
struct ExperimentLink {
    QString id;
    QString name;
    friend bool operator==(const ExperimentLink &, const ExperimentLink &) = default;
};

/// A file that belongs to a version: stored beside the registry by digest, or only recorded by its URI.
struct Artifact {
    QString name; ///< unique within the version
    QString kind; ///< "safetensors", "onnx", ...; empty when unknown
    qint64 bytes = -1; ///< -1: unknown
    QString sha256; ///< lower-case hex; empty when unknown
    QString uri; ///< where it is when it was not copied; empty when stored
    bool isStored = false; ///< the object store holds it
    friend bool operator==(const Artifact &, const Artifact &) = default;
};

/// Everything that is known of one version of a model. The fields are the seed's `ModelMetadata` and what grew from it;
/// an absent optional means "not stated", never a default.
struct ModelVersion {
    QString model;
    QString version;

    QString framework, task;
    QString trainingDataVersion;
    QString trainingStart, trainingEnd; ///< as they came in, so that the zone survives
    std::optional<double> trainingDurationSeconds;
    QString architecture;
    std::optional<qint64> parameters;
    std::optional<double> modelSizeMb; ///< 10^6 bytes
    QString testSet;

    QString stage;
    QString deployedAt; ///< as it came in
    QString deploymentEnvironment;
    QString description;
    QString gitCommit, gitBranch;

    std::optional<qint64> dataRetentionDays;
    std::optional<bool> piiPresent;
    std::optional<bool> gdprCompliant;

    Metrics metrics;
    QMap<QString, Curve> curves; ///< by metric name; steps in the order they came in
    QJsonObject hyperparameters;
    QStringList tags; ///< in order, without repetition
    QMap<QString, QString> tagValues; ///< for those tags that have a value
    QList<DataSource> dataSources;
    QList<Parent> parents; ///< the first is the seed's parent_model and parent_version
    std::optional<ExperimentLink> experiment;
    QList<Artifact> artifacts;
    QJsonValue signature; ///< inputs and outputs of the model; null when unknown
    QJsonObject extra; ///< members that came in and have no field here

    // Given by the registry:
    QStringList aliases;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    qint64 revision = 0; ///< grows by one with every change
};

/// What a table shows of a version: light enough to be read 128 at a time.
struct VersionSummary {
    VersionId id;
    QString model, version, stage;
    QStringList aliases;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    QString framework, task, architecture, description, gitBranch, gitCommit;
    std::optional<qint64> parameters;
    std::optional<double> modelSizeMb;
    Metrics metrics;
    QMap<QString, QJsonValue> hyperparameters;
    QStringList tags;
    QMap<QString, QString> tagValues;
    QStringList dataSources;
    qint64 revision = 0;
};

/// A change of what people may edit of a registered version. Absent: leave as it is.
struct VersionChange {
    std::optional<QString> description;
    std::optional<QString> deploymentEnvironment;
    std::optional<QString> deployedAt;
    std::optional<std::optional<qint64>> dataRetentionDays;
    std::optional<std::optional<bool>> piiPresent;
    std::optional<std::optional<bool>> gdprCompliant;
    QMap<QString, std::optional<QString>> setTags; ///< name to value, or to no value
    QStringList removeTags;

    [[nodiscard]] bool isEmpty() const;
};

} // namespace stagekeeper
