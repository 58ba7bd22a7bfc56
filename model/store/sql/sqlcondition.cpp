// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/sqlcondition.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

void SqlCondition::require(const SqlCondition &other)
{
    if (isNever() || other.isAlways())
        return;
    if (isAlways() || other.isNever()) {
        *this = other;
        return;
    }
    text += u" AND "_s + other.text;
    values += other.values;
    readsRow = readsRow || other.readsRow;
}

SqlCondition eitherCondition(const SqlCondition &a, const SqlCondition &b)
{
    if (a.isAlways() || b.isNever())
        return a;
    if (b.isAlways() || a.isNever())
        return b;
    return {a.text + u" OR "_s + b.text, a.values + b.values, a.readsRow || b.readsRow};
}

SqlCondition inParentheses(SqlCondition condition)
{
    if (!condition.isAlways() && !condition.isNever())
        condition.text = u"("_s + condition.text + u")"_s;
    return condition;
}

SqlCondition notCondition(const SqlCondition &condition)
{
    if (condition.isAlways() || condition.isNever())
        return condition.isAlways() ? SqlCondition::never() : SqlCondition();
    return {u"("_s + condition.text + u") IS NOT TRUE"_s, condition.values, condition.readsRow};
}

SqlCondition containsCondition(const QString &expression, const QString &text)
{
    QStringList needles {text, text.toLower(), text.toUpper()};
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; }))
        needles = QStringList {text};
    needles.removeDuplicates();
    SqlCondition any = SqlCondition::never();
    for (QString needle : needles) {
        needle.replace(u"\\"_s, u"\\\\"_s).replace(u"%"_s, u"\\%"_s).replace(u"_"_s, u"\\_"_s);
        any = eitherCondition(any, {expression + u" LIKE ? ESCAPE '\\'"_s, {QString(u"%"_s + needle + u"%"_s)}, false});
    }
    return needles.size() > 1 ? inParentheses(any) : any;
}

SqlCondition inCondition(const QString &expression, const QVariantList &values)
{
    if (values.isEmpty())
        return SqlCondition::never();
    return {expression + u" IN ("_s + QStringList(values.size(), u"?"_s).join(u", "_s) + u")"_s, values, false};
}

} // namespace stagekeeper
