// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/strictjson.h"

#include "model/domain/jsonnumber.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringConverter>
#include <QStringList>

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StrictJson)
};

constexpr qsizetype shownKeyLength = 60;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads from left to right; after the first problem every function returns at once.
class Parser
{
public:
    Parser(QByteArrayView text, const JsonLimits &limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Result<QJsonValue> parse()
    {
        if (m_text.size() > m_limits.bytes)
            return fail(Error::Code::InvalidArgument,
                Text::tr("The JSON text is too large: %1 bytes, at most %2 are read.")
                    .arg(QString::number(m_text.size()), QString::number(m_limits.bytes)));
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        const QJsonValue result = value(0);
        skipSpace();
        if (m_problem.isEmpty() && m_at < m_text.size())
            problem(Text::tr("nothing more is expected"));
        if (!m_problem.isEmpty())
            return error();
        return result;
    }

private:
    [[nodiscard]] tl::unexpected<Error> error() const;
    [[nodiscard]] QJsonValue value(int depth);
    [[nodiscard]] QJsonValue object(int depth);
    [[nodiscard]] QJsonValue array(int depth);
    [[nodiscard]] QString string();
    void escape(QString &text);
    [[nodiscard]] char16_t hexadecimal();
    [[nodiscard]] QJsonValue number();
    [[nodiscard]] QJsonValue word();

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    [[nodiscard]] bool isFailed() const { return !m_problem.isEmpty(); }
    bool take(char c)
    {
        skipSpace();
        if (isFailed() || m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }
    bool takeDigits()
    {
        const qsizetype start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }
    void problem(const QString &what, qsizetype at = -1)
    {
        if (!isFailed()) {
            m_problem = what;
            m_problemAt = at < 0 ? m_at : at;
            m_problemPath = m_path;
        }
    }

    QByteArrayView m_text;
    const JsonLimits &m_limits;
    qsizetype m_at = 0;
    QStringList m_path; ///< keys that lead to where we are
    QString m_problem;
    qsizetype m_problemAt = 0;
    QStringList m_problemPath;
};

tl::unexpected<Error> Parser::error() const
{
    const QByteArrayView before = m_text.first(std::min(m_problemAt, m_text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const QString line = QString::number(std::ranges::count(before, '\n') + 1);
    const QString column = QString::number(QString::fromUtf8(before.sliced(lineStart)).size() + 1);
    QString key = m_problemPath.join(u'.');
    if (key.size() > shownKeyLength)
        key = key.left(shownKeyLength) + u'…';
    if (key.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("Line %1, column %2: %3.").arg(line, column, m_problem));
    return fail(Error::Code::InvalidArgument,
        Text::tr("Line %1, column %2, in \"%3\": %4.", "%3 is a key").arg(line, column, key, m_problem));
}

QJsonValue Parser::value(int depth)
{
    skipSpace();
    switch (peek()) {
    case '{':
    case '[':
        if (depth >= m_limits.depth) {
            problem(Text::tr("nested deeper than %1 levels").arg(m_limits.depth));
            return {};
        }
        return peek() == '{' ? object(depth + 1) : array(depth + 1);
    case '"':
        return string();
    default:
        return peek() == '-' || isDigit(peek()) ? number() : word();
    }
}

QJsonValue Parser::object(int depth)
{
    QMap<QString, QJsonValue> members;
    ++m_at;
    if (take('}'))
        return QJsonObject();
    do {
        skipSpace();
        const qsizetype keyAt = m_at;
        if (peek() != '"')
            problem(Text::tr("a key in double quotes is expected"));
        const QString key = isFailed() ? QString() : string();
        m_path.append(key);
        if (members.contains(key))
            problem(Text::tr("this key occurs twice in the same object"), keyAt);
        if (!take(':'))
            problem(Text::tr("\":\" is expected"));
        if (!isFailed())
            members.insert(key, value(depth));
        m_path.removeLast();
    } while (take(','));
    if (!take('}'))
        problem(Text::tr("\",\" or \"}\" is expected"));
    // in the order of keys, so that each one is appended; any other order is quadratic
    QJsonObject object;
    for (auto member = members.cbegin(); !isFailed() && member != members.cend(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

QJsonValue Parser::array(int depth)
{
    QJsonArray array;
    ++m_at;
    if (take(']'))
        return array;
    do
        array.append(value(depth));
    while (take(','));
    if (!take(']'))
        problem(Text::tr("\",\" or \"]\" is expected"));
    return array;
}

QString Parser::string()
{
    const qsizetype start = ++m_at;
    QString text;
    while (!isFailed()) {
        const qsizetype pieceAt = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != '"' && m_text.at(m_at) != '\\'
            && static_cast<unsigned char>(m_text.at(m_at)) >= 0x20)
            ++m_at;
        QStringDecoder decoder(
            QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
        text += QString(decoder(m_text.sliced(pieceAt, m_at - pieceAt)));
        if (decoder.hasError())
            problem(Text::tr("the text is not valid UTF-8"), pieceAt);
        else if (m_at - start > m_limits.textLength)
            problem(Text::tr("the text is longer than %1 bytes").arg(m_limits.textLength), start - 1);
        else if (peek() == '\\')
            escape(text);
        else if (peek() == '"')
            break;
        else
            problem(m_at < m_text.size() ? Text::tr("a control character must be escaped")
                                         : Text::tr("the text has no closing quote"),
                m_at < m_text.size() ? m_at : start - 1);
    }
    if (text.contains(QChar(0xfffe)) || text.contains(QChar(0xffff)))
        problem(Text::tr("the text holds U+FFFE or U+FFFF, which are no characters"), start - 1);
    ++m_at;
    return text;
}

void Parser::escape(QString &text)
{
    static constexpr QByteArrayView letters = "\"\\/bfnrt";
    static constexpr char16_t meanings[] = u"\"\\/\b\f\n\r\t";
    const qsizetype start = m_at++;
    const char letter = peek();
    ++m_at;
    if (const qsizetype known = letter == '\0' ? -1 : letters.indexOf(letter); known >= 0) {
        text += QChar(meanings[known]);
        return;
    }
    if (letter != 'u') {
        problem(Text::tr("there is no such escape sequence"), start);
        return;
    }
    const char16_t first = hexadecimal();
    text += QChar(first);
    if (!QChar::isSurrogate(first) || isFailed())
        return;
    const bool isPair = QChar::isHighSurrogate(first) && m_text.sliced(m_at).startsWith("\\u");
    m_at += isPair ? 2 : 0;
    const char16_t second = isPair ? hexadecimal() : u'\0';
    if (!QChar::isLowSurrogate(second))
        problem(Text::tr("half of a surrogate pair stands alone"), start);
    text += QChar(second);
}

char16_t Parser::hexadecimal()
{
    const QByteArrayView digits = m_text.sliced(m_at, std::min<qsizetype>(4, m_text.size() - m_at));
    quint16 unit = 0;
    const auto [end, status] = std::from_chars(digits.begin(), digits.end(), unit, 16);
    if (digits.size() < 4 || end != digits.end() || status != std::errc())
        problem(Text::tr("four hexadecimal digits are expected"));
    m_at += digits.size();
    return char16_t(unit);
}

QJsonValue Parser::number()
{
    const qsizetype start = m_at;
    if (peek() == '-')
        ++m_at;
    if (peek() == 'I')
        return word();
    bool isGood = peek() == '0' ? (++m_at, !isDigit(peek())) : takeDigits();
    bool isInteger = true;
    if (isGood && peek() == '.') {
        isInteger = false;
        ++m_at;
        isGood = takeDigits();
    }
    if (isGood && (peek() == 'e' || peek() == 'E')) {
        isInteger = false;
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        isGood = takeDigits();
    }
    const QByteArrayView token = m_text.sliced(start, m_at - start);
    if (!isGood) {
        problem(Text::tr("this is not a number"), start);
        return {};
    }
    const std::optional<QJsonValue> number = exactJsonNumber(token);
    if (!number)
        problem(isInteger ? Text::tr("the integer is too large to be kept exactly")
                          : Text::tr("the number is too large or too small"),
            start);
    return number.value_or(QJsonValue());
}

QJsonValue Parser::word()
{
    const qsizetype start = m_at > 0 && m_text.at(m_at - 1) == '-' ? m_at - 1 : m_at;
    while (m_at < m_text.size() && ((peek() >= 'a' && peek() <= 'z') || (peek() >= 'A' && peek() <= 'Z')))
        ++m_at;
    const QByteArrayView token = m_text.sliced(start, m_at - start);
    if (token == "null")
        return QJsonValue::Null;
    if (token == "true" || token == "false")
        return token == "true";
    if (m_limits.acceptsNonFinite && (token == "NaN" || token == "Infinity" || token == "-Infinity"))
        return QString::fromLatin1(token);
    m_at = start;
    problem(m_at < m_text.size() ? Text::tr("a value is expected") : Text::tr("the text ends too early"));
    return {};
}

} // namespace

Result<QJsonValue> parseStrictJson(QByteArrayView text, const JsonLimits &limits)
{
    return Parser(text, limits).parse();
}

} // namespace stagekeeper
