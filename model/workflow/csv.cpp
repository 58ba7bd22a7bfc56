// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/csv.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

bool needsGuard(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    if (text.isEmpty())
        return false;
    const QStringView lineStarters(u"\t\r\n");
    const QStringView formulaStarters(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20");
    const QStringView trimmed = text.trimmed();
    return lineStarters.contains(text.front()) || (!trimmed.isEmpty() && formulaStarters.contains(trimmed.front()));
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = needsGuard(text) ? QString(u'\'' % text) : text;
    const bool needsQuotes = cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r')
        || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!needsQuotes)
        return cell;
    cell.replace(u"\""_s, u"\"\""_s);
    return u'"' % cell % u'"';
}

QString withoutGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && needsGuard(cell) ? cell.sliced(1) : cell;
}

} // namespace stagekeeper
