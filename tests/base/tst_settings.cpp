// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// What is remembered comes back as it was; what somebody broke in the file counts as not set.
class SettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsWithDefaults();
    void comesBackInTheNextRun();
    void comesBackWithHostileTexts();
    void takesTheDefaultForAWrongType_data();
    void takesTheDefaultForAWrongType();
    void readsWhatAPersonWrote();
    void tellsOfChangesOnly();
    void remembersThatTheDefaultWasChosen();
    void keepsModelsApart();
    void livesWithABrokenFile();

private:
    void write(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void SettingsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("STAGEKEEPER_HOME", m_home->path().toUtf8());
}

void SettingsTest::write(const QByteArray &content) const
{
    QFile file(m_home->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void SettingsTest::startsWithDefaults()
{
    const Settings settings;
    QCOMPARE(settings.value(settings::inspectorShown), true);
    QCOMPARE(settings.value(settings::treeWidth), settings::treeWidth.fallback);
    QVERIFY(settings.value(settings::treeWidth) > 0);
    QCOMPARE(settings.value(settings::theme), u"system"_s);
    QCOMPARE(settings.value(settings::openRegistries), QStringList());
    QCOMPARE(settings.value(settings::windowGeometry), QByteArray());
}

void SettingsTest::comesBackInTheNextRun()
{
    const QByteArray geometry("\x00\x01\xff,;=\n", 7);
    {
        Settings settings;
        settings.set(settings::inspectorShown, false);
        settings.set(settings::treeWidth, 300);
        settings.set(settings::theme, u"dark"_s);
        settings.set(settings::windowGeometry, geometry);
        settings.set(settings::openRegistries, {u"/one"_s});
        settings.set(settings::recentRegistries, {u"/one"_s, u"/two, three"_s});
    }
    Settings settings;
    QCOMPARE(settings.value(settings::inspectorShown), false);
    QCOMPARE(settings.value(settings::treeWidth), 300);
    QCOMPARE(settings.value(settings::theme), u"dark"_s);
    QCOMPARE(settings.value(settings::windowGeometry), geometry);
    QCOMPARE(settings.value(settings::openRegistries), QStringList {u"/one"_s});
    QCOMPARE(settings.value(settings::recentRegistries), (QStringList {u"/one"_s, u"/two, three"_s}));
    settings.set(settings::openRegistries, {});
    QCOMPARE(Settings().value(settings::openRegistries), QStringList());
}

void SettingsTest::comesBackWithHostileTexts()
{
    const QStringList texts {u"@Invalid()"_s, u"@ByteArray(x)"_s, u"a\nb=c"_s, u"[section]"_s, u"%U202e"_s, u"\u202Eמודל"_s,
                             u" padded "_s, u"\""_s, u"a, b"_s};
    for (const QString &text : texts) {
        Settings().set(settings::userName, text);
        QCOMPARE(Settings().value(settings::userName), text);
    }
}

void SettingsTest::takesTheDefaultForAWrongType_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("word for a number") << QByteArray("[window]\ntreeWidth=wide\n");
    QTest::newRow("nothing for a number") << QByteArray("[window]\ntreeWidth=\n");
    QTest::newRow("list for a number") << QByteArray("[window]\ntreeWidth=1, 2\n");
    QTest::newRow("too large a number") << QByteArray("[window]\ntreeWidth=99999999999999999999\n");
    QTest::newRow("word for a switch") << QByteArray("[window]\ninspector=perhaps\n");
    QTest::newRow("list for a switch") << QByteArray("[window]\ninspector=false, true\n");
    QTest::newRow("list for a text") << QByteArray("[window]\ntheme=dark, light\n");
    QTest::newRow("broken variant") << QByteArray("[window]\ntheme=@Variant(\\0\\0\\0\\x7f)\ntreeWidth=@Rect(1 2 3 4)\n");
}

void SettingsTest::takesTheDefaultForAWrongType()
{
    QFETCH(const QByteArray, content);
    write(content);
    const Settings settings;
    QCOMPARE(settings.value(settings::treeWidth), settings::treeWidth.fallback);
    QCOMPARE(settings.value(settings::inspectorShown), settings::inspectorShown.fallback);
    QCOMPARE(settings.value(settings::theme), settings::theme.fallback);
}

void SettingsTest::readsWhatAPersonWrote()
{
    write("[window]\ntreeWidth=400\ninspector=0\ntree=FALSE\n[registries]\nopen=/only\n");
    const Settings settings;
    QCOMPARE(settings.value(settings::treeWidth), 400);
    QCOMPARE(settings.value(settings::inspectorShown), false);
    QCOMPARE(settings.value(settings::treeShown), false);
    QCOMPARE(settings.value(settings::openRegistries), QStringList {u"/only"_s});
}

void SettingsTest::tellsOfChangesOnly()
{
    Settings settings;
    const QSignalSpy changed(&settings, &Settings::changed);
    settings.set(settings::theme, u"dark"_s);
    settings.set(settings::theme, u"dark"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), settings::theme.key);
    settings.set(settings::theme, u"light"_s);
    QCOMPARE(changed.size(), 2);
}

void SettingsTest::remembersThatTheDefaultWasChosen()
{
    Settings().set(settings::theme, settings::theme.fallback);
    const Setting<QString> later {settings::theme.key, u"another default"_s};
    QCOMPARE(Settings().value(later), settings::theme.fallback);
}

void SettingsTest::keepsModelsApart()
{
    const auto key = [](const QString &origin, const QString &model) { return settings::tableView(origin, model).key; };
    QCOMPARE(key(u"a"_s, u"m"_s), key(u"a"_s, u"m"_s));
    const QSet<QString> keys {key(u"a"_s, u"m"_s), key(u"a"_s, u"n"_s), key(u"b"_s, u"m"_s), key(u"a"_s, u"m/../n"_s),
                              key(u"a"_s, u"M"_s), settings::savedViews(u"a"_s, u"m"_s).key};
    QCOMPARE(keys.size(), 6);
    Settings().set(settings::tableView(u"a"_s, u"x/y=z"_s), "one"_ba);
    QCOMPARE(Settings().value(settings::tableView(u"a"_s, u"x/y=z"_s)), "one"_ba);
    QCOMPARE(Settings().value(settings::tableView(u"a"_s, u"x/y"_s)), QByteArray());
}

void SettingsTest::livesWithABrokenFile()
{
    write(QByteArray("\x00\xff[[[window\ntreeWidth\n=\n\\x", 25) + QByteArray(5000, '\x1f'));
    Settings settings;
    QCOMPARE(settings.value(settings::treeWidth), settings::treeWidth.fallback);
    settings.set(settings::treeWidth, 300);
    QCOMPARE(settings.value(settings::treeWidth), 300);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
