// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

namespace stagekeeper {

/// A time as Python's isoformat() and SQLite's CURRENT_TIMESTAMP write it. They state no zone: it is taken as UTC,
/// which CURRENT_TIMESTAMP is. Microseconds are cut to milliseconds. Invalid when the text is no time.
[[nodiscard]] inline QDateTime seedTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace stagekeeper
