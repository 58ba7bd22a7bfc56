// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <Qt>

namespace stagekeeper {

/// What item models tell delegates beside Qt's own roles. Values are raw: delegates choose words, colours and formats.
///
/// Qt::DisplayRole is the raw value too: a string, a QDateTime, a double. An invalid QVariant means "not measured"; NaN
/// means that NaN was logged.
enum ItemRole {
    LoadingRole = Qt::UserRole + 1, ///< bool: the row is not here yet; draw a placeholder
    SortKeyRole, ///< QString: what the column is called in a query, on header data
    IdRole, ///< qint64: the store's id of the row
    StateRole, ///< int: idle, loading, ready, failed, of a tree node
    ErrorRole, ///< QString: why a node failed
    StageKindRole, ///< int(StageKind): how the stage is drawn; its word is Qt::DisplayRole
    AliasesRole, ///< QStringList: aliases that point to the row's version
    HeatRole, ///< int 0..4: how good the number is among its column; 0 = not marked
    DecimalsRole, ///< int: decimals of the whole column
    LowerIsBetterRole, ///< bool, on header data: the header says "min"
    ExactRole, ///< QVariant: the value in full for tooltip and clipboard, when it differs from Qt::DisplayRole
    CountRole, ///< int: how many things are below; 0 is left empty
    LiveRole, ///< bool: something below is live
    NoteRole, ///< QString: a short hint at the right, such as "read-only"
    MutedRole, ///< bool: drawn in the hint colour, for values that are equal or of no effect
    IconNameRole, ///< QString: name of one of our icons
    DeltaRole, ///< double: difference to the baseline; invalid on the baseline itself and where either is missing
    RelativeDeltaRole, ///< double: the same in percent of the baseline's magnitude; invalid where that is 0
    ToneRole, ///< int: 1 the difference is for the better, -1 for the worse, 0 nobody knows
    RankRole, ///< int: place among the compared versions, 1 is the best; 0 for none
    BestRole, ///< bool: the best of its row
    BaselineRole, ///< bool: belongs to the version that the others are compared with
    HeadingRole, ///< bool: the row is the title of those below it
    DetailRole, ///< QString: a second line, on header data
    CurrentEdgeRole, ///< bool: the row gets the accent edge though it is not the view's current one
};

} // namespace stagekeeper
