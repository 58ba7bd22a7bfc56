// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/filterhighlighter.h"

#include "model/domain/filterlexer.h"

namespace stagekeeper {

namespace {

Token tokenOf(FilterToken::Kind kind)
{
    switch (kind) {
    case FilterToken::Kind::Word:
    case FilterToken::Kind::Number:
    case FilterToken::Kind::Moment:
    case FilterToken::Kind::Text:
        return Token::Staging;
    case FilterToken::Kind::Keyword:
    case FilterToken::Kind::Comma:
    case FilterToken::Kind::OpenParenthesis:
    case FilterToken::Kind::CloseParenthesis:
        return Token::Text3;
    case FilterToken::Kind::Invalid:
        return Token::Danger;
    case FilterToken::Kind::Field:
    case FilterToken::Kind::Operator:
        break;
    }
    return Token::Text;
}

} // namespace

FilterHighlighter::FilterHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void FilterHighlighter::setError(const std::optional<FilterError> &error)
{
    if (error == m_error)
        return;
    m_error = error;
    rehighlight();
}

void FilterHighlighter::highlightBlock(const QString &text)
{
    for (const FilterToken &token : filterTokens(text))
        setFormat(static_cast<int>(token.position), static_cast<int>(token.length), m_theme.color(tokenOf(token.kind)));
    if (!m_error || text.isEmpty())
        return;
    // something missing at the end is shown under the last character
    const qsizetype first = std::min(m_error->position, text.size() - 1);
    const qsizetype end = std::max(first + 1, std::min(m_error->position + m_error->length, text.size()));
    for (qsizetype position = first; position < end; ++position) {
        QTextCharFormat wavy = format(static_cast<int>(position));
        wavy.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        wavy.setUnderlineColor(m_theme.color(Token::Danger));
        setFormat(static_cast<int>(position), 1, wavy);
    }
}

} // namespace stagekeeper
