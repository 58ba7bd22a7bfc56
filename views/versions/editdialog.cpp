// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/editdialog.h"

#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "model/workflow/versionedit.h"
#include "views/common/plainlabel.h"
#include "views/versions/keyvaluelines.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

int indexOf(std::optional<bool> value)
{
    return !value ? 0 : *value ? 1 : 2;
}

std::optional<bool> valueAt(int index)
{
    return index == 0 ? std::nullopt : std::optional(index == 1);
}

} // namespace

EditDialog::EditDialog(const PageContext &context, QWidget *parent)
    : FormDialog(context.theme, tr("Edit a version"), tr("Save changes"), parent), m_context(context),
      m_registry(context.workspace.currentRegistry()), m_id(context.workspace.selectedVersions().value(0)),
      m_description(lines(u"description"_s, 4)), m_environment(new QLineEdit(this)), m_retention(new QLineEdit(this)),
      m_pii(yesNo(u"pii"_s)), m_gdpr(yesNo(u"gdpr"_s)), m_tags(lines(u"tags"_s, 3)), m_reason(new QLineEdit(this))
{
    m_environment->setObjectName(u"environment"_s);
    m_retention->setObjectName(u"retention"_s);
    m_reason->setObjectName(u"reason"_s);
    addField(tr("Description"), m_description);
    addField(tr("Tags, one a line"), m_tags, tr("task = digits, or a name alone"));
    addField(tr("Deployment environment"), m_environment);
    addField(tr("Data retention in days"), m_retention, tr("Empty: unknown"));
    addField(tr("Personal data present"), m_pii);
    addField(tr("GDPR compliant"), m_gdpr);
    addField(tr("Reason"), m_reason, tr("Recorded with the change. May stay empty."));
    connect(this, &FormDialog::submitted, this, &EditDialog::submit);
    setBusy(true);
    load();
}

QPlainTextEdit *EditDialog::lines(const QString &name, int rows)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(fontMetrics().height() * rows + measure::margin);
    return edit;
}

QComboBox *EditDialog::yesNo(const QString &name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->addItems({tr("unknown"), tr("yes"), tr("no")});
    return box;
}

void EditDialog::load()
{
    if (!m_registry)
        return;
    const auto job = [id = m_id](Stores &stores) { return stores.versions->read(id); };
    whenDone(m_registry->read(job, 1), this, [this](const Result<ModelVersion> &version) {
        if (version)
            fill(*version);
        else
            setTrouble(version.error().message);
    });
}

void EditDialog::fill(const ModelVersion &version)
{
    m_version = version;
    setHeading(tr("Edit %1 %2").arg(version.model, version.version));
    m_description->setPlainText(version.description);
    m_environment->setText(version.deploymentEnvironment);
    m_retention->setText(version.dataRetentionDays ? QString::number(*version.dataRetentionDays) : QString());
    m_pii->setCurrentIndex(indexOf(version.piiPresent));
    m_gdpr->setCurrentIndex(indexOf(version.gdprCompliant));
    m_tags->setPlainText(tagLines());
    m_description->setFocus();
    setBusy(false);
}

QString EditDialog::tagLines() const
{
    QStringList lines;
    for (const QString &tag : m_version.tags) {
        const auto value = m_version.tagValues.constFind(tag);
        lines.append(value == m_version.tagValues.cend() ? tag : tag + u" = "_s + *value);
    }
    return lines.join(u'\n');
}

VersionChange EditDialog::change()
{
    VersionChange change;
    // only what was typed into: a field may not be able to show every text as it is
    if (m_description->document()->isModified() && m_description->toPlainText() != m_version.description)
        change.description = m_description->toPlainText();
    if (m_environment->isModified() && m_environment->text() != m_version.deploymentEnvironment)
        change.deploymentEnvironment = m_environment->text();
    bool isNumber = false;
    const qint64 days = m_retention->text().trimmed().toLongLong(&isNumber);
    const bool hasDays = !m_retention->text().trimmed().isEmpty();
    setProblem(m_retention, hasDays && (!isNumber || days < 0) ? tr("Needs a whole number of days, such as 730.") : QString());
    const auto retention = hasDays ? std::optional(days) : std::nullopt;
    if (retention != m_version.dataRetentionDays)
        change.dataRetentionDays = retention;
    if (valueAt(m_pii->currentIndex()) != m_version.piiPresent)
        change.piiPresent = valueAt(m_pii->currentIndex());
    if (valueAt(m_gdpr->currentIndex()) != m_version.gdprCompliant)
        change.gdprCompliant = valueAt(m_gdpr->currentIndex());
    setProblem(m_tags, {});
    if (!m_tags->document()->isModified())
        return change;
    const auto tags = parseKeyValues(NameKind::Tag, m_tags->toPlainText());
    if (!tags) {
        setProblem(m_tags, tags.error().message);
        return change;
    }
    change.removeTags = m_version.tags;
    for (const auto &[name, value] : *tags) {
        change.removeTags.removeOne(name);
        const auto known = m_version.tagValues.constFind(name);
        const std::optional<QString> before = known == m_version.tagValues.cend() ? std::nullopt : std::optional(*known);
        if (!m_version.tags.contains(name) || before != value)
            change.setTags.insert(name, value);
    }
    return change;
}

void EditDialog::submit()
{
    const VersionChange change = this->change();
    if (hasProblems() || !m_registry)
        return;
    if (change.isEmpty()) {
        accept();
        return;
    }
    setBusy(true);
    const auto job = [id = m_id, revision = m_version.revision, change, reason = m_reason->text()](Stores &stores) {
        return editVersion(stores, id, revision, change, reason);
    };
    whenDone(m_registry->write(job), this, [this](const Result<VersionEdit> &edit) {
        setBusy(false);
        if (!edit) {
            setTrouble(edit.error().message);
            return;
        }
        m_context.undo.push(m_registry, tr("Edited %1 %2").arg(displayName(edit->model), displayName(edit->version)),
                            edit->undo);
        accept();
    });
}

} // namespace stagekeeper
