// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

QString stateWords(FileState state)
{
    switch (state) {
    case FileState::Verified:
        return Text::tr("verified");
    case FileState::Damaged:
        return Text::tr("damaged");
    case FileState::RecordedOnly:
        return Text::tr("recorded, not stored here");
    case FileState::Stored:
        break;
    }
    return Text::tr("stored, not verified yet");
}

QWidget *stateIcon(const PartContext &parts, FileState state)
{
    QWidget *icon = nullptr;
    if (state == FileState::Verified)
        icon = iconLabel(parts.theme, u"check"_s, Token::Ok);
    else if (state == FileState::Damaged)
        icon = iconLabel(parts.theme, u"error"_s, Token::Danger);
    else if (state == FileState::RecordedOnly)
        icon = iconLabel(parts.theme, u"link"_s, Token::Text3);
    else
        icon = new QLabel;
    icon->setFixedWidth(measure::icon);
    icon->setToolTip(stateWords(state));
    icon->setAccessibleName(stateWords(state));
    return icon;
}

QWidget *digestButton(const PartContext &parts, const Artifact &artifact)
{
    auto *button = new LinkButton(parts.theme, format::digest(artifact.sha256), Theme::Face::Mono, Token::Text3);
    button->setObjectName(u"digest"_s);
    button->setToolTip(Text::tr("SHA-256 %1\nA click copies it.").arg(displayName(artifact.sha256)));
    button->setAccessibleName(Text::tr("Copy the digest of %1").arg(displayName(artifact.name)));
    QObject::connect(button, &LinkButton::clicked, button, [copy = parts.copy, digest = artifact.sha256] { copy(digest); });
    return button;
}

QWidget *rowOf(const PartContext &parts, const Artifact &artifact)
{
    const FileState state = parts.check.stateOf(artifact);
    auto *owner = new QWidget;
    owner->setObjectName(u"file"_s);
    QBoxLayout *column = plainColumn(owner);
    auto *line = new QWidget(owner);
    QBoxLayout *row = plainRow(line, measure::gap);
    row->addWidget(iconLabel(parts.theme, u"file"_s, Token::Text2));
    auto *name = new ElidedLabel(parts.theme, artifact.name, Theme::Face::Body, Token::Text, line);
    name->setHint(QStringList {artifact.kind, artifact.uri}.join(u' ').trimmed());
    name->setAccessibleName(Text::tr("%1, %2").arg(name->text(), stateWords(state)));
    name->setFilling();
    row->addWidget(name, 1);
    line->setMinimumHeight(rowHeight(name));
    if (!artifact.sha256.isEmpty())
        row->addWidget(digestButton(parts, artifact));
    if (artifact.bytes >= 0)
        row->addWidget(new NumberLabel(parts.theme, format::bytes(artifact.bytes, QLocale()), Theme::Face::Small, Token::Text3, line));
    row->addWidget(stateIcon(parts, state));
    column->addWidget(line);
    if (state == FileState::Damaged)
        column->addWidget(new WrappedText(parts.theme, parts.check.problems.value(artifact.name), Theme::Face::Small, Token::Danger, owner));
    return owner;
}

QString noteOf(const PartContext &parts)
{
    if (parts.check.isRunning)
        return Text::tr("verifying…");
    int damaged = 0;
    int verified = 0;
    for (const Artifact &artifact : parts.version().artifacts) {
        const FileState state = parts.check.stateOf(artifact);
        damaged += state == FileState::Damaged ? 1 : 0;
        verified += state == FileState::Verified ? 1 : 0;
    }
    if (damaged > 0)
        return Text::tr("%n damaged", nullptr, damaged);
    if (verified > 0)
        return Text::tr("verified %1").arg(format::relativeDate(parts.check.when, QDateTime::currentDateTime(), QLocale()));
    return {};
}

QWidget *verifyButton(const PartContext &parts)
{
    auto *button = new LinkButton(parts.theme, parts.check.isRunning ? Text::tr("Verifying…") : Text::tr("Verify"), Theme::Face::Small);
    button->setObjectName(u"verifyButton"_s);
    button->setToolTip(Text::tr("Reads the files again and compares them with their digests"));
    button->setEnabled(parts.verify->isEnabled());
    QObject::connect(button, &LinkButton::clicked, parts.verify, &QAction::trigger);
    return button;
}

} // namespace

QWidget *parts::files(const PartContext &parts)
{
    const QList<Artifact> &artifacts = parts.version().artifacts;
    if (artifacts.isEmpty())
        return nullptr;
    auto *content = new QWidget;
    QBoxLayout *column = plainColumn(content, measure::inside);
    column->addWidget(new RowList(parts, u"fileRows"_s, artifacts.size(),
                                  [parts](qsizetype row) { return rowOf(parts, parts.version().artifacts.at(row)); }));
    column->addWidget(verifyButton(parts));
    return makeSection(parts, {u"files"_s, Text::tr("Files"), noteOf(parts)}, content);
}

} // namespace stagekeeper
