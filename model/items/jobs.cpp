// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/jobs.h"

#include <algorithm>

namespace stagekeeper {

Jobs::Jobs(QObject *parent) : QObject(parent) { }

void Jobs::track(const QString &words, const QFuture<void> &future)
{
    const int id = ++m_lastId;
    auto *watcher = new QFutureWatcher<void>(this);
    m_watchers.insert(id, watcher);
    m_jobs.append({id, words, 0, 0});
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, id, watcher](int value) { setProgress(id, value, watcher->progressMaximum()); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, id] { remove(id); });
    watcher->setFuture(future);
    emit changed();
}

void Jobs::cancel(int id)
{
    if (QFutureWatcher<void> *watcher = m_watchers.value(id))
        watcher->cancel();
}

void Jobs::setProgress(int id, int done, int total)
{
    const auto job = std::ranges::find(m_jobs, id, &Job::id);
    if (job == m_jobs.end())
        return;
    job->done = done;
    job->total = total;
    emit changed();
}

void Jobs::remove(int id)
{
    if (QFutureWatcher<void> *watcher = m_watchers.take(id))
        watcher->deleteLater();
    m_jobs.removeIf([id](const Job &job) { return job.id == id; });
    emit changed();
}

} // namespace stagekeeper
