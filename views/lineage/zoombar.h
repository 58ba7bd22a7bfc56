// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QToolButton;

namespace stagekeeper {

class LineageView;

/// Out, percent, in, everything.
class ZoomBar final : public QWidget
{
    Q_OBJECT

public:
    ZoomBar(const Theme &theme, LineageView &view);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon, const QString &text);

    const Theme &m_theme;
    QToolButton *m_percent;
};

} // namespace stagekeeper
