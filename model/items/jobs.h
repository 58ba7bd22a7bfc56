// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QHash>
#include <QList>
#include <QObject>

namespace stagekeeper {

/// What is running in the background, in words, with progress and a way to stop it: for the status bar.
class Jobs final : public QObject
{
    Q_OBJECT

public:
    struct Job {
        int id = 0;
        QString words; ///< translated: "Verifying files of fraud-scorer 1.9.0"
        int done = 0;
        int total = 0; ///< 0: not known
    };

    explicit Jobs(QObject *parent = nullptr);

    /// Shows `future` until it is finished.
    void track(const QString &words, const QFuture<void> &future);
    template <typename T>
    void track(const QString &words, const QFuture<T> &future)
    {
        track(words, QFuture<void>(future));
    }

    [[nodiscard]] const QList<Job> &jobs() const { return m_jobs; }
    void cancel(int id);

signals:
    void changed();

private:
    void setProgress(int id, int done, int total);
    void remove(int id);

    QList<Job> m_jobs;
    QHash<int, QFutureWatcher<void> *> m_watchers;
    int m_lastId = 0;
};

} // namespace stagekeeper
