// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/sortkey.h"

#include "model/domain/filterfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SortKey)
};
} // namespace

Result<SortKey> parseSort(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isDescending = trimmed.endsWith(u":desc"_s, Qt::CaseInsensitive);
    const bool isAscending = trimmed.endsWith(u":asc"_s, Qt::CaseInsensitive);
    const QString name = trimmed.chopped(isDescending ? 5 : isAscending ? 4 : 0);
    if (const std::optional<FilterField> field = filterFieldFromText(name))
        return SortKey {*field, isDescending};
    const QString meant = closestName(name, filterFieldNames());
    if (meant.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("There is no field \"%1\" to sort by.").arg(name));
    return fail(Error::Code::InvalidArgument,
        Text::tr("There is no field \"%1\" to sort by; did you mean \"%2\"?").arg(name, meant));
}

QString printSort(const SortKey &key)
{
    return filterFieldText(key.field) + (key.descending ? u":desc"_s : u":asc"_s);
}

} // namespace stagekeeper
