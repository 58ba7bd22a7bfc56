// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/createdialog.h"

#include "model/domain/namerules.h"
#include "model/items/workspace.h"
#include "views/common/plainlabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace stagekeeper {

CreateDialog::CreateDialog(const PageContext &context, QWidget *parent)
    : FormDialog(context.theme, tr("Create a registry"), tr("Create registry"), parent), m_context(context),
      m_name(new QLineEdit(u"team-models"_s, this)),
      m_folder(new QLineEdit(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), this)),
      m_stages(new QComboBox(this))
{
    setObjectName(u"createDialog"_s);
    m_name->setObjectName(u"name"_s);
    m_folder->setObjectName(u"folder"_s);
    m_stages->setObjectName(u"stages"_s);
    m_stages->setEditable(true);
    m_stages->setInsertPolicy(QComboBox::NoInsert);
    m_stages->addItems({u"Development, Staging, Production, Archived"_s, u"Candidate, Champion, Retired"_s,
                        u"Development, Testing, Acceptance, Production, Archived"_s});
    addIntroduction(tr("A registry is one file with your models, their versions and their history."));
    addField(tr("Name"), m_name);
    addField(tr("Folder"), makeFileRow());
    addField(tr("Stages, in order"), m_stages,
             tr("The last is the archive; the one before it is live and holds one version of each model."));
    connect(m_name, &QLineEdit::textChanged, this, &CreateDialog::showPlace);
    connect(m_folder, &QLineEdit::textChanged, this, &CreateDialog::showPlace);
    connect(m_stages, &QComboBox::editTextChanged, this, &CreateDialog::showPlace);
    connect(this, &FormDialog::submitted, this, &CreateDialog::submit);
    m_name->selectAll();
    m_name->setFocus();
}

QWidget *CreateDialog::makeFileRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::gap);
    auto *choose = new QPushButton(tr("Choose…"), row);
    layout->addWidget(m_folder, 1);
    layout->addWidget(choose);
    row->setFocusProxy(m_folder);
    connect(choose, &QPushButton::clicked, this, &CreateDialog::chooseFolder);
    return row;
}

QString CreateDialog::path() const
{
    return QDir(m_folder->text()).filePath(safeFileName(m_name->text().trimmed() + u".stagekeeper"_s));
}

QStringList CreateDialog::stages() const
{
    QStringList names;
    for (const QString &name : m_stages->currentText().split(u','))
        names.append(name.trimmed());
    return names;
}

void CreateDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the registry"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void CreateDialog::showPlace()
{
    (void)check();
}

bool CreateDialog::check()
{
    const Result<> name = checkName(NameKind::Model, m_name->text().trimmed());
    setProblem(m_name, name ? QString() : name.error().message);
    QString folderProblem;
    if (!QFileInfo(m_folder->text()).isDir())
        folderProblem = tr("There is no such folder.");
    else if (QFileInfo::exists(path()))
        folderProblem = tr("There is already a file %1 in this folder.").arg(displayName(QFileInfo(path()).fileName()));
    setProblem(m_folder->parentWidget(), folderProblem);
    const QStringList names = stages();
    QString stageProblem;
    if (names.contains(QString()) || names.size() < 2)
        stageProblem = tr("At least two names, separated by commas.");
    else if (QSet<QString>(names.begin(), names.end()).size() != names.size())
        stageProblem = tr("Every stage needs a name of its own.");
    setProblem(m_stages, stageProblem);
    return !hasProblems();
}

void CreateDialog::submit()
{
    if (!check())
        return;
    setBusy(true);
    const auto created
        = m_context.workspace.create(path(), m_name->text().trimmed(), Lifecycle(Lifecycle::stagesFromNames(stages())));
    whenDone(created, this, [this](const Result<> &result) {
        setBusy(false);
        if (result)
            accept();
        else
            setTrouble(result.error().message);
    });
}

} // namespace stagekeeper
