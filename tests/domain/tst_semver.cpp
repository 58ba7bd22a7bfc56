// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/semver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class SemVerTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAndPrints_data();
    void readsAndPrints();
    void refusesWithThePosition_data();
    void refusesWithThePosition();
    void keepsTheParts();
    void ordersByPrecedence_data();
    void ordersByPrecedence();
    void ignoresBuildMetadataInTheOrder();
    void countsUp_data();
    void countsUp();
};

// the valid examples that semver.org lists beside its regular expression
void SemVerTest::readsAndPrints_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        u"0.0.4"_s,
        u"1.2.3"_s,
        u"10.20.30"_s,
        u"1.1.2-prerelease+meta"_s,
        u"1.1.2+meta"_s,
        u"1.1.2+meta-valid"_s,
        u"1.0.0-alpha"_s,
        u"1.0.0-beta"_s,
        u"1.0.0-alpha.beta"_s,
        u"1.0.0-alpha.beta.1"_s,
        u"1.0.0-alpha.1"_s,
        u"1.0.0-alpha0.valid"_s,
        u"1.0.0-alpha.0valid"_s,
        u"1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay"_s,
        u"1.0.0-rc.1+build.1"_s,
        u"2.0.0-rc.1+build.123"_s,
        u"1.2.3-beta"_s,
        u"10.2.3-DEV-SNAPSHOT"_s,
        u"1.2.3-SNAPSHOT-123"_s,
        u"1.0.0"_s,
        u"2.0.0"_s,
        u"1.1.7"_s,
        u"2.0.0+build.1848"_s,
        u"2.0.1-alpha.1227"_s,
        u"1.0.0-alpha+beta"_s,
        u"1.2.3----RC-SNAPSHOT.12.9.1--.12+788"_s,
        u"1.2.3----R-S.12.9.1--.12+meta"_s,
        u"1.2.3----RC-SNAPSHOT.12.9.1--.12"_s,
        u"1.0.0+0.build.1-rc.10000aaa-kk-0.1"_s,
        u"99999999999999999999999.999999999999999999.99999999999999999"_s,
        u"1.0.0-0A.is.legal"_s,
        u"2.1.3-beta-2+build123"_s,
        u"1.0.0+001"_s,
    };
    for (const QString &text : texts)
        QTest::newRow(text.toLatin1().constData()) << text;
}

void SemVerTest::readsAndPrints()
{
    QFETCH(QString, text);
    const Result<SemVer> version = SemVer::parse(text);
    QVERIFY2(version, version ? "" : qPrintable(version.error().message));
    QCOMPARE(version->toString(), text);
}

void SemVerTest::refusesWithThePosition_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    const QList<std::pair<QString, int>> rows{
        {QString(), 1},
        {u"1"_s, 2},
        {u"1.2"_s, 4},
        {u"1.2.3-0123"_s, 7},
        {u"1.2.3-0123.0123"_s, 7},
        {u"1.1.2+.123"_s, 7},
        {u"+invalid"_s, 1},
        {u"-invalid"_s, 1},
        {u"alpha"_s, 1},
        {u"alpha.beta"_s, 1},
        {u"1.0.0-alpha_beta"_s, 12},
        {u"1.0.0-alpha.."_s, 13},
        {u"1.0.0-alpha..1"_s, 13},
        {u"01.1.1"_s, 1},
        {u"1.01.1"_s, 3},
        {u"1.1.01"_s, 5},
        {u"1.2.3.DEV"_s, 6},
        {u"1.2-SNAPSHOT"_s, 4},
        {u"1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788"_s, 7},
        {u"1.2-RC-SNAPSHOT"_s, 4},
        {u"-1.0.3-gamma+b7718"_s, 1},
        {u"+justmeta"_s, 1},
        {u"9.8.7+meta+meta"_s, 11},
        {u"9.8.7-whatever+meta+meta"_s, 20},
        {u"v1.2.3"_s, 1},
        {u" 1.2.3"_s, 1},
        {u"1.2.3 "_s, 6},
        {u"1.2.3-"_s, 7},
        {u"1.2.3+"_s, 7},
        {u"1..3"_s, 3},
        {u"١.٢.٣"_s, 1},
        {u"1.2.3-ä"_s, 7},
        {u"1.2.3-a+ü"_s, 9},
    };
    for (const auto &[text, position] : rows)
        QTest::newRow(text.toUtf8().constData()) << text << position;
}

