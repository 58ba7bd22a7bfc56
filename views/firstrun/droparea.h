// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

namespace stagekeeper {

/// Says that files may be dropped, and that one is being dragged here. Whoever shows it takes the drop.
class DropArea final : public QWidget
{
    Q_OBJECT

public:
    DropArea(const Theme &theme, QWidget *parent);

    void setActive(bool isActive);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString words() const;

    const Theme &m_theme;
    bool m_isActive = false;
};

} // namespace stagekeeper
