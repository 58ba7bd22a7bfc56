// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/versionactions.h"

#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "model/workflow/aliaschange.h"
#include "model/workflow/stagechange.h"
#include "model/workflow/versionedit.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/versions/changedialogs.h"
#include "views/versions/editdialog.h"
#include "views/versions/registerdialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace stagekeeper {

VersionActions::VersionActions(const PageContext &context, QWidget *window, QObject *parent)
    : QObject(parent), m_context(context), m_window(window)
{
    m_register = make(u"registerVersion"_s, tr("Register…"), u"register"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_compare = make(u"compareVersions"_s, tr("Compare"), u"compare"_s, QKeySequence(Qt::Key_Return));
    m_edit = make(u"editVersion"_s, tr("Edit…"), u"edit"_s, QKeySequence(Qt::Key_F2));
    m_tag = make(u"tagVersions"_s, tr("Tag…"), u"tag"_s, QKeySequence(Qt::Key_T));
    m_alias = make(u"setAlias"_s, tr("Alias…"), u"alias"_s, QKeySequence(Qt::Key_Y));
    m_stage = make(u"setStage"_s, tr("Stage…"), u"versions"_s, QKeySequence(Qt::Key_S));
    m_archive = make(u"archiveVersions"_s, tr("Archive…"), u"archive"_s, {});
    m_remove = make(u"removeVersions"_s, tr("Move to trash"), u"trash"_s, QKeySequence(Qt::Key_Delete));
    m_copy = make(u"copyReference"_s, tr("Copy reference"), u"copy"_s, QKeySequence(QKeySequence::Copy));
    connect(m_register, &QAction::triggered, this, &VersionActions::askRegister);
    connect(m_compare, &QAction::triggered, this, &VersionActions::compareSelected);
    connect(m_edit, &QAction::triggered, this, &VersionActions::askEdit);
    connect(m_tag, &QAction::triggered, this, &VersionActions::askTag);
    connect(m_alias, &QAction::triggered, this, &VersionActions::askAlias);
    connect(m_stage, &QAction::triggered, this, &VersionActions::askStage);
    connect(m_archive, &QAction::triggered, this, &VersionActions::askArchive);
    connect(m_remove, &QAction::triggered, this, &VersionActions::removeSelected);
    connect(m_copy, &QAction::triggered, this, &VersionActions::copySelected);
    connect(&context.workspace, &Workspace::selectionChanged, this, &VersionActions::updateEnabled);
    connect(&context.workspace, &Workspace::currentChanged, this, &VersionActions::updateEnabled);
    connect(&context.workspace, &Workspace::modelsChanged, this, &VersionActions::updateEnabled);
    connect(&context.workspace, &Workspace::registryClosed, this, &VersionActions::updateEnabled);
    updateEnabled();
}

QAction *VersionActions::make(const QString &name, const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(m_context.theme, icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QList<QAction *> VersionActions::all() const
{
    return {m_register, m_compare, m_edit, m_tag, m_alias, m_stage, m_archive, m_remove, m_copy};
}

QMenu *VersionActions::menu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_compare);
    menu->addSeparator();
    menu->addActions({m_edit, m_tag, m_alias, m_stage, m_archive});
    menu->addSeparator();
    menu->addActions({m_copy, m_remove});
    return menu;
}

void VersionActions::updateEnabled()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    const qsizetype selected = m_context.workspace.selectedVersions().size();
    const bool isReady = registry && registry->state() == Registry::State::Ready;
    const QString reason = isReady ? registry->info().readOnlyReason : QString();
    const bool canWrite = isReady && reason.isEmpty();
    m_register->setEnabled(canWrite);
    m_edit->setEnabled(canWrite && selected == 1);
    m_alias->setEnabled(canWrite && selected == 1);
    for (QAction *action : {m_tag, m_stage, m_remove})
        action->setEnabled(canWrite && selected > 0);
    m_archive->setEnabled(canWrite && selected > 0 && registry->lifecycle().archive());
    m_compare->setEnabled(selected > 0);
    m_copy->setEnabled(selected > 0);
    for (QAction *action : all()) // why it cannot be done, where somebody tries
        action->setToolTip(reason.isEmpty() || action == m_copy || action == m_compare ? action->text() : reason.toHtmlEscaped());
}

// One alone is compared with what is in use.
void VersionActions::compareSelected()
{
    Registry *registry = m_context.workspace.currentRegistry();
    const RegisteredModel &model = m_context.workspace.currentModel();
    QList<ChosenVersion> chosen;
    for (const VersionId version : m_context.workspace.selectedVersions())
        chosen.append({registry, version});
    const QString champion = model.aliases.value(u"champion"_s, model.live);
    if (chosen.size() != 1 || champion.isEmpty()) {
        m_context.workspace.comparison().choose(chosen);
        return;
    }
    const auto job = [reference = Reference {model.name, champion, {}}](Stores &stores) { return stores.versions->find(reference); };
    whenDone(registry->read(job, 1), this, [this, chosen, registry = QPointer(registry)](const Result<VersionId> &found) {
        if (registry)
            m_context.workspace.comparison().choose(found ? QList {ChosenVersion {registry, *found}} + chosen : chosen, 0);
    });
}

