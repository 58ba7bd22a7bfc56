// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace stagekeeper {

class RailButton;

/// The narrow bar that switches pages. Each entry is an action: its icon, tool tip, enabled and checked states are shown.
///
/// Up and Down move between entries, Space and Enter choose.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    void addTop(QAction *action); ///< the menu
    void addPage(QAction *action); ///< below the menu, in order
    void addBottom(QAction *action); ///< the settings
    void setBadge(QAction *action, int count); ///< 0 shows none

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *add(QAction *action, QVBoxLayout *group);

    const Theme &m_theme;
    QList<RailButton *> m_buttons;
    QVBoxLayout *m_top;
    QVBoxLayout *m_pages;
    QVBoxLayout *m_bottom;
};

} // namespace stagekeeper
