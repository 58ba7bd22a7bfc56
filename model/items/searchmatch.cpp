// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/searchmatch.h"

namespace stagekeeper {

namespace {

constexpr int wholeScore = 1000;
constexpr int wordStartScore = 500;
constexpr qsizetype maxTextLength = 512; // names beyond are hostile, not searched for

bool isWordStart(const QString &text, qsizetype position)
{
    return position == 0 || !text.at(position - 1).isLetterOrNumber()
        || (text.at(position).isUpper() && text.at(position - 1).isLower());
}

} // namespace

std::optional<SearchMatch> findMatch(const QString &pattern, const QString &text)
{
    const QString searched = text.left(maxTextLength);
    SearchMatch match;
    if (pattern.isEmpty())
        return match;
    if (const qsizetype at = searched.indexOf(pattern, 0, Qt::CaseInsensitive); at >= 0) {
        for (qsizetype i = at; i < at + pattern.size(); ++i)
            match.positions.append(static_cast<int>(i));
        match.score = wholeScore - static_cast<int>(searched.size() - pattern.size());
        if (isWordStart(searched, at))
            match.score += wordStartScore - static_cast<int>(at);
        return match;
    }
    qsizetype from = 0;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        const qsizetype at = searched.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        match.score += isWordStart(searched, at) ? 20 : (at == from ? 10 : -static_cast<int>(at - from));
        match.positions.append(static_cast<int>(at));
        from = at + 1;
    }
    return match;
}

} // namespace stagekeeper
