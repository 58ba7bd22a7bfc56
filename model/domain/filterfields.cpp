// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterfields.h"

#include "model/domain/filterlexer.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterField::Kind;

struct Entry {
    Kind kind;
    QStringView name;
    FilterType type;
};

constexpr std::array<Entry, 24> fields {{
    {Kind::Version, u"version", FilterType::Version},
    {Kind::Stage, u"stage", FilterType::Text},
    {Kind::Alias, u"alias", FilterType::Text},
    {Kind::CreatedAt, u"created_at", FilterType::Moment},
    {Kind::CreatedBy, u"created_by", FilterType::Text},
    {Kind::Description, u"description", FilterType::Text},
    {Kind::Framework, u"framework", FilterType::Text},
    {Kind::Task, u"task", FilterType::Text},
    {Kind::Architecture, u"architecture", FilterType::Text},
    {Kind::Parameters, u"parameters", FilterType::Number},
    {Kind::ModelSizeMb, u"model_size_mb", FilterType::Number},
    {Kind::TrainingDataVersion, u"training_data_version", FilterType::Text},
    {Kind::TestSet, u"test_set", FilterType::Text},
    {Kind::GitCommit, u"git_commit", FilterType::Text},
    {Kind::GitBranch, u"git_branch", FilterType::Text},
    {Kind::DataSource, u"data_source", FilterType::Text},
    {Kind::Experiment, u"experiment", FilterType::Text},
    {Kind::Parent, u"parent", FilterType::Text},
    {Kind::DeployedAt, u"deployed_at", FilterType::Moment},
    {Kind::Environment, u"environment", FilterType::Text},
    {Kind::RetentionDays, u"data_retention_days", FilterType::Number},
    {Kind::PiiPresent, u"pii_present", FilterType::Truth},
    {Kind::GdprCompliant, u"gdpr_compliant", FilterType::Truth},
    {Kind::Model, u"model", FilterType::Text},
}};

constexpr std::array<Entry, 3> families {{
    {Kind::Metric, u"metrics.", FilterType::Number},
    {Kind::Parameter, u"params.", FilterType::Parameter},
    {Kind::Tag, u"tags.", FilterType::Text},
}};

const Entry &entryOf(Kind kind)
{
    for (const Entry &entry : families) {
        if (entry.kind == kind)
            return entry;
    }
    return *std::ranges::find(fields, kind, &Entry::kind);
}

bool isBareName(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_-/.").contains(c);
    });
}

/// The name behind "metrics.": bare, or one text in quotes. Null when it is neither.
QString familyName(const QString &written)
{
    if (isBareName(written))
        return written;
    const QList<FilterToken> tokens = filterTokens(written);
    const bool isText = tokens.size() == 1 && tokens.first().kind == FilterToken::Kind::Text && tokens.first().isClosed;
    return isText && !tokens.first().text.isEmpty() ? tokens.first().text : QString();
}

qsizetype editDistance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row.at(j + 1);
            row[j + 1] = std::min({replaced, diagonal + 1, row.at(j) + 1});
        }
    }
    return row.last();
}

} // namespace

FilterType filterType(const FilterField &field)
{
    return entryOf(field.kind).type;
}

QString filterFieldText(const FilterField &field)
{
    const QString name = entryOf(field.kind).name.toString();
    if (!name.endsWith(u'.'))
        return name;
    return name + (isBareName(field.name) ? field.name : quotedFilterText(field.name));
}

std::optional<FilterField> filterFieldFromText(const QString &text)
{
    for (const Entry &entry : fields) {
        if (text.compare(entry.name, Qt::CaseInsensitive) == 0)
            return FilterField {entry.kind, {}};
    }
    for (const Entry &family : families) {
        if (!text.startsWith(family.name, Qt::CaseInsensitive))
            continue;
        const QString name = familyName(text.mid(family.name.size()));
        if (!name.isNull())
            return FilterField {family.kind, name};
    }
    return {};
}

QStringList filterFieldNames()
{
    QStringList names;
    for (const Entry &entry : fields)
        names.append(entry.name.toString());
    for (const Entry &entry : families)
        names.append(entry.name.toString());
    return names;
}

QStringList filterOperators(const FilterField &field)
{
    const QStringList presence {u"is missing"_s, u"is not missing"_s};
    const QStringList lists {u"in"_s, u"not in"_s};
    const QStringList equality {u"="_s, u"!="_s};
    const QStringList order {u"<"_s, u"<="_s, u">"_s, u">="_s};
    switch (filterType(field)) {
    case FilterType::Text:
        return equality + QStringList(u"~"_s) + lists + presence;
    case FilterType::Number:
        return equality + order + lists + presence;
    case FilterType::Moment:
        return equality + order + presence;
    case FilterType::Truth:
        return equality + presence;
    case FilterType::Version:
    case FilterType::Parameter:
        break;
    }
    return equality + order + QStringList(u"~"_s) + lists + presence;
}

QString closestName(const QString &word, const QStringList &candidates)
{
    const QString wanted = word.left(64).toLower();
    QString closest;
    qsizetype best = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const QString lower = candidate.toLower();
        if (std::abs(lower.size() - wanted.size()) >= best)
            continue;
        const qsizetype distance = editDistance(wanted, lower);
        if (distance < best) {
            best = distance;
            closest = candidate;
        }
    }
    return closest;
}

} // namespace stagekeeper
