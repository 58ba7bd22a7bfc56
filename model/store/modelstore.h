// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/registeredmodel.h"

#include <QList>

namespace stagekeeper {

/// The registered models of a registry.
class ModelStore
{
public:
    virtual ~ModelStore() = default;

    /// All models by name, with their counts and live versions.
    [[nodiscard]] virtual Result<QList<RegisteredModel>> list() = 0;
    /// NotFound when there is no model of this name.
    [[nodiscard]] virtual Result<RegisteredModel> find(const QString &name) = 0;
    /// Replaces the description. Conflict when `revision` is not the current one.
    [[nodiscard]] virtual Result<> describe(ModelId model, qint64 revision, const QString &description) = 0;
};

} // namespace stagekeeper
