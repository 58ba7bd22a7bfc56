// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/comparison.h"

#include <QStringList>

namespace stagekeeper {

/// Rounds the numbers of one row to what tells its values apart, for texts that people read.
class RowText final
{
public:
    RowText(const ComparisonRow &row, qsizetype baseline);

    [[nodiscard]] QString name() const; ///< "log_loss (min)" where lower is better
    [[nodiscard]] QString value(qsizetype version) const; ///< empty when it is missing
    /// "+0.0036", "=" for the same, and for files "added", "removed" or "changed"; empty where there is nothing to say.
    [[nodiscard]] QString difference(qsizetype version) const;
    /// "+0.4 %", "=" for the same; empty where it cannot be said.
    [[nodiscard]] QString percent(qsizetype version) const;

    [[nodiscard]] bool isBest(qsizetype version) const; ///< as stagekeeper::isBest(), worked out once for the row

private:
    [[nodiscard]] QString rounded(double number) const;
    [[nodiscard]] QString signedNumber(double number) const;

    const ComparisonRow &m_row;
    qsizetype m_baseline;
    int m_decimals;
    QList<std::optional<int>> m_ranks; ///< empty when none is better than another
};

/// The exact value in one line: what a script or a spreadsheet reads. Empty when it is missing.
[[nodiscard]] QString exactText(const QJsonValue &value);

/// What people call a section.
[[nodiscard]] QString sectionHeading(ComparisonSection section);

/// The versions as short as they stay different: "1.2.0" within one model, "m:1.2.0" else, "m:1.2.0 (team)" when there are
/// several registries.
[[nodiscard]] QStringList shortNames(const QList<ComparedVersion> &versions);

} // namespace stagekeeper
