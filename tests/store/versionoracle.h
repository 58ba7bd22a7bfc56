// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "model/domain/versionquery.h"
#include "model/store/sql/database.h"

#include <QRandomGenerator>

namespace stagekeeper {

/// A version as the tests know it, beside what the database holds of it.
struct OracleVersion {
    qint64 id = 0;
    qint64 createdAt = 0; ///< microseconds
    ModelVersion version;
};

/// Answers queries by looking at every version, as plainly as possible; what SQL answers is compared with it.
class VersionOracle final
{
public:
    /// Three models with small random versions, in memory and in the tables of `database`.
    [[nodiscard]] static VersionOracle fill(Database &database, QRandomGenerator &random, int versions);

    [[nodiscard]] QList<qint64> answer(const VersionQuery &query) const;

private:
    QList<OracleVersion> m_versions;
};

/// A filter over the names and values that occur in the oracle's versions.
[[nodiscard]] FilterNode randomFilter(QRandomGenerator &random, int depth);

/// One of every field that can be sorted by.
[[nodiscard]] QList<FilterField> sortableFields();

} // namespace stagekeeper
