// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

namespace stagekeeper {

/// A command to type elsewhere, and a button that copies it.
class CodeLine final : public QWidget
{
    Q_OBJECT

public:
    CodeLine(const Theme &theme, const QString &code, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace stagekeeper
