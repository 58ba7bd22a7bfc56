// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparepage.h"

#include "model/items/comparisonloader.h"
#include "model/items/comparisonmodel.h"
#include "model/items/workspace.h"
#include "views/common/actionbar.h"
#include "views/common/emptystate.h"
#include "views/common/frozentable.h"
#include "views/common/icons.h"
#include "views/common/messagebar.h"
#include "views/common/plainlabel.h"
#include "views/common/segmentedcontrol.h"
#include "views/comparison/comparisonactions.h"
#include "views/comparison/comparisoncharts.h"
#include "views/comparison/comparisontable.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>

#include <array>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int searchWidth = 160;
constexpr int narrow = 900; ///< of the page, in pixels: charts go below the table
constexpr int chartsWidth = 384;
constexpr qsizetype fewVersions = 2; ///< so few are shown with all that they have at first

} // namespace

ComparePage::ComparePage(const PageContext &context, QWidget *parent)
    : Page(context.theme, parent), m_context(context), m_model(new ComparisonModel(this)),
      m_loader(new ComparisonLoader(context.workspace.comparison(), this)),
      m_table(new ComparisonTable(context.theme, m_model, this)), m_charts(new ComparisonCharts(context, m_model, this)),
      m_splitter(new QSplitter(this)), m_actions(new ComparisonActions(context, m_model, this)),
      m_subject(plainLabel(context.theme, {}, Theme::Face::Body, Token::Text2, this)), m_search(new QLineEdit(this)),
      m_differences(new QCheckBox(tr("Differences only"), this)),
      m_shown(new SegmentedControl(context.theme, tr("Shown beside the value"), {tr("Delta"), tr("Percent"), tr("Rank")}, this)),
      m_bar(new ActionBar(context.theme, this)),
      m_baseline(make(u"setBaseline"_s, u"check"_s, tr("Baseline"), QKeySequence(Qt::Key_B))),
      m_transpose(make(u"transpose"_s, u"compare"_s, tr("Transpose"), QKeySequence(Qt::Key_X))),
      m_remove(make(u"leaveComparison"_s, u"close"_s, tr("Remove from comparison"), QKeySequence(Qt::Key_Delete))),
      m_copy(make(u"copyComparison"_s, u"copy"_s, tr("Copy"), QKeySequence(QKeySequence::Copy)))
{
    setObjectName(u"comparePage"_s);
    setTitle(tr("Compare"));
    buildHeader();
    buildBody();
    connect(m_loader, &ComparisonLoader::loaded, this, &ComparePage::showComparison);
    connect(m_loader, &ComparisonLoader::failed, this, [this](const Error &error) {
        m_hasFailed = true;
        messageBar()->showError(error);
    });
    connect(&context.workspace.comparison(), &ComparisonChoice::baselineChanged, this,
            [this] { chooseBaseline(m_context.workspace.comparison().baseline()); });
    for (const auto request : {&MessageBar::retryRequested, &MessageBar::reloadRequested}) {
        connect(messageBar(), request, this, [this] {
            messageBar()->dismiss();
            m_loader->reload();
        });
    }
    setFocusProxy(m_table);
    showEmptyState(true);
    m_bar->hide();
    m_loader->reload(); // the choice may be older than the page
}

