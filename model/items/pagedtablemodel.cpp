// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/pagedtablemodel.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace stagekeeper {

namespace {

constexpr int maxWanted = 16; // what was scrolled past long ago is not worth reading
constexpr int maxInFlight = 2;

} // namespace

PagedTableModel::PagedTableModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(0ms);
    connect(&m_requestTimer, &QTimer::timeout, this, &PagedTableModel::requestWanted);
}

int PagedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

void PagedTableModel::restart()
{
    ++m_generation;
    m_wanted.clear();
    m_requested.clear();
    setState(State::Loading);
    loadFirst(m_generation);
}

void PagedTableModel::refresh()
{
    if (m_state == State::Idle)
        return;
    if (m_ids.isEmpty() || !m_isComplete) {
        restart();
        return;
    }
    ++m_generation;
    m_wanted.clear();
    m_requested.clear();
    setState(State::Loading);
    loadAll(m_generation);
}

void PagedTableModel::clear()
{
    ++m_generation;
    m_wanted.clear();
    m_requested.clear();
    beginResetModel();
    m_ids.clear();
    m_isComplete = true;
    endResetModel();
    setState(State::Idle);
}

void PagedTableModel::firstArrived(int generation, const QList<qint64> &ids, bool isComplete)
{
    if (!isCurrent(generation))
        return;
    beginResetModel();
    m_ids = ids;
    m_isComplete = isComplete;
    endResetModel();
    emit idsReplaced();
    setState(isComplete ? State::Ready : State::Loading);
    if (!isComplete)
        loadAll(generation);
}

void PagedTableModel::allArrived(int generation, const QList<qint64> &ids)
{
    if (!isCurrent(generation))
        return;
    m_isComplete = true;
    replaceIds(ids);
    setState(State::Ready);
}

void PagedTableModel::replaceIds(const QList<qint64> &ids)
{
    // a change touches few rows: whatever is the same at both ends keeps its place, selection and scroll position
    const auto [oldMiddle, newMiddle] = std::ranges::mismatch(std::as_const(m_ids), ids);
    const auto prefix = static_cast<int>(oldMiddle - m_ids.cbegin());
    qsizetype oldEnd = m_ids.size();
    qsizetype newEnd = ids.size();
    while (oldEnd > prefix && newEnd > prefix && m_ids.at(oldEnd - 1) == ids.at(newEnd - 1)) {
        --oldEnd;
        --newEnd;
    }
    if (oldEnd > prefix) {
        beginRemoveRows({}, prefix, static_cast<int>(oldEnd) - 1);
        m_ids.remove(prefix, oldEnd - prefix);
        endRemoveRows();
    }
    if (newEnd > prefix) {
        beginInsertRows({}, prefix, static_cast<int>(newEnd) - 1);
        m_ids = ids;
        endInsertRows();
    }
    tellOfRows(0, rowCount() - 1);
    emit idsReplaced();
}

void PagedTableModel::rowsArrived(int generation, int block)
{
    if (!isCurrent(generation))
        return;
    m_requested.remove(block);
    const int first = block * blockSize;
    const int last = std::min(first + blockSize, rowCount()) - 1;
    tellOfRows(first, last);
    requestWanted();
}

void PagedTableModel::tellOfRows(int first, int last)
{
    if (first <= last && columnCount() > 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void PagedTableModel::loadFailed(int generation, const Error &error)
{
    if (!isCurrent(generation))
        return;
    m_wanted.clear(); // they would fail too; refresh() lets views ask again
    m_requested.clear();
    m_error = error;
    setState(State::Failed);
}

void PagedTableModel::want(int row) const
{
    const int block = row / blockSize;
    if (m_requested.contains(block) || m_state == State::Failed)
        return;
    if (!m_wanted.isEmpty() && m_wanted.last() == block)
        return;
    m_wanted.removeOne(block);
    m_wanted.append(block);
    if (m_wanted.size() > maxWanted)
        m_wanted.removeFirst();
    if (!m_requestTimer.isActive())
        m_requestTimer.start();
}

void PagedTableModel::requestWanted()
{
    while (!m_wanted.isEmpty() && m_requested.size() < maxInFlight) {
        const int block = m_wanted.takeLast();
        QList<qint64> ids = m_ids.mid(static_cast<qsizetype>(block) * blockSize, blockSize);
        ids.removeIf([this](qint64 id) { return isFresh(id); });
        if (ids.isEmpty())
            continue;
        m_requested.insert(block);
        loadRows(m_generation, block, ids);
    }
}

void PagedTableModel::setState(State state)
{
    if (state == m_state && state != State::Failed)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace stagekeeper
