// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/actionbutton.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace stagekeeper {

/// The bar at the foot of a page: what is selected at the left, what can be done with it at the right.
class ActionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &fact, const QString &hint = {}); ///< "3 selected", "sorted by precedence"
    void addAction(QAction *action, ActionButton::Look look = ActionButton::Look::Plain);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_fact;
    QLabel *m_hint;
    QBoxLayout *m_row;
};

} // namespace stagekeeper
