// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterparser.h"
#include "model/domain/filterprinter.h"
#include "model/domain/sortkey.h"
#include "model/store/sql/schema.h"
#include "model/store/sql/versionfilter.h"
#include "tests/store/versionoracle.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class TestVersionFilter final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void sortsByEveryField();
    void answersAsTheOracle_data();
    void answersAsTheOracle();
    void countsWhatItFinds();
    void respectsTheLimit();
    void bearsDeepFilters();
    void bearsWideFilters();
    void walksIndexes_data();
    void walksIndexes();
    void startsFromRareConditions_data();
    void startsFromRareConditions();
    void gathersFromIndexesAlone();
    void knowsWhenNothingIsMissing();

private:
    [[nodiscard]] SqlInteger integer() const;
    [[nodiscard]] SqlIntegers integers() const;
    [[nodiscard]] QList<qint64> run(const SqlStatement &statement) const;
    [[nodiscard]] QList<qint64> answer(const VersionQuery &query, qint64 limit = -1) const;
    [[nodiscard]] QString explained(const VersionQuery &query, qint64 limit = -1) const;
    void pretendMany(bool many) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    VersionOracle m_oracle;
    bool m_pretendsEach = false; ///< many versions meet each condition, too
    mutable int m_gathered = 0; ///< answers that did
};

namespace {

VersionQuery query(const QString &filter, const QString &sort, qint64 model = 1)
{
    VersionQuery made;
    made.model.value = model;
    made.filter = parseFilter(filter).value();
    made.sort = parseSort(sort).value();
    return made;
}

QString described(const VersionQuery &query)
{
    return QString::number(query.model.value) + u" "_s + printSort(query.sort) + u" "_s + printFilter(query.filter);
}

} // namespace

SqlInteger TestVersionFilter::integer() const
{
    return [this](const QString &sql, const QVariantList &values) {
        const bool isCount = m_pretendsEach && sql.startsWith(u"SELECT count(*) FROM (SELECT 1"_s);
        return isCount ? Result<std::optional<qint64>>(values.last().toLongLong()) : m_database->integer(sql, values);
    };
}

SqlIntegers TestVersionFilter::integers() const
{
    return [this](const SqlStatement &statement, const std::function<bool(qint64)> &each) {
        return m_database->integers(statement.sql, statement.values, each);
    };
}

QList<qint64> TestVersionFilter::run(const SqlStatement &statement) const
{
    QList<qint64> ids;
    const auto rows = m_database->select(statement.sql, statement.values, [&](const Row &row) { ids.append(row.integer(0)); });
    if (!rows)
        qWarning().noquote() << statement.sql << rows.error().detail;
    return rows ? ids : QList<qint64> {-1};
}

QList<qint64> TestVersionFilter::answer(const VersionQuery &query, qint64 limit) const
{
    const Result<VersionPlan> plan = planVersions(query, limit, integer());
    if (!plan) {
        qWarning().noquote() << plan.error().detail;
        return {-1};
    }
    m_gathered += plan->sets.isEmpty() ? 0 : 1;
    const Result<QList<qint64>> ids = runVersionPlan(*plan, limit, integers());
    if (!ids)
        qWarning().noquote() << ids.error().detail;
    return ids.value_or(QList<qint64> {-1});
}

/// What SQLite says it would do, one line a step, parts after parts.
QString TestVersionFilter::explained(const VersionQuery &query, qint64 limit) const
{
    const Result<VersionPlan> plan = planVersions(query, limit, integer());
    QStringList lines;
    for (const SqlStatement &part : plan ? plan->sets + plan->parts : QList<SqlStatement>()) {
        const auto steps = m_database->select(u"EXPLAIN QUERY PLAN "_s + part.sql, part.values,
            [&](const Row &row) { lines.append(row.text(3)); });
        if (!steps)
            lines.append(steps.error().detail);
    }
    return lines.join(u'\n');
}

