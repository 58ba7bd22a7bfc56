// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lifecycle.h"
#include "model/items/roles.h"
#include "views/common/datedelegate.h"
#include "views/common/metricdelegate.h"
#include "views/common/stagedelegate.h"
#include "views/common/style.h"
#include "views/common/tableview.h"
#include "views/common/textdelegate.h"
#include "views/common/versiondelegate.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

/// A cell as the delegate paints it, without a view.
QImage painted(const CellDelegate &delegate, const Theme &theme, const QModelIndex &index, QStyle::State state,
               Qt::LayoutDirection direction = Qt::LeftToRight, int width = 160)
{
    QImage image(width, theme.rowHeight(), QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.color(Token::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = state | QStyle::State_Enabled;
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return image;
}

bool containsColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class TestDelegates final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyDelegatePaintsInEveryState_data();
    void everyDelegatePaintsInEveryState();
    void placeholderReplacesTheValueWhileLoading();
    void heatIsPaintedOnlyUnderNumbers();
    void heatCanBeSwitchedOff();
    void liveStageIsTheOnlySolidBadge();
    void stagesDifferByShapeWithoutColour();
    void currentRowHasTheAccentEdge();
    void selectionDiffersWithAndWithoutKeyboardFocus();
    void wholeRowIsMarkedUnderTheMouse();
    void themeSwitchRepaintsTheTable();

private:
    std::unique_ptr<Theme> m_theme;
    QStandardItemModel m_model;
};

void TestDelegates::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    applyTheme(*qApp, *m_theme);
}

void TestDelegates::init()
{
    m_theme->setMode(Theme::Mode::Light);
    m_model.clear();
    m_model.setRowCount(4);
    m_model.setColumnCount(5);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_model.setData(m_model.index(row, 0), u"2.5.%1"_s.arg(row), Qt::DisplayRole);
        m_model.setData(m_model.index(row, 0), QStringList {u"champion"_s, u"challenger"_s, u"fallback"_s}, AliasesRole);
        m_model.setData(m_model.index(row, 1), u"Stage %1"_s.arg(row), Qt::DisplayRole);
        m_model.setData(m_model.index(row, 1), row, StageKindRole);
        m_model.setData(m_model.index(row, 2), 0.98 + row, Qt::DisplayRole);
        m_model.setData(m_model.index(row, 2), 4, HeatRole);
        m_model.setData(m_model.index(row, 3), QDateTime(QDate(2025, 10, 14), QTime(8, 2)), Qt::DisplayRole);
        m_model.setData(m_model.index(row, 4), u"a text that is much too long for the narrow cell it is in"_s);
    }
}

void TestDelegates::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestDelegates::everyDelegatePaintsInEveryState_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("version") << 0;
    QTest::newRow("stage") << 1;
    QTest::newRow("metric") << 2;
    QTest::newRow("date") << 3;
    QTest::newRow("text") << 4;
}

void TestDelegates::everyDelegatePaintsInEveryState()
{
    QFETCH(const int, column);
    const VersionDelegate version(*m_theme);
    const StageDelegate stage(*m_theme);
    const MetricDelegate metric(*m_theme);
    const DateDelegate date(*m_theme);
    const TextDelegate text(*m_theme);
    const QList<const CellDelegate *> delegates {&version, &stage, &metric, &date, &text};
    const CellDelegate &delegate = *delegates.at(column);
    const QModelIndex index = m_model.index(0, column);

    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        const QImage normal = painted(delegate, *m_theme, index, {});
        QVERIFY(painted(delegate, *m_theme, index, QStyle::State_Selected) != normal);
        QVERIFY(painted(delegate, *m_theme, index, QStyle::State_MouseOver) != normal);
        QVERIFY(painted(delegate, *m_theme, index, QStyle::State_HasFocus) != normal);
        painted(delegate, *m_theme, index, QStyle::State_Selected, Qt::RightToLeft);
        for (const int width : {0, 1, 12, 40, 400})
            painted(delegate, *m_theme, index, {}, Qt::LeftToRight, qMax(1, width));
        painted(delegate, *m_theme, QModelIndex(), {});
        QVERIFY(delegate.sizeHint({}, index).width() > 0);
    }
}

void TestDelegates::placeholderReplacesTheValueWhileLoading()
{
    const TextDelegate delegate(*m_theme);
    const QModelIndex index = m_model.index(0, 4);
    const QImage loaded = painted(delegate, *m_theme, index, {});
    m_model.setData(index, true, LoadingRole);
    const QImage loading = painted(delegate, *m_theme, index, {});
    QVERIFY(loading != loaded);
    QVERIFY(!containsColor(loading, m_theme->color(Token::Text)));
}

