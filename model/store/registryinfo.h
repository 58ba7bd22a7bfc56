// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace stagekeeper {

/// What an open registry says of itself.
struct RegistryInfo {
    QString name;
    QString address; ///< file path or URL
    QString origin; ///< identity of its log, random at creation
    QString readOnlyReason; ///< translated sentence; empty when it can be changed
    int schema = 0;

    [[nodiscard]] bool isReadOnly() const { return !readOnlyReason.isEmpty(); }
};

} // namespace stagekeeper
