// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/semver.h"
#include "model/domain/versionscheme.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class VersionSchemeTest final : public QObject
{
    Q_OBJECT

private slots:
    void recognisesTheScheme_data();
    void recognisesTheScheme();
    void writesAndReadsTimestamps_data();
    void writesAndReadsTimestamps();
    void readsTimesThatClocksShowTwiceOrNever();
    void ordersBytesAsPrecedenceDoes();
    void ordersSchemes();
    void ordersOthersByCreation();
};

namespace {

// as SQLite compares blobs
int compareBytes(const QByteArray &a, const QByteArray &b)
{
    const int order = std::memcmp(a.constData(), b.constData(), size_t(qMin(a.size(), b.size())));
    return order != 0 ? order : int(a.size() - b.size());
}

int sign(int number)
{
    return (number > 0) - (number < 0);
}

int sign(std::strong_ordering order)
{
    return (order > 0) - (order < 0);
}

QString randomIdentifier(QRandomGenerator &random)
{
    static const QStringList common{u"0"_s, u"1"_s, u"2"_s, u"9"_s, u"10"_s, u"11"_s, u"a"_s, u"A"_s, u"-"_s, u"--"_s,
        u"a-"_s, u"aa"_s, u"alpha"_s, u"beta"_s, u"rc"_s, u"0a"_s, u"Z"_s, u"z"_s, u"123456789012345678901234567890"_s,
        QString(254, u'9'), QString(255, u'8'), QString(256, u'7'), QString(300, u'1'), QString(300, u'2')};
    return common.at(random.bounded(int(common.size())));
}

SemVer randomVersion(QRandomGenerator &random)
{
    static const QStringList numbers{u"0"_s, u"1"_s, u"2"_s, u"10"_s, u"4294967296"_s, QString(255, u'3')};
    const auto number = [&random] { return numbers.at(random.bounded(int(numbers.size()))); };
    SemVer version{
        u"1"_s, random.bounded(4) == 0 ? number() : u"0"_s, random.bounded(4) == 0 ? number() : u"0"_s, {}, {}};
    for (int i = random.bounded(4); i > 0; --i)
        version.preRelease.append(randomIdentifier(random));
    if (random.bounded(3) == 0)
        version.build = {u"build"_s, QString::number(random.bounded(10))};
    return version;
}

} // namespace

void VersionSchemeTest::recognisesTheScheme_data()
{
    QTest::addColumn<int>("scheme");
    const auto rows = [](VersionScheme scheme, const QString &texts) {
        for (const QString &text : texts.split(u' '))
            QTest::newRow(text.toUtf8().constData()) << int(scheme);
    };
    rows(VersionScheme::SemVer, u"1.0.0 2.0.0+fp16 1.2.0-rc.1"_s);
    rows(VersionScheme::Timestamp, u"20240114-123045 20240114-123045-123456 20240229-000000 99991231-235959-000000"_s);
    rows(VersionScheme::Other,
        u"v1.0.0 main-abc1234 abc1234 20240114 20240114-12304 20240114-123045-12345 20240114-123045-1234567 "
        "20241301-123045 20230229-000000 20240114-240000 20240114-126000 2024x114-123045 20240114_123045 ٢٠٢٤٠١١٤-١٢٣٠٤٥ 1.0"_s);
    QTest::newRow("") << int(VersionScheme::Other);
}

void VersionSchemeTest::recognisesTheScheme()
{
    QFETCH(int, scheme);
    QCOMPARE(int(versionScheme(QString::fromUtf8(QTest::currentDataTag()))), scheme);
}

