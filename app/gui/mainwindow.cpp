// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/mainwindow.h"

#include "app/gui/pages.h"
#include "model/domain/filterfields.h"
#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "views/common/icons.h"
#include "views/common/jobbar.h"
#include "views/common/messagebar.h"
#include "views/common/page.h"
#include "views/common/plainlabel.h"
#include "views/common/rail.h"
#include "views/firstrun/firstrunpage.h"
#include "views/inspector/inspector.h"
#include "views/manual/manualwindow.h"
#include "views/palette/searchpalette.h"
#include "views/registries/registryactions.h"
#include "views/registries/treepane.h"
#include "views/versions/versionactions.h"
#include "views/versions/versionspage.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int narrowest = 1100; // pixels of the window in which tree and inspector have room beside a table

QString title(const PageEntry &page)
{
    return QCoreApplication::translate("Pages", page.title);
}

} // namespace

MainWindow::MainWindow(const PageContext &context, const QString &demoFolder, QWidget *parent)
    : QMainWindow(parent), m_context(context), m_registries(new RegistryActions(context, demoFolder, this)),
      m_rail(new Rail(context.theme, this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_stack(new QStackedWidget(this)), m_jobBar(new JobBar(context.theme, this)), m_pageActions(new QActionGroup(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    buildPages();
    buildActions();
    buildLayout();
    buildMenu();
    connectStatus();
    restoreState();
    updateShownPage();
    updateState();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    int number = 0;
    for (const PageEntry &entry : pages()) {
        m_pages.append(nullptr);
        auto *action = new QAction(themedIcon(m_context.theme, QString::fromLatin1(entry.icon)), title(entry), m_pageActions);
        action->setCheckable(true);
        action->setObjectName(QString::fromLatin1(entry.name));
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(++number)));
        connect(action, &QAction::triggered, this, [this, index = number - 1] { showPage(index); });
        addAction(action);
        m_rail->addPage(action);
    }
    m_versions = qobject_cast<VersionsPage *>(page(0));
    connect(&m_context.workspace.comparison(), &ComparisonChoice::requested, this, [this] {
        findChild<QAction *>(u"compare"_s)->trigger();
        m_stack->currentWidget()->setFocus();
    });
    buildFirstRun();
}

Page *MainWindow::page(int index)
{
    Page *&page = m_pages[index];
    if (!page) {
        page = pages().at(index).make(m_context, m_stack);
        m_stack->addWidget(page);
    }
    return page;
}

void MainWindow::buildFirstRun()
{
    m_firstRun = new FirstRunPage(m_context.theme,
                                  {{m_registries->create(), tr("One file that you can share, back up and take along")},
                                   {m_registries->open(), tr("A file on this computer or in a shared folder")},
                                   {m_registries->sample(), tr("403 versions of six models from real training runs")}},
                                  m_stack);
    m_firstRun->setRecent(m_context.settings.value(settings::recentRegistries));
    connect(m_firstRun, &FirstRunPage::openRequested, &m_context.workspace, [this](const QString &file) { m_context.workspace.open(file); });
    connect(m_firstRun, &FirstRunPage::dropped, m_registries, &RegistryActions::take);
    m_stack->addWidget(m_firstRun);
}

void MainWindow::buildActions()
{
    const auto make = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(themedIcon(m_context.theme, icon), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        addAction(action);
        return action;
    };
    for (QAction *action : {m_registries->create(), m_registries->open(), m_registries->import(), m_registries->sample(),
                            m_registries->close()})
        addAction(action);
    m_menuAction = make(u"menu"_s, u"menu"_s, tr("Menu"), QKeySequence(u"F10"_s));
    m_undo = make(u"undo"_s, u"undo"_s, tr("Undo"), QKeySequence::Undo);
    m_treeShown = make(u"tree"_s, u"database"_s, tr("Registries"), QKeySequence(u"F9"_s));
    m_treeShown->setCheckable(true);
    m_inspectorShown = make(u"inspector"_s, u"info"_s, tr("Inspector"), QKeySequence(u"F4"_s));
    m_inspectorShown->setCheckable(true);
    m_search = make(u"search"_s, u"search"_s, tr("Search or run"), QKeySequence(u"Ctrl+K"_s));
    m_manualShown = make(u"manual"_s, u"info"_s, tr("Manual"), QKeySequence::HelpContents);
    connect(m_manualShown, &QAction::triggered, this, &MainWindow::showManual);
    m_rail->addTop(m_menuAction);
    connect(m_undo, &QAction::triggered, &m_context.undo, &UndoHistory::undo);
}

void MainWindow::buildInspector()
{
    m_inspector = new Inspector(m_context, m_splitter);
    const VersionActions *actions = m_versions->actions();
    m_inspector->setActions(actions->stage(), {actions->edit(), actions->tag()});
    connect(m_inspector, &Inspector::failed, m_versions->messageBar(), &MessageBar::showError);
    connect(m_inspector, &Inspector::filterRequested, m_versions, &VersionsPage::filterBy);
    connect(m_inspectorShown, &QAction::toggled, this, &MainWindow::updateInspector);
}

void MainWindow::buildSearch()
{
    m_palette = new SearchPalette(m_context.workspace, m_context.theme, this);
    connect(m_search, &QAction::triggered, this, &MainWindow::search);
    m_firstRun->setHint(tr("Press %1 for the manual, %2 to find anything."), {m_manualShown, m_search});
    connect(m_palette, &SearchPalette::actionChosen, this, [this](const QString &id) {
        if (auto *action = findChild<QAction *>(id))
            action->trigger();
    });
    const auto go = [this](Registry *registry, const QString &model, const QString &version) {
        showPage(static_cast<int>(m_pages.indexOf(m_versions)));
        m_context.workspace.goTo(registry, Reference {model, version, {}});
        m_versions->setFocus();
    };
    connect(m_palette, &SearchPalette::versionChosen, this, go);
    connect(m_palette, &SearchPalette::modelChosen, this, [go](Registry *registry, const QString &model) { go(registry, model, {}); });
    connect(m_palette, &SearchPalette::tagChosen, this, [this](const QString &tag) {
        m_versions->filterBy(u"not ("_s + filterFieldText({FilterField::Kind::Tag, tag}) + u" is missing)"_s);
    });
}

void MainWindow::search()
{
    QList<SearchAction> entries;
    for (const QAction *action : findChildren<QAction *>()) {
        if (action->objectName().isEmpty() || action->text().isEmpty() || action == m_search || action == m_menuAction)
            continue;
        entries.append({action->objectName(), QString(action->text()).remove(u'&'), keyCap(action->shortcut()),
                        action->icon().name(), action->isEnabled()});
    }
    m_palette->setActions(entries);
    m_palette->open();
}

void MainWindow::showManual()
{
    if (!m_manual)
        m_manual = new ManualWindow(m_context.theme, this);
    const auto page = m_pages.indexOf(qobject_cast<Page *>(m_stack->currentWidget()));
    m_manual->showPage(page < 0 ? u"index"_s : QString::fromLatin1(pages().at(page).name));
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void MainWindow::buildTree()
{
    m_treePane = new TreePane(m_context.workspace, m_context.theme, m_search, m_registries->open(), m_splitter);
    connect(m_treeShown, &QAction::toggled, this, [this](bool isShown) {
        m_treePane->setVisible(isShown);
        updateTree();
        if (isShown && m_isNarrow)
            m_treePane->setFocus();
    });
    const auto closeOverlay = [this] {
        if (m_isNarrow)
            m_treeShown->setChecked(false);
    };
    connect(m_treePane, &TreePane::dismissed, this, closeOverlay);
    connect(&m_context.workspace, &Workspace::currentChanged, this, closeOverlay);
}

void MainWindow::buildLayout()
{
    buildInspector();
    buildSearch();
    buildTree();
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_treePane);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(1, 1);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(hairlineWidget(m_context.theme, Qt::Vertical, centre));
    row->addWidget(m_splitter, 1);
    column->addLayout(row, 1);
    column->addWidget(hairlineWidget(m_context.theme, Qt::Horizontal, centre));
    column->addWidget(m_jobBar);
    setCentralWidget(centre);
    setMinimumSize(760, 480);
}

void MainWindow::buildMenu()
{
    auto *menu = new QMenu(this);
    for (QAction *action : {m_registries->create(), m_registries->open(), m_registries->sample(), m_registries->import(),
                            m_registries->close()})
        menu->addAction(action);
    menu->addSeparator();
    menu->addAction(m_undo);
    menu->addSeparator();
    menu->addActions(m_pageActions->actions());
    menu->addAction(m_treeShown);
    menu->addAction(m_inspectorShown);
    menu->addAction(m_search);
    auto *appearance = menu->addMenu(tr("Appearance"));
    auto *modes = new QActionGroup(this);
    for (const auto &[mode, name, text] : {std::tuple {Theme::Mode::System, u"system"_s, tr("As the system")},
                                           {Theme::Mode::Light, u"light"_s, tr("Light")},
                                           {Theme::Mode::Dark, u"dark"_s, tr("Dark")}}) {
        QAction *action = modes->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_context.settings.value(settings::theme) == name);
        connect(action, &QAction::triggered, this, [this, name = name] { m_context.settings.set(settings::theme, name); });
    }
    appearance->addActions(modes->actions());
    menu->addAction(m_manualShown);
    menu->addSeparator();
    auto *quit = menu->addAction(tr("Quit"), QKeySequence::Quit, this, &QWidget::close);
    addAction(quit);
    connect(m_menuAction, &QAction::triggered, this,
            [this, menu] { menu->popup(m_rail->mapToGlobal(QPoint(measure::gap, measure::rail))); });
}

