// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/pagedtablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

/// Notes what it is asked for; the test answers when it wants.
class AskingModel final : public PagedTableModel
{
public:
    using PagedTableModel::allArrived;
    using PagedTableModel::clear;
    using PagedTableModel::firstArrived;
    using PagedTableModel::loadFailed;
    using PagedTableModel::restart;
    using PagedTableModel::rowsArrived;

    struct Rows {
        int generation, block;
        QList<qint64> ids;
    };

    QList<int> firsts, alls; ///< generations that were asked for
    QList<Rows> rows;
    QSet<qint64> fresh;
    int columns = 2;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const qint64 id = idAt(index.row());
        if (!fresh.contains(id))
            want(index.row());
        return role == Qt::DisplayRole && fresh.contains(id) ? QVariant(id) : QVariant();
    }

    void answerRows()
    {
        const QList<Rows> asked = std::exchange(rows, {});
        for (const Rows &block : asked) {
            fresh.unite(QSet(block.ids.cbegin(), block.ids.cend()));
            rowsArrived(block.generation, block.block);
        }
    }

protected:
    void loadFirst(int generation) override { firsts.append(generation); }
    void loadAll(int generation) override { alls.append(generation); }
    void loadRows(int generation, int block, const QList<qint64> &ids) override { rows.append({generation, block, ids}); }
    [[nodiscard]] bool isFresh(qint64 id) const override { return fresh.contains(id); }
};

QList<qint64> numbers(qint64 first, qsizetype count)
{
    QList<qint64> ids(count);
    std::iota(ids.begin(), ids.end(), first);
    return ids;
}

using State = PagedTableModel::State;

} // namespace

/// Ids at once, rows in blocks when they are looked at, and no answer to a question that is not asked any more.
class PagedTableModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsIdle();
    void showsTheFirstRowsBeforeAll();
    void keepsOldRowsUntilTheFirstAnswer();
    void dropsOvertakenAnswers();
    void readsTheBlockThatIsLookedAt();
    void jumpsToTheEnd();
    void readsOnlyWhatIsStillWanted();
    void doesNotAskTwice();
    void failsWithTheSentence();
    void recoversFromAFailure();
    void doesNotAskOnAfterAFailure();
    void keepsPersistentRowsAcrossARefresh_data();
    void keepsPersistentRowsAcrossARefresh();
    void refreshesFromTheStartWhileLoading();
    void forgetsAllWhenCleared();
    void livesWithoutColumns();

private:
    void answer(const QList<qint64> &ids);

    std::unique_ptr<AskingModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void PagedTableModelTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<AskingModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void PagedTableModelTest::answer(const QList<qint64> &ids)
{
    m_model->restart();
    const bool isAll = ids.size() < PagedTableModel::firstRows;
    m_model->firstArrived(m_model->firsts.last(), ids.mid(0, PagedTableModel::firstRows), isAll);
    if (!isAll)
        m_model->allArrived(m_model->alls.last(), ids);
}

void PagedTableModelTest::startsIdle()
{
    QCOMPARE(m_model->state(), State::Idle);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->refresh();
    QVERIFY(m_model->firsts.isEmpty());
}

void PagedTableModelTest::showsTheFirstRowsBeforeAll()
{
    m_model->restart();
    QCOMPARE(m_model->state(), State::Loading);
    m_model->firstArrived(1, numbers(0, 256), false);
    QCOMPARE(m_model->rowCount(), 256);
    QCOMPARE(m_model->state(), State::Loading);
    QVERIFY(!m_model->isComplete());
    m_model->allArrived(1, numbers(0, 3000));
    QCOMPARE(m_model->rowCount(), 3000);
    QCOMPARE(m_model->state(), State::Ready);
    QVERIFY(m_model->isComplete());
    QCOMPARE(m_model->rowOf(2999), 2999);
    QCOMPARE(m_model->rowOf(-5), -1);
}

void PagedTableModelTest::keepsOldRowsUntilTheFirstAnswer()
{
    answer(numbers(0, 5));
    m_model->restart();
    QCOMPARE(m_model->ids(), numbers(0, 5));
    QCOMPARE(m_model->state(), State::Loading);
    m_model->firstArrived(2, {7}, true);
    QCOMPARE(m_model->ids(), QList<qint64> {7});
}

