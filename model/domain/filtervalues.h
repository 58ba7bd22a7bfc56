// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/filterlexer.h"
#include "model/domain/filterparser.h"

namespace stagekeeper {

/// Reads the literals of a filter, each as the type of the field beside it asks. A part of the parser.
class FilterValues final
{
public:
    explicit FilterValues(const QDateTime &now) : m_now(now) { }

    [[nodiscard]] static bool isValue(const QList<FilterToken> &tokens, qsizetype at);
    [[nodiscard]] static FilterNode::Operator operatorOf(const QString &op);
    /// The sentence for an operator that does not fit the field.
    [[nodiscard]] static QString unfitting(const FilterField &field, const QString &op);

    /// The comparison with one literal; of errors, only message and suggestion are set.
    [[nodiscard]] tl::expected<FilterNode, FilterError> comparison(const FilterField &field, FilterNode::Operator op,
                                                                   const FilterToken &token) const;

private:
    [[nodiscard]] tl::expected<FilterNode, FilterError> moment(const FilterNode &wanted, const FilterToken &token) const;

    QDateTime m_now;
};

} // namespace stagekeeper
