// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/metadatajson.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/inspector/jsontext.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"
#include "views/inspector/valuetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

constexpr qsizetype firstEvents = 5;
constexpr qsizetype longestReason = 600;
constexpr qsizetype longestJson = 40000; ///< what is shown; copying takes all

QWidget *eventRow(const PartContext &parts, const AuditEvent &event)
{
    const QLocale locale;
    const QDateTime when = event.imported ? event.imported->time : event.time;
    const QString who = event.imported ? event.imported->actor : event.actor;
    auto *owner = new QWidget;
    owner->setObjectName(u"event"_s);
    QBoxLayout *column = plainColumn(owner);
    column->setContentsMargins(0, 2, 0, measure::inside);
    auto *what = new ElidedLabel(parts.theme, valuetext::event(event), Theme::Face::Body, Token::Text, owner);
    column->addWidget(what);
    auto *origin = new ElidedLabel(parts.theme, Text::tr("%1, %2").arg(format::relativeDate(when, QDateTime::currentDateTime(), locale), who),
                                   Theme::Face::Small, Token::Text3, owner);
    origin->setHint(format::exactDate(when.toLocalTime(), locale));
    column->addWidget(origin);
    if (!event.reason.isEmpty())
        column->addWidget(new WrappedText(parts.theme, valuetext::head(event.reason, longestReason), Theme::Face::Small, Token::Text2, owner));
    return owner;
}

} // namespace

QWidget *parts::history(const PartContext &parts)
{
    const QList<AuditEvent> &events = parts.details().events;
    if (events.isEmpty())
        return nullptr;
    auto *content = new RowList(parts, u"historyRows"_s, events.size(),
                                [parts](qsizetype row) { return eventRow(parts, parts.details().events.at(row)); }, firstEvents);
    return makeSection(parts, {u"history"_s, Text::tr("History")}, content);
}

QWidget *parts::rawText(const PartContext &parts)
{
    auto *content = new QWidget;
    QBoxLayout *column = plainColumn(content, measure::inside);
    auto *copy = new LinkButton(parts.theme, parts.copyJson->text(), Theme::Face::Small, Token::Accent, content);
    copy->setObjectName(u"copyJsonButton"_s);
    QObject::connect(copy, &LinkButton::clicked, parts.copyJson, &QAction::trigger);
    column->addWidget(copy);
    auto *text = new JsonText(parts.theme, content);
    column->addWidget(text);
    Section *section = makeSection(parts, {u"json"_s, Text::tr("JSON"), {}, false}, content);
    const auto fill = [parts, text](bool expanded) {
        if (expanded && text->toPlainText().isEmpty())
            text->setPlainText(displayLines(valuetext::head(QString::fromUtf8(versionToJson(parts.version())), longestJson)));
    };
    QObject::connect(section, &Section::expandedChanged, text, fill);
    fill(section->isExpanded());
    return section;
}

} // namespace stagekeeper
