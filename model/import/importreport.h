// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace stagekeeper {

/// What became of one row of a foreign source.
enum class ImportOutcome {
    Taken, ///< registered
    Changed, ///< registered, or added to a registered version, in another way than the source says; the reason tells
             ///< how
    Same, ///< it is here already
    Skipped, ///< nothing to do for this row, or it was left alone; the reason tells why
    Rejected, ///< it cannot be taken; the reason tells why
};

/// The stable name of an outcome, as printed by `--json`: "taken", ...
[[nodiscard]] QString outcomeName(ImportOutcome outcome);

struct ImportRow
{
    QString source; ///< file, entry of a list, or row of a database, relative to what was imported
    ImportOutcome outcome = ImportOutcome::Taken;
    QString reference; ///< MODEL:VERSION; empty when the row does not say
    QString reason; ///< translated sentence; may be empty when taken or the same
    friend bool operator==(const ImportRow &, const ImportRow &) = default;
};

/// What an import did, row by row, in the order of the source.
struct ImportReport
{
    QList<ImportRow> rows;

    [[nodiscard]] qsizetype count(ImportOutcome outcome) const;
};

/// How to import.
struct ImportOptions
{
    bool dryRun = false; ///< look at everything, write nothing; the report says what would happen
    /// A folder that file paths in the source are relative to. Empty: the folder of each document, then the ones above
    /// it.
    QString root;
    /// Called with rows done and rows in all; returns false to stop. What is done by then stays.
    std::function<bool(qint64 done, qint64 total)> progress;
};

} // namespace stagekeeper
