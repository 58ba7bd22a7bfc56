// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metric.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Words = QSet<QString>;

Words setOf(QLatin1StringView spaced)
{
    const QStringList words = QString(spaced).split(u' ');
    return {words.begin(), words.end()};
}

// words that decide even beside others: an error of an accuracy is still an error
const Words &lowerWords()
{
    static const Words words = setOf(
        "loss logloss mlogloss nll mae mse rmse rmsle msle mape smape wape mase ece mce brier error errors err "
        "latency ms millis milliseconds us seconds secs sec time duration runtime perplexity ppl wer cer ter fpr "
        "fnr fdr eer fid lpips divergence kl kld crps pinball deviance aic bic hinge entropy crossentropy hamming "
        "bytes kb mb gb mib gib memory flops macs cost missed misses alarms gap regret std stddev toxicity "
        "hallucination hallucinations drift psi residual rmspe mdape medae nrmse false distance energy failures"_L1);
    return words;
}

const Words &higherWords()
{
    static const Words words = setOf(
        "accuracy acc f1 f2 fbeta f1score fscore precision recall sensitivity specificity tpr tnr ppv npv auc roc "
        "auroc rocauc auprc prauc ap map mrr ndcg dcg hit hits hitrate r2 rsquared mcc kappa jaccard iou miou "
        "dice bleu sacrebleu rouge rougel meteor chrf bertscore em spearman spearmanr pearson pearsonr kendall "
        "kendalltau correlation corr ssim psnr snr throughput qps fps reward return score silhouette gini ks lift "
        "uplift likelihood nmi ari ami homogeneity completeness concordance cindex true top conversion ctr "
        "faithfulness"_L1);
    return words;
}

// expressions whose words alone would say something else, or nothing
constexpr std::pair<QLatin1StringView, MetricDirection> expressions[]{
    {"mean_rank"_L1, MetricDirection::LowerIsBetter},
    {"average_rank"_L1, MetricDirection::LowerIsBetter},
    {"model_size"_L1, MetricDirection::LowerIsBetter},
    {"file_size"_L1, MetricDirection::LowerIsBetter},
    {"error_rate"_L1, MetricDirection::LowerIsBetter},
    {"explained_variance"_L1, MetricDirection::HigherIsBetter},
    {"exact_match"_L1, MetricDirection::HigherIsBetter},
    {"win_rate"_L1, MetricDirection::HigherIsBetter},
    {"success_rate"_L1, MetricDirection::HigherIsBetter},
    {"pass_rate"_L1, MetricDirection::HigherIsBetter},
    {"pass_at"_L1, MetricDirection::HigherIsBetter},
    {"r_squared"_L1, MetricDirection::HigherIsBetter},
    {"true_positive"_L1, MetricDirection::HigherIsBetter},
    {"true_negative"_L1, MetricDirection::HigherIsBetter},
    {"false_positive"_L1, MetricDirection::LowerIsBetter},
    {"false_negative"_L1, MetricDirection::LowerIsBetter},
    {"loss_scale"_L1, MetricDirection::Unknown},
};

// "valLogLoss", "val_log-loss" and "val/log loss" are the same three words
QStringList wordsOf(const QString &name)
{
    QStringList words;
    QString word;
    QChar before;
    for (const QChar c : name) {
        const bool hump = c.isUpper() && before.isLower();
        if ((!c.isLetterOrNumber() || hump) && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
        if (c.isLetterOrNumber())
            word.append(c.toLower());
        before = c;
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

// "bleu4" and "map50" are known without their number
bool contains(const Words &known, const QString &word)
{
    qsizetype end = word.size();
    while (end > 0 && word.at(end - 1).isDigit())
        --end;
    return known.contains(word) || known.contains(word.left(end));
}

bool containsAny(const Words &known, const QStringList &words)
{
    return std::ranges::any_of(words, [&known](const QString &word) { return contains(known, word); });
}

bool isRatePerTime(const QStringList &words)
{
    static const Words units{u"s"_s, u"sec"_s, u"second"_s, u"minute"_s, u"hour"_s, u"ms"_s};
    const qsizetype per = words.indexOf(u"per"_s);
    return per > 0 && per + 1 < words.size() && units.contains(words.at(per + 1));
}

MetricDirection directionOf(const QStringList &words)
{
    static const Words counts{u"rows"_s, u"support"_s, u"steps"_s, u"step"_s, u"epochs"_s, u"epoch"_s, u"seed"_s};
    if (words.isEmpty() || counts.contains(words.last()))
        return MetricDirection::Unknown;
    if (isRatePerTime(words))
        return MetricDirection::HigherIsBetter;
    const QString joined = words.join(u'_');
    for (const auto &[expression, direction] : expressions) {
        if (joined.contains(expression))
            return direction;
    }
    if (containsAny(lowerWords(), words))
        return MetricDirection::LowerIsBetter;
    return containsAny(higherWords(), words) ? MetricDirection::HigherIsBetter : MetricDirection::Unknown;
}

} // namespace

MetricDirection usualDirection(const QString &metricName)
{
    QStringList words = wordsOf(metricName);
    // scikit-learn's scorers negate errors ("neg_log_loss"), and a negative likelihood is a loss
    const bool negated = words.size() > 1 && (words.first() == "neg"_L1 || words.first() == "negative"_L1);
    if (negated)
        words.removeFirst();
    const MetricDirection direction = directionOf(words);
    if (!negated || direction == MetricDirection::Unknown)
        return direction;
    return direction == MetricDirection::HigherIsBetter ? MetricDirection::LowerIsBetter
                                                        : MetricDirection::HigherIsBetter;
}

bool measuresCost(const QString &metricName)
{
    static const Words costs = setOf(
        "latency ms millis milliseconds us seconds secs sec time duration runtime bytes kb mb gb mib gib memory flops "
        "macs cost energy size throughput qps fps"_L1);
    const QStringList words = wordsOf(metricName);
    return isRatePerTime(words) || containsAny(costs, words);
}

int decimalsOfSpread(double low, double high)
{
    constexpr int least = 2;
    constexpr int most = 6;
    constexpr int digits = 3;
    const double spread = std::abs(high - low);
    if (!std::isfinite(spread) || spread <= 0)
        return 4;
    return std::clamp(digits - 1 - int(std::floor(std::log10(spread))), least, most);
}

} // namespace stagekeeper
