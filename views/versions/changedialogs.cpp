// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/changedialogs.h"

#include "model/domain/namerules.h"
#include "views/common/plainlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString problemWith(NameKind kind, const QString &name)
{
    const Result<> checked = checkName(kind, name);
    return checked ? QString() : checked.error().message;
}

} // namespace

TagDialog::TagDialog(const Theme &theme, const QString &versions, QWidget *parent)
    : FormDialog(theme, tr("Tag %1").arg(versions), tr("Add tag"), parent), m_tag(new QLineEdit(this)),
      m_value(new QLineEdit(this))
{
    m_tag->setObjectName(u"tag"_s);
    m_value->setObjectName(u"value"_s);
    addField(tr("Tag"), m_tag);
    addField(tr("Value"), m_value, tr("May stay empty. A tag that is there already gets this value."));
    connect(this, &FormDialog::submitted, this, &TagDialog::check);
    connect(m_tag, &QLineEdit::textChanged, this, [this] { setProblem(m_tag, {}); });
    m_tag->setFocus();
}

QString TagDialog::tag() const
{
    return m_tag->text().trimmed();
}

std::optional<QString> TagDialog::value() const
{
    return m_value->text().isEmpty() ? std::nullopt : std::optional(m_value->text());
}

void TagDialog::check()
{
    setProblem(m_tag, problemWith(NameKind::Tag, tag()));
    if (!hasProblems())
        accept();
}

AliasDialog::AliasDialog(const Theme &theme, const QString &version, QWidget *parent)
    : FormDialog(theme, tr("Point an alias at %1").arg(version), tr("Set alias"), parent),
      m_alias(new QComboBox(this))
{
    m_alias->setObjectName(u"alias"_s);
    m_alias->setEditable(true);
    m_alias->addItems({u"champion"_s, u"challenger"_s, u"fallback"_s});
    addField(tr("Alias"), m_alias, tr("An alias points to exactly one version: it leaves the one that has it now."));
    connect(this, &FormDialog::submitted, this, &AliasDialog::check);
    connect(m_alias, &QComboBox::editTextChanged, this, [this] { setProblem(m_alias, {}); });
    m_alias->setFocus();
}

QString AliasDialog::alias() const
{
    return m_alias->currentText().trimmed();
}

void AliasDialog::check()
{
    setProblem(m_alias, problemWith(NameKind::Alias, alias()));
    if (!hasProblems())
        accept();
}

StageDialog::StageDialog(const Theme &theme, const QString &versions, const Lifecycle &lifecycle, QWidget *parent)
    : FormDialog(theme, {}, {}, parent), m_stage(new QComboBox(this)), m_reason(new QLineEdit(this))
{
    m_stage->setObjectName(u"stage"_s);
    m_reason->setObjectName(u"reason"_s);
    for (const Stage &stage : lifecycle.stages())
        m_stage->addItem(displayName(stage.name), stage.name);
    const bool isGiven = lifecycle.stages().size() == 1;
    const auto retitle = [this, versions] {
        setHeading(tr("Move %1 to %2").arg(versions, m_stage->currentText()));
        setAct(tr("Move to %1").arg(m_stage->currentText()));
    };
    if (isGiven)
        m_stage->hide();
    else
        addField(tr("Stage"), m_stage, tr("A version that holds a full stage moves to the archive. This can be undone."));
    addField(tr("Reason"), m_reason, tr("Recorded with the change. May stay empty."));
    connect(m_stage, &QComboBox::currentIndexChanged, this, retitle);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    retitle();
    (isGiven ? static_cast<QWidget *>(m_reason) : m_stage)->setFocus();
}

QString StageDialog::stage() const
{
    return m_stage->currentData().toString();
}

QString StageDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace stagekeeper
