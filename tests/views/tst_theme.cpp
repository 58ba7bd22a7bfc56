// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/icons.h"
#include "views/common/style.h"

#include <QDialog>
#include <QDir>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void switchesTheWholeApplicationLive();
    void tellsOnlyRealChanges();
    void fontsAreRelativeToTheApplications();
    void rowsGrowWithTheFont();
    void everyIconCanBeDrawn();
    void iconsFollowTheTheme();
    void pointingIconsAreMirrored();
    void toolTipsShowMarkupAsText();
    void enterStaysWithThePrimaryButton();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestTheme::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    applyTheme(*qApp, *m_theme);
}

void TestTheme::init()
{
    m_theme->setMode(Theme::Mode::Light);
}

void TestTheme::switchesTheWholeApplicationLive()
{
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColor(Token::Window, false));
    m_theme->setMode(Theme::Mode::Dark);
    QVERIFY(m_theme->isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColor(Token::Window, true));
    QCOMPARE(QApplication::palette("QLineEdit").color(QPalette::Highlight), tokenColor(Token::AccentFill, true));
}

void TestTheme::tellsOnlyRealChanges()
{
    const QSignalSpy changes(m_theme.get(), &Theme::changed);
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setDensity(Theme::Density::Regular);
    QCOMPARE(changes.size(), 0);
    m_theme->setMode(Theme::Mode::Dark);
    QCOMPARE(changes.size(), 1);
}

void TestTheme::fontsAreRelativeToTheApplications()
{
    const double base = QFontInfo(m_theme->font(Theme::Face::Body)).pointSizeF();
    QVERIFY(QFontInfo(m_theme->font(Theme::Face::Small)).pointSizeF() < base);
    QVERIFY(QFontInfo(m_theme->font(Theme::Face::Title)).pointSizeF() > base);
    QVERIFY(QFontInfo(m_theme->font(Theme::Face::Hero)).pointSizeF() > base * 1.3);
    QVERIFY(!m_theme->font(Theme::Face::Title).italic());
}

void TestTheme::rowsGrowWithTheFont()
{
    const QFont before = QApplication::font();
    QFont huge = before;
    huge.setPixelSize(40);
    QApplication::setFont(huge);
    const int height = m_theme->rowHeight();
    QApplication::setFont(before);
    QVERIFY(height >= 48);
    QCOMPARE(m_theme->rowHeight(), qMax(28, QFontMetrics(before).height() + 8));
}

void TestTheme::everyIconCanBeDrawn()
{
    const QStringList files = QDir(u":/stagekeeper/icons"_s).entryList();
    QVERIFY(files.size() > 40);
    for (const QString &file : files) {
        const QImage image = iconPixmap(file.chopped(4), Qt::red, 20, 1).toImage();
        QVERIFY2(image != QImage(image.size(), image.format()), qPrintable(file));
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
        }
        QVERIFY2(painted > 5 && painted < 250, qPrintable(file));
    }
    QVERIFY(!iconPixmap(u"no such icon"_s, Qt::red, 20, 2).isNull());
}

void TestTheme::iconsFollowTheTheme()
{
    const QIcon icon = themedIcon(*m_theme, u"versions"_s);
    const QImage light = icon.pixmap(20).toImage();
    QVERIFY(icon.pixmap({20, 20}, QIcon::Disabled).toImage() != light);
    QVERIFY(icon.pixmap({20, 20}, QIcon::Normal, QIcon::On).toImage() != light);
    m_theme->setMode(Theme::Mode::Dark);
    QVERIFY(icon.pixmap(20).toImage() != light);
    m_theme->setMode(Theme::Mode::Light);
    QCOMPARE(icon.pixmap(20).toImage(), light);
    QCOMPARE(icon.pixmap({20, 20}, 2.0).size(), QSize(40, 40));
}

void TestTheme::pointingIconsAreMirrored()
{
    QVERIFY(iconPixmap(u"chevron-right"_s, Qt::red, 20, 1, true).toImage()
            == iconPixmap(u"chevron-right"_s, Qt::red, 20, 1, false).toImage().mirrored(true, false));
}

void TestTheme::toolTipsShowMarkupAsText()
{
    QWidget window;
    window.show();
    QToolTip::showText({10, 10}, u"<b>bold</b>"_s, &window);
    QLabel *tip = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(widget);
    }
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

void TestTheme::enterStaysWithThePrimaryButton()
{
    QDialog dialog;
    auto *cancel = new QPushButton(u"Cancel"_s, &dialog);
    auto *primary = new QPushButton(u"Roll back"_s, &dialog);
    primary->setDefault(true);
    dialog.show();
    cancel->setFocus();
    QVERIFY(primary->isDefault());
    const QSignalSpy acts(primary, &QPushButton::clicked);
    QTest::keyClick(cancel, Qt::Key_Return);
    QCOMPARE(acts.size(), 1);
}

QTEST_MAIN(TestTheme)

#include "tst_theme.moc"
