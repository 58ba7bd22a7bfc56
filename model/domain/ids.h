// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashFunctions>
#include <QtGlobal>

namespace stagekeeper {

/// A store's own number for a thing. It means something only to the store that gave it, and only while that is open;
/// what is kept or shown outside uses names, versions and digests.
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value != 0; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ModelId = Id<struct ModelTag>;
using VersionId = Id<struct VersionTag>;

} // namespace stagekeeper
