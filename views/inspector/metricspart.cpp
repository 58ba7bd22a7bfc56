// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/celltext.h"
#include "views/common/format.h"
#include "views/common/section.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"

#include <QBoxLayout>
#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

constexpr int mostDigits = 12;

/// A metric of the version, of what it is compared with, or of both.
struct MetricLine {
    QString name, value, exact, delta, deltaWords;
    Token deltaColor = Token::Text3;
};

/// Enough decimals that a difference that is there is seen.
int deltaDecimals(double delta, int decimals)
{
    while (decimals < mostDigits && std::abs(delta) < std::pow(10, -decimals))
        ++decimals;
    return decimals;
}

void compare(MetricLine &line, const MetricSummary &summary, double delta, const QLocale &locale)
{
    line.delta = format::delta(delta, deltaDecimals(delta, summary.decimals), locale);
    if (std::isnan(delta) || delta == 0)
        return;
    if (summary.direction == MetricDirection::Unknown) {
        line.deltaColor = Token::Text2;
        line.deltaWords = line.delta;
        return;
    }
    const bool isBetter = (delta > 0) == (summary.direction == MetricDirection::HigherIsBetter);
    line.deltaColor = isBetter ? Token::Better : Token::Worse;
    line.deltaWords = isBetter ? Text::tr("%1, better").arg(line.delta) : Text::tr("%1, worse").arg(line.delta);
}

MetricLine lineOf(const PartContext &parts, const QString &name)
{
    const QLocale locale;
    const MetricSummary summary = parts.shown->facts.metric(name);
    const Metrics &metrics = parts.version().metrics;
    MetricLine line {name, format::missing(), {}, {}, {}};
    const auto own = metrics.constFind(name);
    if (own != metrics.cend()) {
        line.value = format::number(*own, summary.decimals, locale);
        line.exact = format::exactNumber(*own);
    }
    if (!parts.details().reference)
        return line;
    const auto other = parts.details().reference->metrics.constFind(name);
    if (other == parts.details().reference->metrics.cend())
        return line;
    line.exact = Text::tr("%1, there %2").arg(line.exact.isEmpty() ? format::missing() : line.exact, format::exactNumber(*other));
    if (own != metrics.cend())
        compare(line, summary, *own == *other ? 0 : *own - *other, locale);
    return line;
}

QList<MetricLine> linesOf(const PartContext &parts)
{
    QStringList names = parts.version().metrics.keys();
    if (parts.details().reference) {
        names += parts.details().reference->metrics.keys();
        names.removeDuplicates();
        names.sort();
    }
    QList<MetricLine> lines;
    for (const QString &name : names)
        lines.append(lineOf(parts, name));
    return lines;
}

QString noteOf(const VersionDetails &details)
{
    if (!details.reference)
        return {};
    //: which version the metrics are compared with
    return details.referenceAlias.isEmpty() ? Text::tr("against live %1").arg(details.reference->version)
                                            : Text::tr("against %1 %2").arg(details.referenceAlias, details.reference->version);
}

QWidget *rowOf(const PartContext &parts, const MetricLine &line, int valueWidth, int deltaWidth)
{
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner, measure::cell);
    auto *name = new ElidedLabel(parts.theme, line.name, Theme::Face::Body, Token::Text, owner);
    name->setFilling();
    row->addWidget(name, 1);
    owner->setMinimumHeight(rowHeight(name));
    const bool isMissing = line.value == format::missing();
    auto *value = new NumberLabel(parts.theme, line.value, Theme::Face::Body, isMissing ? Token::Text3 : Token::Text, owner);
    value->setFixedWidth(valueWidth);
    value->setToolTip(line.exact);
    value->setAccessibleName(name->text() + u' ' + line.value);
    row->addWidget(value);
    if (deltaWidth == 0)
        return owner;
    auto *delta = new NumberLabel(parts.theme, line.delta, Theme::Face::Small, line.deltaColor, owner);
    delta->setFixedWidth(deltaWidth);
    delta->setToolTip(line.exact);
    delta->setAccessibleName(line.deltaWords);
    row->addWidget(delta);
    return owner;
}

} // namespace

QWidget *parts::metrics(const PartContext &parts)
{
    const QList<MetricLine> lines = linesOf(parts);
    if (lines.isEmpty())
        return nullptr;
    int valueWidth = 0;
    int deltaWidth = 0;
    for (const MetricLine &line : lines) {
        valueWidth = qMax(valueWidth, celltext::numberWidth(parts.theme.font(Theme::Face::Body), line.value) + 1);
        if (!line.delta.isEmpty())
            deltaWidth = qMax(deltaWidth, celltext::numberWidth(parts.theme.font(Theme::Face::Small), line.delta) + 1);
    }
    auto *content = new RowList(parts, u"metricRows"_s, lines.size(), [parts, lines, valueWidth, deltaWidth](qsizetype row) {
        return rowOf(parts, lines.at(row), valueWidth, deltaWidth);
    });
    return makeSection(parts, {u"metrics"_s, Text::tr("Metrics"), noteOf(parts.details())}, content);
}

} // namespace stagekeeper
