// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// How long the store takes to find versions among a million, against the best SQL that we could write by hand. Prints a JSON
// line for each question. Usage: bench_versionquery [folder for the registry] [versions] [part of the questions' names]

#include "model/domain/filterparser.h"
#include "model/domain/sortkey.h"
#include "model/store/openstores.h"
#include "tests/benchmarks/bigregistry.h"
#include "tests/benchmarks/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

using Answer = QList<qint64>;

struct Question {
    QString name;
    QString filter;
    QString sort;
    qint64 limit = -1;
    /// Ways to write it by hand; each a sequence of statements.
    QList<QStringList> byHand;
    std::optional<Bar> bar {};
};

/// Of processor time, in which a read from the cache is all there is.
double milliseconds(const std::function<void()> &work)
{
    return cpuSeconds(work) * 1e3;
}

Answer askStore(Stores &stores, const Question &question)
{
    VersionQuery query;
    query.model.value = 1;
    query.filter = parseFilter(question.filter).value();
    query.sort = parseSort(question.sort).value();
    const Result<QList<VersionId>> ids = stores.versions->ids(query, question.limit);
    if (!ids)
        qFatal("%s: %s", qPrintable(question.name), qPrintable(ids.error().detail));
    Answer answer;
    answer.reserve(ids->size());
    for (const VersionId id : *ids)
        answer.append(id.value);
    return answer;
}

