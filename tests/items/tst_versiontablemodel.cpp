// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterparser.h"
#include "model/items/roles.h"
#include "model/items/versiontablemodel.h"
#include "model/workflow/stagechange.h"
#include "tests/support/temporaryregistry.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

using State = PagedTableModel::State;

Filter filter(const QString &text)
{
    return *parseFilter(text);
}

QString cell(const VersionTableModel &model, int row, const QString &key)
{
    const QVariant value = model.index(row, model.columnOf(key)).data();
    return value.isValid() ? value.toString() : u"-"_s;
}

/// The first rows of the columns `keys`, "1.2.0 Staging | 1.1.0 Development".
QString print(const VersionTableModel &model, const QStringList &keys, int rows = 5)
{
    QStringList lines;
    for (int row = 0; row < std::min(rows, model.rowCount()); ++row) {
        QStringList cells;
        for (const QString &key : keys)
            cells.append(cell(model, row, key));
        lines.append(cells.join(u' '));
    }
    return lines.join(u" | "_s);
}

} // namespace

/// The versions of one model as a table, on a real registry.
class VersionTableModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsVersionsWithSuggestedColumns();
    void tellsMissingFromNotANumber();
    void pagesThroughManyRows();
    void sortsByColumns();
    void filters();
    void showsOnlyTheLastOfManyFilters();
    void showsAllModels();
    void followsAnotherModel();
    void followsOwnChanges();
    void keepsTheSelectionWhenOthersWrite();
    void failsWithASentenceAndRecovers();
    void isDestroyedWhileLoading();
    void outlivesItsRegistry();
    void startsWithAnEmptyModel();
    void leavesOutUnknownColumns();
    void suggestsColumnsAgain();
    void marksTheBestNumbers();

private:
    void add(const QString &model, const QString &version, const Metrics &metrics = {});
    void addMany(int count);
    [[nodiscard]] ModelId idOf(const QString &model);
    void show(const QString &model = u"m"_s);
    /// Keeps the registry's thread busy until the semaphore is released.
    void block(QSemaphore &gate);

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<VersionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void VersionTableModelTest::init()
{
    m_file = std::make_unique<TemporaryRegistry>();
    m_registry = std::make_unique<Registry>(m_file->path(), OpenOptions {});
    m_registry->open();
    QTRY_COMPARE(m_registry->state(), Registry::State::Ready);
    m_model = std::make_unique<VersionTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void VersionTableModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_registry.reset();
    m_file.reset();
}

void VersionTableModelTest::add(const QString &model, const QString &version, const Metrics &metrics)
{
    static_cast<void>(valueOf(m_file->stores().versions->add(sampleVersion(model, version, metrics))));
}

void VersionTableModelTest::addMany(int count)
{
    const Result<> added = m_file->stores().transact([this, count]() -> Result<> {
        for (int i = 0; i < count; ++i)
            add(u"m"_s, u"1.0.%1"_s.arg(i), {{u"accuracy"_s, i / 10000.0}});
        return {};
    });
    QVERIFY(added);
}

ModelId VersionTableModelTest::idOf(const QString &model)
{
    return valueOf(m_file->stores().models->find(model)).id;
}

void VersionTableModelTest::show(const QString &model)
{
    m_model->setSource(m_registry.get(), idOf(model));
    QTRY_COMPARE(m_model->state(), State::Ready);
}

void VersionTableModelTest::block(QSemaphore &gate)
{
    QSemaphore started;
    static_cast<void>(m_registry->read([&started, &gate](Stores &) -> Result<bool> {
        started.release();
        gate.acquire();
        return true;
    }, 100));
    started.acquire();
}

