// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/namerules.h"
#include "tests/support/hostilenames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// What a name may be, how one is shown, and how it becomes a file name.
class NameRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesAnyText_data();
    void takesAnyText();
    void refusesWhatCannotBeShownOrStored_data();
    void refusesWhatCannotBeShownOrStored();
    void takesLinesInFreeText();
    void showsWhatIsHidden();
    void makesFileNamesThatStayInTheirFolder();
};

void NameRulesTest::takesAnyText_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"fraud-scorer"_s, u"模型 🚀"_s, u"שלום"_s, u"a:b@c/d\\e"_s, u"'; DROP TABLE models; --"_s,
                                u"<img src=x>"_s, u"evil\u202Etxt"_s, QString(4096, u'x'), u" padded "_s})
        QTest::newRow(qPrintable(name.left(20))) << name;
}

void NameRulesTest::takesAnyText()
{
    QFETCH(const QString, name);
    QVERIFY(checkName(NameKind::Model, name));
}

void NameRulesTest::refusesWhatCannotBeShownOrStored_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" \u00A0 "_s;
    QTest::newRow("line feed") << u"a\nb"_s;
    QTest::newRow("nul") << QString(QChar(0));
    QTest::newRow("escape") << u"\x1b[31m"_s;
    QTest::newRow("next line") << u"a\u0085"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s;
    QTest::newRow("half a pair") << QString(u'a') + QChar(0xD800);
    QTest::newRow("pair the wrong way round") << QString(QChar(0xDC00)) + QChar(0xD800);
    QTest::newRow("too long") << QString(4097, u'x');
}

void NameRulesTest::refusesWhatCannotBeShownOrStored()
{
    QFETCH(const QString, name);
    const auto checked = checkName(NameKind::Tag, name);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, Error::Code::InvalidArgument);
    QVERIFY(!checked.error().message.contains(u'\n'));
}

void NameRulesTest::takesLinesInFreeText()
{
    QVERIFY(checkText(u"description"_s, u"two\nlines\tand \x1b"_s));
    QVERIFY(checkText(u"description"_s, QString()));
    QVERIFY(!checkText(u"description"_s, QString(QChar(0))));
    QVERIFY(!checkText(u"description"_s, QString(QChar(0xDFFF))));
    for (const char16_t lost : {u'\uFFFE', u'\uFFFF'})
        QVERIFY(!checkText(u"description"_s, u"a"_s + QChar(lost)));
    QVERIFY(!checkText(u"description"_s, QChar(QChar::ByteOrderMark) + u"a"_s));
    QVERIFY(checkText(u"description"_s, u"a"_s + QChar(QChar::ByteOrderMark)));
}

void NameRulesTest::showsWhatIsHidden()
{
    QCOMPARE(visibleText(u"a\u202Eb\u200Bc\n"_s), u"a⟦U+202E⟧b⟦U+200B⟧c⟦U+000A⟧"_s);
    QCOMPARE(visibleText(u"a\nb"_s, true), u"a\nb"_s);
    QCOMPARE(visibleText(u"模型 🚀 שלום é"_s), u"模型 🚀 שלום é"_s);
    QCOMPARE(visibleText(QString(QChar(0xD83D))), u"⟦U+D83D⟧"_s);
}

void NameRulesTest::makesFileNamesThatStayInTheirFolder()
{
    QCOMPARE(safeFileName(u"model.onnx"_s), u"model.onnx"_s);
    QCOMPARE(safeFileName(u"模型.onnx"_s), u"模型.onnx"_s);
    QCOMPARE(safeFileName(u"nul.txt"_s), u"_nul.txt"_s);
    for (const QString &name : hostileNames()) {
        const QString safe = safeFileName(name);
        QVERIFY(!safe.isEmpty() && safe != u"."_s && safe != u".."_s);
        QVERIFY(!safe.contains(u'/') && !safe.contains(u'\\') && !safe.contains(u':'));
        QVERIFY(!safe.startsWith(u'.') && !safe.endsWith(u'.') && !safe.endsWith(u' '));
        QVERIFY(safe.toUtf8().size() <= 200);
        QCOMPARE(visibleText(safe), safe);
    }
}

QTEST_GUILESS_MAIN(NameRulesTest)
#include "tst_namerules.moc"
