// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparepage.h"

#include "model/items/comparisonmodel.h"
#include "model/items/roles.h"
#include "model/items/savedcomparison.h"
#include "tests/views/pageground.h"
#include "views/common/messagebar.h"
#include "views/common/tableview.h"
#include "views/comparison/comparisonreport.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

/// The Compare page on a real registry of four versions.
class ComparePageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoFirst();
    void comparesWithTheLiveVersion();
    void showsOneVersionToo();
    void takesAnotherBaselineByKeyAndByClick();
    void hidesWhatIsTheSame();
    void findsRows();
    void showsVersionsAsRows();
    void asksWhatIsBetter();
    void letsVersionsGo();
    void copiesCells();
    void savesAndOpensComparisons();
    void followsTheRegistry();
    void forgetsAClosedRegistry();
    void writesReports_data();
    void writesReports();

private:
    void compare(const QList<int> &versions);
    [[nodiscard]] TableView *view() const { return m_page->findChild<TableView *>(u"comparisonTable"_s); }
    [[nodiscard]] ComparisonModel *model() const { return m_page->model(); }
    [[nodiscard]] QStringList header() const;

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<PageGround> m_ground;
    std::unique_ptr<ComparePage> m_page;
    Registry *m_registry = nullptr;
    QList<VersionId> m_ids;
};

void ComparePageTest::init()
{
    m_file = std::make_unique<TemporaryRegistry>();
    m_ids.clear();
    {
        Stores &stores = m_file->stores();
        for (int i = 1; i <= 4; ++i) {
            ModelVersion version = sampleVersion(u"m"_s, u"1.%1.0"_s.arg(i));
            version.stage = i == 2 ? u"Production"_s : u"Development"_s;
            version.metrics = {{u"accuracy"_s, 0.9 + i * 0.01}, {u"log_loss"_s, 0.5}};
            const auto id = stores.versions->add(version);
            QVERIFY2(id, id ? "" : qPrintable(id.error().message));
            m_ids.append(*id);
        }
    }
    m_ground = std::make_unique<PageGround>();
    m_registry = m_ground->open(m_file->path(), u"m"_s);
    QVERIFY(m_registry);
    m_page = std::make_unique<ComparePage>(m_ground->context());
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void ComparePageTest::cleanup()
{
    m_page.reset();
    m_ground.reset();
    m_file.reset();
}

void ComparePageTest::compare(const QList<int> &versions)
{
    QList<ChosenVersion> chosen;
    for (const int version : versions)
        chosen.append({m_registry, m_ids.at(version - 1)});
    m_ground->workspace.comparison().choose(chosen);
    QTRY_COMPARE(model()->comparison().versions.size(), versions.size());
}

QStringList ComparePageTest::header() const
{
    QStringList names;
    for (int column = 1; column < model()->columnCount(); ++column)
        names.append(model()->headerData(column, Qt::Horizontal).toString());
    return names;
}

void ComparePageTest::saysWhatToDoFirst()
{
    QVERIFY(!view()->isVisible());
    QVERIFY(m_page->findChild<QAction *>(u"addToComparison"_s)->isEnabled());
    compare({1, 2});
    QVERIFY(view()->isVisible());
    m_ground->workspace.comparison().choose({});
    QTRY_VERIFY(!view()->isVisible());
}

void ComparePageTest::comparesWithTheLiveVersion()
{
    compare({1, 2, 3});
    QCOMPARE(header(), QStringList({u"1.2.0"_s, u"1.1.0"_s, u"1.3.0"_s}));
    const QModelIndex better = model()->index(1, 3);
    QCOMPARE(model()->index(1, 0).data().toString(), u"accuracy"_s);
    QCOMPARE(better.data(ToneRole).toInt(), 1);
    QVERIFY(better.data(BestRole).toBool());
    QCOMPARE(better.data(DeltaRole).toDouble(), 0.93 - 0.92);
}

void ComparePageTest::showsOneVersionToo()
{
    compare({3});
    QCOMPARE(header(), QStringList({u"1.3.0"_s}));
    QVERIFY(model()->rowCount() > 2); // all that it has
}

void ComparePageTest::takesAnotherBaselineByKeyAndByClick()
{
    compare({1, 2, 3});
    view()->setFocus();
    view()->setCurrentIndex(model()->index(1, 3));
    QTest::keyClick(view(), Qt::Key_B);
    QTRY_COMPARE(header().first(), u"1.3.0"_s);
    QHeaderView *titles = view()->horizontalHeader();
    const QPoint third(titles->sectionViewportPosition(3) + 20, titles->height() / 2);
    const QString wanted = header().at(2);
    QTest::mouseClick(titles->viewport(), Qt::LeftButton, {}, third);
    QTRY_COMPARE(header().first(), wanted);
}

void ComparePageTest::hidesWhatIsTheSame()
{
    compare({1, 2, 3});
    auto *only = m_page->findChild<QCheckBox *>(u"differencesOnly"_s);
    QVERIFY(only->isChecked());
    const auto names = [this] {
        QStringList found;
        for (int row = 0; row < model()->rowCount(); ++row)
            found.append(model()->index(row, 0).data().toString());
        return found;
    };
    QVERIFY(!names().contains(u"log_loss"_s));
    only->click();
    QTRY_VERIFY(names().contains(u"log_loss"_s));
    compare({1, 2}); // of two, everything is shown
    QVERIFY(!only->isChecked());
}

void ComparePageTest::findsRows()
{
    compare({1, 2, 3});
    auto *search = m_page->findChild<QLineEdit *>(u"comparisonSearch"_s);
    QTest::keyClicks(search, u"accu"_s);
    QTRY_COMPARE(model()->rowCount(), 2);
}

void ComparePageTest::showsVersionsAsRows()
{
    compare({1, 2, 3});
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_X);
    QTRY_VERIFY(model()->isTransposed());
    QCOMPARE(model()->rowCount(), 3);
    QCOMPARE(model()->index(0, 0).data().toString(), u"1.2.0"_s);
}

