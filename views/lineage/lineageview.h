// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QGraphicsView>

namespace stagekeeper {

class LineageLegend;
class LineageScene;
class MiniMap;
class ZoomBar;

/// The canvas: the wheel zooms about the pointer, dragging moves, arrow keys walk along the edges. Legend, minimap and zoom
/// lie over its corners.
class LineageView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit LineageView(const Theme &theme, QWidget *parent = nullptr);
    ~LineageView() override;

    [[nodiscard]] LineageScene *lineage() const { return m_scene; }
    [[nodiscard]] double zoom() const { return transform().m11(); }

    void begin(); ///< everything if it stays readable, else the lit path, else what is selected, else the top
    void fit(); ///< the whole graph, never larger than 100 %
    void setZoom(double zoom);
    void zoomIn() { setZoom(zoom() * step); }
    void zoomOut() { setZoom(zoom() / step); }
    void zoomToSelection();
    void reveal(int node); ///< moves as little as is needed to show it
    void addCornerWidget(QWidget *widget); ///< at the top left
    void setPathText(const QString &text); ///< what the legend calls the lit path

    static constexpr double step = 1.25;
    static constexpr double most = 4;
    static constexpr double least = 0.01;

signals:
    void zoomChanged(double zoom);
    void moved(); ///< another part is shown

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool handleKey(const QKeyEvent &event);
    void placeOverlays();
    void describeSelection();

    const Theme &m_theme;
    LineageScene *m_scene;
    LineageLegend *m_legend;
    MiniMap *m_map;
    ZoomBar *m_zoomBar;
    QWidget *m_corner = nullptr;
    bool m_isRinged = false; ///< the keyboard has come here
    bool m_isFitted = true; ///< stays fitted when its size changes
};

} // namespace stagekeeper
