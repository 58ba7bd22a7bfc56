// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/comparisonchoice.h"

namespace stagekeeper {

void ComparisonChoice::choose(const QList<ChosenVersion> &versions, int baseline)
{
    m_versions.clear();
    for (const ChosenVersion &version : versions) {
        if (!m_versions.contains(version))
            m_versions.append(version);
    }
    m_baseline = baseline >= 0 && baseline < versions.size() ? static_cast<int>(m_versions.indexOf(versions.at(baseline))) : -1;
    emit changed();
    emit requested();
}

void ComparisonChoice::add(const QList<ChosenVersion> &versions)
{
    const qsizetype before = m_versions.size();
    for (const ChosenVersion &version : versions) {
        if (!m_versions.contains(version))
            m_versions.append(version);
    }
    if (m_versions.size() != before)
        emit changed();
}

void ComparisonChoice::remove(int index)
{
    removeAt(index);
    emit changed();
}

void ComparisonChoice::removeAt(int index)
{
    m_versions.removeAt(index);
    if (m_baseline == index)
        m_baseline = -1;
    else if (m_baseline > index)
        --m_baseline;
}

void ComparisonChoice::move(int from, int to)
{
    if (from == to)
        return;
    const ChosenVersion baseline = m_baseline >= 0 ? m_versions.at(m_baseline) : ChosenVersion();
    m_versions.move(from, to);
    m_baseline = static_cast<int>(m_versions.indexOf(baseline));
    emit changed();
}

void ComparisonChoice::setBaseline(int index)
{
    if (index == m_baseline)
        return;
    m_baseline = index;
    emit baselineChanged();
}

void ComparisonChoice::forget(const Registry *registry)
{
    bool hasChanged = false;
    for (int index = static_cast<int>(m_versions.size()) - 1; index >= 0; --index) {
        if (m_versions.at(index).registry != registry)
            continue;
        removeAt(index);
        hasChanged = true;
    }
    if (hasChanged)
        emit changed();
}

} // namespace stagekeeper
