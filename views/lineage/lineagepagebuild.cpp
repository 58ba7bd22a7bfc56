// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/workspace.h"
#include "views/common/emptystate.h"
#include "views/common/headerbutton.h"
#include "views/common/icons.h"
#include "views/common/messagebar.h"
#include "views/common/plainlabel.h"
#include "views/common/savedialog.h"
#include "views/common/segmentedcontrol.h"
#include "views/lineage/lineagepage.h"
#include "views/lineage/lineagepictures.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/togglechip.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr std::array depths {1, 2, 3, 6, -1};
constexpr std::array kinds {LineageKind::Version, LineageKind::Data, LineageKind::Experiment};
constexpr std::array directions {LineageDirection::Ancestors, LineageDirection::Descendants, LineageDirection::Both};
constexpr int searchWidth = 160;
constexpr int narrowest = 1000; // of the page, with a panel beside the canvas
constexpr int panelHeight = 220;

} // namespace

LineagePage::LineagePage(const PageContext &context, QWidget *parent)
    : Page(context.theme, parent), m_context(context), m_view(new LineageView(context.theme, this)),
      m_panel(new LineagePanel(context.theme, this)), m_subject(plainLabel(context.theme, {}, Theme::Face::Body, Token::Text2, this)),
      m_search(new QLineEdit(this)),
      m_direction(new SegmentedControl(context.theme, tr("Direction"), {tr("Ancestors"), tr("Descendants"), tr("Both")}, this)),
      m_depth(new QComboBox(this)), m_kinds(new QMenu(this)), m_why(new ToggleChip(context.theme, u"why"_s, tr("Why in production"), this)),
      m_overview(addAct(u"lineageOverview"_s, u"overview"_s, tr("Show everything"))),
      m_fold(addAct(u"lineageFold"_s, u"versions"_s, tr("Group like nodes"))), m_process(new LayoutProcess(layoutHelper(), this))
{
    setObjectName(u"lineagePage"_s);
    setTitle(tr("Lineage"));
    buildHeader();
    buildBody();
    connect(m_process, &LayoutProcess::finished, this, &LineagePage::draw);
    connect(m_process, &LayoutProcess::failed, this, [this](const Error &error) {
        messageBar()->showError(error);
        layOutOurselves(LineageScene::layoutRequest(m_shown.graph, m_faces)); // not as good, but there
    });
    const Workspace &workspace = context.workspace;
    connect(&workspace, &Workspace::currentChanged, this, &LineagePage::followCurrent);
    connect(&workspace, &Workspace::selectionChanged, this, &LineagePage::followSelection);
    connect(&workspace, &Workspace::registryAboutToClose, this, [this](const Registry *registry) {
        if (registry == m_registry)
            m_registry = nullptr;
    });
    connect(&theme(), &Theme::changed, this, [this] { // sizes are those of the font
        if (isVisible())
            present();
        else
            m_isStale = true;
    });
    for (const auto request : {&MessageBar::retryRequested, &MessageBar::reloadRequested}) {
        connect(messageBar(), request, this, [this] {
            messageBar()->dismiss();
            load();
        });
    }
    followCurrent();
}

QAction *LineagePage::addAct(const QString &name, const QString &icon, const QString &text)
{
    auto *action = new QAction(themedIcon(theme(), icon), text, this);
    action->setObjectName(name);
    action->setToolTip(text);
    return action;
}

void LineagePage::setSubject(const QString &text)
{
    m_subject->setText(displayName(text.left(80)));
}

