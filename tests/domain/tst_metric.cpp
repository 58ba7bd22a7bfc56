// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metric.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

class MetricTest final : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheUsualDirection_data();
    void knowsTheUsualDirection();
    void tellsCostFromQuality();
    void choosesDecimalsFromTheSpread();
};

void MetricTest::knowsTheUsualDirection_data()
{
    QTest::addColumn<int>("direction");
    const auto rows = [](MetricDirection direction, const QString &names) {
        for (const QString &name : names.split(u' '))
            QTest::newRow(name.toUtf8().constData()) << int(direction);
    };
    rows(MetricDirection::HigherIsBetter,
        u"accuracy val_accuracy balanced_accuracy accuracy_shifted f1 f1_macro precision_macro recall_digit_0 "
        u"specificity "
        "roc_auc pr_auc roc_auc_ovr cv_roc_auc_mean mcc r2 r2_h12 ndcg_at_2 ndcg@10 hit_at_1_air mrr_level_wait "
        "spearman "
        "map50 mAP hit_rate recall@5 top5_accuracy explained_variance neg_log_loss neg_mean_squared_error "
        "tokens_per_second samples_per_sec rougeL bleu4 exact_match win_rate true_positive_rate testF1 eval/accuracy"_s);
    rows(MetricDirection::LowerIsBetter,
        u"loss log_loss train_loss val_mlogloss train_binary_logloss val_nll rmse rmse_h12_summer mae_h1 mape mase_h12 "
        u"mse "
        "brier ece ece_shifted max_error median_absolute_error latency_ms p95_latency predict_ms_per_1k fit_seconds "
        "train_seconds perplexity wer model_bytes model_size_mb aic bic missed_malignant false_alarms mean_rank "
        "overfit_gap cv_rmse_std cv_accuracy_std false_positive_rate error_rate valLogLoss accuracy_error "
        "negative_log_likelihood"_s);
    rows(MetricDirection::Unknown,
        u"holdout_rows bias bias_h12 coverage90_h1 learning_rate epochs n_samples seed rows steps class_support 42 _ "
        "精度 loss_scale"_s);
    QTest::newRow("") << int(MetricDirection::Unknown);
}

void MetricTest::knowsTheUsualDirection()
{
    QFETCH(int, direction);
    QCOMPARE(int(usualDirection(QString::fromUtf8(QTest::currentDataTag()))), direction);
}

void MetricTest::tellsCostFromQuality()
{
    for (const auto *cost : {"fit_seconds", "model_bytes", "p95_latency", "tokens_per_second", "model_size_mb"})
        QVERIFY2(measuresCost(QString::fromLatin1(cost)), cost);
    for (const auto *quality : {"accuracy", "log_loss", "r2_h12", "holdout_rows", "seed"})
        QVERIFY2(!measuresCost(QString::fromLatin1(quality)), quality);
}

void MetricTest::choosesDecimalsFromTheSpread()
{
    QCOMPARE(decimalsOfSpread(0.95, 0.99), 4);
    QCOMPARE(decimalsOfSpread(0.1, 0.9), 3);
    QCOMPARE(decimalsOfSpread(10, 900), 2);
    QCOMPARE(decimalsOfSpread(0.50001, 0.50002), 6);
    QCOMPARE(decimalsOfSpread(1, 1), 4);
}

QTEST_GUILESS_MAIN(MetricTest)
#include "tst_metric.moc"
