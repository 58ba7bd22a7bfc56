// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace stagekeeper {

/// Calls `handler(result)` on `context`'s thread once `future` has a result; never when `context` is gone or the work
/// was cancelled.
///
/// A watcher owned by the context instead of QFuture::then(): Qt 6.4 asserts when the context dies first.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                             handler(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace stagekeeper
