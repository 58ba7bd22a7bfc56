// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagepage.h"

#include "model/workflow/lineageedit.h"
#include "tests/views/pageground.h"
#include "views/common/messagebar.h"
#include "views/common/segmentedcontrol.h"
#include "views/inspector/rows.h"
#include "views/lineage/clusterpopup.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/nodeitem.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

const QString helper = QStringLiteral(STAGEKEEPER_LAYOUT);

/// Trained on its own data, and on what the versions before it have in common.
ModelVersion makeVersion(const QString &number, const QStringList &parents = {}, const QString &model = u"digits"_s)
{
    ModelVersion version = sampleVersion(model, number);
    DataSource source;
    source.name = u"scans"_s;
    source.digest = u"sha256:"_s + QString(64, u'a');
    source.rows = 120;
    version.dataSources = {source};
    version.parents.clear();
    for (const QString &parent : parents)
        version.parents.append({model, parent});
    return version;
}

} // namespace

/// The lineage page on a real registry, with the real layout helper and with broken ones.
class TestLineagePage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhereVersionsCameFrom();
    void theLiveVersionIsSelectedAtFirst();
    void selectionIsShared();
    void lightFollowsTheDirection();
    void depthLimitsWhatIsShown();
    void twoAreCompared();
    void thePanelGoesBelowWhereThereIsNoRoom();
    void groupsOpen();
    void findsANode();
    void followsChanges();
    void saysWhenNothingIsKnown();
    void aMissingHelperIsAMessageAndAPicture();
    void isDestroyedWhileReading();
    void aRegistryIsClosed();

private:
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] bool begin(const QString &model = u"digits"_s);
    [[nodiscard]] int node(const QString &title) const;
    [[nodiscard]] LineageScene *scene() const { return m_page->view()->lineage(); }

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<PageGround> m_ground;
    std::unique_ptr<LineagePage> m_page;
    QHash<QString, VersionId> m_ids;
};

void TestLineagePage::init()
{
    m_file = std::make_unique<TemporaryRegistry>();
    for (const ModelVersion &version : {makeVersion(u"1.0.0"_s), makeVersion(u"1.1.0"_s, {u"1.0.0"_s}), makeVersion(u"1.2.0"_s, {u"1.1.0"_s}),
                                        makeVersion(u"2.0.0"_s, {u"1.2.0"_s})}) {
        const VersionId id = valueOf(m_file->stores().versions->add(version));
        m_ids.insert(version.version, id);
    }
    m_ground = std::make_unique<PageGround>();
    m_page = std::make_unique<LineagePage>(m_ground->context());
    m_page->setLayoutHelper(helper);
    m_page->resize(1200, 800);
    m_page->show();
}

void TestLineagePage::cleanup()
{
    m_page.reset();
    m_ground.reset();
    m_file.reset();
}