void MainWindow::connectStatus()
{
    Workspace &workspace = m_context.workspace;
    for (const auto signal : {&Workspace::modelsChanged, &Workspace::registryAdded})
        connect(&workspace, signal, this, &MainWindow::updateState);
    for (const auto signal : {&Workspace::currentChanged, &Workspace::registryClosed, &Workspace::currentUpdated})
        connect(&workspace, signal, this, &MainWindow::updateState);
    const auto showError = [this](const Error &error) {
        if (auto *page = qobject_cast<Page *>(m_stack->currentWidget()))
            page->messageBar()->showError(error);
        else
            m_jobBar->notify(error.message);
    };
    connect(&workspace, &Workspace::failed, this, showError);
    connect(m_registries, &RegistryActions::failed, this, showError);
    connect(&m_context.undo, &UndoHistory::failed, this, showError);
    connect(m_registries, &RegistryActions::notified, this, [this](const QString &sentence) { m_jobBar->notify(sentence); });
    connect(&m_context.undo, &UndoHistory::pushed, this, [this](const QString &done, bool canBeUndone) {
        m_jobBar->notify(done, canBeUndone ? [this] { m_context.undo.undo(); } : std::function<void()>());
    });
    connect(&m_context.undo, &UndoHistory::undone, this, [this](const QString &what) { m_jobBar->notify(tr("Undone: %1").arg(what)); });
    const auto updateUndo = [this] {
        m_undo->setEnabled(m_context.undo.canUndo());
        m_undo->setText(m_context.undo.canUndo() ? tr("Undo: %1").arg(m_context.undo.text()) : tr("Undo"));
    };
    connect(&m_context.undo, &UndoHistory::changed, this, updateUndo);
    updateUndo();
    connect(&m_context.jobs, &Jobs::changed, this, &MainWindow::updateJob);
    connect(m_jobBar, &JobBar::cancelRequested, this, [this] {
        if (!m_context.jobs.jobs().isEmpty())
            m_context.jobs.cancel(m_context.jobs.jobs().first().id);
    });
    m_jobBar->setIdentity(workspace.actor().name);
}

