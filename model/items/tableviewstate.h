// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace stagekeeper {

/// How a table of versions is shown: what is remembered for each model, and can be saved under a name.
struct TableViewState {
    QString name; ///< of a saved view; empty for the one that is only remembered
    QStringList columns; ///< keys in order; empty: chosen from the data
    QHash<QString, int> widths; ///< by key; those that the user changed
    SortKey sort;
    QString filter; ///< as it was typed
    bool isHeatShown = true;

    friend bool operator==(const TableViewState &, const TableViewState &) = default;
};

[[nodiscard]] QByteArray toJson(const TableViewState &state);
[[nodiscard]] QByteArray toJson(const QList<TableViewState> &states);
/// Reads what toJson() wrote; anything else gives the default.
[[nodiscard]] TableViewState tableViewFromJson(const QByteArray &json);
[[nodiscard]] QList<TableViewState> tableViewsFromJson(const QByteArray &json);

} // namespace stagekeeper
