// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"
#include "model/domain/lineageanswers.h"

#include <QJsonObject>

namespace stagekeeper {

struct Stores;

/// The part of the lineage around what was asked for, and where that is in it.
struct LineagePlace {
    LineageGraph graph;
    QList<int> nodes; ///< one, or all data of a name
};

/// Finds what `text` names: a typed id, MODEL:VERSION or MODEL@ALIAS; a version that is only named as a parent too.
/// NotFound, InvalidArgument.
[[nodiscard]] Result<LineagePlace> findInLineage(Stores &stores, const QString &text);

/// Something that was decided about a version: registered, moved to another stage, given or taken an alias.
struct LineageDecision {
    QString action; ///< of the event: "version.stage"
    QDateTime time; ///< when it happened, also when it was imported later; keeps its zone
    QString actor;
    QString from, to; ///< stages, or versions that had the alias
    QString alias;
    QString reason;
    bool isImported = false;
    friend bool operator==(const LineageDecision &, const LineageDecision &) = default;
};

/// Why a version is where it is: where it came from and what was decided, both from the beginning.
struct LineageStory {
    LineageGraph graph; ///< the version with what it came from and what came from it
    int node = 0; ///< the version
    QList<LineageReason> reasons;
    QList<LineageDecision> decisions;
};

[[nodiscard]] Result<LineageStory> lineageStory(Stores &stores, VersionId version);
[[nodiscard]] Result<QList<LineageDecision>> decisionsOn(Stores &stores, const QString &model, const QString &version);

/// The hyperparameters that an experiment tried: name to one value, or to an array of the different ones, in order of first
/// use; at most `limit` of its versions are read.
[[nodiscard]] Result<QJsonObject> triedHyperparameters(Stores &stores, const LineageGraph &graph, int experiment, int limit = 200);

} // namespace stagekeeper
