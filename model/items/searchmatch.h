// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace stagekeeper {

/// Where the letters of a pattern are found in a text, and how good the find is (more is better).
struct SearchMatch {
    int score = 0;
    QList<int> positions;
};

/// Finds `pattern` in `text`, in any case: as a whole best at the start of a word, else letter by letter in order.
/// An empty pattern is found everywhere.
[[nodiscard]] std::optional<SearchMatch> findMatch(const QString &pattern, const QString &text);

} // namespace stagekeeper
