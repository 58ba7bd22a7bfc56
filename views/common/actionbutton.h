// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QPushButton>

class QAction;

namespace stagekeeper {

/// A button for an action, with the action's key beside its words: "Compare [↵]".
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Look { Plain, Primary, Danger };

    ActionButton(const Theme &theme, QAction *action, Look look = Look::Plain, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void followAction();
    [[nodiscard]] int capWidth() const;

    const Theme &m_theme;
    QAction *m_action;
    QString m_key;
};

/// A key as it is drawn on its cap: "Ctrl K", "↵".
[[nodiscard]] QString keyCap(const QKeySequence &sequence);

} // namespace stagekeeper
