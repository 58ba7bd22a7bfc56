// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/minimap.h"

#include "views/common/shapes.h"
#include "views/lineage/lineagescene.h"
#include "views/lineage/lineageview.h"
#include "views/lineage/nodeitem.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

MiniMap::MiniMap(const Theme &theme, LineageView &view) : QWidget(&view), m_theme(theme), m_view(view)
{
    setObjectName(u"minimap"_s);
    setAccessibleName(tr("Overview of the lineage"));
    const auto redraw = [this] {
        m_nodes = {};
        update();
    };
    connect(view.lineage(), &QGraphicsScene::changed, this, redraw);
    connect(view.lineage(), &QGraphicsScene::sceneRectChanged, this, redraw);
    connect(&theme, &Theme::changed, this, redraw);
    connect(&view, &LineageView::moved, this, qOverload<>(&QWidget::update));
}

QSize MiniMap::sizeHint() const
{
    return {166, 122};
}

QTransform MiniMap::fromScene() const
{
    const QRectF scene = m_view.sceneRect();
    if (scene.isEmpty())
        return {};
    const QRectF room = QRectF(rect()).adjusted(6, 6, -6, -6);
    const double scale = std::min(room.width() / scene.width(), room.height() / scene.height());
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-scene.center().x(), -scene.center().y());
    return transform;
}

void MiniMap::drawNodes()
{
    m_nodes = QPixmap(size() * devicePixelRatioF());
    m_nodes.setDevicePixelRatio(devicePixelRatioF());
    m_nodes.fill(Qt::transparent);
    QPainter painter(&m_nodes);
    shapes::box(&painter, rect(), measure::cardRadius, m_theme.color(Token::Raised), m_theme.color(Token::LineStrong));
    const QTransform transform = fromScene();
    const LineageScene &scene = *m_view.lineage();
    const QColor lit = m_theme.color(Token::Accent);
    const QColor other = m_theme.color(Token::Disabled);
    for (const NodeItem *item : scene.items()) {
        QRectF box = transform.mapRect(item->box().translated(item->pos()));
        if (box.height() < 1.5)
            box.adjust(0, 0, 0, 1.5 - box.height());
        painter.fillRect(box, scene.isAnyLit() && item->isLit() ? lit : other);
    }
}

void MiniMap::paintEvent(QPaintEvent *)
{
    if (m_nodes.isNull() || m_nodes.size() != size() * devicePixelRatioF())
        drawNodes();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_nodes);
    const QRectF shown = m_view.mapToScene(m_view.viewport()->rect()).boundingRect() & m_view.sceneRect();
    shapes::box(&painter, fromScene().mapRect(shown) & QRectF(rect()).adjusted(3, 3, -3, -3), 1, {}, m_theme.color(Token::Text2));
}

void MiniMap::goTo(QMouseEvent *event)
{
    m_view.centerOn(fromScene().inverted().map(event->position()));
    event->accept();
}

} // namespace stagekeeper
