// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/reference.h"

#include <QList>

namespace stagekeeper {

/// A version as it can be found again later: by the address of its registry and its name there.
struct NamedVersion {
    QString address;
    Reference reference;
    friend bool operator==(const NamedVersion &, const NamedVersion &) = default;
};

/// A comparison that was saved under a name.
struct SavedComparison {
    QString name;
    QList<NamedVersion> versions;
    int baseline = 0;
    friend bool operator==(const SavedComparison &, const SavedComparison &) = default;
};

/// As JSON for the settings. What cannot be read of a settings file is left out.
[[nodiscard]] QByteArray toJson(const QList<SavedComparison> &comparisons);
[[nodiscard]] QList<SavedComparison> savedComparisonsFromJson(const QByteArray &json);

} // namespace stagekeeper
