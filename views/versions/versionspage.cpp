// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/versionspage.h"

#include "model/domain/filterfields.h"
#include "model/domain/filterparser.h"
#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "views/common/actionbar.h"
#include "views/common/emptystate.h"
#include "views/common/filterbar.h"
#include "views/common/filteredit.h"
#include "views/common/format.h"
#include "views/common/frozentable.h"
#include "views/common/icons.h"
#include "views/common/messagebar.h"
#include "views/common/plainlabel.h"
#include "views/common/savedialog.h"
#include "views/versions/columnchooser.h"
#include "views/versions/exportjob.h"
#include "views/versions/versionactions.h"
#include "views/versions/versiontable.h"
#include "views/versions/viewtabs.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int saveDelayMs = 500;

Filter filterOf(const QString &text)
{
    const auto filter = parseFilter(text);
    return filter ? *filter : Filter();
}

} // namespace

VersionsPage::VersionsPage(const PageContext &context, QWidget *parent)
    : Page(context.theme, parent), m_context(context), m_actions(new VersionActions(context, this, this)),
      m_tabs(new ViewTabs(context.theme, this)), m_filter(new FilterBar(context.theme, this)),
      m_heat(new QCheckBox(tr("Heat"), this)), m_table(new VersionTable(context.theme, this)),
      m_bar(new ActionBar(context.theme, this)),
      m_columns(new QAction(themedIcon(context.theme, u"columns"_s), tr("Columns"), this)),
      m_export(new QAction(themedIcon(context.theme, u"export"_s), tr("Export"), this))
{
    setObjectName(u"versionsPage"_s);
    build();
    const Workspace &workspace = context.workspace;
    connect(&workspace, &Workspace::currentChanged, this, &VersionsPage::showCurrentModel);
    connect(&workspace, &Workspace::currentUpdated, this, &VersionsPage::updateCount);
    connect(&workspace, &Workspace::modelsChanged, this, &VersionsPage::updateReadOnly);
    connect(&workspace, &Workspace::revealRequested, this, [this](VersionId id) { m_table->select({id}); });
    connect(m_table, &VersionTable::selectionChanged, this, [this] {
        m_context.workspace.selectVersions(m_table->selected());
        updateFooter();
    });
    connect(m_table, &VersionTable::stateChanged, this, [this] { m_save.start(); });
    connect(m_table->model(), &PagedTableModel::stateChanged, this, &VersionsPage::updateState);
    connect(m_table->model(), &PagedTableModel::idsReplaced, this, &VersionsPage::updateCount);
    connect(m_table->model(), &VersionTableModel::factsChanged, this, &VersionsPage::updateVocabulary);
    connect(m_table->model(), &VersionTableModel::queryChanged, this, &VersionsPage::updateFooter);
    connect(m_filter, &FilterBar::filterChanged, this, [this](const Filter &filter) {
        m_table->setFilter(filter);
        m_save.start();
    });
    connect(m_heat, &QCheckBox::toggled, this, [this](bool shown) {
        m_table->setHeatShown(shown);
        m_save.start();
    });
    connect(m_tabs, &ViewTabs::chosen, this, &VersionsPage::chooseView);
    connect(m_tabs, &ViewTabs::saveRequested, this, &VersionsPage::saveView);
    connect(m_tabs, &ViewTabs::removeRequested, this, &VersionsPage::removeView);
    connect(m_actions, &VersionActions::failed, messageBar(), &MessageBar::showError);
    for (const auto request : {&MessageBar::retryRequested, &MessageBar::reloadRequested}) {
        connect(messageBar(), request, this, [this] {
            messageBar()->dismiss();
            m_table->model()->refresh();
        });
    }
    m_save.setSingleShot(true);
    m_save.setInterval(saveDelayMs);
    connect(&m_save, &QTimer::timeout, this, &VersionsPage::saveState);
    showCurrentModel();
}

