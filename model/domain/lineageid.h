// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lineage.h"

namespace stagekeeper {

/// The id of a node taken apart.
struct LineageId {
    LineageKind kind = LineageKind::Version;
    QString name; ///< of the model or of the data; the experiment's id
    QString version; ///< of the model; digest or version of the data

    /// `model:NAME:VERSION`, `data:NAME@DIGEST-or-VERSION`, `data:NAME` when nothing more is known, `experiment:ID`. In the
    /// parts `%`, `:`, `@` and control characters are written as "%3A"; only the colon of a digest stays.
    [[nodiscard]] QString toString() const;
    /// Reads what toString() writes, and the same with separators that are not escaped where that leaves no doubt. Nothing
    /// when the text is no typed id.
    [[nodiscard]] static std::optional<LineageId> parse(const QString &text);

    friend bool operator==(const LineageId &, const LineageId &) = default;
};

/// What people read on the node: "digits 2.4.1", "digits@2026-08", a digest cut to eight characters.
[[nodiscard]] QString lineageLabel(const LineageId &id);

/// The words of scripts: "model", "data", "experiment"; "derived_from", "trained_on", "produced".
[[nodiscard]] QString lineageWord(LineageKind kind);
[[nodiscard]] QString lineageWord(LineageRelation relation);
/// The relation an edge from such a node has.
[[nodiscard]] LineageRelation lineageRelationFrom(LineageKind kind);

} // namespace stagekeeper