void PagedTableModelTest::dropsOvertakenAnswers()
{
    m_model->restart();
    m_model->restart();
    const QSignalSpy states(m_model.get(), &PagedTableModel::stateChanged);
    m_model->firstArrived(1, {1}, true);
    m_model->allArrived(1, {1});
    m_model->rowsArrived(1, 0);
    m_model->loadFailed(1, {Error::Code::Internal, u"too late"_s, {}});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(states.isEmpty());
    m_model->firstArrived(2, {2}, true);
    QCOMPARE(m_model->ids(), QList<qint64> {2});
}

void PagedTableModelTest::readsTheBlockThatIsLookedAt()
{
    answer(numbers(0, 1000));
    m_model->rows.clear();
    QVERIFY(!m_model->index(300, 0).data().isValid());
    QVERIFY(m_model->rows.isEmpty()); // data() only notes it
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(!m_model->rows.isEmpty());
    QCOMPARE(m_model->rows.first().block, 2); // what was looked at last comes first
    QCOMPARE(m_model->rows.first().ids, numbers(256, 128));
    m_model->answerRows();
    QCOMPARE(m_model->index(300, 0).data().toInt(), 300);
    QCOMPARE(changed.first().at(0).value<QModelIndex>().row(), 256);
    QCOMPARE(changed.first().at(1).value<QModelIndex>(), m_model->index(383, 1));
}

void PagedTableModelTest::jumpsToTheEnd()
{
    answer(numbers(0, 5003));
    static_cast<void>(m_model->index(5002, 0).data());
    QTRY_VERIFY(!m_model->rows.isEmpty());
    const AskingModel::Rows asked = m_model->rows.first();
    QCOMPARE(asked.ids.last(), 5002);
    QCOMPARE(asked.ids.size(), 5003 % 128);
    m_model->answerRows();
    QCOMPARE(m_model->index(5002, 1).data().toInt(), 5002);
}

void PagedTableModelTest::readsOnlyWhatIsStillWanted()
{
    answer(numbers(0, 5120));
    m_model->rows.clear();
    for (int row = 0; row < m_model->rowCount(); row += 128)
        static_cast<void>(m_model->index(row, 0).data());
    QTRY_COMPARE(m_model->rows.size(), 2);
    QCOMPARE(m_model->rows.first().block, 39);
    int asked = 0;
    while (!m_model->rows.isEmpty() && asked < 100) {
        QVERIFY(m_model->rows.size() <= 2);
        asked += static_cast<int>(m_model->rows.size());
        m_model->answerRows();
    }
    QVERIFY2(asked <= 17, qPrintable(QString::number(asked)));
}

void PagedTableModelTest::doesNotAskTwice()
{
    answer(numbers(0, 200));
    m_model->answerRows();
    m_model->rows.clear();
    m_model->fresh.clear();
    for (int i = 0; i < 10; ++i)
        static_cast<void>(m_model->index(i, 0).data());
    QTRY_COMPARE(m_model->rows.size(), 1);
    static_cast<void>(m_model->index(3, 0).data());
    m_model->fresh = {0, 1, 2};
    m_model->answerRows();
    QVERIFY(m_model->rows.isEmpty());
}

void PagedTableModelTest::failsWithTheSentence()
{
    const QSignalSpy states(m_model.get(), &PagedTableModel::stateChanged);
    m_model->restart();
    m_model->loadFailed(1, {Error::Code::Unavailable, u"The file cannot be read."_s, u"errno 5"_s});
    QCOMPARE(m_model->state(), State::Failed);
    QCOMPARE(m_model->error().message, u"The file cannot be read."_s);
    QCOMPARE(states.last().first().value<State>(), State::Failed);
    m_model->refresh();
    m_model->loadFailed(2, {Error::Code::Corrupt, u"The file is damaged."_s, {}});
    QCOMPARE(m_model->error().message, u"The file is damaged."_s);
    QCOMPARE(states.last().first().value<State>(), State::Failed);
}

