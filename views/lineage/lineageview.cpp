// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineageview.h"

#include "views/common/shapes.h"
#include "views/lineage/lineagelegend.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/minimap.h"
#include "views/lineage/nodeitem.h"
#include "views/lineage/zoombar.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double wheelStep = 120; ///< of one notch
constexpr double readable = 0.65; // less is not shown before anybody zooms
constexpr double comfortable = 0.8;
constexpr double pathMargin = 24;
constexpr int legendNeeds = 460; ///< height below which the corners would meet

} // namespace

LineageView::LineageView(const Theme &theme, QWidget *parent)
    : QGraphicsView(parent), m_theme(theme), m_scene(new LineageScene(theme, this)), m_legend(new LineageLegend(theme, this)),
      m_map(new MiniMap(theme, *this)), m_zoomBar(new ZoomBar(theme, *this))
{
    setObjectName(u"lineageCanvas"_s);
    setScene(m_scene);
    setFrameShape(NoFrame);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    setViewportUpdateMode(SmartViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the minimap shows where one is
    setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Lineage"));
    setAccessibleDescription(tr("Arrow keys walk along the edges, Enter opens, plus and minus zoom, Home shows everything."));
    connect(m_scene, &QGraphicsScene::selectionChanged, this, &LineageView::describeSelection);
    connect(m_scene, &QGraphicsScene::sceneRectChanged, this, &LineageView::fit);
}

LineageView::~LineageView()
{
    m_scene->blockSignals(true); // a scene that goes clears its selection, and nobody is left to hear it
}

void LineageView::fit()
{
    const QRectF rect = sceneRect();
    if (rect.isEmpty() || viewport()->width() < 2 || viewport()->height() < 2)
        return;
    const double zoom = std::min({1.0, viewport()->width() / rect.width(), viewport()->height() / rect.height()});
    setZoom(zoom);
    centerOn(rect.center());
    m_isFitted = true;
}

void LineageView::begin()
{
    fit();
    if (zoom() >= readable || m_scene->items().isEmpty())
        return;
    QList<int> lit;
    for (const NodeItem *item : m_scene->items()) {
        if (m_scene->isAnyLit() && item->isLit())
            lit.append(item->index());
    }
    const QRectF path = lit.isEmpty() ? QRectF() : m_scene->rectOf(lit).adjusted(-pathMargin, -pathMargin, pathMargin, pathMargin);
    const double wanted = path.isEmpty() ? 0 : std::min(viewport()->width() / path.width(), viewport()->height() / path.height());
    setZoom(wanted < readable ? comfortable : std::min(wanted, 1.0));
    if (wanted >= readable)
        centerOn(path.center());
    else if (m_scene->current() >= 0)
        centerOn(m_scene->item(m_scene->current()));
    else
        centerOn(sceneRect().center().x(), sceneRect().top());
}

void LineageView::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, least, most);
    m_isFitted = false;
    setTransform(QTransform::fromScale(wanted, wanted));
    emit zoomChanged(wanted);
    emit moved();
}

void LineageView::zoomToSelection()
{
    const QRectF rect = m_scene->rectOf(m_scene->selectedNodes());
    if (rect.isEmpty())
        return;
    const double room = 0.6;
    setZoom(std::min({1.0, room * viewport()->width() / rect.width(), room * viewport()->height() / rect.height()}));
    centerOn(rect.center());
}

void LineageView::reveal(int node)
{
    const NodeItem *item = m_scene->item(node);
    if (!item)
        return;
    if (zoom() < nodes::secondLineScale)
        setZoom(1);
    ensureVisible(item->sceneBoundingRect(), measure::group * 2, measure::group * 2);
}

void LineageView::addCornerWidget(QWidget *widget)
{
    m_corner = widget;
    widget->setParent(this);
    widget->show();
    placeOverlays();
}

void LineageView::setPathText(const QString &text)
{
    m_legend->setPathText(text);
    placeOverlays();
}

void LineageView::wheelEvent(QWheelEvent *event)
{
    const double turned = event->angleDelta().y() / wheelStep;
    if (turned != 0)
        setZoom(zoom() * std::pow(step, turned));
    event->accept();
}

bool LineageView::handleKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        m_isRinged = true;
        const int next = m_scene->next(static_cast<Qt::Key>(event.key()));
        if (next >= 0) {
            m_scene->selectNodes({next});
            reveal(next);
        }
        return true;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_Home:
        fit();
        return true;
    case Qt::Key_1:
        setZoom(1);
        return true;
    case Qt::Key_Z:
        zoomToSelection();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene->current() >= 0)
            emit m_scene->activated(m_scene->current());
        return true;
    default:
        return false;
    }
}

void LineageView::keyPressEvent(QKeyEvent *event)
{
    const auto other = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (other != Qt::NoModifier || !handleKey(*event))
        QGraphicsView::keyPressEvent(event);
}

void LineageView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        fit();
    placeOverlays();
    emit moved();
}

void LineageView::placeOverlays()
{
    const int gap = measure::cell;
    const auto size = [](const QWidget *widget) { return widget->sizeHint(); };
    const bool hasRoom = height() >= legendNeeds;
    m_map->setVisible(hasRoom);
    m_legend->setVisible(hasRoom);
    m_map->setGeometry(QRect({width() - gap - size(m_map).width(), height() - gap - size(m_map).height()}, size(m_map)));
    const int above = hasRoom ? m_map->y() - measure::gap : height() - gap;
    m_zoomBar->setGeometry(QRect({width() - gap - size(m_zoomBar).width(), above - size(m_zoomBar).height()}, size(m_zoomBar)));
    m_legend->setGeometry(QRect({gap, height() - gap - size(m_legend).height()}, size(m_legend)));
    if (m_corner)
        m_corner->setGeometry(QRect({gap, gap}, size(m_corner)));
}

// The overlays would be scrolled along with the picture: all of it is painted again.
void LineageView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    viewport()->update();
    emit moved();
}

void LineageView::paintEvent(QPaintEvent *event)
{
    QGraphicsView::paintEvent(event);
    if (!hasFocus() || !m_isRinged)
        return;
    QPainter painter(viewport());
    shapes::focusRing(&painter, viewport()->rect(), m_theme, 0);
}

void LineageView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const auto reason = event->reason();
    m_isRinged = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (m_isRinged && m_scene->current() < 0 && !m_scene->items().isEmpty())
        m_scene->selectNodes({0});
    viewport()->update();
}

void LineageView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void LineageView::describeSelection()
{
    const int node = m_scene->current();
    if (node < 0)
        return;
    const LineageGraph &graph = m_scene->graph();
    const QString facts = tr("%1, from %2, to %3", "a node, how many things it came from, how many came from it")
                              .arg(nodes::spoken(m_scene->item(node)->face()))
                              .arg(graph.before(node).size())
                              .arg(graph.after(node).size());
    setAccessibleDescription(facts);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace stagekeeper
