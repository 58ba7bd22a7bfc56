// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace stagekeeper {

/// One column of a table of `Row`s. Adding a column to a table is adding one of these to its list.
template <typename Row>
struct Column {
    QString key; ///< stable name, as the filter language spells it: "stage", "metrics.accuracy"
    QString title;
    Qt::Alignment alignment = Qt::AlignLeading;
    std::function<QVariant(const Row &)> value; ///< raw; invalid: not measured
    std::optional<FilterField> sortField {}; ///< what a query sorts by; absent: it cannot be sorted
    std::function<QVariant(const Row &, int role)> extra {}; ///< further roles of a cell
    std::function<QVariant(int role)> headerExtra {}; ///< further roles of the header
};

} // namespace stagekeeper