void VersionTableModelTest::showsVersionsWithSuggestedColumns()
{
    add(u"m"_s, u"1.2.0"_s, {{u"accuracy"_s, 0.5}});
    add(u"m"_s, u"1.10.0"_s, {{u"accuracy"_s, 0.75}, {u"log_loss"_s, 2}});
    const QSignalSpy columns(m_model.get(), &VersionTableModel::columnsChanged);
    show();
    QCOMPARE(m_model->columnKeys(), (QStringList {u"version"_s, u"stage"_s, u"metrics.accuracy"_s, u"metrics.log_loss"_s,
                                                  u"created_at"_s, u"created_by"_s}));
    QCOMPARE(columns.size(), 1);
    QCOMPARE(print(*m_model, {u"version"_s, u"stage"_s, u"metrics.accuracy"_s, u"metrics.log_loss"_s}),
             u"1.10.0 Development 0.75 2 | 1.2.0 Development 0.5 -"_s);
    const QModelIndex stage = m_model->index(0, m_model->columnOf(u"stage"_s));
    QCOMPARE(stage.data(StageKindRole).toInt(), int(StageKind::Initial));
    QCOMPARE(stage.data(LoadingRole).toBool(), false);
    QCOMPARE(m_model->index(0, m_model->columnOf(u"created_at"_s)).data().typeId(), int(QMetaType::QDateTime));
    QCOMPARE(m_model->index(0, 0).data(IdRole).toLongLong(), m_model->ids().first());
}

void VersionTableModelTest::tellsMissingFromNotANumber()
{
    add(u"m"_s, u"1.0.0"_s, {{u"accuracy"_s, std::nan("")}});
    add(u"m"_s, u"0.9.0"_s);
    show();
    const int accuracy = m_model->columnOf(u"metrics.accuracy"_s);
    QVERIFY(std::isnan(m_model->index(0, accuracy).data().toDouble()));
    QVERIFY(!m_model->index(1, accuracy).data().isValid());
}

void VersionTableModelTest::pagesThroughManyRows()
{
    addMany(1000);
    show();
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(cell(*m_model, 0, u"version"_s), u"1.0.999"_s);
    const QModelIndex last = m_model->index(999, 0);
    QVERIFY(last.data(LoadingRole).toBool());
    QVERIFY(!last.data().isValid());
    QVERIFY(!m_model->summary(999));
    QTRY_VERIFY(!last.data(LoadingRole).toBool());
    QCOMPARE(last.data().toString(), u"1.0.0"_s);
    QCOMPARE(m_model->summary(999)->version, u"1.0.0"_s);
}

void VersionTableModelTest::sortsByColumns()
{
    add(u"m"_s, u"1.0.0"_s, {{u"accuracy"_s, 0.5}, {u"log_loss"_s, 1}});
    add(u"m"_s, u"2.0.0"_s, {{u"accuracy"_s, 0.25}});
    add(u"m"_s, u"3.0.0"_s, {{u"accuracy"_s, 0.75}, {u"log_loss"_s, 3}});
    show();
    const int accuracy = m_model->columnOf(u"metrics.accuracy"_s), loss = m_model->columnOf(u"metrics.log_loss"_s);
    m_model->sort(accuracy, Qt::DescendingOrder);
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"3.0.0 | 1.0.0 | 2.0.0"_s);
    m_model->sort(accuracy, Qt::AscendingOrder);
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"2.0.0 | 1.0.0 | 3.0.0"_s);
    m_model->sort(loss, Qt::DescendingOrder); // what is missing comes last both ways
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"3.0.0 | 1.0.0 | 2.0.0"_s);
    m_model->sort(-1);
    m_model->sort(99);
    QCOMPARE(m_model->query().sort.field.name, u"log_loss"_s);
    const auto first = [this](int column) { return m_model->headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(); };
    QCOMPARE(first(accuracy), int(Qt::DescendingOrder));
    QCOMPARE(first(loss), int(Qt::AscendingOrder));
    QCOMPARE(first(m_model->columnOf(u"version"_s)), int(Qt::DescendingOrder));
    QCOMPARE(first(m_model->columnOf(u"stage"_s)), int(Qt::AscendingOrder));
    QVERIFY(m_model->headerData(loss, Qt::Horizontal, LowerIsBetterRole).toBool());
}