void LineagePage::buildHeader()
{
    setTabs(m_subject);
    m_search->setObjectName(u"findNode"_s);
    m_search->setPlaceholderText(tr("Find node"));
    m_search->setAccessibleName(tr("Find node"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    m_search->addAction(themedIcon(theme(), u"search"_s), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::returnPressed, this, &LineagePage::findNext);
    addHeaderWidget(m_search);
    m_direction->setObjectName(u"lineageDirection"_s);
    m_direction->setCurrent(2);
    connect(m_direction, &SegmentedControl::chosen, this, &LineagePage::changeChoice);
    addHeaderWidget(m_direction);
    m_depth->setObjectName(u"lineageDepth"_s);
    m_depth->setAccessibleName(tr("Depth"));
    for (const int depth : depths)
        m_depth->addItem(depth < 0 ? tr("Any depth") : tr("Depth %1").arg(depth));
    m_depth->setCurrentIndex(3);
    connect(m_depth, &QComboBox::activated, this, &LineagePage::changeChoice);
    addHeaderWidget(m_depth);
    for (const LineageKind kind : kinds) {
        QAction *shown = m_kinds->addAction(nodes::kindName(kind));
        shown->setCheckable(true);
        shown->setChecked(true);
        connect(shown, &QAction::triggered, this, &LineagePage::changeChoice);
    }
    m_kinds->addSeparator();
    for (QAction *option : {m_fold, m_overview}) {
        option->setCheckable(true);
        connect(option, &QAction::triggered, this, &LineagePage::changeChoice);
        m_kinds->addAction(option);
    }
    m_fold->setChecked(true);
    QAction *filter = addAct(u"lineageKinds"_s, u"filter"_s, tr("Choose what is shown"));
    connect(filter, &QAction::triggered, this, [this, filter] {
        if (const QToolButton *button = buttonOf(filter))
            m_kinds->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    addHeaderIcon(filter);
    QAction *exporting = addAct(u"exportLineage"_s, u"export"_s, tr("Export the picture"));
    connect(exporting, &QAction::triggered, this, &LineagePage::exportPicture);
    addHeaderIcon(exporting);
}

void LineagePage::buildBody()
{
    m_why->setObjectName(u"whyInProduction"_s);
    m_why->setChecked(true);
    m_why->setToolTip(tr("Light only what led to this version"));
    m_view->addCornerWidget(m_why);
    m_why->hide();
    connect(m_why, &QAbstractButton::toggled, this, &LineagePage::light);
    auto *body = new QWidget(this);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_sideLine = hairlineWidget(theme(), Qt::Vertical, body);
    m_lowerLine = hairlineWidget(theme(), Qt::Horizontal, body);
    m_body->addWidget(m_view, 1);
    for (QWidget *widget : {m_sideLine, m_lowerLine, static_cast<QWidget *>(m_panel)})
        m_body->addWidget(widget);
    setBody(body);
    setEmptyState(new EmptyState(theme(), tr("Nothing is known of where these versions came from"),
                                 tr("Name parents, data sources or an experiment when you register a version; they are drawn here."), nullptr, this));
    connect(m_view->lineage(), &QGraphicsScene::selectionChanged, this, &LineagePage::takeSelection);
    connect(m_view->lineage(), &LineageScene::activated, this, &LineagePage::activate);
    connect(m_panel, &LineagePanel::nodeRequested, this, [this](int node) { select({node}); });
    connect(m_panel, &LineagePanel::selectionRequested, this, &LineagePage::select);
}

/// In a narrow window the panel goes below the canvas.
void LineagePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < narrowest;
    m_body->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_sideLine->setVisible(!isNarrow);
    m_lowerLine->setVisible(isNarrow);
    m_panel->setMinimumSize(isNarrow ? QSize(0, panelHeight) : QSize(measure::inspector, 0));
    m_panel->setMaximumSize(isNarrow ? QSize(QWIDGETSIZE_MAX, panelHeight) : QSize(measure::inspector, QWIDGETSIZE_MAX));
}

void LineagePage::changeChoice()
{
    m_choice.direction = directions.at(static_cast<size_t>(m_direction->current()));
    m_choice.depth = depths.at(static_cast<size_t>(m_depth->currentIndex()));
    m_choice.kinds.clear();
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (m_kinds->actions().at(static_cast<qsizetype>(i))->isChecked())
            m_choice.kinds.insert(kinds.at(i));
    }
    m_choice.isFolded = m_fold->isChecked();
    m_choice.isOverview = m_overview->isChecked();
    if (m_choice.isOverview)
        messageBar()->dismiss();
    present();
}

void LineagePage::setLayoutHelper(const QString &program)
{
    m_process->setHelper(program);
}

void LineagePage::exportPicture()
{
    const QString title = QString(this->title() + u' ' + m_subject->text()).simplified();
    const auto write = [this, title](const QString &file) {
        if (const Result<> written = writeLineage(*m_view->lineage(), title, file); !written)
            messageBar()->showError(written.error());
        else
            messageBar()->showMessage(MessageBar::Kind::Ok, tr("Written to %1.").arg(file));
    };
    askWhereToSave(this, tr("Export Lineage"), {tr("Pictures (*.svg *.pdf *.png)"), tr("Graphviz (*.dot)"), tr("JSON (*.json)")}, {}, write)
        ->selectFile(u"lineage.svg"_s);
}

} // namespace stagekeeper
