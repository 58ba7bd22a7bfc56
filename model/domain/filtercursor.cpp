// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filtercursor.h"

#include "model/domain/filterfields.h"
#include "model/domain/filterlexer.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using TokenKind = FilterToken::Kind;
using Kind = FilterCompletion::Kind;

/// Follows the grammar as far as it needs to know what comes next, forgiving what is wrong before.
class Place
{
public:
    void pass(const FilterToken &token)
    {
        if (m_next != Next::ListValue && isWord(token, u"and"_s, u"or"_s)) {
            m_next = Next::Field;
            return;
        }
        switch (m_next) {
        case Next::Field:
            passField(token);
            break;
        case Next::Operator:
            passOperator(token);
            break;
        case Next::Not:
            m_next = isWord(token, u"in"_s) ? Next::List : Next::Connective;
            break;
        case Next::Is:
            m_next = isWord(token, u"not"_s) ? Next::IsNot : Next::Connective;
            break;
        case Next::List:
            m_next = token.kind == TokenKind::OpenParenthesis ? Next::ListValue : Next::Connective;
            break;
        case Next::ListValue:
            m_next = Next::ListMore;
            break;
        case Next::ListMore:
            m_next = token.kind == TokenKind::Comma ? Next::ListValue : Next::Connective;
            break;
        case Next::IsNot:
        case Next::Value:
        case Next::Connective:
            m_next = Next::Connective;
        }
    }

    void describe(FilterCompletion &completion) const
    {
        switch (m_next) {
        case Next::Field:
            completion.kind = Kind::Field;
            completion.words = filterFieldNames() + QStringList(u"not"_s);
            return;
        case Next::Operator:
            completion.kind = Kind::Operator;
            completion.field = m_field;
            completion.words = filterOperators(m_field);
            return;
        case Next::Value:
        case Next::ListValue:
            completion.kind = Kind::Value;
            completion.field = m_field;
            if (filterType(m_field) == FilterType::Truth)
                completion.words = QStringList {u"true"_s, u"false"_s};
            return;
        case Next::Not:
            return keywords(completion, {u"in"_s});
        case Next::Is:
            return keywords(completion, {u"missing"_s, u"not missing"_s});
        case Next::IsNot:
            return keywords(completion, {u"missing"_s});
        case Next::List:
            return keywords(completion, {u"("_s});
        case Next::ListMore:
            return keywords(completion, {u","_s, u")"_s});
        case Next::Connective:
            return keywords(completion, {u"and"_s, u"or"_s});
        }
    }

private:
    enum class Next { Field, Operator, Value, Not, Is, IsNot, List, ListValue, ListMore, Connective };

    static bool isWord(const FilterToken &token, const QString &word, const QString &other = {})
    {
        return token.kind == TokenKind::Keyword && (token.text == word || token.text == other);
    }

    static void keywords(FilterCompletion &completion, const QStringList &words)
    {
        completion.kind = Kind::Keyword;
        completion.words = words;
    }

    void passField(const FilterToken &token)
    {
        if (token.kind != TokenKind::Field)
            return;
        m_field = filterFieldFromText(token.text).value_or(FilterField());
        m_next = Next::Operator;
    }

    void passOperator(const FilterToken &token)
    {
        if (token.kind == TokenKind::Operator)
            m_next = Next::Value;
        else if (isWord(token, u"not"_s))
            m_next = Next::Not;
        else if (isWord(token, u"is"_s))
            m_next = Next::Is;
        else
            m_next = isWord(token, u"in"_s) ? Next::List : Next::Connective;
    }

    Next m_next = Next::Field;
    FilterField m_field;
};

bool isBeingWritten(const FilterToken &token, qsizetype cursor)
{
    const bool isPunctuation = token.kind == TokenKind::Operator || token.kind == TokenKind::OpenParenthesis
        || token.kind == TokenKind::CloseParenthesis || token.kind == TokenKind::Comma;
    return token.position < cursor && cursor <= token.end() && !(isPunctuation && cursor == token.end());
}

/// "metrics.acc": only the name behind the dot is still to be completed.
void narrowToName(FilterCompletion &completion)
{
    static const QList<std::pair<QString, Kind>> families {
        {u"metrics."_s, Kind::MetricName}, {u"params."_s, Kind::ParameterName}, {u"tags."_s, Kind::TagName}};
    for (const auto &[prefix, kind] : families) {
        if (!completion.prefix.startsWith(prefix, Qt::CaseInsensitive))
            continue;
        completion.kind = kind;
        completion.words.clear();
        completion.prefix.remove(0, prefix.size());
        completion.start += prefix.size();
        completion.length -= prefix.size();
        return;
    }
}

/// The inside of a quoted text that may lack its end.
QString unquoted(const QString &written)
{
    const QList<FilterToken> tokens = filterTokens(written);
    return tokens.size() == 1 && tokens.first().kind == TokenKind::Text ? tokens.first().text : written;
}

} // namespace

FilterCompletion completionAt(const QString &text, qsizetype cursor)
{
    FilterCompletion completion;
    completion.start = cursor;
    Place place;
    for (const FilterToken &token : filterTokens(text)) {
        if (isBeingWritten(token, cursor)) {
            completion.start = token.position;
            completion.length = (token.isClosed ? token.end() : cursor) - token.position;
            completion.prefix = text.mid(token.position, cursor - token.position);
            break;
        }
        if (token.position >= cursor)
            break;
        place.pass(token);
    }
    place.describe(completion);
    if (completion.kind == Kind::Field)
        narrowToName(completion);
    completion.prefix = unquoted(completion.prefix);
    return completion;
}

} // namespace stagekeeper