void VersionTableModelTest::filters()
{
    addMany(20);
    show();
    const QSignalSpy queries(m_model.get(), &VersionTableModel::queryChanged);
    m_model->setQuery(filter(u"metrics.accuracy >= 0.0018"_s), {});
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"1.0.19 | 1.0.18"_s);
    m_model->setQuery(filter(u"metrics.accuracy >= 0.0018"_s), {});
    QCOMPARE(queries.size(), 1);
    m_model->setQuery(filter(u"stage = Staging"_s), {});
    QTRY_COMPARE(m_model->rowCount(), 0);
    QTRY_COMPARE(m_model->state(), State::Ready);
    m_model->setQuery({}, {});
    QTRY_COMPARE(m_model->rowCount(), 20);
}

void VersionTableModelTest::showsOnlyTheLastOfManyFilters()
{
    addMany(30);
    show();
    QSemaphore gate;
    block(gate);
    QList<int> counts;
    connect(m_model.get(), &PagedTableModel::idsReplaced, this, [&] { counts.append(m_model->rowCount()); });
    for (int i = 1; i <= 9; ++i)
        m_model->setQuery(filter(u"metrics.accuracy < 0.000%1"_s.arg(i)), {});
    QCOMPARE(m_model->rowCount(), 30); // the old rows stay until the answer is here
    gate.release();
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(counts, QList<int> {9});
}

void VersionTableModelTest::showsAllModels()
{
    add(u"a"_s, u"1.0.0"_s);
    add(u"b"_s, u"2.0.0"_s);
    m_model->setSource(m_registry.get(), {});
    QTRY_COMPARE(m_model->rowCount(), 2);
}

void VersionTableModelTest::followsAnotherModel()
{
    add(u"a"_s, u"1.0.0"_s);
    add(u"b"_s, u"2.0.0"_s);
    show(u"a"_s);
    QSemaphore gate;
    block(gate);
    m_model->setSource(m_registry.get(), idOf(u"b"_s));
    QCOMPARE(m_model->rowCount(), 0); // never the rows of another model
    m_model->setSource(m_registry.get(), idOf(u"a"_s));
    m_model->setSource(m_registry.get(), idOf(u"b"_s));
    gate.release();
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"2.0.0"_s);
    m_model->setSource(nullptr, {});
    QCOMPARE(m_model->state(), State::Idle);
    QCOMPARE(m_model->rowCount(), 0);
}

void VersionTableModelTest::followsOwnChanges()
{
    addMany(3);
    show();
    const VersionId first {m_model->idAt(0)};
    const QPersistentModelIndex persistent = m_model->index(0, 0);
    static_cast<void>(m_registry->write([first](Stores &stores) { return setStage(stores, first, u"Production"_s); }));
    QTRY_COMPARE(cell(*m_model, 0, u"stage"_s), u"Production"_s);
    QCOMPARE(m_model->index(0, 1).data(StageKindRole).toInt(), int(StageKind::Live));
    QVERIFY(persistent.isValid());
    static_cast<void>(m_registry->write([first](Stores &stores) { return stores.versions->remove(first, {}); }));
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"1.0.1 | 1.0.0"_s);
    QVERIFY(!persistent.isValid());
}

void VersionTableModelTest::keepsTheSelectionWhenOthersWrite()
{
    addMany(400); // more than what comes first
    show();
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(300, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const qint64 selected = m_model->idAt(300);
    add(u"m"_s, u"2.0.0"_s);
    QTRY_COMPARE(m_model->rowCount(), 401);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().data(IdRole).toLongLong(), selected);
    QCOMPARE(selection.selectedRows().first().row(), 301);
}

