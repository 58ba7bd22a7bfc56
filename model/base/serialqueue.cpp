// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/serialqueue.h"

namespace stagekeeper {

SerialQueue::SerialQueue()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the thread owns a database connection: it must not come and go
}

SerialQueue::~SerialQueue()
{
    m_pool.waitForDone();
}

} // namespace stagekeeper
