// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/registry.h"

#include "model/store/objects/objectstore.h"

#include <QCoreApplication>
#include <QTimer>

namespace stagekeeper {

namespace {

constexpr int pollIntervalMs = 1000;

/// What opening finds out for the GUI thread.
struct Opened {
    RegistryInfo info;
    Lifecycle lifecycle;
    qint64 changeToken = 0;
};

Result<Opened> openInto(std::unique_ptr<Stores> &target, const QString &address, const OpenOptions &options)
{
    Result<Stores> stores = openStores(address, options);
    if (!stores)
        return failAs(stores);
    const Result<Lifecycle> lifecycle = stores->stages ? stores->stages->lifecycle() : Result<Lifecycle>(Lifecycle());
    if (!lifecycle)
        return failAs(lifecycle);
    target = std::make_unique<Stores>(std::move(*stores));
    return Opened {target->info, *lifecycle, target->backend->changeToken()};
}

} // namespace

Registry::Registry(QString address, OpenOptions options, QObject *parent)
    : QObject(parent), m_address(std::move(address)), m_options(std::move(options)),
      m_stores(std::make_shared<std::unique_ptr<Stores>>()), m_queue(std::make_unique<SerialQueue>())
{
}

Registry::~Registry()
{
    m_queue->clear();
    // the connection must be closed on the thread that opened it; the queue's destructor waits for that
    (void)m_queue->run([stores = m_stores] {
        stores->reset();
        return true;
    });
    m_queue.reset();
}

void Registry::open()
{
    m_state = State::Opening;
    const auto opening = m_queue->run(
        [stores = m_stores, address = m_address, options = m_options] { return openInto(*stores, address, options); });
    whenDone(opening, this, [this](const Result<Opened> &result) {
        if (!result) {
            m_state = State::Failed;
            m_error = result.error();
            emit failed(m_error);
            return;
        }
        m_state = State::Ready;
        m_info = result->info;
        m_lifecycle = result->lifecycle;
        m_changeToken = result->changeToken;
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, &Registry::poll);
        timer->start(pollIntervalMs);
        emit opened();
    });
}

void Registry::poll()
{
    const auto token = read([](Stores &stores) -> Result<qint64> { return stores.backend->changeToken(); }, -1);
    whenDone(token, this, [this](const Result<qint64> &result) {
        if (result && *result != m_changeToken) {
            m_changeToken = *result;
            emit changed();
        }
    });
}

tl::unexpected<Error> Registry::notOpen()
{
    return fail(Error::Code::Unavailable, QCoreApplication::translate("Registry", "The registry is not open."));
}

} // namespace stagekeeper
