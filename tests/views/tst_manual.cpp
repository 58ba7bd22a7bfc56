// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"
#include "views/manual/manualbrowser.h"
#include "views/manual/manualpages.h"
#include "views/manual/manualwindow.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// Stands for the system's web browser.
class Outside final : public QObject
{
    Q_OBJECT

public slots:
    void open(const QUrl &url) { opened.append(url); }

public:
    QList<QUrl> opened;
};

/// The manual: every page is there, every link leads somewhere, and nothing comes from outside.
class ManualTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void everyChapterLoads_data() { addPages(); }
    void everyChapterLoads();
    void everyLinkResolves_data() { addPages(); }
    void everyLinkResolves();
    void everyImageResolves_data() { addPages(); }
    void everyImageResolves();
    void headingsHaveAnchorsOfTheirOwn_data() { addPages(); }
    void headingsHaveAnchorsOfTheirOwn();
    void findsSectionsWithEveryWord();
    void findsNothingForNothing();
    void searchOpensTheSection();
    void saysWhenNothingIsFound();
    void chaptersCanBeChosen();
    void goesBackAndForward();
    void unknownPageShowsTheFirst();
    void loadsOnlyWhatIsItsOwn();
    void opensOtherAddressesOnlyAfterAClick();
    void escapeClearsThenCloses();
    void followsTheTheme();

private:
    static void addPages();
    [[nodiscard]] static QStringList links(const QTextDocument &document);
    [[nodiscard]] QString shownTitle() const { return m_browser->document()->firstBlock().text(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ManualWindow> m_window;
    ManualBrowser *m_browser = nullptr;
    QListWidget *m_list = nullptr;
    QLineEdit *m_field = nullptr;
};

void ManualTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    applyTheme(*qApp, *m_theme);
}

void ManualTest::init()
{
    m_theme->setMode(Theme::Mode::Light);
    m_window = std::make_unique<ManualWindow>(*m_theme);
    m_browser = m_window->findChild<ManualBrowser *>();
    m_list = m_window->findChild<QListWidget *>(u"manualChapters"_s);
    m_field = m_window->findChild<QLineEdit *>(u"manualSearch"_s);
    m_window->show();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void ManualTest::addPages()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : manual::pages())
        QTest::addRow("%s", qPrintable(page)) << page;
}

QStringList ManualTest::links(const QTextDocument &document)
{
    QStringList found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (const QString href = part.fragment().charFormat().anchorHref(); !href.isEmpty())
                found.append(href);
        }
    }
    return found;
}

void ManualTest::everyChapterLoads()
{
    QFETCH(const QString, page);

    m_window->showPage(page);
    QCOMPARE(manual::pageOf(m_browser->source()), page);
    QCOMPARE(shownTitle(), manual::sections(page).first().title);
    QVERIFY(m_browser->document()->blockCount() > 10);
    QVERIFY(!m_browser->toPlainText().contains("]("_L1)); // markup that was not understood
    QVERIFY(!m_browser->toPlainText().contains("**"_L1));
}

void ManualTest::everyLinkResolves()
{
    QFETCH(const QString, page);

    m_window->showPage(page);
    for (const QString &link : links(*m_browser->document())) {
        const QUrl address = manual::url(page).resolved(QUrl(link));
        if (address.scheme() == "https"_L1)
            continue;
        const QString target = manual::pageOf(address);
        QVERIFY2(!target.isEmpty(), qPrintable(link));
        QStringList anchors {QString()};
        for (const manual::Section &section : manual::sections(target))
            anchors.append(manual::anchor(section.title));
        QVERIFY2(anchors.contains(address.fragment()), qPrintable(link));
    }
}

void ManualTest::everyImageResolves()
{
    QFETCH(const QString, page);

    m_window->showPage(page);
    for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (!format.isImageFormat())
                continue;
            const QString name = format.toImageFormat().name();
            const QVariant image = m_browser->loadResource(QTextDocument::ImageResource, QUrl(name));
            QVERIFY2(!image.value<QImage>().isNull(), qPrintable(name));
        }
    }
}

void ManualTest::headingsHaveAnchorsOfTheirOwn()
{
    QFETCH(const QString, page);

    QStringList anchors;
    for (const manual::Section &section : manual::sections(page))
        anchors.append(manual::anchor(section.title));
    QCOMPARE(anchors.removeDuplicates(), 0);
    m_window->showPage(page);
    QStringList headings;
    for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            headings.append(manual::anchor(block.text()));
    }
    QCOMPARE(headings, anchors);
}

void ManualTest::findsSectionsWithEveryWord()
{
    const QList<manual::Section> found = manual::find(u"LIGHTEST gbm"_s);
    QCOMPARE(found.size(), 0);
    QStringList pages;
    for (const manual::Section &section : manual::find(u"DRY-run relative"_s)) {
        pages.append(section.page);
    }
    QVERIFY(pages.contains("importing"_L1));
    QCOMPARE(manual::find(u"saved views"_s).first().title, u"Saved views"_s);
}