void ComparePageTest::asksWhatIsBetter()
{
    compare({1, 2, 3});
    const QPoint name = view()->visualRect(model()->index(1, 0)).center();
    emit view()->customContextMenuRequested(name);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = m_page->findChild<QMenu *>()));
    QAction *lower = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Lower is better"_s)
            lower = action;
    }
    QVERIFY(lower);
    QVERIFY(!lower->isChecked());
    lower->trigger();
    QTRY_VERIFY(model()->index(1, 0).data(LowerIsBetterRole).toBool());
    QCOMPARE(model()->index(1, 3).data(ToneRole).toInt(), -1);
}

void ComparePageTest::letsVersionsGo()
{
    compare({1, 2, 3});
    view()->setFocus();
    view()->setCurrentIndex(model()->index(1, 2));
    QTest::keyClick(view(), Qt::Key_Delete);
    QTRY_COMPARE(header(), QStringList({u"1.2.0"_s, u"1.3.0"_s}));
}

void ComparePageTest::copiesCells()
{
    compare({1, 2, 3});
    view()->setFocus();
    view()->setCurrentIndex(model()->index(1, 0));
    QTest::keyClick(view(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"accuracy\t0.92"_s);
}

void ComparePageTest::savesAndOpensComparisons()
{
    compare({1, 2, 3});
    const QList<SavedComparison> saved {{u"mine"_s, {{m_registry->address(), {u"m"_s, u"1.3.0"_s, {}}},
                                                    {m_registry->address(), {u"m"_s, u"9.9.9"_s, {}}},
                                                    {m_registry->address(), {u"m"_s, u"1.4.0"_s, {}}}}, 2}};
    m_ground->settings.set(settings::savedComparisons, toJson(saved));
    m_page->findChild<QAction *>(u"savedComparisons"_s)->trigger();
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = m_page->findChild<QMenu *>()));
    menu->actions().first()->trigger();
    QTRY_COMPARE(header(), QStringList({u"1.4.0"_s, u"1.3.0"_s}));
    QTRY_VERIFY(m_page->messageBar()->sentence().contains(u"not there any more"_s));
}

void ComparePageTest::followsTheRegistry()
{
    compare({1, 2});
    const auto job = [id = m_ids.at(0)](Stores &stores) -> Result<> {
        VersionChange change;
        change.setTags.insert(u"fresh"_s, std::nullopt);
        return stores.versions->change(id, 1, change);
    };
    QVERIFY(!m_registry->write(job).isCanceled());
    const auto hasTag = [this] {
        for (const ComparisonRow &row : model()->comparison().rows) {
            if (row.section == ComparisonSection::Tag && row.name == u"fresh"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(hasTag());
}

void ComparePageTest::forgetsAClosedRegistry()
{
    compare({1, 2});
    m_ground->workspace.close(m_registry);
    QTRY_COMPARE(model()->columnCount(), 0);
    QVERIFY(!view()->isVisible());
}

void ComparePageTest::writesReports_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF-");
    QTest::newRow("PNG") << u"png"_s << QByteArray("\x89PNG");
    QTest::newRow("SVG") << u"svg"_s << QByteArray("<?xml");
}

void ComparePageTest::writesReports()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    compare({1, 2, 3});
    const auto report = comparisonReport(*model(), {});
    QVERIFY(report->toPlainText().contains(u"accuracy"_s));
    const QString path = m_ground->home() + u"/report."_s + suffix;
    QVERIFY(writeReport(*report, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(start));
    const Result<> refused = writeReport(*report, m_ground->home() + u"/missing/report."_s + suffix);
    QCOMPARE(refused.error().code, Error::Code::Unavailable);
}

QTEST_MAIN(ComparePageTest)
#include "tst_comparepage.moc"
