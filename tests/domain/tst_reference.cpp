// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/reference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class ReferenceTest final : public QObject
{
    Q_OBJECT

private slots:
    void splitsAtTheLastSeparator_data();
    void splitsAtTheLastSeparator();
    void refusesWhatLacksAPart_data();
    void refusesWhatLacksAPart();
};

void ReferenceTest::splitsAtTheLastSeparator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("alias");
    QTest::newRow("version") << u"fraud:1.2.0"_s << u"fraud"_s << u"1.2.0"_s << QString();
    QTest::newRow("alias") << u"fraud@champion"_s << u"fraud"_s << QString() << u"champion"_s;
    QTest::newRow("colon in the model") << u"team:fraud:1.2.0"_s << u"team:fraud"_s << u"1.2.0"_s << QString();
    QTest::newRow("at in the model") << u"a@b@champion"_s << u"a@b"_s << QString() << u"champion"_s;
    QTest::newRow("at in the version") << u"fraud:v1@x"_s << u"fraud"_s << u"v1@x"_s << QString();
    QTest::newRow("any script") << u"модель:版本 1"_s << u"модель"_s << u"版本 1"_s << QString();
}

void ReferenceTest::splitsAtTheLastSeparator()
{
    QFETCH(QString, text);
    QFETCH(QString, model);
    QFETCH(QString, version);
    QFETCH(QString, alias);
    const Result<Reference> reference = Reference::parse(text);
    QVERIFY(reference);
    QCOMPARE(reference->model, model);
    QCOMPARE(reference->version, version);
    QCOMPARE(reference->alias, alias);
    QCOMPARE(reference->toString(), text);
}

void ReferenceTest::refusesWhatLacksAPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QString() << u"MODEL:VERSION"_s;
    QTest::newRow("model alone") << u"fraud"_s << u"MODEL:VERSION"_s;
    QTest::newRow("no model") << u":1.0.0"_s << u"model"_s;
    QTest::newRow("no version") << u"fraud:"_s << u"version"_s;
    QTest::newRow("no alias") << u"fraud@"_s << u"alias"_s;
}

void ReferenceTest::refusesWhatLacksAPart()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const Result<Reference> reference = Reference::parse(text);
    QVERIFY(!reference);
    QCOMPARE(reference.error().code, Error::Code::InvalidArgument);
    QVERIFY2(reference.error().message.contains(says), qPrintable(reference.error().message));
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "tst_reference.moc"
