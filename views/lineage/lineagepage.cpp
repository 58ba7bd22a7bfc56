// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagepage.h"

#include "model/items/workspace.h"
#include "model/layout/layeredlayout.h"
#include "model/store/stores.h"
#include "views/common/messagebar.h"
#include "views/common/segmentedcontrol.h"
#include "views/lineage/clusterpopup.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/nodeitem.h"
#include "views/lineage/togglechip.h"

#include <QLineEdit>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int quickReadPriority = 1;

QSet<int> closureOf(const LineageGraph &graph, const QList<int> &nodes, LineageDirection direction, int depth)
{
    QSet<int> lit(nodes.cbegin(), nodes.cend());
    for (const LineageStep &step : lineageClosure(graph, nodes, direction, {depth, {}}))
        lit.insert(step.node);
    return lit;
}

} // namespace

void LineagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        load();
}

void LineagePage::followCurrent()
{
    Registry *registry = m_context.workspace.currentRegistry();
    if (m_registry && m_registry != registry)
        m_registry->disconnect(this);
    if (registry && m_registry != registry)
        connect(registry, &Registry::changed, this, &LineagePage::load);
    m_registry = registry;
    m_choice.focus.clear();
    m_choice.opened.clear();
    m_selected.clear();
    m_graph = {};
    present();
    showSubject();
    load();
}

void LineagePage::load()
{
    m_isStale = true;
    if (!isVisible() || !m_registry || !m_context.workspace.currentModel().id.isValid())
        return;
    m_isStale = false;
    const int generation = ++m_generation;
    const auto job = [model = m_context.workspace.currentModel().id](Stores &stores) -> Result<LineageGraph> {
        return stores.lineage ? stores.lineage->graph({model, {}}) : Result<LineageGraph>(LineageGraph());
    };
    whenDone(m_registry->read(job, quickReadPriority), this, [this, generation](const Result<LineageGraph> &graph) {
        if (generation != m_generation)
            return;
        if (graph)
            takeGraph(*graph);
        else
            messageBar()->showError(graph.error());
    });
}

void LineagePage::takeGraph(const LineageGraph &graph)
{
    QStringList focus;
    for (const int node : std::as_const(m_choice.focus))
        focus.append(m_graph.node(node).id);
    QStringList selected;
    for (const int node : std::as_const(m_selected))
        selected.append(m_graph.node(node).id);
    const auto found = [&graph](const QStringList &ids) {
        QList<int> nodes;
        for (const QString &id : ids) {
            if (const int node = graph.indexOf(id); node >= 0)
                nodes.append(node);
        }
        return nodes;
    };
    m_graph = graph;
    m_choice.focus = found(focus);
    m_selected = found(selected);
    if (m_selected.isEmpty()) {
        for (const VersionId version : m_context.workspace.selectedVersions()) {
            if (const int node = graph.indexOf(version); node >= 0)
                m_selected.append(node);
        }
    }
    if (m_selected.isEmpty() && liveVersion() >= 0)
        m_selected = {liveVersion()};
    if (m_choice.focus.isEmpty())
        m_choice.focus = m_selected;
    showEmptyState(graph.edges().isEmpty());
    showSubject();
    present();
}

int LineagePage::liveVersion() const
{
    const QString model = m_context.workspace.currentModel().name;
    for (int node = m_graph.size(); node-- > 0;) {
        const LineageNode &candidate = m_graph.node(node);
        if (candidate.kind == LineageKind::Version && candidate.name == model && candidate.stageKind == StageKind::Live)
            return node;
    }
    return -1;
}

