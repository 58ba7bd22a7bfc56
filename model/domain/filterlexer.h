// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace stagekeeper {

/// One word of a filter text. Tokens never overlap; between them is white space only.
struct FilterToken {
    enum class Kind {
        Field, ///< where a field must stand: `stage`, `metrics.accuracy`, `tags."two words"`, right or wrong
        Word, ///< a bare word as a value: `Production`, `nan`
        Number, ///< `1e-3`
        Moment, ///< `2026-01-01`, `2026-01-01T12:00:00Z`, `-7d`
        Text, ///< a value in quotes
        Operator, ///< `= != < <= > >= ~`
        Keyword, ///< `and or not in is missing`
        OpenParenthesis,
        CloseParenthesis,
        Comma,
        Invalid, ///< what the language has no use for
    };

    Kind kind = Kind::Invalid;
    qsizetype position = 0; ///< in UTF-16 units from the start of the text
    qsizetype length = 0;
    /// Canonical spelling of operators and keywords; what is inside the quotes of a text; else as written.
    QString text;
    bool isClosed = true; ///< of a quoted text or name: the closing quote is there

    [[nodiscard]] qsizetype end() const { return position + length; }
    friend bool operator==(const FilterToken &, const FilterToken &) = default;
};

/// Splits any text, complete or not, for the parser and for the syntax highlighter. Never fails.
[[nodiscard]] QList<FilterToken> filterTokens(const QString &text);

/// The text in double quotes, as the language reads it back.
[[nodiscard]] QString quotedFilterText(const QString &text);

} // namespace stagekeeper
