// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <concepts>
#include <memory>
#include <type_traits>

namespace stagekeeper {

/// What a running job may look at: whether somebody still waits for it, and where to report how far it is.
class JobControl
{
public:
    virtual ~JobControl() = default;
    [[nodiscard]] virtual bool isCanceled() const = 0;
    virtual void setProgress(int done, int total) = 0;
};

/// Runs jobs one after another on one thread of its own, higher priorities first.
///
/// Its own promise instead of QtConcurrent::run: a waiter there may run a queued job on the waiting thread, which a
/// thread-bound database connection does not survive.
class SerialQueue final
{
public:
    SerialQueue();
    ~SerialQueue(); ///< waits for what is queued; clear() first to wait for the job in hand only

    /// Cancels what has not begun yet.
    void clear() { m_pool.clear(); } // destroying an unfinished promise cancels its future

    SerialQueue(const SerialQueue &) = delete;
    SerialQueue &operator=(const SerialQueue &) = delete;

    /// Runs `job()` or `job(JobControl &)` on the queue's thread. A future cancelled before its turn never runs.
    template <typename Job>
    [[nodiscard]] auto run(Job job, int priority = 0);

private:
    template <typename R>
    class PromiseControl final : public JobControl
    {
    public:
        explicit PromiseControl(QPromise<R> &promise) : m_promise(promise) { }
        [[nodiscard]] bool isCanceled() const override { return m_promise.isCanceled(); }
        void setProgress(int done, int total) override
        {
            m_promise.setProgressRange(0, total);
            m_promise.setProgressValue(done);
        }

    private:
        QPromise<R> &m_promise;
    };

    QThreadPool m_pool;
};

template <typename Job>
auto SerialQueue::run(Job job, int priority)
{
    constexpr bool wantsControl = std::invocable<Job &, JobControl &>;
    using R = typename std::conditional_t<wantsControl, std::invoke_result<Job &, JobControl &>,
                                          std::invoke_result<Job &>>::type;
    auto promise = std::make_shared<QPromise<R>>();
    QFuture<R> future = promise->future();
    promise->start();
    m_pool.start(
        [promise, job = std::move(job)]() mutable {
            if (!promise->isCanceled()) {
                PromiseControl<R> control(*promise);
                if constexpr (wantsControl)
                    promise->addResult(job(static_cast<JobControl &>(control)));
                else
                    promise->addResult(job());
            } else {
                promise->future().cancel();
            }
            promise->finish();
        },
        priority);
    return future;
}

} // namespace stagekeeper
