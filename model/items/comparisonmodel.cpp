// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/comparisonmodel.h"

#include "model/items/roles.h"
#include "model/workflow/comparisontext.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QVariant valueOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    return value.isDouble() ? QVariant(value.toDouble()) : QVariant(exactText(value));
}

QVariant optionalData(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

template <typename Value>
bool allSame(const QList<ComparedVersion> &versions, Value value)
{
    return std::ranges::all_of(versions, [&](const ComparedVersion &version) { return value(version) == value(versions.first()); });
}

/// What versions are called here: with their model, and their registry, where these are not all the same.
QStringList labelsOf(const QList<ComparedVersion> &versions)
{
    const bool isOneModel = allSame(versions, [](const ComparedVersion &one) { return one.reference.model; });
    const bool isOneRegistry = allSame(versions, [](const ComparedVersion &one) { return one.address; });
    QStringList labels;
    for (const ComparedVersion &version : versions) {
        const QString &number = version.reference.version;
        const QString name = isOneModel ? number : QString(version.reference.model + u' ' + number);
        labels.append(isOneRegistry ? name : QString(version.registry + u" · " + name));
    }
    return labels;
}

} // namespace

template <typename Change>
void ComparisonModel::reset(Change change)
{
    beginResetModel();
    change();
    arrange();
    endResetModel();
}

void ComparisonModel::setComparison(const Comparison &comparison, const QList<StageKind> &kinds, qsizetype baseline)
{
    reset([&] {
        m_comparison = comparison;
        m_labels = labelsOf(comparison.versions);
        m_kinds = kinds;
        m_baseline = baseline;
        m_ranks.clear();
        m_decimals.clear();
    });
    emit comparisonChanged();
}

void ComparisonModel::setBaseline(qsizetype version)
{
    if (version == m_baseline)
        return;
    reset([&] { m_baseline = version; });
    emit baselineChanged();
}

void ComparisonModel::setDifferencesOnly(bool only)
{
    if (only != m_differencesOnly)
        reset([&] { m_differencesOnly = only; });
}

void ComparisonModel::setSearch(const QString &text)
{
    if (text != m_search)
        reset([&] { m_search = text; });
}

void ComparisonModel::setTransposed(bool transposed)
{
    if (transposed != m_isTransposed)
        reset([&] { m_isTransposed = transposed; });
}

void ComparisonModel::toggle(const QModelIndex &heading)
{
    if (!m_isTransposed && heading.isValid() && m_lines.at(heading.row()).row < 0) {
        const ComparisonSection section = m_lines.at(heading.row()).section;
        reset([&] {
            if (!m_closed.remove(section))
                m_closed.insert(section);
        });
    }
}

void ComparisonModel::arrange()
{
    m_lines.clear();
    m_hiddenRows = 0;
    for (qsizetype i = 0; i < m_comparison.rows.size(); ++i) {
        const ComparisonRow &row = m_comparison.rows.at(i);
        if (m_differencesOnly && !row.differs) {
            ++m_hiddenRows;
            continue;
        }
        if (!row.name.contains(m_search, Qt::CaseInsensitive))
            continue;
        if (!m_isTransposed && (m_lines.isEmpty() || m_lines.last().section != row.section))
            m_lines.append({row.section, -1});
        if (m_isTransposed || !m_closed.contains(row.section))
            m_lines.append({row.section, i});
    }
    m_order.clear();
    for (qsizetype i = 0; i < m_comparison.versions.size(); ++i)
        m_order.append(i);
    const auto baseline = std::ranges::find(m_order, m_baseline);
    if (baseline != m_order.end())
        std::rotate(m_order.begin(), baseline, baseline + 1);
}

qsizetype ComparisonModel::versionAt(int place) const
{
    return m_order.value(m_isTransposed ? place : place - 1, -1);
}