/// Makes a few versions look like a million, so that the planner thinks twice.
void TestVersionFilter::pretendMany(bool many) const
{
    QVERIFY(m_database->run(many ? u"UPDATE models SET versions = 1000000"_s
                                 : u"UPDATE models SET versions = (SELECT count(*) FROM versions WHERE model_id = models.id)"_s));
}

void TestVersionFilter::initTestCase()
{
    QFile file(m_folder.filePath(u"r.stagekeeper"_s)); // opening a database never creates one
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    auto database = Database::open(file.fileName(), Database::Mode::ReadWrite);
    QVERIFY(database);
    m_database = std::move(*database);
    QRandomGenerator random(1);
    const auto filled = m_database->write([&]() -> Result<> {
        const auto applied = applySchema(*m_database, 1);
        if (applied)
            m_oracle = VersionOracle::fill(*m_database, random, 120);
        return applied;
    });
    QVERIFY(filled);
}

void TestVersionFilter::init()
{
    pretendMany(false);
    m_pretendsEach = false;
}

void TestVersionFilter::sortsByEveryField()
{
    for (const FilterField &field : sortableFields()) {
        for (const qint64 model : {0, 1, 2}) {
            for (const bool descending : {false, true}) {
                VersionQuery asked;
                asked.model.value = model;
                asked.sort = {field, descending};
                if (answer(asked) != m_oracle.answer(asked))
                    qWarning().noquote() << described(asked) << '\n' << answer(asked) << '\n' << m_oracle.answer(asked);
                QVERIFY(answer(asked) == m_oracle.answer(asked));
            }
        }
    }
}

void TestVersionFilter::answersAsTheOracle_data()
{
    QTest::addColumn<bool>("many");
    QTest::addColumn<bool>("each");
    QTest::newRow("walking") << false << false;
    QTest::newRow("starting from conditions") << true << false;
    QTest::newRow("gathering") << true << true;
}

void TestVersionFilter::answersAsTheOracle()
{
    QFETCH(bool, many);
    QFETCH(bool, each);
    pretendMany(many);
    m_pretendsEach = each;
    m_gathered = 0;
    QRandomGenerator random(many ? 5 : 6);
    const QList<FilterField> fields = sortableFields();
    int found = 0;
    for (int run = 0; run < 1500; ++run) {
        VersionQuery asked;
        asked.model.value = random.bounded(4);
        asked.filter = randomFilter(random, int(random.bounded(each ? 2 : 4)));
        asked.sort = {fields.at(random.bounded(int(fields.size()))), random.bounded(2) == 1};
        if (each && run % 2) // what is sorted by is never missing then
            asked.sort.field = {random.bounded(2) ? FilterField::Kind::CreatedAt : FilterField::Kind::Version, {}};
        const QList<qint64> expected = m_oracle.answer(asked);
        const QList<qint64> actual = answer(asked);
        if (actual != expected) {
            qWarning().noquote() << described(asked) << '\n' << actual << '\n' << expected;
            const Result<VersionPlan> plan = planVersions(asked, -1, integer());
            for (const SqlStatement &part : plan->parts)
                qWarning().noquote() << part.sql << part.values;
        }
        QVERIFY(actual == expected);
        found += expected.isEmpty() ? 0 : 1;
        const qint64 limit = random.bounded(10);
        QVERIFY(answer(asked, limit) == expected.mid(0, limit));
    }
    QVERIFY(found > 500);
    QVERIFY2(!each || m_gathered > 100, qPrintable(QString::number(m_gathered)));
}

void TestVersionFilter::countsWhatItFinds()
{
    QRandomGenerator random(8);
    for (int run = 0; run < 300; ++run) {
        VersionQuery asked;
        asked.model.value = random.bounded(4);
        asked.filter = randomFilter(random, 2);
        const Result<SqlStatement> count = planVersionCount(asked, integer());
        QVERIFY(count);
        QCOMPARE(this->run(*count), QList<qint64> {m_oracle.answer(asked).size()});
    }
}

