// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versioncolumns.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

using Kind = FilterField::Kind;

NamedTable namedTable(Kind kind)
{
    if (kind == Kind::Metric)
        return {u"metrics"_s, u"metric_id"_s, u"value"_s, u"metrics_value"_s};
    if (kind == Kind::Parameter)
        return {u"params"_s, u"name_id"_s, u"number"_s, u"params_number"_s};
    return {u"tags"_s, u"name_id"_s, u"value"_s, u"tags_value"_s};
}

QString versionColumn(Kind kind)
{
    switch (kind) {
    case Kind::Version:
        return u"version"_s;
    case Kind::CreatedBy:
        return u"created_by"_s;
    case Kind::Description:
        return u"description"_s;
    case Kind::Framework:
        return u"framework"_s;
    case Kind::Task:
        return u"task"_s;
    case Kind::Architecture:
        return u"architecture"_s;
    case Kind::Parameters:
        return u"parameters"_s;
    case Kind::ModelSizeMb:
        return u"model_size_mb"_s;
    case Kind::TrainingDataVersion:
        return u"training_data_version"_s;
    case Kind::TestSet:
        return u"test_set"_s;
    case Kind::GitCommit:
        return u"git_commit"_s;
    case Kind::GitBranch:
        return u"git_branch"_s;
    case Kind::Environment:
        return u"deployment_environment"_s;
    case Kind::RetentionDays:
        return u"data_retention_days"_s;
    case Kind::PiiPresent:
        return u"pii_present"_s;
    case Kind::GdprCompliant:
        return u"gdpr_compliant"_s;
    default:
        return {};
    }
}

QString columnIndex(Kind kind)
{
    switch (kind) {
    case Kind::CreatedBy:
    case Kind::Framework:
    case Kind::Task:
    case Kind::Architecture:
    case Kind::Parameters:
    case Kind::ModelSizeMb:
    case Kind::GitBranch:
        return u"versions_"_s + versionColumn(kind);
    default:
        return {};
    }
}

QString deployedExpression()
{
    // The pattern keeps out "now" and Julian day numbers, which SQLite takes for times.
    return u"CASE WHEN v.deployed_at GLOB '[0-9][0-9][0-9][0-9]-*' THEN strftime('%Y-%m-%dT%H:%M:%f', v.deployed_at) END"_s;
}

QString parameterTextExpression(const QString &value)
{
    return u"CASE WHEN json_valid("_s + value + u") AND substr("_s + value + u", 1, 1) = '\"' THEN json_extract("_s + value
        + u", '$') ELSE "_s + value + u" END"_s;
}

} // namespace stagekeeper