void ManualTest::findsNothingForNothing()
{
    QVERIFY(manual::find(u"  "_s).isEmpty());
    QVERIFY(manual::find(u"zzzz"_s).isEmpty());
}

void ManualTest::searchOpensTheSection()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_field->hasFocus());
    QTest::keyClicks(m_field, u"saved views"_s);
    QVERIFY(m_list->count() > 0);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_browser->source(), manual::url(u"versions"_s, u"saved-views"_s));
    QVERIFY(m_browser->verticalScrollBar()->value() > 0);
    QVERIFY(!m_browser->extraSelections().isEmpty());
    QVERIFY(m_field->hasFocus());
}

void ManualTest::saysWhenNothingIsFound()
{
    m_field->setText(u"zzzz"_s);
    QCOMPARE(m_list->count(), 0);
    const auto labels = m_window->findChildren<QLabel *>();
    const auto isShown = [](const QLabel *label) { return label->text() == "Nothing found."_L1 && label->isVisible(); };
    QVERIFY(std::ranges::any_of(labels, isShown));
    m_field->clear();
    QCOMPARE(m_list->count(), manual::pages().size());
    QVERIFY(std::ranges::none_of(labels, isShown));
}

void ManualTest::chaptersCanBeChosen()
{
    QCOMPARE(m_list->count(), manual::pages().size());
    const QRect row = m_list->visualItemRect(m_list->item(2));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(manual::pageOf(m_browser->source()), manual::pages().at(2));
    QVERIFY(m_window->windowTitle().startsWith(m_list->item(2)->text()));
}

void ManualTest::goesBackAndForward()
{
    auto *back = m_window->findChild<QToolButton *>(u"manualBack"_s);
    auto *forward = m_window->findChild<QToolButton *>(u"manualForward"_s);
    QVERIFY(!back->isEnabled());
    m_window->showPage(u"versions"_s);
    QCOMPARE(m_list->currentRow(), 2);
    back->click();
    QCOMPARE(manual::pageOf(m_browser->source()), u"index"_s);
    QCOMPARE(m_list->currentRow(), 0);
    forward->click();
    QCOMPARE(manual::pageOf(m_browser->source()), u"versions"_s);
    QVERIFY(!forward->isEnabled());
}

void ManualTest::unknownPageShowsTheFirst()
{
    m_window->showPage(u"versions"_s);
    m_window->showPage(u"../secret"_s);
    QCOMPARE(manual::pageOf(m_browser->source()), u"index"_s);
}

void ManualTest::loadsOnlyWhatIsItsOwn()
{
    for (const QString &address : {u"https://example.org/a.png"_s, u"file:///etc/hostname"_s, u"/etc/hostname"_s,
                                   u"qrc:/stagekeeper/icons/plus.svg"_s, u"../icons/plus.svg"_s})
        QVERIFY2(!m_browser->loadResource(QTextDocument::ImageResource, QUrl(address)).isValid(), qPrintable(address));
    QVERIFY(m_browser->loadResource(QTextDocument::MarkdownResource, QUrl(u"versions.md"_s)).isValid());
}

void ManualTest::opensOtherAddressesOnlyAfterAClick()
{
    Outside outside;
    QDesktopServices::setUrlHandler(u"https"_s, &outside, "open");
    QDesktopServices::setUrlHandler(u"file"_s, &outside, "open");
    for (const QString &page : manual::pages())
        m_window->showPage(page);
    QVERIFY(outside.opened.isEmpty());
    emit m_browser->anchorClicked(QUrl(u"file:///etc/hostname"_s));
    QVERIFY(outside.opened.isEmpty());
    emit m_browser->anchorClicked(QUrl(u"https://mlflow.org/"_s));
    QCOMPARE(outside.opened, QList<QUrl> {QUrl(u"https://mlflow.org/"_s)});
    QCOMPARE(manual::pageOf(m_browser->source()), manual::pages().last());
    emit m_browser->anchorClicked(QUrl(u"versions.md#saved-views"_s));
    QCOMPARE(m_browser->source(), manual::url(u"versions"_s, u"saved-views"_s));
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void ManualTest::escapeClearsThenCloses()
{
    m_field->setText(u"alias"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(m_field->text(), QString());
    QVERIFY(m_window->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
}

void ManualTest::followsTheTheme()
{
    m_window->showPage(u"versions"_s);
    m_theme->setMode(Theme::Mode::Dark);
    QCOMPARE(m_browser->palette().color(QPalette::Base), m_theme->color(Token::Base));
    QCOMPARE(manual::pageOf(m_browser->source()), u"versions"_s);
    const QImage image = m_browser->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(image.width() - 2, image.height() - 2), m_theme->color(Token::Base));
}

QTEST_MAIN(ManualTest)

#include "tst_manual.moc"