void PagedTableModelTest::recoversFromAFailure()
{
    answer(numbers(0, 3));
    m_model->restart();
    m_model->loadFailed(2, {Error::Code::Unavailable, u"Busy."_s, {}});
    QCOMPARE(m_model->ids(), numbers(0, 3));
    m_model->refresh();
    QCOMPARE(m_model->state(), State::Loading);
    m_model->allArrived(3, {5});
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->ids(), QList<qint64> {5});
}

void PagedTableModelTest::doesNotAskOnAfterAFailure()
{
    answer(numbers(0, 300));
    static_cast<void>(m_model->index(0, 0).data());
    QTRY_VERIFY(!m_model->rows.isEmpty());
    static_cast<void>(m_model->index(299, 0).data()); // noted before the failure
    m_model->loadFailed(1, {Error::Code::Unavailable, u"Busy."_s, {}});
    m_model->rows.clear();
    static_cast<void>(m_model->index(150, 0).data());
    bool isOver = false;
    QMetaObject::invokeMethod(this, [&isOver] { isOver = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isOver);
    QVERIFY(m_model->rows.isEmpty());
}

void PagedTableModelTest::keepsPersistentRowsAcrossARefresh_data()
{
    QTest::addColumn<QList<qint64>>("after");
    QTest::addColumn<int>("row"); // where id 3 of 0..9 is afterwards
    QTest::newRow("nothing changed") << numbers(0, 10) << 3;
    QTest::newRow("one at the front") << QList<qint64> {42} + numbers(0, 10) << 4;
    QTest::newRow("one at the end") << numbers(0, 11) << 3;
    QTest::newRow("one below is gone") << QList<qint64> {0, 1, 2, 3, 4, 6, 7, 8, 9} << 3;
    QTest::newRow("one above is gone") << QList<qint64> {1, 2, 3, 4, 5, 6, 7, 8, 9} << 2;
    QTest::newRow("it is gone") << QList<qint64> {0, 1, 2, 4, 5, 6, 7, 8, 9} << -1;
    QTest::newRow("all are gone") << QList<qint64> {} << -1;
    QTest::newRow("all are others") << numbers(20, 10) << -1;
}

void PagedTableModelTest::keepsPersistentRowsAcrossARefresh()
{
    QFETCH(const QList<qint64>, after);
    QFETCH(const int, row);
    answer(numbers(0, 10));
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QPersistentModelIndex third = m_model->index(3, 0);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh();
    m_model->allArrived(m_model->alls.last(), after);
    QCOMPARE(m_model->ids(), after);
    QCOMPARE(third.isValid() ? third.row() : -1, row);
    QCOMPARE(selection.hasSelection(), row >= 0);
    QVERIFY(resets.isEmpty());
}

void PagedTableModelTest::refreshesFromTheStartWhileLoading()
{
    m_model->restart();
    m_model->firstArrived(1, numbers(0, 256), false);
    m_model->refresh();
    QCOMPARE(m_model->firsts, (QList<int> {1, 2}));
    m_model->allArrived(1, numbers(0, 500));
    QCOMPARE(m_model->rowCount(), 256);
    m_model->firstArrived(2, numbers(1, 4), true);
    QCOMPARE(m_model->ids(), numbers(1, 4));
}

void PagedTableModelTest::forgetsAllWhenCleared()
{
    answer(numbers(0, 10));
    m_model->restart();
    m_model->clear();
    QCOMPARE(m_model->state(), State::Idle);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->firstArrived(2, {1}, true);
    QCOMPARE(m_model->rowCount(), 0);
}

void PagedTableModelTest::livesWithoutColumns()
{
    m_model->columns = 0;
    answer(numbers(0, 300));
    m_model->refresh();
    m_model->allArrived(m_model->alls.last(), numbers(1, 300));
    m_model->rowsArrived(m_model->alls.last(), 0);
    QCOMPARE(m_model->rowCount(), 300);
}

QTEST_GUILESS_MAIN(PagedTableModelTest)
#include "tst_pagedtablemodel.moc"