void VersionsPage::build()
{
    setTabs(m_tabs);
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setObjectName(u"chooseColumns"_s);
    m_export->setToolTip(tr("Export the versions that are shown"));
    connect(m_columns, &QAction::triggered, this, &VersionsPage::showColumns);
    connect(m_export, &QAction::triggered, this, &VersionsPage::askExport);
    addHeaderIcon(m_columns);
    addHeaderIcon(m_export);
    addHeaderButton(m_actions->registerVersion());
    m_heat->setObjectName(u"heat"_s);
    m_heat->setToolTip(tr("Colour the best numbers of each metric"));
    m_filter->addOption(m_heat);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(hairlineWidget(theme(), Qt::Horizontal, body));
    auto *showAll = new QAction(tr("Show all versions"), this);
    showAll->setObjectName(u"showAll"_s);
    connect(showAll, &QAction::triggered, m_filter, [this] { m_filter->setText({}); });
    m_noMatch = new EmptyState(theme(), tr("No version matches"), tr("The filter above hides every version of this model."),
                               showAll, body);
    m_noMatch->hide();
    column->addWidget(m_table, 1);
    column->addWidget(m_noMatch, 1);
    setBody(body);
    setEmptyState(new EmptyState(theme(), tr("No versions yet"),
                                 tr("Register the first one here, drop a metadata file on this window, or use the command line."),
                                 m_actions->registerVersion(), this));
    setFooter(m_bar);
    m_bar->addAction(m_actions->compare(), ActionButton::Look::Primary);
    m_bar->addAction(m_actions->tag());
    m_bar->addAction(m_actions->stage());
    m_bar->addAction(m_actions->archive());
    m_bar->addAction(m_actions->edit());
    m_bar->hide();
    for (QAction *action : m_actions->all()) {
        if (action != m_actions->registerVersion())
            m_table->addAction(action); // single letters are keys of the table, not of the filter
    }
    m_table->table()->view()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->table()->view(), &QWidget::customContextMenuRequested, this, &VersionsPage::showContextMenu);
}

void VersionsPage::showCurrentModel()
{
    Registry *registry = m_context.workspace.currentRegistry();
    const RegisteredModel &model = m_context.workspace.currentModel();
    if (m_save.isActive())
        saveState();
    setTitle(model.name);
    messageBar()->dismiss();
    if (!registry || !model.id.isValid()) {
        m_table->showModel(nullptr, {}, {}, {});
        m_shownModel.clear();
        showEmptyState(true);
        updateReadOnly();
        return;
    }
    showEmptyState(false);
    const QString origin = registry->info().origin;
    m_views = tableViewsFromJson(m_context.settings.value(settings::savedViews(origin, model.name)));
    QStringList names;
    for (const TableViewState &view : std::as_const(m_views))
        names.append(view.name);
    const TableViewState state = tableViewFromJson(m_context.settings.value(settings::tableView(origin, model.name)));
    m_shownModel.clear(); // nothing is saved while the model changes
    m_tabs->setViews(names);
    m_tabs->setCurrent(state.name);
    m_filter->setText(state.filter);
    m_heat->setChecked(state.isHeatShown);
    m_table->showModel(registry, model.id, state, filterOf(state.filter));
    m_shownModel = model.name;
    m_save.stop();
    updateVocabulary();
    updateReadOnly();
}

void VersionsPage::updateCount()
{
    const RegisteredModel &model = m_context.workspace.currentModel();
    setTitle(model.name);
    showEmptyState(model.versions == 0);
    const VersionTableModel *versions = m_table->model();
    const QLocale locale;
    const QString total = locale.toString(model.versions);
    if (versions->state() == PagedTableModel::State::Failed)
        return;
    const bool matchesNothing = versions->isComplete() && versions->query().filter && versions->rowCount() == 0;
    m_noMatch->setVisible(matchesNothing);
    m_table->setHidden(matchesNothing);
    m_filter->setCount(versions->isComplete() && versions->query().filter
                           ? tr("%1 of %2").arg(locale.toString(versions->rowCount()), total)
                           : total);
}

void VersionsPage::updateState()
{
    const VersionTableModel *versions = m_table->model();
    if (versions->state() == PagedTableModel::State::Failed)
        messageBar()->showError(versions->error());
    else if (versions->state() == PagedTableModel::State::Ready
             && messageBar()->sentence() == displayLines(versions->error().message))
        messageBar()->dismiss(); // it could be read after all
    updateCount();
}

void VersionsPage::updateReadOnly()
{
    const Registry *registry = m_context.workspace.currentRegistry();
    const bool isReadOnly = registry && registry->state() == Registry::State::Ready && registry->info().isReadOnly();
    if (isReadOnly && messageBar()->sentence().isEmpty())
        messageBar()->showMessage(MessageBar::Kind::Warning, displayLines(registry->info().readOnlyReason));
}

void VersionsPage::updateFooter()
{
    const int selected = static_cast<int>(m_context.workspace.selectedVersions().size());
    const SortKey sort = m_table->model()->query().sort;
    const QString by = sort.field.kind == FilterField::Kind::Version ? tr("precedence")
        : sort.field.name.isEmpty() ? columnTitle(filterFieldText(sort.field))
                                    : sort.field.name;
    m_bar->setText(tr("%n selected", nullptr, selected), tr("sorted by %1").arg(displayName(by)));
    m_bar->setVisible(selected > 0);
}

