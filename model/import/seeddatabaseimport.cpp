// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/seeddatabaseimport.h"

#include "model/import/importfiles.h"
#include "model/import/metadataimport.h"
#include "model/import/seedtime.h"
#include "model/import/versionimport.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedDatabaseImport)
};

tl::unexpected<Error> cannotRead(const QString &path, const QSqlError &error)
{
    return fail(Error::Code::Corrupt, Text::tr("\"%1\" cannot be read as an SQLite database.").arg(path), error.text());
}

// A connection of its own, read-only, gone at the end.
class Connection
{
public:
    explicit Connection(const QString &path)
        : m_name(QUuid::createUuid().toString())
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.open();
        // views, triggers and functions of a foreign file have no business here
        QSqlQuery(u"PRAGMA trusted_schema = OFF"_s, database);
        QSqlQuery(u"PRAGMA cell_size_check = ON"_s, database);
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] QSqlQuery query() const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        return query;
    }

private:
    QString m_name;
};

// QJsonValue makes null of an infinity; metadata say it as a text.
QJsonValue plainJson(const QVariant &value)
{
    if (value.typeId() == QMetaType::Double && std::isinf(value.toDouble()))
        return value.toDouble() > 0 ? u"Infinity"_s : u"-Infinity"_s;
    return QJsonValue::fromVariant(value);
}

Result<QJsonValue> jsonFrom(const QString &column, const QVariant &value)
{
    static const QStringList lists{u"tags"_s, u"data_sources"_s};
    static const QStringList truths{u"pii_present"_s, u"gdpr_compliant"_s};
    if (value.isNull())
        return QJsonValue(QJsonValue::Null);
    if (value.typeId() == QMetaType::QByteArray)
        return fail(Error::Code::InvalidArgument,
            Text::tr("The column \"%1\" holds bytes instead of a text or a number.").arg(column));
    if (lists.contains(column)) {
        const Result<QJsonValue> list = parseStrictJson(value.toString().toUtf8());
        if (!list)
            return fail(Error::Code::InvalidArgument,
                Text::tr("The column \"%1\" holds no JSON list. %2").arg(column, list.error().message));
        return list;
    }
    if (truths.contains(column) && (value == 0 || value == 1))
        return QJsonValue(value == 1);
    return plainJson(value);
}

Result<QJsonObject> objectFrom(const QSqlRecord &row, const QJsonObject &metrics)
{
    QJsonObject object{{u"metrics"_s, metrics}};
    for (int i = 0; i < row.count(); ++i) {
        const QString column = row.fieldName(i);
        if (column == "id"_L1 || column == "created_at"_L1)
            continue;
        const Result<QJsonValue> value = jsonFrom(column, row.value(i));
        if (!value)
            return failAs(value);
        object.insert(column, *value);
    }
    return object;
}

Result<QHash<qint64, QJsonObject>> readMetrics(const Connection &connection, const QString &path)
{
    QHash<qint64, QJsonObject> metrics;
    QSqlQuery query = connection.query();
    if (!query.exec(u"SELECT model_id, metric_name, metric_value FROM metrics ORDER BY id"_s))
        return cannotRead(path, query.lastError());
    while (query.next())
        metrics[query.value(0).toLongLong()].insert(query.value(1).toString(), plainJson(query.value(2)));
    return metrics;
}

ImportCandidate candidateFrom(const QSqlRecord &row, const QJsonObject &metrics)
{
    const QString source = u"models[%1]"_s.arg(row.value(u"id"_s).toLongLong());
    const Result<QJsonObject> object = objectFrom(row, metrics);
    ImportCandidate candidate;
    if (object) {
        candidate = candidateFromJson(source, *object, {});
    } else {
        candidate.row.source = source;
        candidate.close(ImportOutcome::Rejected, object.error().message);
    }
    candidate.row.reference = row.value(u"model_name"_s).toString() % u':' % row.value(u"version"_s).toString();
    if (const QDateTime createdAt = seedTime(row.value(u"created_at"_s).toString()); createdAt.isValid())
        candidate.origin = {createdAt, {}};
    return candidate;
}

} // namespace

Result<bool> isSeedDatabase(const QString &path)
{
    const Connection connection(path);
    QSqlQuery query = connection.query();
    // the columns too, because MLflow's database has tables of these names
    const bool done =
        query.exec(u"SELECT (SELECT count(*) FROM pragma_table_info('models') WHERE name IN "
                   "('model_name', 'version', 'framework', 'stage')) + (SELECT count(*) FROM "
                   "pragma_table_info('metrics') WHERE name IN ('model_id', 'metric_name', 'metric_value')), "
                   "(SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('models', 'metrics'))"_s);
    if (!done || !query.next())
        return cannotRead(path, query.lastError());
    return query.value(0).toInt() == 7 && query.value(1).toInt() == 2;
}

Result<ImportReport> importSeedDatabase(Stores &stores, const QString &path, const ImportOptions &options)
{
    QList<ImportCandidate> candidates;
    {
        const Connection connection(path);
        const Result<QHash<qint64, QJsonObject>> metrics = readMetrics(connection, path);
        if (!metrics)
            return failAs(metrics);
        QSqlQuery query = connection.query();
        if (!query.exec(u"SELECT * FROM models ORDER BY id"_s))
            return cannotRead(path, query.lastError());
        while (query.next())
            candidates.append(candidateFrom(query.record(), metrics->value(query.value(u"id"_s).toLongLong())));
        if (query.lastError().isValid())
            return cannotRead(path, query.lastError());
    }
    return importVersions(stores, std::move(candidates), options);
}

} // namespace stagekeeper
