// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"
#include "views/comparison/charts/acrossversionschart.h"
#include "views/comparison/charts/chartpane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

MetricAcrossVersions threeVersions()
{
    MetricAcrossVersions history;
    history.metric = u"accuracy"_s;
    history.points = {{u"1.0"_s, 0.5, -1, {}}, {u"1.1"_s, {}, 0, {}}, {u"1.2"_s, 0.75, 1, {MetricAcrossVersions::Mark::Promoted}}};
    return history;
}

} // namespace

/// What can be done with any chart.
class TestChartPane final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheDataAsTable();
    void copiesAllRowsOrTheSelectedOnes();
    void savesPngAndSvg();
    void saysWhenAPictureCannotBeWritten();
    void offersChoices();
    void exchangesItsChart();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartPane> m_pane;
    AcrossVersionsChart *m_chart = nullptr;
};

void TestChartPane::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    applyTheme(*qApp, *m_theme);
}

void TestChartPane::init()
{
    m_pane = std::make_unique<ChartPane>(*m_theme, u"Across versions"_s);
    m_chart = new AcrossVersionsChart(*m_theme);
    m_chart->setHistory(threeVersions());
    m_pane->setChart(m_chart);
    m_pane->resize(400, 360);
    m_pane->show();
}

void TestChartPane::cleanup()
{
    m_pane.reset();
}

void TestChartPane::showsTheDataAsTable()
{
    auto *table = m_pane->findChild<QTableView *>(u"chartTable"_s);
    QVERIFY(m_chart->isVisible());
    QVERIFY(!table->isVisible());
    m_pane->findChild<QAction *>(u"chartAsTable"_s)->trigger();
    QVERIFY(table->isVisible());
    QVERIFY(!m_chart->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"0.5"_s);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"—"_s);
    QCOMPARE(table->model()->index(2, 2).data().toString(), u"promoted, compared here"_s);
    QCOMPARE(table->accessibleName(), u"Across versions"_s);

    MetricAcrossVersions history = threeVersions();
    history.points.removeLast();
    m_chart->setHistory(history);
    QCOMPARE(table->model()->rowCount(), 2); // the table follows
    const QSignalSpy activated(m_chart, &Chart::versionActivated);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return); // not one of those compared
    QCOMPARE(activated.size(), 0);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 0);
    m_pane->setTableShown(false);
    QVERIFY(m_chart->isVisible());
}

void TestChartPane::copiesAllRowsOrTheSelectedOnes()
{
    QAction pageCopy; // a page around the chart may have the same key
    pageCopy.setShortcut(QKeySequence::Copy);
    pageCopy.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_pane->addAction(&pageCopy);
    const QSignalSpy pageCopied(&pageCopy, &QAction::triggered);
    m_pane->activateWindow();
    m_chart->setFocus();
    QTRY_VERIFY(m_chart->hasFocus());
    QTest::keySequence(m_chart->window()->windowHandle(), QKeySequence::Copy);
    QCOMPARE(pageCopied.size(), 0);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Version\taccuracy\tMarks\n1.0\t0.5\t\n1.1\t\tcompared here\n1.2\t0.75\t\"promoted, compared here\"\n"_s);
    m_pane->setTableShown(true);
    auto *table = m_pane->findChild<QTableView *>(u"chartTable"_s);
    table->selectRow(1);
    QTest::keySequence(table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Version\taccuracy\tMarks\n1.1\t\tcompared here\n"_s);
}

void TestChartPane::savesPngAndSvg()
{
    const QTemporaryDir folder;
    const QString png = folder.filePath(u"chart.png"_s), svg = folder.filePath(u"chart.svg"_s);
    QVERIFY(m_pane->saveTo(png));
    const QImage image(png);
    QCOMPARE(image.size(), m_chart->size() * 2);
    QCOMPARE(image.pixelColor(1, 1), m_theme->color(Token::Base));
    QVERIFY(m_pane->saveTo(svg));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<svg"));
    QVERIFY(text.contains("1.2"));
}

void TestChartPane::saysWhenAPictureCannotBeWritten()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"missing/chart.png"_s, u"missing/chart.svg"_s}) {
        const Result<> saved = m_pane->saveTo(folder.filePath(name));
        QVERIFY(!saved);
        QCOMPARE(saved.error().message, u"%1 could not be written."_s.arg(name.section(u'/', 1)));
    }
}

void TestChartPane::offersChoices()
{
    auto *choices = m_pane->findChild<QComboBox *>(u"chartChoice"_s);
    QVERIFY(!choices->isVisible());
    m_pane->setChoices(u"Metric"_s, {u"accuracy"_s, u"f1\u202E"_s}, 1);
    QVERIFY(choices->isVisible());
    QCOMPARE(choices->currentText(), u"f1⟦U+202E⟧"_s);
    QCOMPARE(choices->accessibleName(), u"Metric"_s);
    const QSignalSpy chosen(m_pane.get(), &ChartPane::choiceChosen);
    QTest::keyClick(choices, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_pane->choice(), 0);
    m_pane->setChoices(u"Metric"_s, {u"accuracy"_s}, 0);
    QVERIFY(!choices->isVisible());
}

void TestChartPane::exchangesItsChart()
{
    const QPointer<Chart> former = m_chart;
    auto *next = new AcrossVersionsChart(*m_theme);
    m_pane->setChart(next);
    QVERIFY(former.isNull());
    QVERIFY(next->isVisible());
    QCOMPARE(next->accessibleName(), u"Across versions"_s);
}

QTEST_MAIN(TestChartPane)

#include "tst_chartpane.moc"
