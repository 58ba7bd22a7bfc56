// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/serialqueue.h"
#include "model/base/whendone.h"
#include "model/store/openstores.h"

#include <QObject>

namespace stagekeeper {

/// An open registry: its address, its background thread, and news of changes. Lives on the GUI thread; the stores live on
/// the queue's thread and never leave it.
class Registry final : public QObject
{
    Q_OBJECT

public:
    enum class State { Opening, Ready, Failed };

    Registry(QString address, OpenOptions options, QObject *parent = nullptr);
    ~Registry() override;

    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const RegistryInfo &info() const { return m_info; } ///< meaningful when Ready
    [[nodiscard]] const Lifecycle &lifecycle() const { return m_lifecycle; } ///< meaningful when Ready
    [[nodiscard]] const Error &error() const { return m_error; } ///< meaningful when Failed

    /// Opens on the background thread; opened() or failed() follows.
    void open();

    /// Runs `job(Stores &) -> Result<T>`, or `job(Stores &, JobControl &)`, on the registry's thread.
    template <typename Job>
    [[nodiscard]] auto read(Job job, int priority = 0)
    {
        return run(std::move(job), priority);
    }

    /// The same for a job that changes something: it runs in one transaction, and changed() follows when it succeeds.
    template <typename Job>
    [[nodiscard]] auto write(Job job)
    {
        auto future = run([job = std::move(job)](Stores &stores) mutable {
            return stores.transact([&] { return job(stores); });
        }, 0);
        whenDone(future, this, [this](const auto &result) {
            if (result)
                emit changed();
        });
        return future;
    }

signals:
    void opened();
    void failed(const stagekeeper::Error &error);
    void changed(); ///< by this program or by another process

private:
    template <typename Job>
    auto run(Job job, int priority)
    {
        return m_queue->run(
            [stores = m_stores, job = std::move(job)](JobControl &control) mutable {
                if constexpr (std::invocable<Job &, Stores &, JobControl &>) {
                    using R = std::invoke_result_t<Job &, Stores &, JobControl &>;
                    return *stores ? R(job(**stores, control)) : R(notOpen());
                } else {
                    using R = std::invoke_result_t<Job &, Stores &>;
                    return *stores ? R(job(**stores)) : R(notOpen());
                }
            },
            priority);
    }
    [[nodiscard]] static tl::unexpected<Error> notOpen();
    void poll();

    QString m_address;
    OpenOptions m_options;
    State m_state = State::Opening;
    RegistryInfo m_info;
    Lifecycle m_lifecycle;
    Error m_error;
    qint64 m_changeToken = -1;
    std::shared_ptr<std::unique_ptr<Stores>> m_stores; ///< touched by the queue's thread only
    std::unique_ptr<SerialQueue> m_queue;
};

} // namespace stagekeeper
