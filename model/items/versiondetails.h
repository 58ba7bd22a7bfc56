// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/stores.h"

#include <optional>

namespace stagekeeper {

/// One version with what it is to be judged by: everything the inspector shows, read in one job.
struct VersionDetails {
    VersionId id;
    ModelVersion version;
    /// What its metrics are compared with: the champion, else what is live; absent when there is none or it is itself.
    std::optional<ModelVersion> reference;
    QString referenceAlias; ///< alias that made it the reference; empty when it is one that is live
    std::optional<ModelVersion> parent; ///< the first parent, when it is in this registry
    QList<Reference> children; ///< versions of this model that name it as a parent, the first of them
    QList<AuditEvent> events; ///< newest first
};

/// What several versions have in common and how far they differ.
struct SelectionSummary {
    struct Range {
        qint64 count = 0; ///< versions that have the metric
        double minimum = 0, maximum = 0; ///< of finite values
    };

    qint64 count = 0;
    qint64 looked = 0; ///< at how many of them; less than `count` when there are very many
    QList<std::pair<QString, int>> stages; ///< stage and how many hold it, in the order they came
    QMap<QString, Range> metrics;
    QStringList commonTags;
    QDateTime oldest, newest;
};

inline constexpr qsizetype maxSummarized = 1000;

[[nodiscard]] Result<VersionDetails> readDetails(Stores &stores, VersionId id);
[[nodiscard]] Result<SelectionSummary> readSelection(Stores &stores, const QList<VersionId> &ids);

} // namespace stagekeeper
