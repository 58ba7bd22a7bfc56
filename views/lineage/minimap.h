// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QPixmap>
#include <QWidget>

namespace stagekeeper {

class LineageView;

/// The whole lineage in small, with a frame round what the canvas shows. A click or a drag goes there.
class MiniMap final : public QWidget
{
    Q_OBJECT

public:
    MiniMap(const Theme &theme, LineageView &view);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override { goTo(event); }
    void mouseMoveEvent(QMouseEvent *event) override { goTo(event); }

private:
    void goTo(QMouseEvent *event);
    void drawNodes();
    [[nodiscard]] QTransform fromScene() const;

    const Theme &m_theme;
    LineageView &m_view;
    QPixmap m_nodes; ///< drawn again when graph or light change
};

} // namespace stagekeeper
