// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterparser.h"

#include "model/domain/filterfields.h"
#include "model/domain/filterlexer.h"
#include "model/domain/filtervalues.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qsizetype maximumLength = 10'000;
constexpr int maximumDepth = 100;
constexpr int maximumConditions = 200;
constexpr qsizetype maximumValues = 500;

using Kind = FilterNode::Kind;
using Operator = FilterNode::Operator;
using TokenKind = FilterToken::Kind;
using Parsed = tl::expected<FilterNode, FilterError>;

FilterNode leaf(Kind kind, const FilterField &field)
{
    FilterNode node;
    node.kind = kind;
    node.field = field;
    return node;
}

FilterNode group(Kind kind, QList<FilterNode> children)
{
    FilterNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(FilterParser)

public:
    Parser(const QString &text, const QDateTime &now) : m_text(text), m_tokens(filterTokens(text)), m_values(now) { }

    tl::expected<Filter, FilterError> run()
    {
        if (m_tokens.isEmpty())
            return Filter();
        Parsed node = either();
        if (!node)
            return tl::unexpected(node.error());
        if (m_at < m_tokens.size()) {
            return peek(TokenKind::CloseParenthesis) ? refuse(tr("This \")\" closes nothing"))
                                                     : refuse(tr("Expected \"and\" or \"or\""));
        }
        return Filter(std::move(*node));
    }

private:
    [[nodiscard]] bool peek(TokenKind kind, const QString &text = {}) const
    {
        return m_at < m_tokens.size() && m_tokens.at(m_at).kind == kind
            && (text.isNull() || m_tokens.at(m_at).text == text);
    }

    bool take(TokenKind kind, const QString &text = {})
    {
        const bool isThere = peek(kind, text);
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool takeKeyword(const QString &word) { return take(TokenKind::Keyword, word); }

    /// An error under the token in hand, or behind the last one when the text ended too early.
    [[nodiscard]] tl::unexpected<FilterError> refuse(const QString &message, const QString &suggestion = {}) const
    {
        if (m_at >= m_tokens.size())
            return tl::unexpected(FilterError {m_text.size(), 0, message, suggestion});
        const FilterToken &token = m_tokens.at(m_at);
        if (!token.isClosed) {
            return tl::unexpected(FilterError {token.position, token.length, tr("This text lacks its closing quote"), {}});
        }
        return tl::unexpected(FilterError {token.position, token.length, message, suggestion});
    }

    Parsed either() { return chain(Kind::Or, u"or"_s); }

    Parsed chain(Kind kind, const QString &keyword)
    {
        QList<FilterNode> children;
        do {
            Parsed child = kind == Kind::Or ? chain(Kind::And, u"and"_s) : negation();
            if (!child)
                return child;
            children.append(std::move(*child));
        } while (takeKeyword(keyword));
        return children.size() == 1 ? children.first() : group(kind, std::move(children));
    }

    Parsed negation()
    {
        if (!peek(TokenKind::Keyword, u"not"_s))
            return operand();
        if (m_depth == maximumDepth)
            return refuse(tr("A filter can have at most %1 levels").arg(maximumDepth));
        ++m_at;
        ++m_depth;
        Parsed child = negation();
        --m_depth;
        return child ? Parsed(group(Kind::Not, {std::move(*child)})) : child;
    }

    Parsed operand()
    {
        if (!peek(TokenKind::OpenParenthesis))
            return condition();
        if (m_depth == maximumDepth)
            return refuse(tr("A filter can have at most %1 levels").arg(maximumDepth));
        ++m_at;
        ++m_depth;
        Parsed inner = either();
        --m_depth;
        if (inner && !take(TokenKind::CloseParenthesis))
            return refuse(tr("Expected \"and\", \"or\" or \")\""));
        return inner;
    }

    Parsed condition()
    {
        if (!peek(TokenKind::Field))
            return refuse(tr("Expected a field such as \"stage\" or \"metrics.accuracy\""));
        if (++m_conditions > maximumConditions)
            return refuse(tr("A filter can have at most %1 conditions").arg(maximumConditions));
        const QString written = m_tokens.at(m_at).text;
        const std::optional<FilterField> field = filterFieldFromText(written);
        if (!field)
            return unknownField(written);
        ++m_at;
        if (peek(TokenKind::Operator))
            return comparison(*field);
        if (takeKeyword(u"is"_s))
            return presence(*field);
        const bool isNegated = takeKeyword(u"not"_s);
        if (takeKeyword(u"in"_s))
            return list(*field, isNegated);
        if (isNegated)
            return refuse(tr("Expected \"in\" after \"not\""));
        if (field->kind == FilterField::Kind::Tag && atEndOfCondition())
            return group(Kind::Not, {leaf(Kind::Missing, *field)});
        return refuse(tr("Expected an operator such as \"%1\" after \"%2\"")
                          .arg(filterOperators(*field).join(u"\", \""_s), written));
    }

    [[nodiscard]] bool atEndOfCondition() const
    {
        return m_at >= m_tokens.size() || peek(TokenKind::CloseParenthesis) || peek(TokenKind::Keyword, u"and"_s)
            || peek(TokenKind::Keyword, u"or"_s);
    }

    tl::unexpected<FilterError> unknownField(const QString &written) const
    {
        const qsizetype dot = written.indexOf(u'.');
        if (dot < 0)
            return refuse(tr("There is no field called \"%1\"").arg(written), closestName(written, filterFieldNames()));
        const QString family = closestName(written.left(dot + 1), {u"metrics."_s, u"params."_s, u"tags."_s});
        const QString name = written.mid(dot + 1);
        if (family.isEmpty())
            return refuse(tr("Names with a dot start with \"metrics.\", \"params.\" or \"tags.\""));
        if (name.isEmpty())
            return refuse(tr("Expected a name after \"%1\"").arg(written));
        const QString quoted = family + quotedFilterText(name);
        if (filterFieldFromText(family + name))
            return refuse(tr("There is no field called \"%1\"").arg(written), family + name);
        return refuse(tr("This name needs quotes"), filterFieldFromText(quoted) ? quoted : QString());
    }

    Parsed presence(const FilterField &field)
    {
        const bool isNegated = takeKeyword(u"not"_s);
        if (!takeKeyword(u"missing"_s))
            return refuse(isNegated ? tr("Expected \"missing\" after \"is not\"")
                                    : tr("Expected \"missing\" or \"not missing\" after \"is\""));
        FilterNode missing = leaf(Kind::Missing, field);
        return isNegated ? group(Kind::Not, {std::move(missing)}) : missing;
    }

    Parsed comparison(const FilterField &field)
    {
        const QString op = m_tokens.at(m_at).text;
        if (!filterOperators(field).contains(op))
            return refuse(FilterValues::unfitting(field, op));
        ++m_at;
        if (!m_values.isValue(m_tokens, m_at))
            return refuse(tr("Expected a value after \"%1\"").arg(op));
        const FilterToken &token = m_tokens.at(m_at);
        auto node = m_values.comparison(field, FilterValues::operatorOf(op), token);
        if (!node)
            return refuse(node.error().message, node.error().suggestion);
        ++m_at;
        return std::move(*node);
    }

    Parsed list(const FilterField &field, bool isNegated)
    {
        --m_at;
        if (!filterOperators(field).contains(u"in"_s))
            return refuse(FilterValues::unfitting(field, u"in"_s));
        ++m_at;
        if (!take(TokenKind::OpenParenthesis))
            return refuse(tr("Expected \"(\" after \"in\""));
        FilterNode in = leaf(Kind::In, field);
        do {
            if (!m_values.isValue(m_tokens, m_at))
                return refuse(tr("Expected a value in the list"));
            if (in.values.size() == maximumValues)
                return refuse(tr("A list can have at most %1 values").arg(maximumValues));
            auto node = m_values.comparison(field, Operator::Equal, m_tokens.at(m_at));
            if (!node)
                return refuse(node.error().message, node.error().suggestion);
            in.values.append(node->values.first());
            ++m_at;
        } while (take(TokenKind::Comma));
        if (!take(TokenKind::CloseParenthesis))
            return refuse(tr("Expected \",\" or \")\" in the list"));
        if (!isNegated)
            return in;
        return group(Kind::And, {group(Kind::Not, {in}), group(Kind::Not, {leaf(Kind::Missing, field)})});
    }

    const QString &m_text;
    const QList<FilterToken> m_tokens;
    const FilterValues m_values;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_conditions = 0;
};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FilterParser)
};

} // namespace

Error FilterError::toError() const
{
    const QString place = suggestion.isEmpty()
        ? Text::tr("%1, at character %2 of the filter.", "an error without its full stop, and where it is")
              .arg(message).arg(position + 1)
        : Text::tr("%1, at character %2 of the filter; did you mean %3?").arg(message).arg(position + 1).arg(suggestion);
    return Error {Error::Code::InvalidArgument, place, {}};
}

tl::expected<Filter, FilterError> parseFilter(const QString &text, const QDateTime &now)
{
    if (text.size() > maximumLength) {
        return tl::unexpected(FilterError {maximumLength, text.size() - maximumLength,
            Text::tr("A filter can have at most %1 characters").arg(maximumLength), {}});
    }
    if (const qsizetype null = text.indexOf(QChar(QChar::Null)); null >= 0)
        return tl::unexpected(FilterError {null, 1, Text::tr("A filter cannot contain the character U+0000"), {}});
    return Parser(text, now).run();
}

} // namespace stagekeeper
