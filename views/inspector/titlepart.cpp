// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/actionbutton.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/stagebadge.h"
#include "views/common/style.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

constexpr qsizetype longestDescription = 280; ///< before it is asked for in full

QToolButton *iconButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({measure::icon, measure::icon});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *menuButton(const PartContext &parts, QWidget *parent)
{
    QToolButton *button = iconButton(parent);
    button->setObjectName(u"inspectorMenu"_s);
    button->setIcon(themedIcon(parts.theme, u"more"_s));
    button->setToolTip(Text::tr("More acts"));
    button->setAccessibleName(Text::tr("More acts"));
    auto *menu = new QMenu(button);
    menu->addActions(parts.menu);
    QObject::connect(button, &QToolButton::clicked, menu, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

QWidget *nameRow(const PartContext &parts)
{
    const ModelVersion &version = parts.version();
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner, measure::cell);
    auto *name = new ElidedLabel(parts.theme, version.version, Theme::Face::Title, Token::Text, owner);
    name->setObjectName(u"inspectorTitle"_s);
    name->setHint(Reference {version.model, version.version, {}}.toString());
    row->addWidget(name);
    auto *badge = new StageBadge(parts.theme, owner);
    const auto stage = parts.lifecycle.find(version.stage);
    badge->setStage(stage ? stage->kind : StageKind::Initial, displayName(version.stage));
    badge->setAccessibleName(displayName(version.stage));
    row->addWidget(badge);
    row->addStretch(1);
    row->addWidget(menuButton(parts, owner));
    return owner;
}

QWidget *description(const PartContext &parts)
{
    const QString text = parts.version().description.trimmed();
    const bool isLong = text.size() > longestDescription + 40;
    const bool isWhole = !isLong || parts.opened->value(u"description"_s, false);
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner, measure::inside);
    auto *words = new WrappedText(parts.theme, isWhole ? text : text.left(longestDescription) + u'…', Theme::Face::Body,
                                  Token::Text2, owner);
    words->setObjectName(u"description"_s);
    column->addWidget(words);
    if (isWhole)
        return owner;
    auto *more = new LinkButton(parts.theme, Text::tr("Show all of it"), Theme::Face::Small, Token::Accent, owner);
    more->setObjectName(u"descriptionMore"_s);
    column->addWidget(more);
    QObject::connect(more, &LinkButton::clicked, owner, [owner, column, words, more, opened = parts.opened, &theme = parts.theme, text] {
        opened->insert(u"description"_s, true);
        more->hide();
        auto *whole = new WrappedText(theme, text, Theme::Face::Body, Token::Text2, owner);
        whole->setObjectName(words->objectName());
        delete column->replaceWidget(words, whole); // gives back the old place
        words->hide();
        words->deleteLater();
    });
    return owner;
}

QWidget *actionRow(const PartContext &parts)
{
    auto *owner = new QWidget;
    owner->setObjectName(u"inspectorActions"_s);
    QBoxLayout *row = plainRow(owner, measure::gap);
    if (parts.primary) {
        auto *button = new ActionButton(parts.theme, parts.primary, ActionButton::Look::Primary, owner);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumWidth(measure::field); // a long word is cut rather than the pane widened
        row->addWidget(button, 1);
    }
    for (const QPointer<QAction> &action : parts.icons) {
        if (!action)
            continue;
        QToolButton *button = iconButton(owner);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + "Icon"_L1);
        button->setAccessibleName(action->text());
        button->setProperty(look::outlined, true);
        button->setFixedSize(measure::field, measure::field);
        row->addWidget(button);
    }
    if (!parts.primary)
        row->addStretch(1);
    return owner;
}

} // namespace

QWidget *parts::title(const PartContext &parts)
{
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner, measure::gap);
    column->setContentsMargins(measure::margin, measure::cell - 2, measure::margin, measure::cell);
    column->addWidget(nameRow(parts));
    if (!parts.version().aliases.isEmpty())
        column->addWidget(tagFlow(parts.theme, parts.version().aliases, u"aliases"_s));
    if (!parts.version().description.trimmed().isEmpty())
        column->addWidget(description(parts));
    if (parts.primary || !parts.icons.isEmpty())
        column->addWidget(actionRow(parts));
    return owner;
}

} // namespace stagekeeper
