// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/format.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper::format {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::format)
};

constexpr double largestPlain = 1e6;
constexpr double smallestPlain = 1e-4;
constexpr int secondsPerMinute = 60;
constexpr int secondsPerHour = 3600;
constexpr int daysCounted = 7;

/// Locales write minus as a hyphen, a true minus, or with marks around it; we always write one sign.
QString withTrueMinus(QString text, const QLocale &locale)
{
    if (locale.negativeSign() != u"−"_s)
        text.replace(locale.negativeSign(), u"−"_s);
    return text;
}

QString day(const QDate &date, bool withYear, const QLocale &locale)
{
    return locale.toString(date, withYear ? u"d MMM yyyy"_s : u"d MMM"_s);
}

} // namespace

QString number(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value < 0 ? u"−∞"_s : u"∞"_s;
    const double size = std::abs(value);
    const bool vanishes = value != 0 && size < 0.5 * std::pow(10, -decimals); // "0.00" would be a lie
    const bool plain = value == 0 || (size < largestPlain && size >= smallestPlain);
    const QString text = vanishes ? locale.toString(value, 'g', 2)
        : plain                   ? locale.toString(value, 'f', decimals)
                                  : locale.toString(value, 'e', 3);
    return withTrueMinus(text, locale);
}

QString exactNumber(double value)
{
    if (!std::isfinite(value))
        return number(value, 0, QLocale::c());
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString delta(double value, int decimals, const QLocale &locale)
{
    if (value == 0)
        return u"="_s;
    if (std::isnan(value))
        return missing();
    return value > 0 ? u"▲ +"_s + number(value, decimals, locale) : u"▼ "_s + number(value, decimals, locale);
}

QString percent(int value, const QLocale &locale)
{
    //: a share, such as "62 %"
    return Text::tr("%1 %").arg(locale.toString(value));
}

QString count(qint64 value, const QLocale &locale)
{
    return value == 0 ? QString() : locale.toString(value);
}

QString bytes(qint64 size, const QLocale &locale)
{
    return locale.formattedDataSize(size, size < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString relativeDate(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toTimeZone(now.timeZone());
    const qint64 seconds = local.secsTo(now);
    const qint64 days = local.date().daysTo(now.date());
    if (seconds < 0 || days >= daysCounted)
        return day(local.date(), local.date().year() != now.date().year(), locale);
    if (seconds < secondsPerMinute)
        return Text::tr("just now");
    if (seconds < secondsPerHour)
        return Text::tr("%n min ago", nullptr, static_cast<int>(seconds / secondsPerMinute));
    if (days == 0 || seconds < 6 * secondsPerHour)
        return Text::tr("%n h ago", nullptr, static_cast<int>(seconds / secondsPerHour));
    if (days == 1)
        return Text::tr("yesterday");
    return Text::tr("%n days ago", nullptr, static_cast<int>(days));
}

QString exactDate(const QDateTime &when, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    return locale.toString(when, u"d MMMM yyyy, HH:mm:ss t"_s);
}

QString digest(const QString &digest)
{
    const QString hex = digest.section(u':', -1);
    return hex.size() <= 8 ? hex : hex.left(4) + u'…' + hex.right(2);
}

QString missing()
{
    return u"—"_s;
}

} // namespace stagekeeper::format