QAction *ComparePage::make(const QString &name, const QString &icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(theme(), icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void ComparePage::buildHeader()
{
    setTabs(m_subject);
    m_search->setObjectName(u"comparisonSearch"_s);
    m_search->setPlaceholderText(tr("Find a row"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    m_differences->setObjectName(u"differencesOnly"_s);
    m_differences->setChecked(true);
    m_shown->setObjectName(u"comparisonShown"_s);
    addHeaderWidget(m_search);
    addHeaderWidget(m_differences);
    addHeaderWidget(m_shown);
    m_transpose->setCheckable(true);
    m_transpose->setToolTip(tr("Versions as rows"));
    addHeaderButton(m_actions->add());
    addHeaderIcon(m_transpose);
    addHeaderIcon(m_actions->saved());
    addHeaderIcon(m_actions->exportAll());
    m_actions->setCharts([this] { return m_charts->charts(); });
    connect(m_actions, &ComparisonActions::failed, messageBar(), &MessageBar::showError);
    connect(m_search, &QLineEdit::textChanged, m_model, &ComparisonModel::setSearch);
    connect(m_differences, &QCheckBox::clicked, this, [this](bool only) {
        m_model->setDifferencesOnly(only);
        updateWords();
    });
    connect(m_shown, &SegmentedControl::chosen, this,
            [this](int index) { m_table->setShown(static_cast<ComparisonDelegate::Shown>(index)); });
    connect(m_transpose, &QAction::toggled, this, [this](bool on) { m_model->setTransposed(on); });
}

void ComparePage::buildBody()
{
    auto *left = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_bar);
    m_splitter->addWidget(m_charts);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    setBody(m_splitter);
    setEmptyState(new EmptyState(theme(), tr("Nothing to compare yet"),
                                 tr("Select two or more versions on the Versions page and press Enter."),
                                 m_actions->add(), this));
    m_bar->addAction(m_baseline);
    m_bar->addAction(m_transpose);
    m_table->addActions({m_baseline, m_remove, m_copy});
    m_table->addAction(m_transpose);
    connect(m_baseline, &QAction::triggered, this, [this] {
        if (const qsizetype version = m_table->currentVersion(); version >= 0)
            m_context.workspace.comparison().setBaseline(static_cast<int>(version));
    });
    connect(m_remove, &QAction::triggered, this, [this] { removeVersion(m_table->currentVersion()); });
    connect(m_copy, &QAction::triggered, this, &ComparePage::copySelected);
    connect(m_table, &ComparisonTable::baselineChosen, this,
            [this](qsizetype version) { m_context.workspace.comparison().setBaseline(static_cast<int>(version)); });
    connect(m_table, &ComparisonTable::currentChanged, this, &ComparePage::showCurrent);
    connect(m_charts, &ComparisonCharts::versionActivated, m_table, &ComparisonTable::showVersion);
    connect(m_charts, &ComparisonCharts::failed, messageBar(), &MessageBar::showError);
    connect(m_table, &ComparisonTable::moved, this, &ComparePage::moveVersion);
    connect(m_table, &ComparisonTable::menuRequested, this, &ComparePage::showMenu);
}

void ComparePage::showComparison(const Comparison &comparison, const QList<StageKind> &kinds)
{
    qsizetype baseline = m_context.workspace.comparison().baseline();
    if (baseline < 0)
        baseline = qMax<qsizetype>(0, kinds.indexOf(StageKind::Live));
    const bool isOther = m_model->comparison().versions.size() != comparison.versions.size();
    if (isOther) {
        m_differences->setChecked(comparison.versions.size() > fewVersions);
        m_model->setDifferencesOnly(m_differences->isChecked());
    }
    m_model->setComparison(comparison, kinds, baseline);
    if (m_hasFailed)
        messageBar()->dismiss(); // it could be read after all
    m_hasFailed = false;
    showEmptyState(comparison.versions.isEmpty());
    m_bar->setHidden(comparison.versions.isEmpty());
    updateWords();
}

void ComparePage::showCurrent()
{
    m_charts->highlight(static_cast<int>(m_table->currentVersion()));
    if (const ComparisonRow *row = m_table->currentRow())
        m_charts->showRow(*row);
}

// Charts lie beside the table, or below it where there is no room.
void ComparePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation && event->oldSize().isValid())
        return;
    m_splitter->setOrientation(orientation);
    m_charts->setOrientation(orientation == Qt::Horizontal ? Qt::Vertical : Qt::Horizontal);
    if (orientation == Qt::Horizontal)
        m_splitter->setSizes({width() - chartsWidth, chartsWidth});
    else
        m_splitter->setSizes({height() * 3 / 5, height() * 2 / 5});
}

void ComparePage::chooseBaseline(qsizetype version)
{
    if (version >= 0 && version < m_model->comparison().versions.size())
        m_model->setBaseline(version);
}

void ComparePage::moveVersion(qsizetype version, qsizetype before)
{
    ComparisonChoice &choice = m_context.workspace.comparison();
    const qsizetype end = choice.versions().size() - 1;
    const qsizetype to = before < 0 ? end : before > version ? before - 1 : before;
    choice.move(static_cast<int>(version), static_cast<int>(to));
}

void ComparePage::removeVersion(qsizetype version)
{
    if (version >= 0)
        m_context.workspace.comparison().remove(static_cast<int>(version));
}

void ComparePage::updateWords()
{
    const QList<ComparedVersion> &versions = m_model->comparison().versions;
    const int count = static_cast<int>(versions.size());
    const auto isOfFirst = [&](const ComparedVersion &one) { return one.reference.model == versions.first().reference.model; };
    const bool isOneModel = count > 0 && std::ranges::all_of(versions, isOfFirst);
    m_subject->setText(count == 0 ? QString()
                       : isOneModel ? tr("%n version(s) of %1", nullptr, count).arg(displayName(versions.first().reference.model))
                                    : tr("%n version(s)", nullptr, count));
    const int hidden = static_cast<int>(m_model->hiddenRows());
    m_bar->setText({}, hidden == 0 ? tr("Bold: best in its row.")
                                   : tr("%n row(s) without differences are hidden. Bold: best in its row.", nullptr, hidden));
}

void ComparePage::showMenu(const QModelIndex &cell, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const qsizetype version = m_model->versionAt(m_model->isTransposed() ? cell.row() : cell.column()); version >= 0) {
        menu->addAction(tr("Make it the baseline"), this, [this, version] { m_context.workspace.comparison().setBaseline(static_cast<int>(version)); });
        menu->addAction(m_remove->text(), this, [this, version] { removeVersion(version); });
        menu->addSeparator();
    }
    menu->addAction(m_copy);
    if (const ComparisonRow *row = m_model->rowAt(cell); row && row->section == ComparisonSection::Metric)
        addDirections(menu, *row);
    menu->popup(position);
}

