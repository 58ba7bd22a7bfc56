// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lifecycle.h"
#include "views/common/theme.h"

#include <QWidget>

class QPainter;

namespace stagekeeper {

/// How wide and high a stage's badge is.
[[nodiscard]] QSize stageBadgeSize(const Theme &theme, const QString &word);

/// A stage as glyph and word: ring, half disc on a tint, disc on the only solid fill, dash. Starts at the leading edge
/// of `rect`, centred vertically.
void paintStageBadge(QPainter *painter, const QRect &rect, StageKind kind, const QString &word, const Theme &theme,
                     Qt::LayoutDirection direction = Qt::LeftToRight);

/// The glyph alone, for graph nodes and legends.
void paintStageGlyph(QPainter *painter, const QRectF &rect, StageKind kind, const QColor &color);

/// The badge beside a title.
class StageBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit StageBadge(const Theme &theme, QWidget *parent = nullptr);

    void setStage(StageKind kind, const QString &word);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StageKind m_kind = StageKind::Initial;
    QString m_word;
};

} // namespace stagekeeper
