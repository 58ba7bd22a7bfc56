// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importreport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

QString outcomeName(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Taken:
        return u"taken"_s;
    case ImportOutcome::Changed:
        return u"changed"_s;
    case ImportOutcome::Same:
        return u"same"_s;
    case ImportOutcome::Skipped:
        return u"skipped"_s;
    case ImportOutcome::Rejected:
        break;
    }
    return u"rejected"_s;
}

qsizetype ImportReport::count(ImportOutcome outcome) const
{
    return std::ranges::count(rows, outcome, &ImportRow::outcome);
}

} // namespace stagekeeper
