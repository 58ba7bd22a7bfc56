// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QVariantList>

namespace stagekeeper {

/// Part of a WHERE clause: "1" and "0" when it is always or never true.
struct SqlCondition {
    QString text = QStringLiteral("1");
    QVariantList values;
    bool readsRow = false; ///< refers to columns of `versions v`

    [[nodiscard]] static SqlCondition never() { return {QStringLiteral("0"), {}, false}; }
    [[nodiscard]] bool isAlways() const { return text == QStringLiteral("1"); }
    [[nodiscard]] bool isNever() const { return text == QStringLiteral("0"); }
    /// Appends with AND, without parentheses around either side.
    void require(const SqlCondition &other);
};

/// Joins with OR, without parentheses.
[[nodiscard]] SqlCondition eitherCondition(const SqlCondition &a, const SqlCondition &b);
[[nodiscard]] SqlCondition inParentheses(SqlCondition condition);
/// True where the condition is false or unknown.
[[nodiscard]] SqlCondition notCondition(const SqlCondition &condition);
/// `expression` contains the text, as `~` means it; in parentheses when it needs them.
[[nodiscard]] SqlCondition containsCondition(const QString &expression, const QString &text);
/// `expression IN (...)`, or "0" without values.
[[nodiscard]] SqlCondition inCondition(const QString &expression, const QVariantList &values);

} // namespace stagekeeper
