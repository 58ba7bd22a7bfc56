// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/lineagecycle.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageCycle)
};

/// Versions that can be reached from a child, and through which version each was.
using Descendants = QHash<qint64, qint64>;

QString nameOf(const Parent &version)
{
    return version.model % u':' % version.version;
}

/// The ids of versions that name `version` as their parent.
Result<QList<qint64>> childrenOf(Database &database, const Parent &version)
{
    const Result<BulkStatement *> find
        = database.bulk(u"SELECT version_id FROM parents WHERE parent_model = ? AND parent_version = ?"_s);
    if (!find)
        return failAs(find);
    (*find)->bind(QStringView(version.model)).bind(QStringView(version.version));
    QList<qint64> ids;
    Result<bool> row = (*find)->next();
    for (; row && *row; row = (*find)->next())
        ids.append((*find)->integer(0));
    return row ? Result<QList<qint64>>(ids) : failAs(row);
}

Result<Parent> versionOf(Database &database, qint64 id)
{
    Parent version;
    const auto rows = database.select(
        u"SELECT m.name, v.version FROM versions v JOIN models m ON m.id = v.model_id WHERE v.id = ?"_s, {id},
        [&version](const Row &row) { version = {row.text(0), row.text(1)}; });
    return rows ? Result<Parent>(version) : failAs(rows);
}

/// At most seven names of a way that may have 100,000.
Result<QString> shown(Database &database, const Parent &child, const QList<qint64> &way)
{
    QStringList names {nameOf(child)};
    for (qsizetype i = 0; i < way.size(); ++i) {
        if (i == 3 && way.size() > 6) {
            names += u"…"_s;
            i = way.size() - 3;
        }
        const auto version = versionOf(database, way.at(i));
        if (!version)
            return failAs(version);
        names += nameOf(*version);
    }
    return names.join(u" → "_s);
}

Result<> refuse(Database &database, const Parent &child, const QList<qint64> &way)
{
    const auto path = shown(database, child, way);
    const auto parent = versionOf(database, way.last());
    if (!path || !parent)
        return path ? Result<>(failAs(parent)) : failAs(path);
    return fail(Error::Code::InvalidArgument,
                Text::tr("%1 cannot be a parent of %2, because it came from it: %3.").arg(nameOf(*parent), nameOf(child), *path));
}

QList<qint64> wayTo(const Descendants &cameFrom, qint64 id)
{
    QList<qint64> way;
    for (qint64 step = id; step != 0; step = cameFrom.value(step))
        way.append(step);
    std::ranges::reverse(way);
    return way;
}

} // namespace

Result<> refuseCycle(Database &database, const Parent &child, const QList<Parent> &parents)
{
    if (parents.contains(child))
        return fail(Error::Code::InvalidArgument, Text::tr("%1 cannot be its own parent.").arg(nameOf(child)));
    if (parents.isEmpty())
        return {};
    const auto first = childrenOf(database, child);
    if (!first)
        return failAs(first);
    if (first->isEmpty())
        return {};
    QSet<std::pair<QString, QString>> wanted;
    for (const Parent &parent : parents)
        wanted.insert({parent.model, parent.version});
    Descendants cameFrom;
    QList<qint64> queue;
    for (const qint64 id : *first) {
        if (!cameFrom.contains(id)) {
            cameFrom.insert(id, 0);
            queue.append(id);
        }
    }
    for (qsizetype i = 0; i < queue.size(); ++i) {
        const qint64 id = queue.at(i);
        const auto version = versionOf(database, id);
        if (!version)
            return failAs(version);
        if (wanted.contains({version->model, version->version}))
            return refuse(database, child, wayTo(cameFrom, id));
        const auto children = childrenOf(database, *version);
        if (!children)
            return failAs(children);
        for (const qint64 next : *children) {
            if (!cameFrom.contains(next)) {
                cameFrom.insert(next, id);
                queue.append(next);
            }
        }
    }
    return {};
}

} // namespace stagekeeper