QString VersionActions::selectionWords() const
{
    const int count = static_cast<int>(m_context.workspace.selectedVersions().size());
    return tr("%n version(s) of %1", nullptr, count).arg(displayName(m_context.workspace.currentModel().name));
}

void VersionActions::apply(const QString &done, const Change &change)
{
    Registry *registry = m_context.workspace.currentRegistry();
    const QList<VersionId> versions = m_context.workspace.selectedVersions();
    if (!registry || versions.isEmpty())
        return;
    const auto job = [versions, change](Stores &stores) -> Result<QList<Undo>> {
        QList<Undo> undos;
        for (const VersionId version : versions) {
            Result<Undo> undo = change(stores, version);
            if (!undo)
                return failAs(undo);
            if (*undo)
                undos.prepend(*undo);
        }
        return undos;
    };
    const auto future = registry->write(job);
    m_context.jobs.track(done, future);
    whenDone(future, this, [this, done, registry = QPointer(registry)](const Result<QList<Undo>> &undos) {
        if (!undos) {
            emit failed(undos.error());
            return;
        }
        Undo all;
        if (!undos->isEmpty()) {
            all.text = undos->size() == 1 ? undos->first().text : tr("Undo: %1").arg(done);
            all.run = [steps = *undos](Stores &stores) -> Result<> {
                for (const Undo &undo : steps) {
                    if (const Result<> result = undo.run(stores); !result)
                        return result;
                }
                return {};
            };
        }
        m_context.undo.push(registry, done, all);
    });
}

void VersionActions::askRegister()
{
    if (Registry *registry = m_context.workspace.currentRegistry()) {
        auto *dialog = new RegisterDialog(m_context, registry, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void VersionActions::askEdit()
{
    auto *dialog = new EditDialog(m_context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VersionActions::askTag()
{
    auto *dialog = new TagDialog(m_context.theme, selectionWords(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        VersionChange change;
        change.setTags.insert(dialog->tag(), dialog->value());
        apply(tr("Tagged %1 with %2").arg(selectionWords(), displayName(dialog->tag())),
              [change](Stores &stores, VersionId version) -> Result<Undo> {
                  const auto edit = editVersion(stores, version, -1, change);
                  return edit ? Result<Undo>(edit->undo) : failAs(edit);
              });
    });
    dialog->open();
}

void VersionActions::askAlias()
{
    auto *dialog = new AliasDialog(m_context.theme, selectionWords(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        apply(tr("Alias %1 moved").arg(displayName(dialog->alias())),
              [alias = dialog->alias()](Stores &stores, VersionId version) -> Result<Undo> {
                  const auto moved = stagekeeper::setAlias(stores, version, alias);
                  return moved ? Result<Undo>(moved->undo) : failAs(moved);
              });
    });
    dialog->open();
}

void VersionActions::askStage()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    auto *dialog = new StageDialog(m_context.theme, selectionWords(), registry->lifecycle(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { moveTo(dialog->stage(), dialog->reason()); });
    dialog->open();
}

void VersionActions::askArchive()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    const auto archive = registry->lifecycle().archive();
    auto *dialog = new StageDialog(m_context.theme, selectionWords(), Lifecycle({*archive}), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { moveTo(dialog->stage(), dialog->reason()); });
    dialog->open();
}

void VersionActions::moveTo(const QString &stage, const QString &reason)
{
    apply(tr("Moved %1 to %2").arg(selectionWords(), displayName(stage)),
          [stage, reason](Stores &stores, VersionId version) -> Result<Undo> {
              const auto current = stores.versions->summaries({version});
              if (current && !current->isEmpty() && current->first().stage == stage)
                  return Undo(); // among several, some may be there already
              const auto moved = stagekeeper::setStage(stores, version, stage, reason);
              return moved ? Result<Undo>(moved->undo) : failAs(moved);
          });
}

void VersionActions::removeSelected()
{
    apply(tr("Moved %1 to the trash").arg(selectionWords()), [](Stores &stores, VersionId version) -> Result<Undo> {
        const auto removed = stagekeeper::removeVersion(stores, version);
        return removed ? Result<Undo>(removed->undo) : failAs(removed);
    });
}

void VersionActions::copySelected()
{
    Registry *registry = m_context.workspace.currentRegistry();
    if (!registry)
        return;
    const auto job = [versions = m_context.workspace.selectedVersions()](Stores &stores) {
        return stores.versions->summaries(versions);
    };
    whenDone(registry->read(job, 1), this, [this](const Result<QList<VersionSummary>> &versions) {
        if (!versions) {
            emit failed(versions.error());
            return;
        }
        QStringList references;
        for (const VersionSummary &version : *versions)
            references.append(Reference {version.model, version.version, {}}.toString());
        QGuiApplication::clipboard()->setText(references.join(u'\n'));
        m_context.undo.push(nullptr, tr("Copied %n reference(s)", nullptr, static_cast<int>(references.size())), {});
    });
}

} // namespace stagekeeper
