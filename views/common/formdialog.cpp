// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/formdialog.h"

#include "views/common/plainlabel.h"
#include "views/common/style.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int dialogWidth = 460;

} // namespace

FormDialog::FormDialog(const Theme &theme, const QString &title, const QString &act, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_column(new QVBoxLayout),
      m_heading(proseLabel(theme, {}, Theme::Face::Title, Token::Text, this)),
      m_trouble(proseLabel(theme, {}, Theme::Face::Body, Token::Danger, this))
{
    setMinimumWidth(dialogWidth);
    fillWith(this, theme, Token::Base);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(measure::group, measure::group, measure::group, measure::group);
    outer->setSpacing(measure::cell);
    m_heading->setObjectName(u"dialogTitle"_s);
    setHeading(title);
    outer->addWidget(m_heading);
    m_column->setSpacing(measure::inside);
    outer->addLayout(m_column);
    outer->addStretch(1);
    m_trouble->setObjectName(u"trouble"_s);
    m_trouble->hide();
    outer->addWidget(m_trouble);
    auto *buttons = new QDialogButtonBox(this);
    m_primary = buttons->addButton(act, QDialogButtonBox::AcceptRole);
    m_primary->setObjectName(u"primary"_s);
    m_primary->setProperty(look::primary, true);
    m_primary->setDefault(true);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::submitted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addSpacing(measure::gap);
    outer->addWidget(buttons);
}

void FormDialog::addIntroduction(const QString &text)
{
    m_column->addWidget(proseLabel(m_theme, displayLines(text), Theme::Face::Body, Token::Text2, this));
    m_column->addSpacing(measure::gap);
}

void FormDialog::addField(const QString &label, QWidget *field, const QString &hint)
{
    auto *name = plainLabel(m_theme, label, Theme::Face::Body, Token::Text2, this);
    name->setBuddy(field);
    field->setAccessibleName(label);
    auto *note = proseLabel(m_theme, hint, Theme::Face::Small, Token::Text3, this);
    note->setVisible(!hint.isEmpty());
    m_column->addWidget(name);
    m_column->addWidget(field);
    m_column->addWidget(note);
    m_column->addSpacing(measure::gap);
    m_rows.insert(field, {note, hint, {}});
}

void FormDialog::setProblem(QWidget *field, const QString &problem)
{
    Row &row = m_rows[field];
    if (!row.note)
        return;
    row.problem = problem;
    const bool isProblem = !problem.isEmpty();
    row.note->setText(displayLines(isProblem ? problem : row.hint));
    row.note->setVisible(!row.note->text().isEmpty());
    followTheme(row.note, m_theme, Theme::Face::Small, isProblem ? Token::Danger : Token::Text3);
    field->setProperty(look::invalid, isProblem);
    field->setAccessibleDescription(row.note->text());
    field->style()->polish(field);
    field->update();
}

bool FormDialog::hasProblems() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return !row.problem.isEmpty(); });
}

void FormDialog::setTrouble(const QString &sentence)
{
    m_trouble->setText(displayLines(sentence));
    m_trouble->setVisible(!sentence.isEmpty());
}

void FormDialog::setHeading(const QString &title)
{
    m_heading->setText(displayName(title));
    setWindowTitle(m_heading->text());
}

void FormDialog::setAct(const QString &act)
{
    m_primary->setText(displayName(act).replace(u'&', u"&&"_s));
}

void FormDialog::setBusy(bool busy)
{
    m_primary->setEnabled(!busy);
}

} // namespace stagekeeper
