// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/namerules.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NameRules)
};

QString kindName(NameKind kind)
{
    switch (kind) {
    case NameKind::Model:
        return Text::tr("model name");
    case NameKind::Version:
        return Text::tr("version");
    case NameKind::Alias:
        return Text::tr("alias");
    case NameKind::Tag:
        return Text::tr("tag name");
    case NameKind::Metric:
        return Text::tr("metric name");
    case NameKind::Parameter:
        return Text::tr("parameter name");
    case NameKind::Artifact:
        return Text::tr("artifact name");
    case NameKind::Stage:
        return Text::tr("stage name");
    case NameKind::DataSource:
        break;
    }
    return Text::tr("data source");
}

QString codePoint(char32_t c)
{
    return u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
}

bool isForbidden(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate
        || QChar::isNonCharacter(c); // SQLite would store U+FFFE as another character
}

bool isLost(char32_t c)
{
    return QChar::isSurrogate(c) || c == 0xFFFE || c == 0xFFFF;
}

bool isInvisible(char32_t c)
{
    // Other_Format holds the bidirectional controls and the zero-width characters; the rest look like nothing or a space.
    return isForbidden(c) || QChar::category(c) == QChar::Other_Format || c == 0x115F || c == 0x1160 || c == 0x3164
        || c == 0xFFA0 || c == 0x034F;
}

/// Takes the next code point off `text`; half of a surrogate pair comes as it is.
char32_t takeCodePoint(QStringView &text)
{
    const bool isPair = text.size() > 1 && text.at(0).isHighSurrogate() && text.at(1).isLowSurrogate();
    const char32_t c = isPair ? QChar::surrogateToUcs4(text.at(0), text.at(1)) : text.at(0).unicode();
    text = text.sliced(isPair ? 2 : 1);
    return c;
}

/// `what` is what the text is, as it stands in the sentence.
Result<> checkCharacters(const QString &what, const QString &text, bool (*isRefused)(char32_t))
{
    QStringView rest(text);
    for (qsizetype position = 1; !rest.isEmpty(); ++position) {
        const char32_t c = takeCodePoint(rest);
        if (isRefused(c))
            return fail(Error::Code::InvalidArgument,
                        Text::tr("The %1 \"%2\" cannot contain the character %3 (character %4).")
                            .arg(what, visibleText(text.left(80)), codePoint(c), QString::number(position)));
    }
    return {};
}

} // namespace

Result<> checkName(NameKind kind, const QString &name)
{
    const QString what = kindName(kind);
    if (name.trimmed().isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("The %1 is empty.").arg(what));
    if (name.size() > maximumNameLength)
        return fail(Error::Code::InvalidArgument,
                    Text::tr("The %1 \"%2...\" is too long: %3 characters, at most %4.")
                        .arg(what, visibleText(name.left(40)), QString::number(name.size()),
                             QString::number(maximumNameLength)));
    return checkCharacters(what, name, isForbidden);
}

Result<> checkText(const QString &what, const QString &text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        return fail(Error::Code::InvalidArgument,
                    Text::tr("The %1 \"%2\" cannot begin with the character U+FEFF.").arg(what, visibleText(text.left(80))));
    return checkCharacters(what, text, [](char32_t c) { return c == 0 || isLost(c); });
}

bool canBeStored(QStringView text)
{
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        return false;
    while (!text.isEmpty()) {
        if (isLost(takeCodePoint(text)))
            return false;
    }
    return true;
}

QString visibleText(const QString &text, bool keepLines)
{
    QString shown;
    shown.reserve(text.size());
    for (QStringView rest(text); !rest.isEmpty();) {
        const char32_t c = takeCodePoint(rest);
        if (isInvisible(c) && !(keepLines && c == '\n'))
            shown += u"⟦"_s + codePoint(c) + u'⟧';
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

QString safeFileName(const QString &name)
{
    static const QRegularExpression reserved(u"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\.|$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype maximumBytes = 200;

    QString safe;
    for (QStringView rest(name); !rest.isEmpty();) {
        const char32_t c = takeCodePoint(rest);
        const bool isRefused = isInvisible(c) || (c < 0x80 && QLatin1StringView("/\\:*?\"<>|").contains(QLatin1Char(char(c))));
        if (isRefused)
            safe += u'_';
        else
            safe += QChar::fromUcs4(c);
    }
    if (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe.front() = u'_';
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    if (safe.isEmpty() || reserved.match(safe).hasMatch())
        safe.prepend(u'_');
    const qsizetype dot = safe.lastIndexOf(u'.');
    const QString ending = dot > 0 && safe.size() - dot <= 16 ? safe.sliced(dot) : QString();
    QString stem;
    qsizetype bytes = ending.toUtf8().size();
    for (QStringView rest = QStringView(safe).chopped(ending.size()); !rest.isEmpty();) {
        const char32_t c = takeCodePoint(rest);
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (bytes > maximumBytes)
            break;
        stem += QChar::fromUcs4(c);
    }
    while (ending.isEmpty() && (stem.endsWith(u'.') || stem.endsWith(u' ')))
        stem.chop(1);
    return stem + ending;
}

} // namespace stagekeeper
