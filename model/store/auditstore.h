// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"

#include <QList>

#include <functional>

namespace stagekeeper {

/// Which events are wanted; newest first.
struct AuditQuery {
    QString model {}, version {}; ///< empty: any
    QString action {}; ///< empty: any
    qint64 before = -1; ///< only positions below this one; -1: from the newest
    int limit = 100;
};

/// The log of everything that was changed, chained by hash (security.md §3.2).
class AuditStore
{
public:
    virtual ~AuditStore() = default;

    [[nodiscard]] virtual Result<QList<AuditEvent>> events(const AuditQuery &query) = 0;
    [[nodiscard]] virtual Result<qint64> size() = 0;
    /// Re-reads every entry, its link to the one before, and compares the live records with what the log says of them.
    /// `progress(done, total)` returns false to stop.
    [[nodiscard]] virtual Result<CheckReport> verify(const std::function<bool(qint64, qint64)> &progress = {}) = 0;
};

} // namespace stagekeeper
