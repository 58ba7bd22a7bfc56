// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

#include <QStringList>

namespace stagekeeper {

/// What kind of values a field of the filter language holds; it decides which operators and literals fit.
enum class FilterType {
    Text, ///< = != ~ in
    Version, ///< as Text, and < <= > >= by precedence
    Number, ///< = != < <= > >= in
    Moment, ///< = != < <= > >=
    Truth, ///< = !=
    Parameter, ///< a number or a text, as the literal says
};

[[nodiscard]] FilterType filterType(const FilterField &field);

/// The field as the language spells it: `stage`, `metrics.accuracy`, `tags."two words"`.
[[nodiscard]] QString filterFieldText(const FilterField &field);

/// Reads a field, exactly as filterFieldText() writes it; field names in any case. Empty when there is none of this name.
[[nodiscard]] std::optional<FilterField> filterFieldFromText(const QString &text);

/// Names of the fields that stand alone, and the prefixes "metrics.", "params." and "tags.".
[[nodiscard]] QStringList filterFieldNames();

/// Operators that fit the field, as written: "=", "in", "is missing", ...
[[nodiscard]] QStringList filterOperators(const FilterField &field);

/// The candidate that `word` was probably meant to be (by edit distance), empty when none is close.
[[nodiscard]] QString closestName(const QString &word, const QStringList &candidates);

} // namespace stagekeeper
