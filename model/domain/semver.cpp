// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/semver.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SemVer)
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9'; // QChar::isDigit() accepts the digits of every script
}

bool isIdentifierCharacter(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
}

// Reads a version from left to right; the first thing that is wrong decides the error.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] Result<SemVer> read()
    {
        SemVer version;
        const bool core =
            number(version.major) && separator() && number(version.minor) && separator() && number(version.patch);
        if (core && take(u'-'))
            identifiers(version.preRelease, true);
        if (m_expected.isEmpty() && core && take(u'+'))
            identifiers(version.build, false);
        if (m_expected.isEmpty() && m_at < m_text.size())
            expect(version.preRelease.isEmpty() && version.build.isEmpty()
                    ? Text::tr("\"-\", \"+\" or the end")
                    : Text::tr("a letter, a digit, \"-\" or \".\""));
        if (m_expected.isEmpty())
            return version;
        return fail(Error::Code::InvalidArgument,
            Text::tr("\"%1\" is not a semantic version: at position %2, %3 is expected.")
                .arg(m_text, QString::number(m_at + 1), m_expected));
    }

private:
    bool take(QChar c)
    {
        if (!m_expected.isEmpty() || m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    bool expect(const QString &what)
    {
        m_expected = what;
        return false;
    }

    bool separator() { return take(u'.') || expect(Text::tr("\".\"")); }

    bool number(QString &digits)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isDigit(m_text.at(m_at)))
            ++m_at;
        digits = m_text.mid(start, m_at - start);
        return !digits.isEmpty() ? noLeadingZero(digits, start) : expect(Text::tr("a number"));
    }

    bool noLeadingZero(const QString &digits, qsizetype start)
    {
        if (digits.size() == 1 || !digits.startsWith(u'0'))
            return true;
        m_at = start;
        return expect(Text::tr("a number without leading zeros"));
    }

    bool identifiers(QStringList &list, bool areCompared)
    {
        do {
            const qsizetype start = m_at;
            while (m_at < m_text.size() && isIdentifierCharacter(m_text.at(m_at)))
                ++m_at;
            const QString identifier = m_text.mid(start, m_at - start);
            if (identifier.isEmpty())
                return expect(Text::tr("a letter, a digit or \"-\""));
            if (areCompared && isNumericIdentifier(identifier) && !noLeadingZero(identifier, start))
                return false;
            list.append(identifier);
        } while (take(u'.'));
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_expected; ///< empty as long as nothing is wrong
};

std::strong_ordering compareNumbers(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

std::strong_ordering compareIdentifiers(const QString &a, const QString &b)
{
    const bool numericA = isNumericIdentifier(a);
    if (numericA != isNumericIdentifier(b))
        return numericA ? std::strong_ordering::less : std::strong_ordering::greater;
    return numericA ? compareNumbers(a, b) : a.compare(b) <=> 0;
}

QString increased(QString digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits.at(i) != u'9') {
            digits[i] = QChar(digits.at(i).unicode() + 1);
            return digits;
        }
        digits[i] = u'0';
    }
    return u'1' % digits;
}

} // namespace

bool isNumericIdentifier(const QString &identifier)
{
    return !identifier.isEmpty() && std::ranges::all_of(identifier, isDigit);
}

Result<SemVer> SemVer::parse(const QString &text)
{
    return Reader(text).read();
}

QString SemVer::toString() const
{
    QString text = major % u'.' % minor % u'.' % patch;
    if (!preRelease.isEmpty())
        text += u'-' % preRelease.join(u'.');
    if (!build.isEmpty())
        text += u'+' % build.join(u'.');
    return text;
}

SemVer SemVer::nextMajor() const
{
    return {increased(major), u"0"_s, u"0"_s, {}, {}};
}

SemVer SemVer::nextMinor() const
{
    return {major, increased(minor), u"0"_s, {}, {}};
}

SemVer SemVer::nextPatch() const
{
    return {major, minor, increased(patch), {}, {}};
}

std::strong_ordering comparePrecedence(const SemVer &a, const SemVer &b)
{
    if (const auto order = compareNumbers(a.major, b.major); order != 0)
        return order;
    if (const auto order = compareNumbers(a.minor, b.minor); order != 0)
        return order;
    if (const auto order = compareNumbers(a.patch, b.patch); order != 0)
        return order;
    if (a.preRelease.isEmpty() != b.preRelease.isEmpty())
        return a.preRelease.isEmpty() ? std::strong_ordering::greater : std::strong_ordering::less;
    for (qsizetype i = 0; i < std::min(a.preRelease.size(), b.preRelease.size()); ++i) {
        if (const auto order = compareIdentifiers(a.preRelease.at(i), b.preRelease.at(i)); order != 0)
            return order;
    }
    return a.preRelease.size() <=> b.preRelease.size();
}

} // namespace stagekeeper
