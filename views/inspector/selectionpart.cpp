// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/actionbutton.h"
#include "views/common/celltext.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/common/stagebadge.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"
#include "views/inspector/valuetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

const SelectionSummary &summaryOf(const PartContext &parts)
{
    return *parts.shown->selection;
}

/// A pointer to where they are seen side by side.
QWidget *compareHint(const PartContext &parts)
{
    const auto compare = std::ranges::find_if(parts.icons, [](const auto &action) { return action && action->objectName() == "compare"_L1; });
    if (compare != parts.icons.cend())
        return new ActionButton(parts.theme, *compare, ActionButton::Look::Primary);
    auto *words = new WrappedText(parts.theme, Text::tr("Compare shows them side by side, value by value."));
    words->setObjectName(u"compareHint"_s);
    return words;
}

QWidget *heading(const PartContext &parts)
{
    const SelectionSummary &summary = summaryOf(parts);
    const QLocale locale;
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner, measure::gap);
    column->setContentsMargins(measure::margin, measure::cell, measure::margin, measure::cell);
    auto *title = new ElidedLabel(parts.theme, Text::tr("%n versions", nullptr, static_cast<int>(summary.count)), Theme::Face::Title);
    title->setObjectName(u"inspectorTitle"_s);
    column->addWidget(title);
    if (summary.looked < summary.count)
        column->addWidget(new WrappedText(parts.theme, Text::tr("What follows is of the first %1 of them.").arg(locale.toString(summary.looked))));
    column->addWidget(compareHint(parts));
    return owner;
}

QWidget *stageRow(const PartContext &parts, const std::pair<QString, int> &count)
{
    auto *badge = new StageBadge(parts.theme);
    const auto stage = parts.lifecycle.find(count.first);
    badge->setStage(stage ? stage->kind : StageKind::Initial, displayName(count.first));
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner);
    owner->setMinimumHeight(rowHeight(owner));
    row->addWidget(badge);
    row->addStretch(1);
    auto *number = new NumberLabel(parts.theme, QLocale().toString(count.second), Theme::Face::Body, Token::Text, owner);
    number->setAccessibleName(displayName(count.first) + u' ' + number->text());
    row->addWidget(number);
    return owner;
}

QWidget *stages(const PartContext &parts)
{
    const auto counts = summaryOf(parts).stages;
    auto *content = new RowList(parts, u"stageRows"_s, counts.size(), [parts, counts](qsizetype row) { return stageRow(parts, counts.at(row)); });
    const QString note = counts.size() == 1 ? Text::tr("the same in all") : QString();
    return makeSection(parts, {u"stages"_s, Text::tr("Stages"), note}, content);
}

QWidget *rangeRow(const PartContext &parts, const QString &name, const SelectionSummary::Range &range)
{
    const QLocale locale;
    const int decimals = parts.shown->facts.metric(name).decimals;
    QString words = format::missing();
    if (range.minimum == range.maximum)
        words = format::number(range.minimum, decimals, locale);
    else if (range.minimum < range.maximum)
        words = Text::tr("%1 – %2").arg(format::number(range.minimum, decimals, locale), format::number(range.maximum, decimals, locale));
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner);
    auto *label = new ElidedLabel(parts.theme, name, Theme::Face::Body, Token::Text, owner);
    if (range.count < summaryOf(parts).looked)
        label->setHint(Text::tr("%n have it", nullptr, static_cast<int>(range.count)));
    owner->setMinimumHeight(rowHeight(label));
    label->setFilling();
    row->addWidget(label, 1);
    const Token color = range.minimum == range.maximum ? Token::Text3 : Token::Text;
    auto *value = new NumberLabel(parts.theme, words, Theme::Face::Body, color, owner);
    value->setAccessibleName(label->text() + u' ' + words);
    row->addWidget(value);
    return owner;
}

QWidget *ranges(const PartContext &parts)
{
    const QMap<QString, SelectionSummary::Range> &metrics = summaryOf(parts).metrics;
    if (metrics.isEmpty())
        return nullptr;
    const auto differing = std::count_if(metrics.cbegin(), metrics.cend(), [&](const SelectionSummary::Range &range) {
        return range.minimum != range.maximum || range.count != summaryOf(parts).looked;
    });
    auto *content = new RowList(parts, u"rangeRows"_s, metrics.size(), [parts](qsizetype row) {
        const auto metric = std::next(summaryOf(parts).metrics.cbegin(), row);
        return rangeRow(parts, metric.key(), *metric);
    });
    const QString note = Text::tr("%1 of %2 differ").arg(differing).arg(metrics.size());
    return makeSection(parts, {u"ranges"_s, Text::tr("Metrics"), note}, content);
}

QWidget *commonParameters(const PartContext &parts)
{
    const QMap<QString, QJsonValue> &common = parts.shown->commonParameters;
    if (common.isEmpty())
        return nullptr;
    auto *content = new RowList(parts, u"commonRows"_s, common.size(), [parts](qsizetype row) {
        const auto parameter = std::next(parts.shown->commonParameters.cbegin(), row);
        return labelledRow(parts.theme, parameter.key(), valuetext::head(valuetext::json(*parameter), 400));
    });
    return makeSection(parts, {u"commonParameters"_s, Text::tr("Parameters"), Text::tr("the same in all")}, content);
}

QWidget *commonTags(const PartContext &parts)
{
    if (summaryOf(parts).commonTags.isEmpty())
        return nullptr;
    auto *content = new QWidget;
    plainColumn(content)->addWidget(tagFlow(parts.theme, summaryOf(parts).commonTags, u"commonTagFlow"_s));
    return makeSection(parts, {u"commonTags"_s, Text::tr("Tags"), Text::tr("on all")}, content);
}

QWidget *dates(const PartContext &parts)
{
    const SelectionSummary &summary = summaryOf(parts);
    const QDateTime now = QDateTime::currentDateTime();
    const QLocale locale;
    auto *content = new QWidget;
    QBoxLayout *column = plainColumn(content);
    for (const auto &[label, when] : {std::pair {Text::tr("Oldest"), summary.oldest}, {Text::tr("Newest"), summary.newest}})
        column->addWidget(labelledRow(parts.theme, label, format::relativeDate(when, now, locale), format::exactDate(when.toLocalTime(), locale)));
    return makeSection(parts, {u"created"_s, Text::tr("Created")}, content);
}

} // namespace

QWidget *parts::selection(const PartContext &parts)
{
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner);
    for (QWidget *part : {heading(parts), stages(parts), ranges(parts), commonParameters(parts), commonTags(parts), dates(parts)}) {
        if (!part)
            continue;
        if (column->count() > 0)
            column->addWidget(hairlineWidget(parts.theme, Qt::Horizontal, owner));
        column->addWidget(part);
    }
    return owner;
}

QWidget *parts::nothing(const PartContext &parts)
{
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner, measure::inside);
    column->setContentsMargins(measure::margin, measure::cell, measure::margin, measure::cell);
    auto *title = new ElidedLabel(parts.theme, Text::tr("Nothing selected"), Theme::Face::Strong, Token::Text2, owner);
    title->setObjectName(u"nothingSelected"_s);
    column->addWidget(title);
    column->addWidget(new WrappedText(parts.theme, Text::tr("Select a version to see what it is made of, how it measures and what happened to it."),
                                      Theme::Face::Body, Token::Text3, owner));
    return owner;
}

} // namespace stagekeeper
