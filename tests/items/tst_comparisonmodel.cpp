// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/comparisonmodel.h"
#include "model/items/roles.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

ModelVersion version(const QString &number, const QString &stage, const Metrics &metrics, const QJsonObject &parameters)
{
    ModelVersion version;
    version.model = u"m"_s;
    version.version = number;
    version.stage = stage;
    version.framework = u"sklearn"_s;
    version.metrics = metrics;
    version.hyperparameters = parameters;
    return version;
}

/// Three versions: 1 in development, 2 live, 3 in development.
Comparison sample()
{
    const QList<ModelVersion> facts {
        version(u"1"_s, u"Development"_s, {{u"accuracy"_s, 0.9}, {u"log_loss"_s, 0.5}}, {{u"C"_s, 4}}),
        version(u"2"_s, u"Production"_s, {{u"accuracy"_s, 0.92}, {u"log_loss"_s, 0.4}}, {{u"C"_s, 4}}),
        version(u"3"_s, u"Development"_s, {{u"accuracy"_s, 0.95}, {u"log_loss"_s, std::nan("")}}, {{u"C"_s, 8}}),
    };
    QList<ComparedVersion> versions;
    for (const ModelVersion &is : facts)
        versions.append({u"r"_s, u"file"_s, {is.model, is.version, {}}, is.stage, {}, {}});
    return compare(versions, facts);
}

/// Rows as text: headings alone, the others with their values, the best of them with a star.
QString printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        const bool isHeading = model.index(row, 0).data(HeadingRole).toBool();
        for (int column = 0; column < (isHeading ? 1 : model.columnCount()); ++column) {
            const QModelIndex index = model.index(row, column);
            cells.append(index.data().isValid() ? index.data().toString() + (index.data(BestRole).toBool() ? u"*"_s : QString()) : u"-"_s);
        }
        if (isHeading)
            cells.append(u'(' + model.index(row, 0).data(NoteRole).toString() + u')');
        lines.append(cells.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

class ComparisonModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsOnlyWhatDiffers();
    void showsAllWhenAsked();
    void putsTheBaselineFirst();
    void tellsTheDifference();
    void findsRows();
    void closesSections();
    void turnsRowsIntoColumns();
    void namesVersionsAsFarAsNeeded();
    void isEmptyWithoutVersions();

private:
    std::unique_ptr<ComparisonModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ComparisonModelTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<ComparisonModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->setComparison(sample(), {StageKind::Initial, StageKind::Live, StageKind::Initial}, 1);
}

void ComparisonModelTest::showsOnlyWhatDiffers()
{
    QCOMPARE(printed(*m_model),
             u"Metrics (2 of 2 differ)\naccuracy 0.92 0.9 0.95*\nlog_loss 0.4* 0.5 nan\n"
             "Hyperparameters (1 of 1 differ)\nC 4 4 8"_s);
    QVERIFY(m_model->hiddenRows() > 0);
}

void ComparisonModelTest::showsAllWhenAsked()
{
    m_model->setDifferencesOnly(false);
    QVERIFY(printed(*m_model).contains(u"framework sklearn sklearn sklearn"_s));
    QCOMPARE(m_model->hiddenRows(), 0);
}

void ComparisonModelTest::putsTheBaselineFirst()
{
    m_model->setBaseline(2);
    QCOMPARE(m_model->headerData(1, Qt::Horizontal).toString(), u"3"_s);
    QVERIFY(m_model->headerData(1, Qt::Horizontal, BaselineRole).toBool());
    QCOMPARE(m_model->headerData(2, Qt::Horizontal).toString(), u"1"_s);
    QVERIFY(printed(*m_model).contains(u"accuracy 0.95* 0.9 0.92"_s));
}

void ComparisonModelTest::tellsTheDifference()
{
    const QModelIndex baseline = m_model->index(1, 1), accuracy = m_model->index(1, 3), loss = m_model->index(2, 2), nan = m_model->index(2, 3);
    QVERIFY(!baseline.data(DeltaRole).isValid());
    QCOMPARE(accuracy.data(DeltaRole).toDouble(), 0.95 - 0.92);
    QCOMPARE(accuracy.data(RelativeDeltaRole).toDouble(), 100 * (0.95 - 0.92) / 0.92);
    QCOMPARE(accuracy.data(ToneRole).toInt(), 1);
    QCOMPARE(loss.data(ToneRole).toInt(), -1); // lower is better
    QCOMPARE(loss.data(RankRole).toInt(), 2);
    QVERIFY(!nan.data(DeltaRole).isValid());
    QCOMPARE(nan.data(RankRole).toInt(), 0);
    QVERIFY(m_model->index(4, 2).data(MutedRole).toBool() || m_model->index(4, 2).data(DeltaRole).toDouble() == 0);
}

void ComparisonModelTest::findsRows()
{
    m_model->setSearch(u"LOSS"_s);
    QCOMPARE(printed(*m_model), u"Metrics (2 of 2 differ)\nlog_loss 0.4* 0.5 nan"_s);
    m_model->setSearch(u"nothing has this name"_s);
    QCOMPARE(m_model->rowCount(), 0);
}

void ComparisonModelTest::closesSections()
{
    m_model->toggle(m_model->index(0, 0));
    QCOMPARE(printed(*m_model), u"Metrics (2 of 2 differ)\nHyperparameters (1 of 1 differ)\nC 4 4 8"_s);
    m_model->toggle(m_model->index(2, 0)); // no heading
    m_model->toggle(m_model->index(0, 0));
    QCOMPARE(m_model->rowCount(), 5);
}

void ComparisonModelTest::turnsRowsIntoColumns()
{
    m_model->setTransposed(true);
    QCOMPARE(printed(*m_model), u"2 0.92 0.4* 4\n1 0.9 0.5 4\n3 0.95* nan 8"_s);
    QCOMPARE(m_model->headerData(2, Qt::Horizontal).toString(), u"log_loss"_s);
    QVERIFY(m_model->headerData(2, Qt::Horizontal, LowerIsBetterRole).toBool());
    QCOMPARE(m_model->versionAt(0), 1);
}

void ComparisonModelTest::namesVersionsAsFarAsNeeded()
{
    Comparison comparison = sample();
    comparison.versions[2].reference.model = u"other"_s;
    m_model->setComparison(comparison, {StageKind::Initial, StageKind::Live, StageKind::Initial}, 1);
    QCOMPARE(m_model->labels().at(2), u"other 3"_s);
    comparison.versions[2].address = u"elsewhere"_s;
    m_model->setComparison(comparison, {StageKind::Initial, StageKind::Live, StageKind::Initial}, 1);
    QCOMPARE(m_model->labels().at(2), u"r · other 3"_s);
}

void ComparisonModelTest::isEmptyWithoutVersions()
{
    m_model->setComparison({}, {}, 0);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), 0);
}

QTEST_GUILESS_MAIN(ComparisonModelTest)
#include "tst_comparisonmodel.moc"
