// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterlexer.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Quotes {
    QStringView opening, closing;
};

/// What opens a quoted text, and what may close it. Typographic marks come from word processors and chats.
constexpr std::array<Quotes, 5> quoteKinds {{
    {u"\"", u"\""},
    {u"'", u"'"},
    {u"\u201c\u201d\u201e\u201f", u"\u201c\u201d\u201e\u201f\""},
    {u"\u2018\u2019\u201a\u201b", u"\u2018\u2019\u201a\u201b'"},
    {u"\u00ab\u00bb", u"\u00ab\u00bb"},
}};

const Quotes *quotesOpenedBy(QChar c)
{
    const auto found = std::ranges::find_if(quoteKinds, [c](const Quotes &q) { return q.opening.contains(c); });
    return found == quoteKinds.end() ? nullptr : &*found;
}

bool isWordEnd(QChar c)
{
    return c.isSpace() || QStringView(u"()=,!<>~\u2260\u2264\u2265").contains(c) || quotesOpenedBy(c);
}

bool isNamePrefix(QStringView word)
{
    for (const QStringView prefix : {QStringView(u"metrics."), QStringView(u"params."), QStringView(u"tags.")}) {
        if (word.compare(prefix, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

FilterToken::Kind valueKind(const QString &word)
{
    static const QRegularExpression number(uR"(^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$)"_s);
    static const QRegularExpression moment(uR"(^(-\d+[mhdwyMHDWY]|\d{4}-\d\d-\d\d([Tt].*)?)$)"_s);
    if (number.match(word).hasMatch())
        return FilterToken::Kind::Number;
    return moment.match(word).hasMatch() ? FilterToken::Kind::Moment : FilterToken::Kind::Word;
}

class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) { }

    QList<FilterToken> run()
    {
        QList<FilterToken> tokens;
        while (skipSpace()) {
            tokens.append(next());
            follow(tokens.last());
        }
        return tokens;
    }

private:
    enum class Expected { Field, Operator, Value };

    bool skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    FilterToken token(FilterToken::Kind kind, qsizetype length, QString text = {})
    {
        FilterToken made {kind, m_at, length, std::move(text), true};
        if (made.text.isNull())
            made.text = m_text.mid(m_at, length);
        m_at += length;
        return made;
    }

    FilterToken next()
    {
        const QChar c = m_text.at(m_at);
        if (c == u'(')
            return token(FilterToken::Kind::OpenParenthesis, 1);
        if (c == u')')
            return token(FilterToken::Kind::CloseParenthesis, 1);
        if (c == u',')
            return token(FilterToken::Kind::Comma, 1);
        if (const Quotes *quotes = quotesOpenedBy(c))
            return quoted(*quotes);
        return isWordEnd(c) ? comparison() : word();
    }

    FilterToken comparison()
    {
        struct Spelling {
            QStringView written, meant;
        };
        static constexpr std::array<Spelling, 12> spellings {{{u"!=", u"!="}, {u"<=", u"<="}, {u">=", u">="},
            {u"==", u"="}, {u"<>", u"!="}, {u"=", u"="}, {u"<", u"<"}, {u">", u">"}, {u"~", u"~"},
            {u"\u2260", u"!="}, {u"\u2264", u"<="}, {u"\u2265", u">="}}};
        for (const Spelling &spelling : spellings) {
            if (QStringView(m_text).mid(m_at).startsWith(spelling.written))
                return token(FilterToken::Kind::Operator, spelling.written.size(), spelling.meant.toString());
        }
        return token(FilterToken::Kind::Invalid, 1);
    }

    /// From the opening quote at m_at; a backslash makes a quote or a backslash stand for itself.
    FilterToken quoted(const Quotes &quotes)
    {
        QString content(u""_s);
        qsizetype at = m_at + 1;
        for (; at < m_text.size() && !quotes.closing.contains(m_text.at(at)); ++at) {
            const bool escapes = m_text.at(at) == u'\\' && at + 1 < m_text.size()
                && (m_text.at(at + 1) == u'\\' || quotes.closing.contains(m_text.at(at + 1)));
            if (escapes)
                ++at;
            content.append(m_text.at(at));
        }
        const bool isClosed = at < m_text.size();
        FilterToken made = token(FilterToken::Kind::Text, at + (isClosed ? 1 : 0) - m_at, content);
        made.isClosed = isClosed;
        return made;
    }

    FilterToken word()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !isWordEnd(m_text.at(end)))
            ++end;
        const QString found = m_text.mid(m_at, end - m_at);
        if (const QString keyword = keywordOf(found); !keyword.isEmpty())
            return token(FilterToken::Kind::Keyword, found.size(), keyword);
        if (m_expected == Expected::Value)
            return token(valueKind(found), found.size());
        FilterToken field = token(FilterToken::Kind::Field, found.size());
        const Quotes *quotes = m_at < m_text.size() ? quotesOpenedBy(m_text.at(m_at)) : nullptr;
        if (isNamePrefix(found) && quotes) {
            const FilterToken name = quoted(*quotes);
            field.length += name.length;
            field.isClosed = name.isClosed;
            field.text = m_text.mid(field.position, field.length);
        }
        return field;
    }

    /// "missing" and "in" are values behind a comparison: `tags.state = missing`.
    QString keywordOf(const QString &word) const
    {
        static const QStringList keywords {u"and"_s, u"or"_s, u"not"_s, u"in"_s, u"is"_s, u"missing"_s};
        const QString lower = word.toLower();
        if (!keywords.contains(lower) || (m_expected == Expected::Value && (lower == u"missing"_s || lower == u"in"_s)))
            return {};
        return lower;
    }

    /// Whether a bare word is a field or a value is decided by what stands before it.
    void follow(const FilterToken &token)
    {
        switch (token.kind) {
        case FilterToken::Kind::Operator:
            m_expected = Expected::Value;
            break;
        case FilterToken::Kind::Keyword:
            m_afterIn = token.text == u"in"_s;
            m_expected = token.text == u"and"_s || token.text == u"or"_s || (token.text == u"not"_s && m_expected != Expected::Operator)
                ? Expected::Field
                : Expected::Operator;
            return;
        case FilterToken::Kind::OpenParenthesis:
            m_inList = m_afterIn;
            m_expected = m_inList ? Expected::Value : Expected::Field;
            break;
        case FilterToken::Kind::CloseParenthesis:
            m_inList = false;
            m_expected = Expected::Operator;
            break;
        case FilterToken::Kind::Comma:
            m_expected = m_inList ? Expected::Value : Expected::Field;
            break;
        default:
            m_expected = m_inList ? Expected::Value : Expected::Operator;
        }
        m_afterIn = false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    Expected m_expected = Expected::Field;
    bool m_afterIn = false;
    bool m_inList = false;
};

} // namespace

QList<FilterToken> filterTokens(const QString &text)
{
    return Lexer(text).run();
}

QString quotedFilterText(const QString &text)
{
    QString quoted = text;
    quoted.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    return u"\""_s + quoted + u"\""_s;
}

} // namespace stagekeeper