void ComparePage::addDirections(QMenu *menu, const ComparisonRow &row)
{
    menu->addSeparator();
    const std::array choices {std::pair {MetricDirection::HigherIsBetter, tr("Higher is better")},
                              std::pair {MetricDirection::LowerIsBetter, tr("Lower is better")},
                              std::pair {MetricDirection::Unknown, tr("Neither is better")}};
    for (const auto &[direction, words] : choices) {
        auto *action = menu->addAction(words, this, [this, name = row.name, direction = direction] { setDirection(name, direction); });
        action->setCheckable(true);
        action->setChecked(row.direction == direction);
    }
}

// What is better holds for the whole registry, so every open one of this comparison is told.
void ComparePage::setDirection(const QString &metric, MetricDirection direction)
{
    QSet<Registry *> registries;
    for (const ChosenVersion &version : m_context.workspace.comparison().versions())
        registries.insert(version.registry);
    for (Registry *registry : std::as_const(registries)) {
        const auto job = [metric, direction](Stores &stores) { return stores.metrics->setDirection(metric, direction); };
        whenDone(registry->write(job), this, [this](const Result<> &done) {
            if (!done)
                messageBar()->showError(done.error());
        });
    }
}

// As a spreadsheet takes it: cells with tabs between them, in full precision.
void ComparePage::copySelected()
{
    const QItemSelection selection = m_table->table()->view()->selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange range = selection.first();
    QStringList lines;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        QStringList cells;
        for (int column = range.left(); column <= range.right(); ++column)
            cells.append(m_model->index(row, column).data(column == 0 ? int(Qt::DisplayRole) : int(Qt::AccessibleTextRole)).toString().simplified());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace stagekeeper