void SemVerTest::refusesWithThePosition()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    const Result<SemVer> version = SemVer::parse(text);
    QVERIFY(!version);
    QCOMPARE(version.error().code, Error::Code::InvalidArgument);
    QVERIFY2(version.error().message.contains(u"position %1,"_s.arg(position)), qPrintable(version.error().message));
}

void SemVerTest::keepsTheParts()
{
    const Result<SemVer> version = SemVer::parse(u"2.1.3-beta-2.0+build123.-"_s);
    QVERIFY(version);
    const SemVer expected{u"2"_s, u"1"_s, u"3"_s, {u"beta-2"_s, u"0"_s}, {u"build123"_s, u"-"_s}};
    QCOMPARE(*version, expected);
}

void SemVerTest::ordersByPrecedence_data()
{
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("higher");
    // the first chain is the specification's own
    const QStringList chains{
        u"1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0"_s,
        u"0.9.0 1.0.0-0 1.0.0-1 1.0.0-9 1.0.0-10 1.0.0-99999999999999999999 1.0.0-100000000000000000000 1.0.0--1 "
        "1.0.0-A 1.0.0-a 1.0.0-a-b 1.0.0-aa 1.0.0 1.0.1 1.0.9 1.0.10 1.2.0 1.10.0 2.0.0 "
        "18446744073709551616.0.0 18446744073709551617.0.0"_s,
    };
    for (const QString &chain : chains) {
        const QStringList texts = chain.split(u' ');
        for (qsizetype i = 0; i < texts.size(); ++i) {
            for (qsizetype j = i + 1; j < texts.size(); ++j)
                QTest::newRow(qPrintable(texts.at(i) + u" < "_s + texts.at(j))) << texts.at(i) << texts.at(j);
        }
    }
}

void SemVerTest::ordersByPrecedence()
{
    QFETCH(QString, lower);
    QFETCH(QString, higher);
    const SemVer a = SemVer::parse(lower).value();
    const SemVer b = SemVer::parse(higher).value();
    QVERIFY(comparePrecedence(a, b) < 0);
    QVERIFY(comparePrecedence(b, a) > 0);
    QVERIFY(comparePrecedence(a, a) == 0);
}

void SemVerTest::ignoresBuildMetadataInTheOrder()
{
    const SemVer a = SemVer::parse(u"2.0.0+fp16"_s).value();
    const SemVer b = SemVer::parse(u"2.0.0+int8"_s).value();
    QVERIFY(comparePrecedence(a, b) == 0);
    QVERIFY(a != b);
}

void SemVerTest::countsUp_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("next");
    QTest::newRow("plain") << u"1.2.3"_s << u"2.0.0 1.3.0 1.2.4"_s;
    QTest::newRow("pre-release and build are dropped") << u"1.2.3-rc.1+7"_s << u"2.0.0 1.3.0 1.2.4"_s;
    QTest::newRow("carry") << u"9.99.999"_s << u"10.0.0 9.100.0 9.99.1000"_s;
    QTest::newRow("beyond 64 bits") << u"18446744073709551615.0.0"_s
                                    << u"18446744073709551616.0.0 18446744073709551615.1.0 18446744073709551615.0.1"_s;
}

void SemVerTest::countsUp()
{
    QFETCH(QString, from);
    QFETCH(QString, next);
    const SemVer version = SemVer::parse(from).value();
    const QStringList results{
        version.nextMajor().toString(), version.nextMinor().toString(), version.nextPatch().toString()};
    QCOMPARE(results.join(u' '), next);
}

QTEST_GUILESS_MAIN(SemVerTest)
#include "tst_semver.moc"
