// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

Result<QByteArray> schemaText(int number)
{
    const QDir folder(u":/stagekeeper/schema"_s);
    const QStringList names = folder.entryList({u"%1-*.sql"_s.arg(number, 4, 10, QLatin1Char('0'))});
    QFile file(names.isEmpty() ? QString() : folder.filePath(names.first()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Internal, QCoreApplication::translate("Schema", "The program's schema files are missing."));
    return file.readAll();
}

using Objects = QMap<QString, QString>; ///< "type name" to its SQL

Result<Objects> objectsOf(Database &database)
{
    Objects objects;
    const auto rows = database.select(
        u"SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat_'"_s, {},
        [&objects](const Row &row) { objects.insert(row.text(0) + u' ' + row.text(1), row.text(2)); });
    if (!rows)
        return failAs(rows);
    return objects;
}

Result<Objects> expectedObjects(int schema)
{
    Objects objects;
    sqlite3 *memory = nullptr;
    int code = sqlite3_open(":memory:", &memory);
    for (int number = 1; number <= schema && code == SQLITE_OK; ++number) {
        const Result<QByteArray> text = schemaText(number);
        if (!text) {
            sqlite3_close(memory);
            return failAs(text);
        }
        code = sqlite3_exec(memory, text->constData(), nullptr, nullptr, nullptr);
    }
    const auto collect = [](void *target, int, char **values, char **) {
        static_cast<Objects *>(target)->insert(QString::fromUtf8(values[0]), QString::fromUtf8(values[1]));
        return 0;
    };
    if (code == SQLITE_OK) {
        code = sqlite3_exec(memory, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema", collect, &objects,
                            nullptr);
    }
    const QString detail = QString::fromUtf8(sqlite3_errmsg(memory));
    sqlite3_close(memory);
    if (code != SQLITE_OK)
        return fail(Error::Code::Internal, QCoreApplication::translate("Schema", "The program's schema files are broken."), detail);
    return objects;
}

} // namespace

Result<> applySchema(Database &database, int number)
{
    const Result<QByteArray> text = schemaText(number);
    if (!text)
        return failAs(text);
    const int code = sqlite3_exec(database.handle(), text->constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(database.errorOf(code));
    return {};
}

Result<> checkSchemaObjects(Database &database, int schema)
{
    const Result<Objects> expected = expectedObjects(schema);
    if (!expected)
        return failAs(expected);
    const Result<Objects> found = objectsOf(database);
    if (!found)
        return failAs(found);
    for (auto it = found->begin(); it != found->end(); ++it) {
        if (expected->value(it.key(), u"-"_s) != it.value()) {
            return fail(Error::Code::Corrupt,
                        QCoreApplication::translate("Schema", "%1 holds something that does not belong in a registry (%2); "
                                                              "it was not opened.").arg(database.file(), it.key()));
        }
    }
    for (auto it = expected->begin(); it != expected->end(); ++it) {
        if (!found->contains(it.key())) {
            return fail(Error::Code::Corrupt,
                        QCoreApplication::translate("Schema", "%1 lacks a part of a registry (%2); restore it from a backup.")
                            .arg(database.file(), it.key()));
        }
    }
    return {};
}

} // namespace stagekeeper