void LineagePage::present()
{
    m_isLayingOut = true;
    m_shown = shownLineage(m_graph, m_choice);
    m_faces = nodes::faces(m_shown.graph, m_context.workspace.currentModel().name, theme());
    if (m_shown.isCut != std::exchange(m_wasCut, m_shown.isCut) && !m_shown.isCut)
        messageBar()->dismiss();
    if (m_shown.isCut) {
        messageBar()->showMessage(MessageBar::Kind::Info,
                                  tr("Only the %n nearest things are shown: there are too many for one picture.", nullptr, neighbourhoodSize), {m_overview});
    }
    layOut(LineageScene::layoutRequest(m_shown.graph, m_faces));
}

void LineagePage::layOut(const LayoutRequest &request)
{
    ++m_layoutGeneration;
    m_process->cancel();
    if (request.nodes.isEmpty())
        draw({});
    else if (request.nodes.size() <= mostLaidOutWell)
        m_process->ask(request);
    else
        layOutOurselves(request);
}

void LineagePage::layOutOurselves(const LayoutRequest &request)
{
    const int generation = ++m_layoutGeneration;
    whenDone(m_queue.run([request] { return layeredLayout(request); }), this, [this, generation](const Layout &layout) {
        if (generation == m_layoutGeneration)
            draw(layout);
    });
}

void LineagePage::draw(const Layout &layout)
{
    {
        const QScopedValueRollback guard(m_isSelecting, true);
        m_isLayingOut = false;
        m_view->lineage()->setGraph(m_shown.graph, m_faces, layout);
        m_view->lineage()->selectNodes(m_shown.find(m_selected));
    }
    light();
    if (m_choice.isOverview)
        m_view->fit();
    else
        m_view->begin();
}

void LineagePage::followSelection()
{
    QList<int> nodes;
    for (const VersionId version : m_context.workspace.selectedVersions()) {
        if (const int node = m_graph.indexOf(version); node >= 0)
            nodes.append(node);
    }
    if (m_isSelecting || nodes.isEmpty() || nodes == m_selected)
        return;
    m_selected = nodes;
    m_choice.focus = nodes;
    if (!isVisible())
        return;
    showSubject();
    present();
}

/// The user selected on the canvas.
void LineagePage::takeSelection()
{
    if (m_isSelecting || m_isLayingOut)
        return;
    m_selected.clear();
    QList<VersionId> versions;
    const QString model = m_context.workspace.currentModel().name;
    for (const int node : m_view->lineage()->selectedNodes()) {
        const QList<int> &members = m_shown.members.at(node);
        if (members.size() > 1)
            continue;
        m_selected.append(members.first());
        const LineageNode &selected = m_graph.node(members.first());
        if (selected.versionId.isValid() && selected.name == model)
            versions.append(selected.versionId);
    }
    showSubject();
    light();
    const QScopedValueRollback guard(m_isSelecting, true);
    m_context.workspace.selectVersions(versions);
}

void LineagePage::select(const QList<int> &nodes)
{
    m_selected = nodes;
    QList<VersionId> versions;
    for (const int node : nodes) {
        if (m_graph.node(node).versionId.isValid() && m_graph.node(node).name == m_context.workspace.currentModel().name)
            versions.append(m_graph.node(node).versionId);
    }
    const bool isHidden = m_isLayingOut || (nodes.size() == 1 && !uncover(nodes.first()));
    showSubject();
    const QScopedValueRollback guard(m_isSelecting, true);
    m_context.workspace.selectVersions(versions);
    if (isHidden) {
        present();
        return;
    }
    m_view->lineage()->selectNodes(m_shown.find(nodes));
    light();
    if (m_view->lineage()->current() >= 0)
        m_view->reveal(m_view->lineage()->current());
}

/// Chooses what shows a node; true: it is shown already.
bool LineagePage::uncover(int node)
{
    const int place = m_shown.find(node);
    if (place >= 0 && m_shown.members.at(place).size() == 1)
        return true;
    m_choice.opened.insert(m_graph.node(node).id);
    if (place < 0)
        m_choice.focus = {node};
    return false;
}

