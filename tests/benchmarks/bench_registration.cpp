// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// Registering versions, in bulk and one by one, against prepared inserts of the very same rows (design.md §5).

#include "model/store/objects/objectstore.h"
#include "model/store/openstores.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/temporaryregistry.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

ModelVersion versionNumber(int number)
{
    ModelVersion version = sampleVersion(u"bench"_s, u"1.%1.0"_s.arg(number));
    for (int metric = 0; metric < 10; ++metric)
        version.metrics.insert(u"metric_%1"_s.arg(metric), std::sin(number * 10.0 + metric));
    return version;
}

/// The rows that registering made, copied into another registry by the fastest means SQLite has.
class RowCopy
{
public:
    RowCopy(const QString &from, const QString &to)
    {
        open(from, &m_from);
        open(to, &m_to);
        exec("PRAGMA synchronous=EXTRA; PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY");
        for (const char *table : {"names", "models", "versions", "metrics", "audit_log"})
            load(table);
    }
    ~RowCopy()
    {
        for (const Table &table : m_tables) {
            for (sqlite3_value *value : table.values)
                sqlite3_value_free(value);
            sqlite3_finalize(table.insert);
        }
        sqlite3_close(m_from);
        sqlite3_close(m_to);
    }
    RowCopy(const RowCopy &) = delete;
    RowCopy &operator=(const RowCopy &) = delete;

    void exec(const char *sql)
    {
        if (sqlite3_exec(m_to, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_to));
    }
    void insertAll()
    {
        for (Table &table : m_tables)
            insert(table, table.values.size() / size_t(table.columns));
    }
    /// The rows of one more version: one of versions, ten of metrics, one of the log.
    void insertNext()
    {
        insert(m_tables.at(2), 1);
        insert(m_tables.at(3), 10);
        insert(m_tables.at(4), 1);
    }
    void skip(size_t versions) // what insertNext() would have to begin after
    {
        insert(m_tables.at(0), 10);
        insert(m_tables.at(1), 1);
        insert(m_tables.at(2), versions);
        insert(m_tables.at(3), versions * 10);
        insert(m_tables.at(4), versions + 1); // the model's own entry
    }

private:
    struct Table {
        int columns = 0;
        std::vector<sqlite3_value *> values;
        sqlite3_stmt *insert = nullptr;
        size_t next = 0;
    };
    static void open(const QString &path, sqlite3 **database)
    {
        if (sqlite3_open(path.toUtf8().constData(), database) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(path));
    }
    void load(const char *name)
    {
        Table table;
        sqlite3_stmt *select = nullptr;
        const QByteArray from = QByteArray("SELECT * FROM ") + name
            + (qstrcmp(name, "audit_log") == 0 ? " WHERE seq > 0" : "") + " ORDER BY 1";
        sqlite3_prepare_v2(m_from, from.constData(), -1, &select, nullptr);
        table.columns = sqlite3_column_count(select);
        while (sqlite3_step(select) == SQLITE_ROW) {
            for (int column = 0; column < table.columns; ++column)
                table.values.push_back(sqlite3_value_dup(sqlite3_column_value(select, column)));
        }
        sqlite3_finalize(select);
        QByteArray marks = "?";
        for (int column = 1; column < table.columns; ++column)
            marks += ",?";
        const QByteArray into = QByteArray("INSERT INTO ") + name + " VALUES (" + marks + ')';
        if (sqlite3_prepare_v2(m_to, into.constData(), -1, &table.insert, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_to));
        m_tables.push_back(table);
    }
    void insert(Table &table, size_t rows)
    {
        for (size_t row = 0; row < rows; ++row) {
            for (int column = 0; column < table.columns; ++column)
                sqlite3_bind_value(table.insert, column + 1, table.values.at(table.next++));
            if (sqlite3_step(table.insert) != SQLITE_DONE)
                qFatal("%s", sqlite3_errmsg(m_to));
            sqlite3_reset(table.insert);
        }
    }

    sqlite3 *m_from = nullptr, *m_to = nullptr;
    std::vector<Table> m_tables;
};

struct Rates {
    std::vector<double> ours, baseline;

    void print(const QString &name, const Bar &bar) const { report(name, median(ours), median(baseline), "versions/s", bar); }
};

/// One import of as many versions, and one of the same rows by hand, in processor time.
void bulk(int versions, Rates &rates)
{
    TemporaryRegistry ours, baseline;
    QList<ModelVersion> prepared; // what an importer has read already
    for (int number = 0; number < versions; ++number)
        prepared.append(versionNumber(number));
    const double oursSeconds = cpuSeconds([&] {
        const Result<> done = ours.stores().transact([&]() -> Result<> {
            for (const ModelVersion &version : prepared)
                (void)valueOf(ours.stores().versions->add(version));
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    });
    ours.close();
    baseline.close();
    RowCopy copy(ours.path(), baseline.path());
    const double baselineSeconds = cpuSeconds([&] {
        copy.exec("BEGIN IMMEDIATE");
        copy.insertAll();
        copy.exec("COMMIT");
    });
    rates.ours.push_back(versions / oursSeconds);
    rates.baseline.push_back(versions / baselineSeconds);
}

/// Registrations and commits of the same rows by turns, each in its own registry.
void single(int versions, Rates &rates)
{
    TemporaryRegistry rows, ours, baseline;
    for (int number = 0; number < 2 * versions; ++number)
        (void)valueOf(rows.stores().versions->add(versionNumber(number)));
    for (int number = 0; number < versions; ++number)
        (void)valueOf(ours.stores().versions->add(versionNumber(number)));
    rows.close();
    baseline.close();
    RowCopy copy(rows.path(), baseline.path());
    copy.exec("BEGIN");
    copy.skip(size_t(versions));
    copy.exec("COMMIT");
    for (int number = versions; number < 2 * versions; ++number) {
        const ModelVersion version = versionNumber(number);
        rates.ours.push_back(1 / seconds([&] { (void)valueOf(ours.stores().versions->add(version)); }));
        rates.baseline.push_back(1 / seconds([&] {
            copy.exec("BEGIN IMMEDIATE");
            copy.insertNext();
            copy.exec("COMMIT");
        }));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Rates many, one;
    if (application.arguments().contains(u"--small"_s)) { // for a profiler
        bulk(20'000, many);
        return 0;
    }
    for (int round = 0; round < 3; ++round) {
        bulk(100'000, many);
        single(300, one);
    }
    many.print(u"bulk import of 100,000 versions x 10 metrics with events, rate in processor time"_s, atLeast(0.5));
    one.print(u"one durable registration, rate"_s, atLeast(0.7));
}
