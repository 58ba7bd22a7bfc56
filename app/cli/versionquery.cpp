// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/versionquery.h"

#include "app/cli/arguments.h"
#include "model/domain/filterparser.h"
#include "model/domain/namerules.h"
#include "model/domain/sortkey.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VersionQuery)
};

/// The text of the filter, and a caret under what is wrong with it.
void drawPlace(Output &out, const QString &filter, const FilterError &error)
{
    const qsizetype column = displayWidth(visibleText(filter.left(error.position)));
    const qsizetype width = displayWidth(visibleText(filter.mid(error.position, error.length)));
    out.note(u"  "_s % filter);
    out.note(QString(column + 2, u' ') % QString(std::max<qsizetype>(width, 1), u'^'));
}

Result<VersionQuery> parsed(const Context &context, const QueryWords &words)
{
    VersionQuery query;
    query.sort = {{FilterField::Kind::CreatedAt, {}}, true};
    if (!words.sort.isEmpty()) {
        const auto sort = parseSort(words.sort);
        if (!sort)
            return failAs(sort);
        query.sort = *sort;
    }
    const auto filter = readFilter(context, words.where);
    if (!filter)
        return failAs(filter);
    query.filter = *filter;
    return query;
}

} // namespace

void declareQuery(CLI::App &verb, QueryWords &words)
{
    textOption(verb, "--where", words.where,
               Text::tr("only versions that fit, such as: stage = Production and metrics.accuracy > 0.9"));
    textOption(verb, "--sort", words.sort,
               Text::tr("order by a field, such as created_at, version:desc or metrics.accuracy:desc"));
    countOption(verb, "--limit", words.limit, 0, Text::tr("at most so many versions"));
}

Result<Filter> readFilter(const Context &context, const QString &where)
{
    const auto filter = parseFilter(where);
    if (filter)
        return *filter;
    drawPlace(context.out, where, filter.error());
    return tl::unexpected(filter.error().toError());
}

Result<QList<VersionId>> chooseVersions(const Context &context, Stores &stores, const QueryWords &words)
{
    auto query = parsed(context, words);
    if (!query)
        return failAs(query);
    if (!words.model.isEmpty()) {
        const auto model = stores.models->find(words.model);
        if (!model)
            return failAs(model);
        query->model = model->id;
    }
    return stores.versions->ids(*query, words.limit);
}

} // namespace stagekeeper
