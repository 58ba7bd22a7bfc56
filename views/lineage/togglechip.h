// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QAbstractButton>

namespace stagekeeper {

/// A switch that lies over a picture: icon and words, tinted while it is on.
class ToggleChip final : public QAbstractButton
{
    Q_OBJECT

public:
    ToggleChip(const Theme &theme, const QString &icon, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
};

} // namespace stagekeeper
