// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/lineageid.h"
#include "model/domain/modelversion.h"

#include <variant>

namespace stagekeeper {

/// Which part of the lineage. Nothing given: all that has an edge.
struct LineageScope {
    ModelId model; ///< what its versions came from, what came from them, and what that came from directly
    QList<VersionId> versions; ///< the same for these; they are there even when they have no edge
};

/// What one edge says of the version that it ends in, and where that stands among others of its kind.
struct LineageLink {
    std::variant<Parent, DataSource, ExperimentLink> source;
    int position = -1; ///< in the version's parents or data sources; -1: at the end
    friend bool operator==(const LineageLink &, const LineageLink &) = default;
};

/// Where the versions of a registry come from. The edges are what versions say of themselves (`parents`, `dataSources`,
/// `experiment`); nothing is kept twice.
class LineageStore
{
public:
    virtual ~LineageStore() = default;

    [[nodiscard]] virtual Result<LineageGraph> graph(const LineageScope &scope = {}) = 0;

    /// Adds an edge that ends in `version`, with one event. AlreadyExists; Conflict when `revision` is not the current one
    /// (negative: whatever it is) or when another experiment produced it; InvalidArgument names the cycle that it would close.
    [[nodiscard]] virtual Result<> link(VersionId version, qint64 revision, const LineageLink &link, const QString &reason = {}) = 0;

    /// Removes the edge from `from`, and gives what is needed to put it back. NotFound when there is none; data without a
    /// digest or version means the only data of that name. Conflict as above.
    [[nodiscard]] virtual Result<LineageLink> unlink(VersionId version, qint64 revision, const LineageId &from,
                                                     const QString &reason = {}) = 0;
};

/// The id of the data node that a version's data source belongs to: by its digest, or else by the version of the data
/// that the version was trained on.
[[nodiscard]] LineageId lineageIdOf(const DataSource &source, const QString &trainingDataVersion);
[[nodiscard]] LineageId lineageIdOf(const ExperimentLink &experiment);

} // namespace stagekeeper