const ComparisonRow *ComparisonModel::rowAt(const QModelIndex &index) const
{
    const int place = m_isTransposed ? index.column() - 1 : index.row();
    if (!index.isValid() || place < 0 || place >= m_lines.size() || m_lines.at(place).row < 0)
        return nullptr;
    return &m_comparison.rows.at(m_lines.at(place).row);
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(parent.isValid() ? 0 : m_isTransposed ? m_order.size() : m_lines.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return static_cast<int>(parent.isValid() || m_order.isEmpty() ? 0 : 1 + (m_isTransposed ? m_lines.size() : m_order.size()));
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (m_isTransposed) {
        const qsizetype version = versionAt(index.row());
        if (index.column() == 0)
            return versionData(version, role);
        return valueData(m_lines.at(index.column() - 1).row, version, role);
    }
    const Line &line = m_lines.at(index.row());
    if (line.row < 0)
        return headingData(line, index.column(), role);
    if (index.column() == 0)
        return nameData(m_comparison.rows.at(line.row), role);
    return valueData(line.row, versionAt(index.column()), role);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (section == 0)
        //: above the names of what is compared
        return role == Qt::DisplayRole ? tr("against the baseline") : QVariant();
    if (m_isTransposed)
        return role == BaselineRole ? QVariant() : nameData(m_comparison.rows.at(m_lines.at(section - 1).row), role);
    return versionData(versionAt(section), role);
}

QVariant ComparisonModel::headingData(const Line &line, int column, int role) const
{
    switch (role) {
    case HeadingRole:
        return true;
    case Qt::DisplayRole:
        return column == 0 ? sectionHeading(line.section) : QVariant();
    case Qt::CheckStateRole:
        return m_closed.contains(line.section) ? Qt::Unchecked : Qt::Checked;
    case NoteRole: {
        const auto isHere = [&line](const ComparisonRow &row) { return row.section == line.section; };
        const auto differs = [&](const ComparisonRow &row) { return isHere(row) && row.differs; };
        //: how many of the things in a section are not the same in all versions
        return tr("%1 of %2 differ").arg(std::ranges::count_if(m_comparison.rows, differs)).arg(std::ranges::count_if(m_comparison.rows, isHere));
    }
    default:
        return {};
    }
}

QVariant ComparisonModel::nameData(const ComparisonRow &row, int role) const
{
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == LowerIsBetterRole)
        return row.direction == MetricDirection::LowerIsBetter;
    return role == Qt::TextAlignmentRole && m_isTransposed ? QVariant(int(Qt::AlignRight)) : QVariant();
}

QVariant ComparisonModel::versionData(qsizetype version, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return m_labels.at(version);
    case DetailRole:
        return m_comparison.versions.at(version).stage;
    case StageKindRole:
        return static_cast<int>(m_kinds.at(version));
    case BaselineRole:
        return version == m_baseline;
    case AliasesRole:
        return m_comparison.versions.at(version).aliases;
    default:
        return {};
    }
}

QVariant ComparisonModel::valueData(qsizetype row, qsizetype version, int role) const
{
    const ComparisonRow &is = m_comparison.rows.at(row);
    switch (role) {
    case Qt::DisplayRole:
        if (is.section == ComparisonSection::File && is.values.at(version).isObject())
            return is.values.at(version).toObject().toVariantMap();
        return valueOf(is.values.at(version));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return valueOf(is.values.at(version)).toString();
    case Qt::ToolTipRole:
        return isMissing(is, version) ? tr("Not there") : QVariant();
    case DecimalsRole:
        return decimalsOf(row);
    case BaselineRole:
        return version == m_baseline;
    case MutedRole:
        return version != m_baseline && !numberAt(is, version) && isSame(is, m_baseline, version);
    case BestRole:
        return isBest(is, version);
    case RankRole:
        return ranksOf(row).at(version).value_or(0);
    default:
        return differenceData(row, version, role);
    }
}

QVariant ComparisonModel::differenceData(qsizetype row, qsizetype version, int role) const
{
    if (version == m_baseline)
        return {};
    const ComparisonRow &is = m_comparison.rows.at(row);
    switch (role) {
    case DeltaRole:
        return optionalData(delta(is, m_baseline, version));
    case RelativeDeltaRole:
        return optionalData(relativeDelta(is, m_baseline, version));
    case ToneRole: {
        const Effect tone = effect(is, m_baseline, version);
        return tone == Effect::Better ? 1 : tone == Effect::Worse ? -1 : 0;
    }
    default:
        return {};
    }
}

const QList<std::optional<int>> &ComparisonModel::ranksOf(qsizetype row) const
{
    const auto known = m_ranks.constFind(row);
    return *(known != m_ranks.constEnd() ? known : m_ranks.insert(row, ranks(m_comparison.rows.at(row))));
}

int ComparisonModel::decimalsOf(qsizetype row) const
{
    const auto known = m_decimals.constFind(row);
    if (known != m_decimals.constEnd())
        return *known;
    return *m_decimals.insert(row, rowDecimals(m_comparison.rows.at(row)));
}

} // namespace stagekeeper
