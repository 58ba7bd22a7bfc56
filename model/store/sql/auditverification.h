// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/auditevent.h"
#include "model/store/sql/sqlcontext.h"

#include <QHash>

namespace stagekeeper {

/// One walk over the whole log: every entry is decoded, its hash and its link are recomputed, its columns compared with
/// what the leaf says; then every live record is compared with the last digest that the log has of it.
class AuditVerification final
{
public:
    using Progress = std::function<bool(qint64 done, qint64 total)>;

    AuditVerification(SqlContext &context, Progress progress);
    [[nodiscard]] Result<CheckReport> run();

private:
    struct Entry {
        qint64 position;
        QByteArray previous, leaf, hash;
        QString action, model, version;
    };
    [[nodiscard]] Result<> checkStructure();
    [[nodiscard]] Result<bool> walk(qint64 total); ///< false when it was stopped
    void checkEntry(const Entry &entry);
    [[nodiscard]] Result<bool> checkVersions(qint64 total);
    [[nodiscard]] Result<> checkAliases();
    [[nodiscard]] Result<> checkModels();
    [[nodiscard]] Result<> checkRegistry();
    void compare(const QString &table, const QString &key, const QByteArray &live);
    void report(const QString &kind, const QString &where, const QString &detail);

    SqlContext &m_context;
    Progress m_progress;
    CheckReport m_report;
    qint64 m_expected = 0;
    QByteArray m_previousHash;
    QHash<QString, QByteArray> m_last; ///< "table key" to the digest after its last change
    QHash<QString, qint64> m_lastRevision; ///< the same to the revision that change made
};

} // namespace stagekeeper