void VersionTableModelTest::failsWithASentenceAndRecovers()
{
    addMany(3);
    show();
    m_file->tamper(u"ALTER TABLE metrics RENAME TO elsewhere"_s);
    m_file->tamper(u"ALTER TABLE versions RENAME TO gone"_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), State::Failed);
    QVERIFY(m_model->error().message.size() > 10);
    QCOMPARE(m_model->rowCount(), 3); // what was read stays
    m_file->tamper(u"ALTER TABLE gone RENAME TO versions"_s);
    m_file->tamper(u"ALTER TABLE elsewhere RENAME TO metrics"_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), State::Ready);
    QTRY_COMPARE(cell(*m_model, 0, u"version"_s), u"1.0.2"_s);
}

void VersionTableModelTest::isDestroyedWhileLoading()
{
    addMany(500);
    for (int step = 0; step < 4; ++step) {
        QSemaphore gate;
        auto model = std::make_unique<VersionTableModel>();
        if (step == 0)
            block(gate);
        model->setSource(m_registry.get(), idOf(u"m"_s));
        if (step == 2)
            QTRY_VERIFY(model->rowCount() > 0);
        if (step == 3) {
            QTRY_COMPARE(model->state(), State::Ready);
            static_cast<void>(model->index(499, 0).data());
        }
        model.reset();
        gate.release();
        const auto after = m_registry->read([](Stores &) -> Result<bool> { return true; }, -2);
        QTRY_VERIFY(after.isFinished());
    }
}

void VersionTableModelTest::outlivesItsRegistry()
{
    addMany(500);
    show();
    static_cast<void>(m_model->index(499, 0).data()); // wants rows
    m_registry.reset();
    QCOMPARE(m_model->state(), State::Idle);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setQuery(filter(u"stage = Staging"_s), {});
    m_model->refresh();
    m_model->setColumns({});
    QCOMPARE(m_model->registry(), nullptr);
}

void VersionTableModelTest::startsWithAnEmptyModel()
{
    add(u"m"_s, u"1.0.0"_s);
    QVERIFY(m_file->stores().versions->remove(valueOf(m_file->stores().versions->find({u"m"_s, u"1.0.0"_s, {}})), {}));
    show();
    QCOMPARE(m_model->rowCount(), 0);
    add(u"m"_s, u"1.1.0"_s);
    QTRY_COMPARE(print(*m_model, {u"version"_s}), u"1.1.0"_s);
}

void VersionTableModelTest::leavesOutUnknownColumns()
{
    addMany(2);
    m_model->setColumns({u"version"_s, u"nonsense"_s, {}, u"metrics."_s, u"version"_s, u"tags.none"_s});
    show();
    QCOMPARE(m_model->columnKeys(), (QStringList {u"version"_s, u"tags.none"_s}));
    QCOMPARE(print(*m_model, {u"version"_s, u"tags.none"_s}), u"1.0.1 - | 1.0.0 -"_s);
}

void VersionTableModelTest::suggestsColumnsAgain()
{
    addMany(2);
    m_model->setColumns({u"nonsense"_s});
    show();
    const QStringList suggested = m_model->columnKeys();
    QCOMPARE(suggested.size(), 5);
    m_model->setColumns({u"stage"_s});
    QCOMPARE(m_model->columnKeys(), QStringList {u"stage"_s});
    m_model->setColumns({});
    QTRY_COMPARE(m_model->columnKeys(), suggested);
}

void VersionTableModelTest::marksTheBestNumbers()
{
    addMany(40);
    const QSignalSpy facts(m_model.get(), &VersionTableModel::factsChanged);
    show();
    QTRY_COMPARE(facts.size(), 1);
    const int accuracy = m_model->columnOf(u"metrics.accuracy"_s);
    QCOMPARE(m_model->index(0, accuracy).data(HeatRole).toInt(), 4);
    QCOMPARE(m_model->index(39, accuracy).data(HeatRole).toInt(), 0);
    QCOMPARE(m_model->facts().metrics.first().count, 40);
}

QTEST_GUILESS_MAIN(VersionTableModelTest)
#include "tst_versiontablemodel.moc"