void TestVersionFilter::respectsTheLimit()
{
    VersionQuery asked = query({}, u"metrics.acc"_s);
    QCOMPARE(answer(asked, 7), m_oracle.answer(asked).mid(0, 7));
    QCOMPARE(answer(asked, 0), QList<qint64>());
}

void TestVersionFilter::bearsDeepFilters()
{
    QString text = u"metrics.acc > 0"_s;
    for (int level = 0; level < 66; ++level)
        text = (level % 2 ? u"stage = Staging and ("_s : u"not (framework ~ x or "_s) + text + u")"_s;
    const VersionQuery asked = query(text, u"version"_s);
    QCOMPARE(answer(asked), m_oracle.answer(asked));
    text = u"tags.acc"_s;
    for (int level = 0; level < 98; ++level)
        text = (level % 2 ? u"stage != Staging and ("_s : u"(task ~ t or "_s) + text + u")"_s;
    const VersionQuery other = query(text, u"metrics.acc"_s);
    QCOMPARE(answer(other), m_oracle.answer(other));
}

void TestVersionFilter::bearsWideFilters()
{
    for (const QString &connective : {u" or "_s, u" and "_s}) {
        const VersionQuery asked = query(QString(u"not metrics.acc > 0"_s + connective).repeated(199) + u"metrics.größe < 1"_s,
            u"metrics.acc:desc"_s);
        QCOMPARE(answer(asked), m_oracle.answer(asked));
    }
    const VersionQuery list = query(u"metrics.acc in ("_s + u"7, "_s.repeated(499) + u"1)"_s, u"created_at"_s);
    QCOMPARE(answer(list), m_oracle.answer(list));
}

void TestVersionFilter::walksIndexes_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<QString>("index");
    const auto add = [](const char *sort, const char *index) {
        QTest::newRow(sort) << QString::fromLatin1(sort) << QString::fromLatin1(index);
    };
    add("version", "versions_precedence");
    add("created_at", "versions_created");
    add("stage", "versions_stage_created");
    add("created_by", "versions_created_by");
    add("framework", "versions_framework");
    add("task", "versions_task");
    add("architecture", "versions_architecture");
    add("parameters", "versions_parameters");
    add("model_size_mb", "versions_model_size_mb");
    add("git_branch", "versions_git_branch");
    add("metrics.acc", "metrics_value");
    add("params.acc", "params_number");
    add("tags.acc", "tags_value");
}

/// Every sort that a table offers, with every kind of filter, in both directions: never a sort, never a scan of a table.
void TestVersionFilter::walksIndexes()
{
    QFETCH(QString, sort);
    QFETCH(QString, index);
    const QStringList filters {QString(), u"stage = Staging"_s, u"metrics.größe > 0.5"_s,
        u"stage = Production and metrics.größe > 0.5 and metrics.acc < 1"_s, u"tags.größe and params.acc = adam"_s,
        u"alias = champion or created_at > -7d"_s, u"framework ~ torch and not data_source = data0"_s, u"version > 1.0.0"_s,
        u"created_by in (a, b) and parameters > 3"_s, u"parent = ner:1.0.0 and experiment is missing"_s};
    for (const QString &filter : filters) {
        for (const QString &direction : {u":asc"_s, u":desc"_s}) {
            const QString steps = explained(query(filter, sort + direction));
            const bool isInStage = filter.startsWith(u"stage ="_s);
            if (filter.isEmpty())
                QVERIFY2(steps.contains(u"USING COVERING INDEX "_s + index), qPrintable(steps));
            else if (isInStage && (sort == u"created_at"_s || sort == u"version"_s))
                QVERIFY2(steps.contains(u"INDEX versions_stage_"_s + (sort == u"version"_s ? u"precedence"_s : u"created"_s)), qPrintable(steps));
            else
                QVERIFY2(steps.contains(u"INDEX "_s + index), qPrintable(steps));
            QVERIFY2(!steps.contains(u"TEMP B-TREE"_s), qPrintable(filter + u'\n' + steps));
            QVERIFY2(!steps.contains(u"SCAN"_s), qPrintable(filter + u'\n' + steps));
        }
    }
}