void LineagePage::showSubject()
{
    const int node = m_selected.isEmpty() ? -1 : m_selected.first();
    const QString model = m_context.workspace.currentModel().name;
    const bool isLive = node >= 0 && m_graph.node(node).stageKind == StageKind::Live;
    m_why->setVisible(isLive);
    setSubject(node < 0 ? model : m_graph.node(node).label);
    const int other = m_selected.size() == 2 ? m_selected.last() : -1;
    m_panel->present({m_graph, node, other, {}, model});
    if (node < 0 || other >= 0 || !m_graph.node(node).isRegistered || m_graph.node(node).kind != LineageKind::Version)
        return;
    const auto job = [name = m_graph.node(node).name, version = m_graph.node(node).version](Stores &stores) {
        return decisionsOn(stores, name, version);
    };
    whenDone(m_registry->read(job, quickReadPriority), this, [this, id = m_graph.node(node).id, model](const Result<QList<LineageDecision>> &decisions) {
        const int shown = m_selected.isEmpty() ? -1 : m_selected.first();
        if (decisions && m_selected.size() != 2 && shown >= 0 && m_graph.node(shown).id == id) // else something newer is selected
            m_panel->present({m_graph, shown, -1, *decisions, model});
    });
}

void LineagePage::light()
{
    if (m_isLayingOut)
        return;
    QSet<int> lit;
    const bool isWhy = m_why->isVisibleTo(this) && m_why->isChecked();
    const LineageDirection direction = isWhy ? LineageDirection::Ancestors : m_choice.direction;
    if (!m_selected.isEmpty()) {
        const QSet<int> all = closureOf(m_graph, m_selected, direction, isWhy ? -1 : m_choice.depth);
        const QList<int> shown = m_shown.find(QList<int>(all.cbegin(), all.cend()));
        lit = QSet<int>(shown.cbegin(), shown.cend());
    }
    m_view->setPathText(isWhy ? tr("Path to production") : tr("Path of the selection"));
    m_view->lineage()->setLit(lit);
}

void LineagePage::activate(int shownNode)
{
    if (m_isLayingOut)
        return;
    const QList<int> &members = m_shown.members.at(shownNode);
    if (members.size() > 1) {
        openCluster(shownNode);
        return;
    }
    const LineageNode &node = m_graph.node(members.first());
    if (node.kind == LineageKind::Version && node.isRegistered && node.name != m_context.workspace.currentModel().name) {
        m_context.workspace.goTo(m_registry, {node.name, node.version, {}});
        return;
    }
    m_choice.focus = members;
    present();
}

void LineagePage::openCluster(int shownNode)
{
    const QList<int> members = m_shown.members.at(shownNode);
    QStringList labels;
    for (const int member : members)
        labels.append(m_graph.node(member).label);
    auto *popup = new ClusterPopup(theme(), labels, this);
    connect(popup, &ClusterPopup::chosen, this, [this, members](int member) { select({members.at(member)}); });
    connect(popup, &ClusterPopup::allChosen, this, [this, members] {
        for (const int member : members)
            m_choice.opened.insert(m_graph.node(member).id);
        present();
    });
    const NodeItem *item = m_view->lineage()->item(shownNode);
    const QPoint below = m_view->mapFromScene(item->sceneBoundingRect().bottomLeft());
    popup->popup(m_view->viewport()->mapToGlobal(below));
}

void LineagePage::findNext()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty() || m_graph.isEmpty())
        return;
    const int from = m_selected.isEmpty() ? 0 : m_selected.first() + 1;
    for (int i = 0; i < m_graph.size(); ++i) {
        const int node = (from + i) % m_graph.size();
        if (m_graph.node(node).label.contains(text, Qt::CaseInsensitive) || m_graph.node(node).id.contains(text, Qt::CaseInsensitive)) {
            select({node});
            return;
        }
    }
    messageBar()->showMessage(MessageBar::Kind::Info, tr("Nothing here is called %1.").arg(text));
}

} // namespace stagekeeper