Answer askByHand(sqlite3 *db, const QStringList &statements, qint64 limit)
{
    Answer answer;
    for (const QString &sql : statements) {
        sqlite3_stmt *statement = nullptr;
        const QByteArray text = (limit < 0 ? sql : QString(sql + u" LIMIT "_s + QString::number(limit - answer.size()))).toUtf8();
        if (sqlite3_prepare_v2(db, text.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", text.constData(), sqlite3_errmsg(db));
        while (sqlite3_step(statement) == SQLITE_ROW)
            answer.append(sqlite3_column_int64(statement, 0));
        sqlite3_finalize(statement);
        if (limit >= 0 && answer.size() >= limit)
            break;
    }
    return answer;
}

void measure(Stores &stores, sqlite3 *db, const Question &question)
{
    const Answer expected = askStore(stores, question);
    QStringList best;
    double bestTime = std::numeric_limits<double>::infinity();
    for (const QStringList &form : question.byHand) {
        if (askByHand(db, form, question.limit) != expected)
            qFatal("%s: different answer from %s", qPrintable(question.name), qPrintable(form.join(u"; "_s)));
        const double time = std::min(milliseconds([&] { (void)askByHand(db, form, question.limit); }),
            milliseconds([&] { (void)askByHand(db, form, question.limit); }));
        if (qEnvironmentVariableIsSet("BENCH_FORMS"))
            std::fprintf(stderr, "%10.3f ms  %s\n", time, qPrintable(form.join(u"; "_s)));
        if (time < bestTime) {
            bestTime = time;
            best = form;
        }
    }
    std::vector<double> ours, theirs;
    for (int run = bestTime > 200 ? 5 : bestTime > 5 ? 11 : 51; run > 0; --run) {
        ours.push_back(milliseconds([&] { (void)askStore(stores, question); }));
        theirs.push_back(milliseconds([&] { (void)askByHand(db, best, question.limit); }));
    }
    report(question.name + u", %1 rows"_s.arg(expected.size()), median(ours), median(theirs), "ms", question.bar);
}

QList<Question> sorts()
{
    const QString value = u"SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = %1 AND value IS NOT NULL ORDER BY value %2, version_id %2"_s;
    const QString nan = u"SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = %1 AND value IS NULL ORDER BY version_id %2"_s;
    const QString missing = u"SELECT id FROM versions v INDEXED BY versions_model WHERE model_id = 1 AND NOT EXISTS (SELECT 1 FROM metrics WHERE version_id = v.id AND metric_id = %1) ORDER BY id %2"_s;
    const QString joined = u"SELECT v.id FROM versions v LEFT JOIN metrics m ON m.version_id = v.id AND m.metric_id = %1 WHERE v.model_id = 1 ORDER BY m.metric_id IS NULL, m.value IS NULL, m.value %2, v.id %2"_s;
    return {
        {u"first 256 by metric"_s, {}, u"metrics.accuracy:desc"_s, 256, {{value.arg(1).arg(u"DESC"_s)}}, atMost(1.5)},
        {u"all by metric"_s, {}, u"metrics.accuracy:desc"_s, -1, {{value.arg(1).arg(u"DESC"_s), nan.arg(1).arg(u"DESC"_s)}}},
        {u"all by metric, half missing"_s, {}, u"metrics.calibration:asc"_s, -1,
            {{value.arg(10).arg(u"ASC"_s), nan.arg(10).arg(u"ASC"_s), missing.arg(10).arg(u"ASC"_s)}, {joined.arg(10).arg(u"ASC"_s)}}},
        {u"all by creation"_s, {}, u"created_at:desc"_s, -1, {{u"SELECT id FROM versions WHERE model_id = 1 ORDER BY created_at DESC, id DESC"_s}}},
        {u"all by version"_s, {}, u"version:desc"_s, -1, {{u"SELECT id FROM versions WHERE model_id = 1 ORDER BY precedence DESC, id DESC"_s}}},
    };
}

/// `stage = Staging and metrics.accuracy > a and metrics.loss < b`, as people write it by hand.
QList<QStringList> stageAndTwoMetrics(double a, double b, const QString &order)
{
    const QString above = QString::number(a, 'g', 17);
    const QString below = QString::number(b, 'g', 17);
    const QStringList forms {
        u"SELECT v.id FROM versions v, metrics a, metrics b WHERE v.model_id = 1 AND v.stage_id = 2 AND a.version_id = v.id AND a.metric_id = 1 AND a.value > %1 AND b.version_id = v.id AND b.metric_id = 5 AND b.value < %2"_s,
        u"SELECT v.id FROM versions v, metrics a, metrics b WHERE v.model_id = 1 AND v.stage_id = 2 AND a.model_id = 1 AND b.model_id = 1 AND a.version_id = v.id AND a.metric_id = 1 AND a.value > %1 AND b.version_id = v.id AND b.metric_id = 5 AND b.value < %2"_s,
        u"SELECT v.id FROM versions v CROSS JOIN metrics a CROSS JOIN metrics b WHERE v.model_id = 1 AND v.stage_id = 2 AND a.version_id = v.id AND a.metric_id = 1 AND +a.value > %1 AND b.version_id = v.id AND b.metric_id = 5 AND +b.value < %2"_s,
        u"SELECT v.id FROM versions v, metrics a WHERE v.model_id = 1 AND v.stage_id = 2 AND a.version_id = v.id AND a.metric_id = 1 AND +a.value > %1 AND EXISTS (SELECT 1 FROM metrics b WHERE b.version_id = v.id AND b.metric_id = 5 AND +b.value < %2)"_s,
        u"SELECT v.id FROM versions v WHERE v.model_id = 1 AND v.stage_id = 2 AND EXISTS (SELECT 1 FROM metrics a WHERE a.version_id = v.id AND a.metric_id = 1 AND +a.value > %1) AND EXISTS (SELECT 1 FROM metrics b WHERE b.version_id = v.id AND b.metric_id = 5 AND +b.value < %2)"_s,
        u"SELECT v.id FROM metrics a INDEXED BY metrics_value CROSS JOIN versions v CROSS JOIN metrics b WHERE v.model_id = 1 AND v.stage_id = 2 AND a.model_id = 1 AND a.version_id = v.id AND a.metric_id = 1 AND a.value > %1 AND b.version_id = v.id AND b.metric_id = 5 AND +b.value < %2"_s,
        u"SELECT v.id FROM metrics a INDEXED BY metrics_value CROSS JOIN metrics b CROSS JOIN versions v WHERE v.model_id = 1 AND v.stage_id = 2 AND a.model_id = 1 AND a.version_id = v.id AND a.metric_id = 1 AND a.value > %1 AND b.version_id = a.version_id AND b.metric_id = 5 AND +b.value < %2"_s,
        u"SELECT v.id FROM metrics b INDEXED BY metrics_value CROSS JOIN metrics a CROSS JOIN versions v WHERE v.model_id = 1 AND v.stage_id = 2 AND b.model_id = 1 AND a.version_id = b.version_id AND a.metric_id = 1 AND +a.value > %1 AND b.version_id = v.id AND b.metric_id = 5 AND b.value < %2"_s,
        u"SELECT v.id FROM versions v WHERE v.model_id = 1 AND v.stage_id = 2 AND v.id IN (SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = 1 AND value > %1) AND v.id IN (SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = 5 AND value < %2)"_s,
        u"SELECT v.id FROM versions v WHERE v.id IN (SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = 1 AND value > %1 INTERSECT SELECT version_id FROM metrics WHERE model_id = 1 AND metric_id = 5 AND value < %2 INTERSECT SELECT id FROM versions WHERE model_id = 1 AND stage_id = 2)"_s,
    };
    QList<QStringList> byHand;
    for (const QString &form : forms)
        byHand.append({form.arg(above, below) + u" ORDER BY "_s + order});
    return byHand;
}

QList<Question> filters()
{
    struct Threshold {
        QString name;
        double above, below;
    };
    const QList<Threshold> thresholds {{u"70 % x 70 %"_s, 0.3, 0.7}, {u"20 % x 70 %"_s, 0.8, 0.7}, {u"10 % x 10 %"_s, 0.9, 0.1},
        {u"3 % x 50 %"_s, 0.97, 0.5}, {u"0.1 % x 70 %"_s, 0.999, 0.7}, {u"50 % x 0.1 %"_s, 0.5, 0.001}, {u"0.01 % x 0.1 %"_s, 0.9999, 0.001}};
    QList<Question> questions;
    for (const Threshold &threshold : thresholds) {
        const QString filter = u"stage = Staging and metrics.accuracy > %1 and metrics.loss < %2"_s.arg(threshold.above).arg(threshold.below);
        for (const qint64 limit : {256, -1}) {
            const QString which = (limit < 0 ? u"all, stage and two metrics, "_s : u"first 256, stage and two metrics, "_s) + threshold.name;
            questions.append({which, filter, u"created_at:desc"_s, limit,
                stageAndTwoMetrics(threshold.above, threshold.below, u"v.created_at DESC, v.id DESC"_s), atMost(1.3)});
            questions.append({which + u", by metric"_s, filter, u"metrics.accuracy:desc"_s, limit,
                stageAndTwoMetrics(threshold.above, threshold.below, u"a.value DESC, v.id DESC"_s), atMost(1.3)});
            questions.last().byHand.removeIf([](const QStringList &form) { return !form.first().contains(u"metrics a WHERE v"_s) && !form.first().contains(u"metrics a INDEXED"_s) && !form.first().contains(u"metrics a C"_s); });
        }
    }
    return questions;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString folder = arguments.value(1, QDir::tempPath() + u"/stagekeeper-benchmarks"_s);
    const Result<QString> path = BigRegistry::make(folder, arguments.value(2, u"1000000"_s).toLongLong());
    if (!path)
        qFatal("%s", qPrintable(path.error().message));
    Result<Stores> stores = openStores(*path, {});
    if (!stores)
        qFatal("%s (%s)", qPrintable(stores.error().message), qPrintable(stores.error().detail));
    sqlite3 *db = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(*path).constData(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
    sqlite3_exec(db, "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr); // as the store has it
    const QString only = arguments.value(3); // for a profiler
    for (const Question &question : sorts() + filters()) {
        if (question.name.contains(only))
            measure(*stores, db, question);
    }
    sqlite3_close(db);
    return 0;
}