void TestVersionFilter::startsFromRareConditions_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("driver");
    const auto add = [](const char *filter, const char *driver) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromLatin1(driver);
    };
    add("metrics.acc > 1 and description ~ x", "SEARCH d USING COVERING INDEX metrics_value (model_id=? AND metric_id=? AND value>?)");
    add("metrics.acc > 1 and metrics.acc <= 2", "SEARCH d USING COVERING INDEX metrics_value (model_id=? AND metric_id=? AND value>? AND value<?)");
    add("metrics.acc = nan", "SEARCH v USING COVERING INDEX versions_created");
    add("params.acc < 0", "SEARCH d USING COVERING INDEX params_number (model_id=? AND name_id=? AND number<?)");
    add("params.acc = adam", "SEARCH d USING COVERING INDEX params_value (model_id=? AND name_id=? AND value=?)");
    add("tags.acc = x", "SEARCH d USING COVERING INDEX tags_value (model_id=? AND name_id=? AND value=?)");
    add("tags.acc", "SEARCH d USING COVERING INDEX tags_value (model_id=? AND name_id=?)");
    add("alias = champion", "SEARCH a USING PRIMARY KEY (model_id=? AND alias=?)");
    add("version = 1.0.0", "SEARCH v USING INDEX sqlite_autoindex_versions_1 (model_id=? AND version=?)");
    add("created_at > -1m", "SEARCH v USING COVERING INDEX versions_created (model_id=? AND created_at>?)");
    add("framework = nothing and stage != x", "SEARCH v USING INDEX versions_framework (model_id=? AND framework=?)");
    add("parameters > 17", "SEARCH v USING INDEX versions_parameters (model_id=? AND parameters>?)");
    add("stage = Nowhere", "SEARCH v USING COVERING INDEX versions_stage_created (model_id=? AND stage_id=?)");
}

void TestVersionFilter::startsFromRareConditions()
{
    QFETCH(QString, filter);
    QFETCH(QString, driver);
    pretendMany(true);
    const QString steps = explained(query(filter, u"created_at:desc"_s));
    QVERIFY2(steps.contains(driver), qPrintable(steps));
    QVERIFY2(!steps.contains(u"SCAN v"_s) && !steps.contains(u"SCAN j"_s), qPrintable(steps));
}

void TestVersionFilter::gathersFromIndexesAlone()
{
    pretendMany(true);
    m_pretendsEach = true;
    const QString steps = explained(query(u"stage = Staging and metrics.acc > 0 and tags.acc = x"_s, u"metrics.größe"_s));
    QVERIFY2(steps.contains(u"SEARCH v USING COVERING INDEX versions_stage_created (model_id=? AND stage_id=?)"_s), qPrintable(steps));
    QVERIFY2(steps.contains(u"SEARCH d USING COVERING INDEX metrics_value (model_id=? AND metric_id=? AND value>?)"_s), qPrintable(steps));
    QVERIFY2(steps.contains(u"SEARCH d USING COVERING INDEX tags_value (model_id=? AND name_id=? AND value=?)"_s), qPrintable(steps));
    QVERIFY2(steps.contains(u"SEARCH s USING COVERING INDEX metrics_value (model_id=? AND metric_id=? AND value>?)"_s), qPrintable(steps));
    QVERIFY2(!steps.contains(u"TEMP B-TREE"_s) && !steps.contains(u"SEARCH j"_s) && !steps.contains(u"SCAN"_s), qPrintable(steps));
}

void TestVersionFilter::knowsWhenNothingIsMissing()
{
    const VersionQuery asked = query({}, u"metrics.acc"_s);
    const Result<VersionPlan> plan = planVersions(asked, -1, integer());
    QVERIFY(plan);
    QCOMPARE(plan->total, m_oracle.answer(asked).size());
    QCOMPARE(planVersions(query(u"tags.acc"_s, u"metrics.acc"_s), -1, integer())->total, -1);
}

QTEST_GUILESS_MAIN(TestVersionFilter)
#include "tst_versionfilter.moc"
