// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"

#include <QStringList>

namespace stagekeeper {

/// What can be written at a place of a filter text, complete or not.
struct FilterCompletion {
    enum class Kind { Field, MetricName, ParameterName, TagName, Operator, Value, Keyword };

    Kind kind = Kind::Field;
    qsizetype start = 0; ///< the characters that a completion replaces
    qsizetype length = 0;
    QString prefix; ///< what is written of it before the cursor, without quotes and without "metrics."
    FilterField field; ///< of Value and Operator
    QStringList words; ///< what the language itself has to offer here: fields, operators, keywords, true and false

    friend bool operator==(const FilterCompletion &, const FilterCompletion &) = default;
};

/// `cursor` from 0 to the length of the text.
[[nodiscard]] FilterCompletion completionAt(const QString &text, qsizetype cursor);

} // namespace stagekeeper
