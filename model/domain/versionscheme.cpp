// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/versionscheme.h"

#include "model/domain/semver.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qint64 microsecondsPerSecond = 1'000'000;

// first byte of a key; the gaps leave room for schemes to come
constexpr char otherMark = '\x10';
constexpr char timestampMark = '\x20';
constexpr char semVerMark = '\x30';

constexpr char listEnd = '\x00';
constexpr char numericMark = '\x02';
constexpr char alphanumericMark = '\x03';
constexpr char preReleaseMark = '\x01';
constexpr char releaseMark = '\x7f';

// What the text says, without a zone: seconds since 1970 as if it were UTC, and the fraction.
struct ClockTime
{
    qint64 seconds = 0;
    qint64 microseconds = 0;
};

std::optional<ClockTime> clockTime(const QString &version)
{
    static const QString shape = u"dddddddd-dddddd-dddddd"_s;
    if (version.size() != 15 && version.size() != 22)
        return {};
    for (qsizetype i = 0; i < version.size(); ++i) {
        const QChar c = version.at(i);
        const bool isDigit = c >= u'0' && c <= u'9';
        if (shape.at(i) == u'd' ? !isDigit : c != u'-')
            return {};
    }
    const auto number = [&version](
                            qsizetype at, qsizetype length) { return QStringView(version).mid(at, length).toInt(); };
    const QDate date(number(0, 4), number(4, 2), number(6, 2));
    const QTime time(number(9, 2), number(11, 2), number(13, 2));
    if (!date.isValid() || !time.isValid())
        return {};
    return ClockTime{QDateTime(date, time, Qt::UTC).toSecsSinceEpoch(), version.size() == 22 ? number(16, 6) : 0};
}

void appendNumber(QByteArray &key, const QString &digits)
{
    const qsizetype length = digits.size();
    if (length < 0xff) {
        key.append(static_cast<char>(length));
    } else {
        key.append('\xff');
        char bytes[8];
        qToBigEndian<quint64>(static_cast<quint64>(length), bytes);
        key.append(bytes, sizeof bytes);
    }
    key.append(digits.toLatin1());
}

QByteArray semVerKey(const SemVer &version)
{
    QByteArray key(1, semVerMark);
    appendNumber(key, version.major);
    appendNumber(key, version.minor);
    appendNumber(key, version.patch);
    key.append(version.preRelease.isEmpty() ? releaseMark : preReleaseMark);
    for (const QString &identifier : version.preRelease) {
        if (isNumericIdentifier(identifier)) {
            key.append(numericMark);
            appendNumber(key, identifier);
        } else {
            key.append(alphanumericMark);
            key.append(identifier.toLatin1());
            key.append('\0');
        }
    }
    return key.append(listEnd);
}

} // namespace

VersionScheme versionScheme(const QString &version)
{
    if (SemVer::parse(version))
        return VersionScheme::SemVer;
    return clockTime(version) ? VersionScheme::Timestamp : VersionScheme::Other;
}

QString timestampVersion(qint64 microseconds, const QTimeZone &zone, bool withMicroseconds)
{
    const qint64 fraction = (microseconds % microsecondsPerSecond + microsecondsPerSecond) % microsecondsPerSecond;
    const qint64 seconds = (microseconds - fraction) / microsecondsPerSecond;
    const QString text = QDateTime::fromSecsSinceEpoch(seconds, zone).toString(u"yyyyMMdd-HHmmss"_s);
    return withMicroseconds ? QString(text % u'-' % QString::number(fraction).rightJustified(6, u'0')) : text;
}

std::optional<qint64> momentOfTimestamp(const QString &version, const QTimeZone &zone)
{
    const std::optional<ClockTime> clock = clockTime(version);
    if (!clock)
        return {};
    const auto offsetAt = [&zone](qint64 seconds) {
        return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
    };
    constexpr qint64 day = 24 * 60 * 60;
    std::optional<qint64> moment;
    // the offset in force is the one of the day before or of the day after; around a change both may fit, or none
    for (const qint64 nearby : {clock->seconds - day, clock->seconds + day}) {
        const int offset = offsetAt(nearby);
        const qint64 seconds = clock->seconds - offset;
        if (offsetAt(seconds) == offset && (!moment || seconds < *moment))
            moment = seconds;
    }
    if (moment)
        *moment = *moment * microsecondsPerSecond + clock->microseconds;
    return moment;
}

QByteArray precedenceKey(const QString &version, const QDateTime &createdAt)
{
    if (const Result<SemVer> semVer = SemVer::parse(version))
        return semVerKey(*semVer);
    if (clockTime(version))
        return timestampMark + version.toLatin1();
    // the sign bit is flipped, so that years before 1970 come first
    const qint64 microseconds = createdAt.isValid() ? createdAt.toMSecsSinceEpoch() * 1000 : 0;
    QByteArray key(9, otherMark);
    qToBigEndian<quint64>(static_cast<quint64>(microseconds) ^ (quint64(1) << 63), key.data() + 1);
    return key;
}

} // namespace stagekeeper
