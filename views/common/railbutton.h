// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QAbstractButton>

class QAction;

namespace stagekeeper {

/// One entry of the rail: an action's icon, the mark of the current page, and how many things wait there.
class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const Theme &theme, QAction *action, QWidget *parent = nullptr);

    [[nodiscard]] QAction *action() const { return m_action; }
    void setBadge(int count);
    [[nodiscard]] QSize sizeHint() const override { return {measure::rail, side + measure::inside}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int side = 36;

    void followAction();
    void paintBadge(QPainter *painter, const QRect &square);

    const Theme &m_theme;
    QAction *m_action;
    int m_badge = 0;
};

} // namespace stagekeeper