bool TestLineagePage::begin(const QString &model)
{
    if (!m_ground->open(m_file->path(), model))
        return false;
    return QTest::qWaitFor([&] { return !scene()->items().isEmpty(); }, 20'000);
}

QStringList TestLineagePage::titles() const
{
    QStringList titles;
    for (const NodeItem *item : scene()->items())
        titles.append(item->face().title);
    titles.sort();
    return titles;
}

int TestLineagePage::node(const QString &title) const
{
    for (const NodeItem *item : scene()->items()) {
        if (item->face().title == title)
            return item->index();
    }
    return -1;
}

void TestLineagePage::showsWhereVersionsCameFrom()
{
    QVERIFY(begin());
    QCOMPARE(titles(), (QStringList {u"1.0.0"_s, u"1.1.0"_s, u"1.2.0"_s, u"2.0.0"_s, u"scans@aaaaaaaa"_s}));
    QCOMPARE(scene()->graph().edges().size(), 7);
    for (const LineageEdge &edge : scene()->graph().edges())
        QVERIFY(scene()->item(edge.from)->y() < scene()->item(edge.to)->y());
}

void TestLineagePage::theLiveVersionIsSelectedAtFirst()
{
    QVERIFY(m_file->stores().stages->move({m_ids.value(u"1.2.0"_s), u"Development"_s, u"Production"_s, {}, {}, {}}));
    QVERIFY(begin());
    QCOMPARE(scene()->selectedNodes(), QList<int> {node(u"1.2.0"_s)});
    QTRY_COMPARE(m_page->findChild<QLabel *>(u"lineageTitle"_s)->text(), u"1.2.0"_s);
    auto *why = m_page->findChild<QAbstractButton *>(u"whyInProduction"_s);
    QVERIFY(why->isVisible() && why->isChecked());
    QVERIFY(scene()->item(node(u"1.0.0"_s))->isLit());
    QVERIFY(!scene()->item(node(u"2.0.0"_s))->isLit());
    why->click();
    QVERIFY(scene()->item(node(u"2.0.0"_s))->isLit());
}

void TestLineagePage::selectionIsShared()
{
    QVERIFY(begin());
    const QPoint place = m_page->view()->mapFromScene(scene()->item(node(u"1.1.0"_s))->pos());
    QTest::mouseClick(m_page->view()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(m_ground->workspace.selectedVersions(), QList<VersionId> {m_ids.value(u"1.1.0"_s)});
    QTRY_COMPARE(m_page->findChild<QLabel *>(u"lineageTitle"_s)->text(), u"1.1.0"_s);
    m_ground->workspace.selectVersions({m_ids.value(u"2.0.0"_s)});
    QTRY_COMPARE(scene()->selectedNodes(), QList<int> {node(u"2.0.0"_s)});
    QTRY_COMPARE(m_page->findChild<QLabel *>(u"lineageTitle"_s)->text(), u"2.0.0"_s);
    auto *reason = m_page->findChild<LinkButton *>(u"reason1"_s);
    QVERIFY(reason);
    QCOMPARE(reason->accessibleName(), u"1.0.0"_s);
    reason->click();
    QCOMPARE(m_ground->workspace.selectedVersions(), QList<VersionId> {m_ids.value(u"1.0.0"_s)});
    auto *all = m_page->findChild<LinkButton *>(u"selectDescendants"_s);
    QVERIFY(all);
    all->click();
    QCOMPARE(m_ground->workspace.selectedVersions().size(), 3);
}

void TestLineagePage::lightFollowsTheDirection()
{
    QVERIFY(begin());
    scene()->selectNodes({node(u"1.1.0"_s)});
    QVERIFY(scene()->item(node(u"1.0.0"_s))->isLit());
    QVERIFY(scene()->item(node(u"2.0.0"_s))->isLit());
    auto *direction = m_page->findChild<SegmentedControl *>(u"lineageDirection"_s);
    QTest::mouseClick(direction->findChildren<QAbstractButton *>().at(1), Qt::LeftButton); // descendants
    QTRY_VERIFY(node(u"1.0.0"_s) < 0 || !scene()->item(node(u"1.0.0"_s))->isLit());
    QVERIFY(scene()->item(node(u"2.0.0"_s))->isLit());
}

void TestLineagePage::depthLimitsWhatIsShown()
{
    QVERIFY(begin());
    m_ground->workspace.selectVersions({m_ids.value(u"2.0.0"_s)});
    auto *depth = m_page->findChild<QComboBox *>(u"lineageDepth"_s);
    depth->setCurrentIndex(0);
    emit depth->activated(0);
    QTRY_COMPARE(titles(), (QStringList {u"1.2.0"_s, u"2.0.0"_s, u"scans@aaaaaaaa"_s}));
    QTest::keyClick(m_page->view(), Qt::Key_Up);
    QTest::keyClick(m_page->view(), Qt::Key_Return); // the depth is counted from there
    QTRY_VERIFY(titles() != (QStringList {u"1.2.0"_s, u"2.0.0"_s, u"scans@aaaaaaaa"_s}));
}

void TestLineagePage::twoAreCompared()
{
    QVERIFY(m_file->stores().versions->add(makeVersion(u"1.1.5"_s, {u"1.0.0"_s})));
    QVERIFY(begin());
    scene()->selectNodes({node(u"1.1.5"_s), node(u"1.2.0"_s)});
    const auto listed = [this](const QString &name) {
        QStringList names;
        for (const auto *link : m_page->findChild<QWidget *>(name)->findChildren<LinkButton *>()) {
            if (!link->objectName().endsWith("Select"_L1))
                names.append(link->accessibleName());
        }
        names.sort();
        return names;
    };
    const bool isLeft = node(u"1.1.5"_s) < node(u"1.2.0"_s);
    QCOMPARE(listed(isLeft ? u"lineageOnlyLeft"_s : u"lineageOnlyRight"_s), QStringList {u"1.1.5"_s});
    QCOMPARE(listed(isLeft ? u"lineageOnlyRight"_s : u"lineageOnlyLeft"_s), (QStringList {u"1.1.0"_s, u"1.2.0"_s}));
    QCOMPARE(listed(u"lineageCommon"_s), (QStringList {u"1.0.0"_s, u"scans@aaaaaaaa"_s}));
}

void TestLineagePage::thePanelGoesBelowWhereThereIsNoRoom()
{
    QVERIFY(begin());
    const auto *panel = m_page->findChild<QWidget *>(u"lineagePanel"_s);
    QVERIFY(panel->x() > m_page->view()->geometry().right());
    m_page->resize(800, 800);
    QTRY_VERIFY(panel->y() > m_page->view()->geometry().bottom());
    QVERIFY(m_page->view()->width() > 700);
    m_page->resize(1200, 800);
    QTRY_VERIFY(panel->x() > m_page->view()->geometry().right());
}

void TestLineagePage::groupsOpen()
{
    for (int i = 0; i < 8; ++i)
        QVERIFY(m_file->stores().versions->add(makeVersion(u"3.%1.0"_s.arg(i), {u"2.0.0"_s})));
    QVERIFY(begin());
    QCOMPARE(node(u"3.4.0"_s), -1);
    int group = -1;
    for (const NodeItem *item : scene()->items()) {
        if (item->face().isCluster)
            group = item->index();
    }
    QVERIFY(group >= 0);
    emit scene()->activated(group);
    auto *popup = m_page->findChild<ClusterPopup *>();
    QVERIFY(popup);
    auto *search = popup->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"3.4"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(node(u"3.4.0"_s) >= 0);
    QCOMPARE(scene()->selectedNodes(), QList<int> {node(u"3.4.0"_s)});
}

void TestLineagePage::findsANode()
{
    QVERIFY(begin());
    auto *search = m_page->findChild<QLineEdit *>(u"findNode"_s);
    QTest::keyClicks(search, u"SCANS"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(scene()->selectedNodes(), QList<int> {node(u"scans@aaaaaaaa"_s)});
    QVERIFY(m_page->findChild<WrappedText *>(u"reachText"_s)->text().contains(u"scans@aaaaaaaa reaches 4 version"_s));
    search->setText(u"nothing like it"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(m_page->messageBar()->sentence().contains(u"nothing like it"_s));
}

void TestLineagePage::followsChanges()
{
    QVERIFY(begin());
    Registry *registry = m_ground->workspace.currentRegistry();
    const auto written = registry->write([](Stores &stores) { return stores.versions->add(makeVersion(u"2.1.0"_s, {u"2.0.0"_s})); });
    QTRY_VERIFY(node(u"2.1.0"_s) >= 0);
}

void TestLineagePage::saysWhenNothingIsKnown()
{
    ModelVersion alone = sampleVersion(u"empty"_s, u"1.0.0"_s);
    alone.parents.clear();
    alone.dataSources.clear();
    alone.experiment = {};
    QVERIFY(m_file->stores().versions->add(alone));
    QVERIFY(m_ground->open(m_file->path(), u"empty"_s));
    QTRY_VERIFY(!m_page->view()->isVisible());
}

void TestLineagePage::aMissingHelperIsAMessageAndAPicture()
{
    m_page->setLayoutHelper(m_file->folder() + u"/nowhere"_s);
    QVERIFY(begin());
    QVERIFY(m_page->messageBar()->isVisible());
    QVERIFY(m_page->messageBar()->sentence().contains(u"nowhere"_s));
    QCOMPARE(titles().size(), 5);
}

void TestLineagePage::isDestroyedWhileReading()
{
    QVERIFY(m_ground->open(m_file->path(), u"digits"_s));
    m_page.reset();
    QVERIFY(m_ground->workspace.currentRegistry());
}

void TestLineagePage::aRegistryIsClosed()
{
    QVERIFY(begin());
    m_ground->workspace.close(m_ground->workspace.currentRegistry());
    QTRY_VERIFY(scene()->items().isEmpty());
}

QTEST_MAIN(TestLineagePage)

#include "tst_lineagepage.moc"