void MainWindow::showPage(int index)
{
    m_pageActions->actions().at(index)->setChecked(true);
    m_stack->setCurrentWidget(page(index));
    updateShownPage();
}

void MainWindow::updateShownPage()
{
    const bool hasRegistry = !m_context.workspace.registries().isEmpty();
    if (!hasRegistry && m_stack->currentWidget() != m_firstRun)
        m_firstRun->setRecent(m_context.settings.value(settings::recentRegistries));
    if (!hasRegistry)
        m_stack->setCurrentWidget(m_firstRun);
    else if (m_stack->currentWidget() == m_firstRun)
        m_stack->setCurrentWidget(m_pages.first());
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        QAction *action = m_pageActions->actions().at(i);
        action->setEnabled(hasRegistry);
        action->setChecked(m_stack->currentWidget() == m_pages.at(i));
        action->setToolTip(hasRegistry ? title(pages().at(i)) : tr("Open a registry first"));
    }
    m_treePane->setEmpty(!hasRegistry);
    updateInspector();
}

/// In a narrow window the page comes first: the tree lies over it when it is asked for.
void MainWindow::updateTree()
{
    if (const bool isNarrow = width() < narrowest; isNarrow != m_isNarrow) {
        m_isNarrow = isNarrow;
        if (isNarrow) {
            m_treeWanted = m_treeShown->isChecked();
            m_treePane->setParent(centralWidget());
        } else {
            m_splitter->insertWidget(0, m_treePane);
            layOutPanes();
        }
        m_treeShown->setChecked(!isNarrow && m_treeWanted);
        m_treePane->setVisible(m_treeShown->isChecked());
    }
    if (m_isNarrow) {
        m_treePane->setGeometry(m_splitter->x(), 0, m_context.settings.value(settings::treeWidth), m_splitter->height());
        m_treePane->raise();
    }
}