void TestDelegates::heatIsPaintedOnlyUnderNumbers()
{
    const MetricDelegate delegate(*m_theme);
    const QModelIndex index = m_model.index(0, 2);
    const QColor heat = m_theme->color(Token::Heat4);
    QVERIFY(containsColor(painted(delegate, *m_theme, index, {}), heat));
    m_model.setData(index, std::numeric_limits<double>::quiet_NaN(), Qt::DisplayRole);
    QVERIFY(!containsColor(painted(delegate, *m_theme, index, {}), heat));
    m_model.setData(index, QVariant(), Qt::DisplayRole);
    QVERIFY(!containsColor(painted(delegate, *m_theme, index, {}), heat));
    m_model.setData(index, 0.5, Qt::DisplayRole);
    m_model.setData(index, 99, HeatRole); // a value that no model should give
    QVERIFY(!containsColor(painted(delegate, *m_theme, index, {}), heat));
}

void TestDelegates::heatCanBeSwitchedOff()
{
    MetricDelegate delegate(*m_theme);
    delegate.setHeatShown(false);
    const QImage image = painted(delegate, *m_theme, m_model.index(0, 2), {});
    QVERIFY(!containsColor(image, m_theme->color(Token::Heat4)));
}

void TestDelegates::liveStageIsTheOnlySolidBadge()
{
    const StageDelegate delegate(*m_theme);
    const QColor fill = m_theme->color(Token::ProductionFill);
    for (int kind = 0; kind < 4; ++kind) {
        const bool solid = containsColor(painted(delegate, *m_theme, m_model.index(kind, 1), {}), fill);
        QCOMPARE(solid, static_cast<StageKind>(kind) == StageKind::Live);
    }
}

void TestDelegates::stagesDifferByShapeWithoutColour()
{
    const StageDelegate delegate(*m_theme);
    QList<QImage> images;
    for (int kind = 0; kind < 4; ++kind) {
        m_model.setData(m_model.index(kind, 1), u"same word"_s);
        const QImage image = painted(delegate, *m_theme, m_model.index(kind, 1), {});
        images.append(image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither));
    }
    for (int one = 0; one < images.size(); ++one) {
        for (int other = one + 1; other < images.size(); ++other)
            QVERIFY(images.at(one) != images.at(other));
    }
}

void TestDelegates::currentRowHasTheAccentEdge()
{
    TableView view(*m_theme);
    view.setModel(&m_model);
    view.setItemDelegateForColumn(0, new VersionDelegate(*m_theme, &view));
    view.resize(600, 300);
    view.setCurrentIndex(m_model.index(1, 0));
    const QImage image = view.viewport()->grab().toImage();
    const auto edge = [&](int row) { return image.pixelColor(0, view.rowViewportPosition(row) + 5).rgb(); };
    QCOMPARE(edge(1), m_theme->color(Token::Accent).rgb());
    QVERIFY(edge(2) != m_theme->color(Token::Accent).rgb());
}

void TestDelegates::selectionDiffersWithAndWithoutKeyboardFocus()
{
    QWidget window;
    auto *view = new TableView(*m_theme, &window);
    view->setModel(&m_model);
    view->setItemDelegate(new TextDelegate(*m_theme, view));
    window.resize(600, 300);
    view->resize(600, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    view->selectRow(1);
    const QPoint inside(2, view->rowViewportPosition(1) + 4);
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QCOMPARE(view->viewport()->grab().toImage().pixelColor(inside).rgb(), m_theme->color(Token::Selected).rgb());
    view->clearFocus();
    QCOMPARE(view->viewport()->grab().toImage().pixelColor(inside).rgb(), m_theme->color(Token::SelectedOff).rgb());
}

void TestDelegates::wholeRowIsMarkedUnderTheMouse()
{
    TableView view(*m_theme);
    view.setModel(&m_model);
    view.setItemDelegate(new TextDelegate(*m_theme, &view));
    view.resize(600, 300);
    view.setHoverRow(2);
    const QImage image = view.viewport()->grab().toImage();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QPoint inside(view.columnViewportPosition(column) + 1, view.rowViewportPosition(2) + 3);
        QCOMPARE(image.pixelColor(inside).rgb(), m_theme->color(Token::Hover).rgb());
    }
}

void TestDelegates::themeSwitchRepaintsTheTable()
{
    TableView view(*m_theme);
    view.setModel(&m_model);
    view.setItemDelegate(new TextDelegate(*m_theme, &view));
    view.resize(600, 300);
    view.show();
    const QPoint corner(view.width() - 20, 250);
    const auto ground = [&] { return view.grab().toImage().pixelColor(corner).rgb(); };
    QCOMPARE(ground(), tokenColor(Token::Base, false).rgb());
    m_theme->setMode(Theme::Mode::Dark);
    QTRY_COMPARE(ground(), tokenColor(Token::Base, true).rgb());
    m_theme->setDensity(Theme::Density::Comfortable);
    QCOMPARE(view.rowHeight(0), m_theme->rowHeight());
    m_theme->setDensity(Theme::Density::Regular);
}

QTEST_MAIN(TestDelegates)

#include "tst_delegates.moc"