void VersionSchemeTest::writesAndReadsTimestamps_data()
{
    QTest::addColumn<qint64>("moment");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << qint64(1'705'235'445'123'456) << QByteArray("UTC") << u"20240114-123045-123456"_s;
    QTest::newRow("Berlin") << qint64(1'705'235'445'000'007) << QByteArray("Europe/Berlin")
                            << u"20240114-133045-000007"_s;
    QTest::newRow("Kathmandu") << qint64(1'705'235'445'999'999) << QByteArray("Asia/Kathmandu")
                               << u"20240114-181545-999999"_s;
    QTest::newRow("New York, the day before")
        << qint64(1'705'190'400'000'000) << QByteArray("America/New_York") << u"20240113-190000-000000"_s;
    QTest::newRow("before 1970") << qint64(-1) << QByteArray("UTC") << u"19691231-235959-999999"_s;
    QTest::newRow("an hour after the change to summer")
        << qint64(1'711'848'600'000'001) << QByteArray("Europe/Berlin") << u"20240331-033000-000001"_s;
}

void VersionSchemeTest::writesAndReadsTimestamps()
{
    QFETCH(qint64, moment);
    QFETCH(QByteArray, zone);
    QFETCH(QString, text);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    QCOMPARE(timestampVersion(moment, timeZone, true), text);
    QCOMPARE(timestampVersion(moment, timeZone, false), text.left(15));
    QCOMPARE(momentOfTimestamp(text, timeZone), std::optional(moment));
    const qint64 whole = moment - ((moment % 1'000'000) + 1'000'000) % 1'000'000;
    QCOMPARE(momentOfTimestamp(text.left(15), timeZone), std::optional(whole));
}

void VersionSchemeTest::readsTimesThatClocksShowTwiceOrNever()
{
    const QTimeZone berlin("Europe/Berlin");
    const qint64 first = 1'729'989'000'000'000; // 2024-10-27 02:30 summer time
    const qint64 second = first + 3'600'000'000;
    QCOMPARE(timestampVersion(first, berlin, false), u"20241027-023000"_s);
    QCOMPARE(timestampVersion(second, berlin, false), u"20241027-023000"_s);
    QCOMPARE(momentOfTimestamp(u"20241027-023000"_s, berlin), std::optional(first));
    QCOMPARE(momentOfTimestamp(u"20240331-023000"_s, berlin), std::nullopt);
    QCOMPARE(momentOfTimestamp(u"1.0.0"_s, berlin), std::nullopt);
}

void VersionSchemeTest::ordersBytesAsPrecedenceDoes()
{
    QList<SemVer> versions;
    const QString chain =
        u"1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 "
        "1.0.0 1.0.0+build 1.0.10 1.0.9 1.2.0 1.10.0"_s;
    for (const QString &text : chain.split(u' '))
        versions.append(SemVer::parse(text).value());
    QRandomGenerator random(20240114);
    while (versions.size() < 400)
        versions.append(randomVersion(random));
    QList<QByteArray> keys;
    for (const SemVer &version : versions) {
        QVERIFY(SemVer::parse(version.toString()));
        keys.append(precedenceKey(version.toString(), {}));
    }
    for (qsizetype i = 0; i < versions.size(); ++i) {
        for (qsizetype j = 0; j < versions.size(); ++j) {
            if (sign(compareBytes(keys.at(i), keys.at(j))) != sign(comparePrecedence(versions.at(i), versions.at(j))))
                QFAIL(qPrintable(versions.at(i).toString() + u" and "_s + versions.at(j).toString()));
        }
    }
}

void VersionSchemeTest::ordersSchemes()
{
    const QDateTime now = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate);
    const QStringList ascending{u"main-abc1234"_s, u"20240114-123045"_s, u"20240114-123045-000001"_s,
        u"20240115-000000"_s, u"0.0.0-0"_s, u"0.0.0"_s};
    for (qsizetype i = 1; i < ascending.size(); ++i)
        QVERIFY(compareBytes(precedenceKey(ascending.at(i - 1), now), precedenceKey(ascending.at(i), now)) < 0);
}

void VersionSchemeTest::ordersOthersByCreation()
{
    const QList<qint64> times{-10'000'000'000, -1, 0, 1, 255, 256, 1'705'235'445'123, 4'000'000'000'000};
    for (qsizetype i = 1; i < times.size(); ++i) {
        const auto key = [&times](qsizetype at) {
            return precedenceKey(u"main"_s, QDateTime::fromMSecsSinceEpoch(times.at(at), Qt::UTC));
        };
        QVERIFY(compareBytes(key(i - 1), key(i)) < 0);
        QCOMPARE(key(i).size(), 9);
    }
}

QTEST_GUILESS_MAIN(VersionSchemeTest)
#include "tst_versionscheme.moc"
