// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace stagekeeper {

/// A table of any length: it knows the ids of all rows in order, and reads the rows themselves in blocks when a view asks.
///
/// A new query is answered in two steps, so that the first rows show at once: the first ids with their rows, then all ids.
/// Until the first answer the old rows stay. Answers to an older query are dropped by their generation number.
class PagedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    Q_ENUM(State)

    static constexpr int blockSize = 128;
    static constexpr int firstRows = 2 * blockSize;
    static constexpr int maxCachedRows = 64 * blockSize;

    explicit PagedTableModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; } ///< meaningful when Failed
    [[nodiscard]] bool isComplete() const { return m_isComplete; } ///< false while only the first rows are here
    [[nodiscard]] const QList<qint64> &ids() const { return m_ids; }
    [[nodiscard]] qint64 idAt(int row) const { return m_ids.value(row); }
    /// -1 when no row has this id. Looks through all ids: for single ids, not for loops.
    [[nodiscard]] int rowOf(qint64 id) const { return static_cast<int>(m_ids.indexOf(id)); }

    /// Asks the same question again; rows that are still there keep their place in views and selections.
    void refresh();

signals:
    void stateChanged(stagekeeper::PagedTableModel::State state);
    void idsReplaced(); ///< rows moved or were exchanged: a view that selects by id selects again

protected:
    /// The three loads. They answer with the functions below, and hand the generation through.
    virtual void loadFirst(int generation) = 0;
    virtual void loadAll(int generation) = 0;
    virtual void loadRows(int generation, int block, const QList<qint64> &ids) = 0;
    /// Whether the row is cached, and read since the last change.
    [[nodiscard]] virtual bool isFresh(qint64 id) const = 0;

    void firstArrived(int generation, const QList<qint64> &ids, bool isComplete);
    void allArrived(int generation, const QList<qint64> &ids);
    void rowsArrived(int generation, int block);
    void loadFailed(int generation, const Error &error);

    void restart(); ///< the question changed
    void clear(); ///< there is nothing to ask
    void want(int row) const; ///< from data(): this row is shown and not fresh
    [[nodiscard]] bool isCurrent(int generation) const { return generation == m_generation; }

private:
    void setState(State state);
    void replaceIds(const QList<qint64> &ids);
    void requestWanted();
    void tellOfRows(int first, int last);

    QList<qint64> m_ids;
    State m_state = State::Idle;
    Error m_error;
    bool m_isComplete = true;
    int m_generation = 0;
    mutable QList<int> m_wanted; ///< blocks, the most recently wanted last
    QSet<int> m_requested;
    mutable QTimer m_requestTimer;
};

} // namespace stagekeeper
