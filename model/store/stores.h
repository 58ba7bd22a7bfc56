// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/artifactstore.h"
#include "model/store/auditstore.h"
#include "model/store/comparisonstore.h"
#include "model/store/lineagestore.h"
#include "model/store/metricstore.h"
#include "model/store/modelstore.h"
#include "model/store/registryinfo.h"
#include "model/store/stagestore.h"
#include "model/store/versionstore.h"

#include <functional>
#include <memory>

namespace stagekeeper {

class ObjectStore;

/// What a backend adds to its stores: transactions and the cheap sign that somebody else wrote.
class Backend
{
public:
    virtual ~Backend() = default;
    [[nodiscard]] virtual Result<> begin() = 0;
    [[nodiscard]] virtual Result<> commit() = 0;
    virtual void rollback() = 0;
    /// Differs after another process changed the registry.
    [[nodiscard]] virtual qint64 changeToken() = 0;
};

/// An open registry as a bag of small stores. A store that the backend lacks is null.
struct Stores {
    // destroyed last: the stores below use it
    std::unique_ptr<Backend> backend;
    RegistryInfo info;
    std::unique_ptr<ModelStore> models;
    std::unique_ptr<VersionStore> versions;
    std::unique_ptr<StageStore> stages;
    std::unique_ptr<MetricStore> metrics;
    std::unique_ptr<LineageStore> lineage;
    std::unique_ptr<ComparisonStore> comparisons;
    std::unique_ptr<ArtifactStore> artifacts;
    std::unique_ptr<AuditStore> audit;
    std::unique_ptr<ObjectStore> objects;

    Stores();
    Stores(Stores &&) noexcept;
    Stores &operator=(Stores &&) noexcept;
    ~Stores();

    /// Runs `body` in one transaction: all of its changes with their events, or nothing. Nested calls join the outer one.
    template <typename Body>
    [[nodiscard]] auto transact(Body body) -> decltype(body());

private:
    int m_depth = 0;
};

template <typename Body>
auto Stores::transact(Body body) -> decltype(body())
{
    if (m_depth > 0)
        return body();
    if (const Result<> begun = backend->begin(); !begun)
        return failAs(begun);
    ++m_depth;
    auto result = body();
    --m_depth;
    if (!result) {
        backend->rollback();
        return result;
    }
    if (const Result<> committed = backend->commit(); !committed)
        return failAs(committed);
    return result;
}

} // namespace stagekeeper