void VersionsPage::updateVocabulary()
{
    FilterVocabulary vocabulary;
    vocabulary.facts = m_table->model()->facts();
    if (const Registry *registry = m_context.workspace.currentRegistry()) {
        for (const Stage &stage : registry->lifecycle().stages())
            vocabulary.stages.append(stage.name);
    }
    vocabulary.aliases = m_context.workspace.currentModel().aliases.keys();
    m_filter->setVocabulary(vocabulary);
}

TableViewState VersionsPage::stateWithFilter() const
{
    TableViewState state = m_table->state();
    state.filter = m_filter->text();
    state.isHeatShown = m_heat->isChecked();
    return state;
}

void VersionsPage::saveState()
{
    m_save.stop();
    const Registry *registry = m_table->model()->registry(); // the current one may be another already
    if (!registry || m_shownModel.isEmpty() || m_table->model()->columnCount() == 0)
        return;
    TableViewState state = stateWithFilter();
    state.name = m_tabs->current();
    m_context.settings.set(settings::tableView(registry->info().origin, m_shownModel), toJson(state));
}

void VersionsPage::chooseView(const QString &name)
{
    const auto view = std::ranges::find(m_views, name, &TableViewState::name);
    TableViewState state = view == m_views.cend() ? TableViewState() : *view;
    if (view == m_views.cend())
        state.columns = m_table->state().columns;
    m_table->applyState(state, filterOf(state.filter));
    m_filter->setText(state.filter);
    m_heat->setChecked(state.isHeatShown);
    m_save.start();
}

void VersionsPage::saveView(const QString &name)
{
    const Registry *registry = m_context.workspace.currentRegistry();
    if (!registry || m_shownModel.isEmpty())
        return;
    m_views.removeIf([&name](const TableViewState &view) { return view.name == name; });
    TableViewState state = stateWithFilter();
    state.name = name;
    m_views.append(state);
    m_context.settings.set(settings::savedViews(registry->info().origin, m_shownModel), toJson(m_views));
    QStringList names;
    for (const TableViewState &view : std::as_const(m_views))
        names.append(view.name);
    m_tabs->setViews(names);
    m_tabs->setCurrent(name);
    m_save.start();
}

void VersionsPage::removeView(const QString &name)
{
    const Registry *registry = m_context.workspace.currentRegistry();
    if (!registry)
        return;
    m_views.removeIf([&name](const TableViewState &view) { return view.name == name; });
    m_context.settings.set(settings::savedViews(registry->info().origin, m_shownModel), toJson(m_views));
    QStringList names;
    for (const TableViewState &view : std::as_const(m_views))
        names.append(view.name);
    m_tabs->setViews(names);
    m_tabs->setCurrent(m_tabs->current() == name ? QString() : m_tabs->current());
}

void VersionsPage::showColumns()
{
    auto *chooser = new ColumnChooser(theme(), m_table->model()->facts(), m_table->state().columns, this);
    connect(chooser, &ColumnChooser::columnsChosen, this, [this](const QStringList &keys) {
        TableViewState state = stateWithFilter();
        state.columns = keys;
        m_table->applyState(state, m_table->model()->query().filter);
        m_save.start();
    });
    chooser->popupBelow(this, m_columns);
}

void VersionsPage::askExport()
{
    askWhereToSave(this, tr("Export the versions that are shown"), {tr("Table (*.csv)"), tr("Metadata (*.json)")}, u"csv"_s,
                   [this](const QString &file) { exportTo(file); });
}

void VersionsPage::exportTo(const QString &file)
{
    Registry *registry = m_context.workspace.currentRegistry();
    if (!registry)
        return;
    const auto future = registry->read(exportJob(m_table->model()->ids(), file));
    m_context.jobs.track(tr("Exporting versions"), future);
    whenDone(future, this, [this](const Result<qint64> &written) {
        if (written)
            m_context.undo.push(nullptr, tr("Exported %n version(s)", nullptr, static_cast<int>(*written)), {});
        else
            messageBar()->showError(written.error());
    });
}

void VersionsPage::showContextMenu(const QPoint &position)
{
    m_actions->menu(this)->popup(m_table->table()->view()->viewport()->mapToGlobal(position));
}

void VersionsPage::filterBy(const QString &text)
{
    m_filter->setText(text);
}

void VersionsPage::focusFilter()
{
    m_filter->edit()->setFocus();
    m_filter->edit()->selectAll();
}

} // namespace stagekeeper
