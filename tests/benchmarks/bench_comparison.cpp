// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// Comparing 200 versions of 2,000 metrics each, against reading the very same rows with nothing but SQLite (design.md §5).
// Usage: bench_comparison [versions] [metrics]

#include "model/workflow/compareversions.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/temporaryregistry.h"

#include <QCoreApplication>
#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

/// Half of the metrics are the same everywhere, every tenth is missing in some version.
ModelVersion versionNumber(int number, int metrics)
{
    ModelVersion version = fullVersion(u"bench"_s, u"1.%1.0"_s.arg(number));
    version.metrics.clear();
    version.curves.clear();
    for (int metric = 0; metric < metrics; ++metric) {
        if (metric % 10 != 9 || (number + metric) % 7 != 0)
            version.metrics.insert(u"group_%1/metric_%2"_s.arg(metric % 20).arg(metric), metric % 2 == 0 ? metric : std::sin(number * 3.0 + metric));
    }
    return version;
}

QList<VersionId> fill(Stores &stores, int versions, int metrics)
{
    return valueOf(stores.transact([&]() -> Result<QList<VersionId>> {
        QList<VersionId> ids;
        for (int i = 0; i < versions; ++i) {
            const Result<VersionId> id = stores.versions->add(versionNumber(i, metrics));
            if (!id)
                return failAs(id);
            ids.append(*id);
        }
        return ids;
    }));
}

/// The rows of a comparison, stepped through and looked at, nothing kept.
class RawReads
{
public:
    explicit RawReads(const QString &path)
    {
        if (sqlite3_open_v2(QFile::encodeName(path).constData(), &m_db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_db));
        sqlite3_exec(m_db, "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr);
        for (const char *sql : {"SELECT * FROM versions WHERE id = ?", "SELECT metric_id, value FROM metrics WHERE version_id = ?",
                 "SELECT n.name, p.value FROM params p JOIN names n ON n.id = p.name_id WHERE p.version_id = ?",
                 "SELECT n.name, t.value FROM tags t JOIN names n ON n.id = t.name_id WHERE t.version_id = ?",
                 "SELECT alias FROM aliases WHERE version_id = ?", "SELECT * FROM data_sources WHERE version_id = ?",
                 "SELECT * FROM parents WHERE version_id = ?", "SELECT * FROM artifacts WHERE version_id = ?"})
            m_statements.push_back(prepared(sql));
        m_names = prepared("SELECT name, direction FROM names");
    }
    ~RawReads()
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_finalize(m_names);
        sqlite3_close(m_db);
    }
    RawReads(const RawReads &) = delete;
    RawReads &operator=(const RawReads &) = delete;

    void read(const QList<VersionId> &ids)
    {
        sqlite3_exec(m_db, "BEGIN", nullptr, nullptr, nullptr);
        for (const VersionId id : ids) {
            for (sqlite3_stmt *statement : m_statements) {
                sqlite3_bind_int64(statement, 1, id.value);
                step(statement);
            }
        }
        step(m_names);
        sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr);
    }

private:
    sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_db));
        return statement;
    }
    void step(sqlite3_stmt *statement)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int column = sqlite3_column_count(statement) - 1; column >= 0; --column) {
                switch (sqlite3_column_type(statement, column)) {
                case SQLITE_FLOAT:
                    m_sum += sqlite3_column_double(statement, column);
                    break;
                case SQLITE_INTEGER:
                    m_sum += double(sqlite3_column_int64(statement, column));
                    break;
                default:
                    m_sum += sqlite3_column_bytes(statement, column);
                }
            }
        }
        sqlite3_reset(statement);
    }

    sqlite3 *m_db = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
    sqlite3_stmt *m_names = nullptr;
    volatile double m_sum = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int versions = arguments.value(1, u"200"_s).toInt(), metrics = arguments.value(2, u"2000"_s).toInt();
    TemporaryRegistry registry;
    const QList<VersionId> ids = fill(registry.stores(), versions, metrics);
    RawReads raw(registry.path());
    Stores stores = registry.open();
    std::vector<double> ours, theirs;
    qsizetype differing = 0;
    for (int run = 0; run < 15; ++run) {
        ours.push_back(1e3 * cpuSeconds([&] {
            const Comparison comparison = valueOf(compareVersions(stores, registry.path(), ids));
            differing = std::ranges::count_if(comparison.rows, &ComparisonRow::differs);
        }));
        theirs.push_back(1e3 * cpuSeconds([&] { raw.read(ids); }));
    }
    report(u"compare %1 versions x %2 metrics, %3 rows differ"_s.arg(versions).arg(metrics).arg(differing), median(ours), median(theirs),
        "ms", atMost(2));
    return 0;
}
