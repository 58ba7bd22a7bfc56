// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/comparisontext.h"

#include "model/domain/jsonnumber.h"
#include "model/domain/jsonwriter.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComparisonText)
};

QString fileText(const QJsonObject &file)
{
    QStringList parts;
    if (file.contains("bytes"_L1))
        parts += Text::tr("%1 bytes").arg(file.value("bytes"_L1).toInteger());
    if (file.contains("sha256"_L1))
        parts += file.value("sha256"_L1).toString().left(12);
    else if (file.contains("uri"_L1))
        parts += file.value("uri"_L1).toString();
    return parts.isEmpty() ? Text::tr("there", "a file of which nothing is known") : parts.join(u' ');
}

bool areAllOf(const QList<ComparedVersion> &versions, const auto &property)
{
    return std::ranges::all_of(versions, [&](const ComparedVersion &version) {
        return std::invoke(property, version) == std::invoke(property, versions.first());
    });
}

} // namespace

RowText::RowText(const ComparisonRow &row, qsizetype baseline)
    : m_row(row), m_baseline(baseline), m_decimals(row.section == ComparisonSection::Metric ? rowDecimals(row) : -1)
{
    QList<std::optional<int>> places = ranks(row);
    if (std::ranges::any_of(places, [](const std::optional<int> &place) { return place > 1; }))
        m_ranks = std::move(places);
}

bool RowText::isBest(qsizetype version) const
{
    return !m_ranks.isEmpty() && m_ranks.at(version) == 1;
}

QString RowText::name() const
{
    return m_row.direction == MetricDirection::LowerIsBetter ? Text::tr("%1 (min)", "lower is better").arg(m_row.name) : m_row.name;
}

QString RowText::rounded(double number) const
{
    if (m_decimals < 0 || !std::isfinite(number))
        return numberText(number);
    const double size = std::fabs(number);
    if (m_decimals == 0 && size < 1e15)
        return QString::number(number, 'f', 0);
    if (size >= 1e6 || (size < 1e-4 && size > 0))
        return QString::number(number, 'g', 4);
    return QString::number(number, 'f', m_decimals);
}

QString RowText::signedNumber(double number) const
{
    return number > 0 ? QString(u'+' % rounded(number)) : rounded(number);
}

QString RowText::value(qsizetype version) const
{
    if (const auto number = numberAt(m_row, version); number && m_row.section == ComparisonSection::Metric)
        return rounded(*number);
    const QJsonValue &value = m_row.values.at(version);
    return m_row.section == ComparisonSection::File && value.isObject() ? fileText(value.toObject()) : exactText(value);
}

QString RowText::difference(qsizetype version) const
{
    if (version == m_baseline || (isMissing(m_row, version) && isMissing(m_row, m_baseline)))
        return {};
    const ValueChange change = valueChange(m_row, m_baseline, version);
    if (change == ValueChange::Same)
        return u"="_s;
    if (m_row.section == ComparisonSection::File) {
        return change == ValueChange::Added     ? Text::tr("added")
               : change == ValueChange::Removed ? Text::tr("removed")
                                                : Text::tr("changed");
    }
    const auto difference = delta(m_row, m_baseline, version);
    return m_row.section == ComparisonSection::Metric && difference ? signedNumber(*difference) : QString();
}

QString RowText::percent(qsizetype version) const
{
    if (version == m_baseline || m_row.section != ComparisonSection::Metric)
        return {};
    const auto percent = relativeDelta(m_row, m_baseline, version);
    if (!percent)
        return {};
    if (*percent == 0)
        return u"="_s;
    const QString number = QString::number(*percent, 'f', std::fabs(*percent) < 1 ? 2 : 1);
    return Text::tr("%1 %", "percent").arg(*percent > 0 ? QString(u'+' % number) : number);
}

QString exactText(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return value.toString();
    // JSON has no number for NaN and writes a quoted word
    if (value.isDouble() && !std::isfinite(value.toDouble()))
        return numberText(value.toDouble());
    return QString::fromUtf8(JsonWriter().json(value).result());
}

QString sectionHeading(ComparisonSection section)
{
    switch (section) {
    case ComparisonSection::Metric:
        return Text::tr("Metrics");
    case ComparisonSection::Hyperparameter:
        return Text::tr("Hyperparameters");
    case ComparisonSection::Data:
        return Text::tr("Data");
    case ComparisonSection::Schema:
        return Text::tr("Schema");
    case ComparisonSection::Metadata:
        return Text::tr("Metadata");
    case ComparisonSection::Tag:
        return Text::tr("Tags");
    case ComparisonSection::File:
        break;
    }
    return Text::tr("Artifacts");
}

QStringList shortNames(const QList<ComparedVersion> &versions)
{
    const bool isOneModel = areAllOf(versions, [](const ComparedVersion &version) { return version.reference.model; });
    const bool isOneRegistry = areAllOf(versions, &ComparedVersion::address);
    QStringList names;
    for (const ComparedVersion &version : versions) {
        if (!isOneRegistry)
            names += Text::tr("%1 (%2)", "version and registry").arg(version.reference.toString(), version.registry);
        else
            names += isOneModel ? version.reference.version : version.reference.toString();
    }
    return names;
}

} // namespace stagekeeper
