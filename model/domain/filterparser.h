// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/domain/versionquery.h"

#include <QDateTime>
#include <QString>

#include <tl/expected.hpp>

namespace stagekeeper {

/// Why a filter text cannot be read, and under which characters to say so.
struct FilterError {
    qsizetype position = 0; ///< in UTF-16 units; the length of the text when something is missing at its end
    qsizetype length = 0; ///< 0 when something is missing at `position`
    QString message; ///< translated, one sentence
    QString suggestion; ///< what to write instead of the marked characters; empty when nothing is close

    /// For callers that know only Error, such as the command line: InvalidArgument, with the place in the sentence.
    [[nodiscard]] Error toError() const;
    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// Reads a filter such as `stage = Production and metrics.accuracy > 0.9 and tags.task = "ner"`.
///
/// A comparison holds only for versions that have the field, `!=` and `not in` included; `not (...)` is plain negation.
/// A comparison with NaN on either side is false, but `= nan` finds NaN. Of several aliases, data sources or parents one
/// must match; for `!=` and `not in`, none. A tag without value counts as the empty text. A date is the whole day in UTC:
/// `> 2026-01-01` starts with the day after, `<= 2026-01-01` includes that day. A time without zone is UTC. `-7d` is that
/// long before `now`; units are m (minutes), h, d, w and y. An empty text is the empty filter. Limits: 10,000 characters,
/// 100 levels, 200 conditions, 500 values in a list, 1,000 characters after `~`.
[[nodiscard]] tl::expected<Filter, FilterError> parseFilter(const QString &text,
                                                            const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace stagekeeper
