// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/registryactions.h"

#include "model/import/demoregistry.h"
#include "model/import/importsource.h"
#include "model/items/jobs.h"
#include "model/items/workspace.h"
#include "model/workflow/actor.h"
#include "views/common/icons.h"
#include "views/registries/createdialog.h"
#include "views/registries/importreportdialog.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString sampleFile()
{
    return QDir(userFolder()).filePath(u"sample/team-models.stagekeeper"_s);
}

/// A file that is open in this program must not be opened beside SQLite: closing it would drop SQLite's locks.
bool isOpenHere(const Workspace &workspace, const QString &path)
{
    const QString wanted = QFileInfo(path).absoluteFilePath();
    const auto &registries = workspace.registries();
    return std::ranges::any_of(registries, [&wanted](const Registry *registry) {
        return QFileInfo(registry->address()).absoluteFilePath() == wanted;
    });
}

bool looksLikeRegistry(const Workspace &workspace, const QString &path)
{
    if (isOpenHere(workspace, path) || path.endsWith(u".stagekeeper"_s, Qt::CaseInsensitive))
        return true;
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.read(72).endsWith("STKP");
}

} // namespace

RegistryActions::RegistryActions(const PageContext &context, const QString &demoFolder, QWidget *window)
    : QObject(window), m_context(context), m_demoFolder(demoFolder), m_window(window),
      m_create(make(u"createRegistry"_s, tr("Create a registry"), u"plus"_s, QKeySequence::New)),
      m_open(make(u"openRegistry"_s, tr("Open a registry file"), u"folder"_s, QKeySequence::Open)),
      m_import(make(u"importModels"_s, tr("Import models"), u"import"_s, QKeySequence(u"Ctrl+I"_s))),
      m_sample(make(u"openSample"_s, tr("Look around in the sample"), u"eye"_s, QKeySequence(u"Ctrl+E"_s))),
      m_close(make(u"closeRegistry"_s, tr("Close the registry"), u"close"_s, QKeySequence::Close))
{
    connect(m_create, &QAction::triggered, this, &RegistryActions::askCreate);
    connect(m_open, &QAction::triggered, this, &RegistryActions::askOpen);
    connect(m_import, &QAction::triggered, this, &RegistryActions::askImport);
    connect(m_sample, &QAction::triggered, this, &RegistryActions::openSample);
    connect(m_close, &QAction::triggered, this, [this] {
        if (Registry *registry = m_context.workspace.currentRegistry())
            m_context.workspace.close(registry);
    });
    connect(&context.workspace, &Workspace::currentChanged, this, &RegistryActions::updateEnabled);
    connect(&context.workspace, &Workspace::modelsChanged, this, &RegistryActions::updateEnabled);
    connect(&context.workspace, &Workspace::registryClosed, this, &RegistryActions::updateEnabled);
    updateEnabled();
}

QAction *RegistryActions::make(const QString &name, const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(m_context.theme, icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    return action;
}

void RegistryActions::updateEnabled()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    const bool isReady = registry && registry->state() == Registry::State::Ready;
    m_close->setEnabled(registry != nullptr);
    m_import->setEnabled(isReady && !registry->info().isReadOnly());
    m_import->setToolTip(!isReady ? tr("Open a registry first")
                                  : registry->info().isReadOnly() ? registry->info().readOnlyReason : m_import->text());
    m_sample->setEnabled(!m_demoFolder.isEmpty());
}

void RegistryActions::askCreate()
{
    auto *dialog = new CreateDialog(m_context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RegistryActions::askOpen()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a registry"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Registries (*.stagekeeper)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { m_context.workspace.open(file); });
    dialog->open();
}

void RegistryActions::askImport()
{
    auto *dialog = new QFileDialog(m_window, tr("Import models: metadata JSON, or a registry's index file or database"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &RegistryActions::importFiles);
    dialog->open();
}

void RegistryActions::openSample()
{
    const QString file = sampleFile();
    if (QFile::exists(file)) {
        m_context.workspace.open(file);
        return;
    }
    auto queue = std::make_shared<SerialQueue>();
    const auto made = queue->run([file, folder = m_demoFolder, actor = m_context.workspace.actor()](JobControl &control) {
        QDir().mkpath(QFileInfo(file).absolutePath());
        return createDemoRegistry(file, folder, actor, [&control](qint64 done, qint64 total) {
            control.setProgress(int(done), int(total));
            return !control.isCanceled();
        });
    });
    m_context.jobs.track(tr("Making the sample from real training runs"), made);
    whenDone(made, this, [this, file, queue](const Result<> &result) {
        if (result)
            m_context.workspace.open(file);
        else
            emit failed(result.error());
    });
}

void RegistryActions::take(const QList<QUrl> &urls)
{
    QStringList imports;
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.isEmpty())
            continue;
        if (looksLikeRegistry(m_context.workspace, path))
            m_context.workspace.open(path);
        else
            imports.append(path);
    }
    if (!imports.isEmpty())
        importFiles(imports);
}

void RegistryActions::importFiles(const QStringList &paths)
{
    Registry *registry = m_context.workspace.currentRegistry();
    if (!m_import->isEnabled() || !registry) {
        emit failed({Error::Code::InvalidArgument, tr("Open or create a registry first: that is where models are imported to."), {}});
        return;
    }
    // Not Registry::write: an import commits in batches of its own, so that one bad row does not stop the others.
    const auto imported = registry->read([paths](Stores &stores, JobControl &control) -> Result<ImportReport> {
        ImportOptions options;
        options.progress = [&control](qint64 done, qint64 total) {
            control.setProgress(int(done), int(total));
            return !control.isCanceled();
        };
        ImportReport all;
        for (const QString &path : paths) {
            const Result<ImportReport> report = importFrom(stores, path, options);
            if (!report)
                return failAs(report);
            all.rows += report->rows;
        }
        return all;
    });
    m_context.jobs.track(paths.size() == 1 ? tr("Importing %1").arg(QFileInfo(paths.first()).fileName())
                                           : tr("Importing %n file(s)", nullptr, int(paths.size())), imported);
    whenDone(imported, this, [this, registry = QPointer(registry)](const Result<ImportReport> &report) {
        if (registry)
            emit registry->changed();
        if (report)
            reportImport(*report);
        else
            emit failed(report.error());
    });
}

void RegistryActions::reportImport(const ImportReport &report)
{
    const auto taken = report.count(ImportOutcome::Taken) + report.count(ImportOutcome::Changed);
    if (taken + report.count(ImportOutcome::Same) == report.rows.size()) {
        emit notified(tr("Imported %n version(s)", nullptr, int(taken)));
        return;
    }
    auto *dialog = new ImportReportDialog(m_context.theme, report, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace stagekeeper