void MainWindow::updateInspector()
{
    m_inspector->setVisible(m_inspectorShown->isChecked() && m_stack->currentWidget() == m_versions && width() >= narrowest);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateTree();
    updateInspector();
}

void MainWindow::updateState()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    const QString model = m_context.workspace.currentModel().name;
    if (!registry)
        m_jobBar->setState(u"database"_s, Token::Text3, tr("No registry open"));
    else if (registry->state() == Registry::State::Opening)
        m_jobBar->setState(u"clock"_s, Token::Text3, displayName(registry->address()), tr("opening…"));
    else if (registry->state() == Registry::State::Failed)
        m_jobBar->setState(u"error"_s, Token::Danger, displayName(registry->address()), tr("could not be opened"));
    else if (registry->info().isReadOnly())
        m_jobBar->setState(u"lock"_s, Token::Warn, displayName(registry->info().name), tr("read-only"));
    else
        m_jobBar->setState(u"check"_s, Token::Ok, displayName(registry->info().name), tr("saved"));
    setWindowTitle(model.isEmpty() ? QString() : displayName(model));
    updateShownPage();
}

void MainWindow::updateJob()
{
    const QList<Jobs::Job> &jobs = m_context.jobs.jobs();
    if (jobs.isEmpty())
        m_jobBar->clearJob();
    else
        m_jobBar->setJob(jobs.first().words, jobs.first().done, jobs.first().total);
}

void MainWindow::restoreState()
{
    m_treeShown->setChecked(m_context.settings.value(settings::treeShown));
    m_inspectorShown->setChecked(m_context.settings.value(settings::inspectorShown));
    if (!restoreGeometry(m_context.settings.value(settings::windowGeometry)))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    layOutPanes();
}

void MainWindow::layOutPanes()
{
    const int tree = m_context.settings.value(settings::treeWidth);
    const int inspector = m_context.settings.value(settings::inspectorWidth);
    QList<int> widths {qMax(400, width() - measure::rail - tree - inspector), inspector};
    if (!m_isNarrow)
        widths.prepend(tree);
    m_splitter->setSizes(widths);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Settings &settings = m_context.settings;
    settings.set(settings::windowGeometry, saveGeometry());
    settings.set(settings::treeShown, m_isNarrow ? m_treeWanted : m_treeShown->isChecked());
    if (m_treePane->isVisible() && !m_isNarrow)
        settings.set(settings::treeWidth, m_treePane->width());
    settings.set(settings::inspectorShown, m_inspectorShown->isChecked());
    if (m_inspector->isVisible())
        settings.set(settings::inspectorWidth, m_inspector->width());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_registries->take(event->mimeData()->urls());
    event->acceptProposedAction();
}

void MainWindow::reopenLast()
{
    for (const QString &file : m_context.settings.value(settings::openRegistries))
        m_context.workspace.open(file);
}

} // namespace stagekeeper
