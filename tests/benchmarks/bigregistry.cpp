// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/benchmarks/bigregistry.h"

#include "model/domain/versionscheme.h"
#include "model/store/openstores.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr std::array metrics {"accuracy", "f1", "precision", "recall", "loss", "val_loss", "auc", "latency_ms", "throughput",
    "calibration", "bleu"};
constexpr qint64 firstCreated = 1'600'000'000'000'000; ///< microseconds
constexpr qint64 betweenVersions = 150'000'000;

/// splitmix64: the same numbers everywhere, from the position alone.
quint64 scrambled(quint64 position)
{
    quint64 z = position * 0x9e3779b97f4a7c15ULL + 0x632be59bd9b4e019ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

double fraction(quint64 position)
{
    return double(scrambled(position) >> 11) / double(1ULL << 53);
}

/// Stops the program: without the file there is nothing to measure.
void require(sqlite3 *db, bool done)
{
    if (!done)
        qFatal("Making the registry: %s", sqlite3_errmsg(db));
}

class Insert
{
public:
    Insert(sqlite3 *db, const char *sql) : m_db(db)
    {
        require(db, sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr) == SQLITE_OK);
    }
    ~Insert() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Insert)

    Insert &operator<<(qint64 value)
    {
        sqlite3_bind_int64(m_statement, ++m_at, value);
        return *this;
    }
    Insert &operator<<(double value)
    {
        sqlite3_bind_double(m_statement, ++m_at, value);
        return *this;
    }
    Insert &operator<<(const char *value)
    {
        sqlite3_bind_text(m_statement, ++m_at, value, -1, SQLITE_TRANSIENT);
        return *this;
    }
    Insert &operator<<(const QByteArray &blob)
    {
        sqlite3_bind_blob64(m_statement, ++m_at, blob.constData(), quint64(blob.size()), SQLITE_TRANSIENT);
        return *this;
    }
    void run()
    {
        require(m_db, sqlite3_step(m_statement) == SQLITE_DONE);
        sqlite3_reset(m_statement);
        m_at = 0;
    }

private:
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    int m_at = 0;
};

void exec(sqlite3 *db, const QByteArray &sql)
{
    require(db, sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

/// Indexes are dropped and made again at the end: ten times faster than keeping them up.
QByteArrayList indexes(sqlite3 *db, const char *column)
{
    QByteArrayList texts;
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = QByteArray("SELECT ") + column
        + " FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('versions', 'metrics', 'params', 'tags')";
    require(db, sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        texts.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return texts;
}

void fillVersions(sqlite3 *db, qint64 versions)
{
    static constexpr std::array frameworks {"pytorch", "jax", "tensorflow", "sklearn"};
    static constexpr std::array people {"ada", "grace", "alan", "barbara", "edsger"};
    static constexpr std::array<qint64, 4> sizes {11'000'000, 66'000'000, 110'000'000, 340'000'000};
    Insert insert(db, "INSERT INTO versions (id, model_id, version, precedence, stage_id, created_at, created_by, framework, task, "
                      "architecture, description, parameters, model_size_mb, git_commit, git_branch, extra) "
                      "VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'token-classification', 'transformer', '', ?, ?, ?, 'main', '{}')");
    for (qint64 id = 1; id <= versions; ++id) {
        const quint64 chance = scrambled(quint64(id) << 8);
        const qint64 created = firstCreated + id * betweenVersions;
        const QString version = u"%1.%2.%3"_s.arg(id / 10'000).arg(id / 100 % 100).arg(id % 100);
        const qint64 percent = qint64(chance % 100);
        const qint64 stage = id == versions ? 3 : percent < 55 ? 1 : percent < 75 ? 2 : 4;
        const qint64 size = sizes.at(chance >> 8 & 3);
        insert << id << version.toUtf8().constData()
               << precedenceKey(version, QDateTime::fromMSecsSinceEpoch(created / 1000, Qt::UTC)) << stage << created
               << people.at((chance >> 16) % people.size()) << frameworks.at(chance >> 24 & 3) << size << double(size) * 4e-6
               << QByteArray::number(chance, 16).constData();
        insert.run();
    }
}

void fillValues(sqlite3 *db, qint64 versions)
{
    Insert metric(db, "INSERT INTO metrics (version_id, metric_id, model_id, value) VALUES (?, ?, 1, ?)");
    Insert param(db, "INSERT INTO params (version_id, name_id, model_id, value, number) VALUES (?, ?, 1, ?, ?)");
    Insert tag(db, "INSERT INTO tags (version_id, name_id, model_id, position, value) VALUES (?, 13, 1, 0, ?)");
    for (qint64 id = 1; id <= versions; ++id) {
        for (qint64 name = 1; name <= 10; ++name) {
            metric << id << (name == 10 && id % 2 ? name + 1 : name) << fraction(quint64(id) << 8 | quint64(name));
            metric.run();
        }
        if (id % 10 == 0) {
            const double rate = fraction(quint64(id) << 8 | 12);
            param << id << qint64(12) << QByteArray::number(rate, 'g', 17).constData() << rate;
            param.run();
            tag << id << (id % 20 ? "nightly" : "candidate");
            tag.run();
        }
    }
}

void fill(sqlite3 *db, qint64 versions)
{
    exec(db, "PRAGMA synchronous=OFF; PRAGMA cache_size=-524288; PRAGMA journal_mode=MEMORY; PRAGMA temp_store=MEMORY; BEGIN");
    const QByteArrayList definitions = indexes(db, "sql");
    for (const QByteArray &name : indexes(db, "name"))
        exec(db, "DROP INDEX " + name);
    exec(db, "INSERT INTO models (id, name, description, versions, updated_at) VALUES (1, 'ner-large', 'Made for measuring', "
            + QByteArray::number(versions) + ", " + QByteArray::number(firstCreated + versions * betweenVersions) + ')');
    Insert name(db, "INSERT INTO names (id, name) VALUES (?, ?)");
    qint64 id = 0;
    for (const char *metric : metrics) {
        name << ++id << metric;
        name.run();
    }
    for (const char *other : {"learning_rate", "build"}) {
        name << ++id << other;
        name.run();
    }
    fillVersions(db, versions);
    fillValues(db, versions);
    exec(db, "INSERT INTO aliases (model_id, alias, version_id) VALUES (1, 'champion', " + QByteArray::number(versions)
            + "), (1, 'challenger', " + QByteArray::number(versions - 1) + ')');
    for (const QByteArray &definition : definitions)
        exec(db, definition);
    exec(db, "COMMIT; PRAGMA journal_mode=DELETE"); // leaves no journal beside the file
}

} // namespace

Result<QString> BigRegistry::make(const QString &folder, qint64 versions)
{
    const QString path = QDir(folder).filePath(u"big-%1.stagekeeper"_s.arg(versions));
    if (QFile::exists(path))
        return path;
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Unavailable, u"Cannot make %1."_s.arg(folder));
    if (const auto made = createRegistry(unfinished, u"Big"_s, Lifecycle(), {}); !made)
        return failAs(made);
    sqlite3 *db = nullptr;
    require(db, sqlite3_open(QFile::encodeName(unfinished).constData(), &db) == SQLITE_OK);
    fill(db, versions);
    sqlite3_close(db);
    if (!QFile::rename(unfinished, path))
        return fail(Error::Code::Unavailable, u"Cannot rename %1."_s.arg(unfinished));
    return path;
}

} // namespace stagekeeper
